"""What each field of a scenario may hold, as one table: ranges, words, whose ids. Every number has its range here."""

from attrs import frozen

from tabletop.model.coefficients import Coefficients
from tabletop.model.council import TextSpec
from tabletop.model.effects import Condition, Effect
from tabletop.model.figures.things import STATUSES
from tabletop.model.forces import ForceSpec, ProgrammeSpec, ReadinessSpec
from tabletop.model.injects import InjectSpec, OptionSpec
from tabletop.model.members import MemberSpec
from tabletop.model.posts import PostSpec
from tabletop.model.regions import LATER, PlanSpec
from tabletop.model.scenario import Initiative, Legal, LeverPull, LeverSpec, Names, RedSpec, Scenario
from tabletop.model.seats import Abridgement, Fold, MeasureSpec, Objection, ObjectiveSpec, SeatSpec
from tabletop.model.survey import QuestionSpec, SlipWhen
from tabletop.model.theatres import TheatreSpec
from tabletop.model.tracks import Declaration, TrackSpec, WaySpec
from tabletop.scenario.ids import MOST_TRANCHES
from tabletop.scenario.kinds import (
    Each,
    Exactly,
    IdPairs,
    Ids,
    Limit,
    Words,
    country,
    new_id,
    readable,
    since,
    within,
)

PHASES = ("brief", "orders", "red", "adjudicate", "review")
FIGURES = ("agreement", "alarm", "capital", "support")
#: Of soldiers, the part that a programme may use; points of capital per point of poll and per step of fiscal room.
MORE_FIGURES = ("soldiers", "capital_poll", "capital_room")


@frozen
class Chance:
    """A line of `chance_if`: per cent that are added where the condition holds."""

    when: Condition
    add: float


_SHARE, _GAUGE, _TURN = within(0, 1).of("share"), within(0, 100).of("points"), within(1, 99).of("turn")
_CENT = _GAUGE.of("per cent")
#: Those that saves were not held to, or to one end of.
_PART = since(0, 1).of("share")
_POINTS = since(-100, 100).of("points")
_FACTOR = since(0, 100)
_PER_CENT = since(0, 20)
_TURNS = since(0, 99, low_then=0).of("turns")
_AMOUNT = since(0, 1e6, low_then=0)
_MONEY, _SOLDIERS = _AMOUNT.of("billion dollars"), _AMOUNT.of("thousands")
_SUPPLY = _AMOUNT.of("in-place equivalents")
_PEOPLE = since(0, 1e7, low_then=0).of("people")

_COEFFICIENTS: dict[Limit, tuple[str, ...]] = {
    _SHARE: (
        *("capability_exponent", "credibility_exponent", "clarity_exponent", "strategic_floor", "empty_area"),
        *("least_clarity", "local_will", "trust_in_clarity", "agreement_in_clarity", "anchor_post_share"),
        *("transition_share", "equipment_share", "carry_over", "slip", "probe_least", "probe_most"),
        *("footnote_share", "stock_refill", "stock_use", "own_handover", "given_back"),
        *(
            "stale_words",
            "ten_days",
            "thirty_days",
            "transit",
            "away_worth",
            "moved_share",
            "other_kind",
            "bridge_most",
        ),
        *("late_match", "certificate_least", "pull_announced", "adhere_catch", "leaving_pull", "condition_fade"),
        *("keep_rate", "ageing", "industry_upkeep", "industry_price", "industry_slip", "slip_least", "slip_again"),
        *("readiness_step", "readiness_use", "accept_room", "rebuild", "rebuild_luck", "inject_spread", "hurried"),
        *("stale_texts", "text_wear_fade"),
    ),
    _GAUGE: ("neutral", "support_floor", "commitment_base", "cohesion_base", "trust_base", "clear_margin"),
    within(0, 20): (
        *("pledge_top", "free_level", "pressure_luck", "commitment_luck", "keep_level", "keep_over", "keep_most"),
        *("adhere_pull", "adhere_from", "adhere_most", "adhere_luck", "adhere_luck_small", "budget_luck"),
        *("condition_rise", "accept_base", "accept_alarm", "want_from", "alarm_threat", "hit_alarm", "repelled_alarm"),
        *("size_heavy", "size_symbol", "attention_elsewhere", "lapse_factor", "election_plan"),
        *("stock_asks", "stock_most", "stock_least", "stock_surfeit", "stock_bare"),
    ),
    within(0, 99): ("free_moves", "text_turns", "bridge_turns", "slip_most", "alarm_margin", "prepared_resolve"),
    within(0.01, 1e6): ("condition_alarm", "industry_room", "adhere_large", "symbol_people"),
    within(-1, 1): ("accept_poll", "accept_fiscal"),
    within(-100, 100): (
        *("certificate_trust", "pull_trust", "pull_cohesion", "commitment_notice", "election_commitment"),
        *("forced_trust", "promise_broken_commitment"),
    ),
    _PART: (
        *("commitment_rate", "cohesion_rate", "trust_rate", "agreement_rate", "support_rate", "agreement_base"),
        *("gap_fade", "wear_fade", "escalation_fade", "alarm_fade", "surprise_gap", "surprise_gap_most"),
        *("surprise_cover", "got_share", "provisional_fall", "soldiers_growth", "base_money"),
        *("probe_base", "probe_slope", "probe_odds", "overload"),
    ),
    _POINTS: (
        *("commitment_progress", "commitment_shortfall", "commitment_trust", "commitment_cohesion"),
        *("cohesion_trust", "cohesion_commitment", "cohesion_shortfall", "probe_margin", "capital_gain"),
        *("covered_trust", "covered_commitment", "uncovered_trust", "uncovered_cohesion", "uncovered_commitment"),
        *("surprise_trust", "surprise_cohesion", "surprise_commitment", "cancel_trust"),
        *("floor_cohesion", "floor_trust", "floor_capital", "anchor_post_capital", "election_swing"),
        *("hit_cohesion", "hit_commitment", "hit_pressure", "hit_escalation", "repelled_cohesion"),
        *("repelled_pressure", "broken_silence_cohesion", "fallen_sponsor", "promise_kept_trust"),
        *("promise_broken_trust", "relief_support", "recall_support", "alone_support"),
    ),
    _FACTOR: (
        *("resolve_cohesion", "resolve_pledges", "resolve_command", "shortfall_weight", "false_claim", "breach"),
        *("second_series", "readiness_gain", "alarm_surprise", "alarm_cancel", "alone_factor", "relief_most"),
        *("size_least", "size_most", "alarm_most", "support_base", "commitment_reference"),
    ),
    _PER_CENT: ("progress_from", "max_rise", "pledge_step", "want_per_alarm", "readiness_credit"),
    _TURNS: ("notice_turns", "word_turns"),
    since(0, 1e4): ("industry_cap", "industry_gain", "readiness_cost", "capital_per_point", "too_much", "too_little"),
    since(0, 4): ("mass_exponent", "covered_exponent"),
    since(0.01, 100): ("soft_edge", "progress_over"),
    since(0.01, 1e6): ("alarm_spread", "probe_span"),
    since(1, 1e7): ("alarm_people",),
    since(0.001, 100, low_then=1e-9): ("presence_full", "front_full", "full_match"),
    since(1, 1e7, low_then=1e-9): ("size_personnel", "floor_step"),
}

LIMITS: dict[type, dict[str, Limit]] = {
    Scenario: {
        "first_year": within(1, 9999),
        "first_half": within(1, 2),
        "turns": within(1, 40).of("turns"),
        "lengths": within(1, 40).of("turns"),
        "orders": within(1, 99).of("orders a seat and turn"),
        "minutes": Exactly(PHASES, dict.fromkeys(PHASES, within(0, 600).of("minutes"))),
        "figures": Exactly(
            FIGURES,
            {
                **dict.fromkeys(("capital", "support"), _GAUGE),
                "agreement": _SHARE,
                "alarm": within(0, 9).of("level"),
                "soldiers": _PART,
                "capital_poll": _POINTS.of("points a point of poll"),
                "capital_room": _POINTS.of("points a step of fiscal room"),
            },
            MORE_FIGURES,
        ),
    },
    Names: {
        "anchor": Ids("member"),
        "anchor_seat": Ids("seat"),
        "anchor_post": Ids("post"),
        **dict.fromkeys(("commitment", "cohesion", "trust", "freed", "industry", "escalation"), Ids("track")),
        **dict.fromkeys(("share", "personnel"), new_id),
    },
    Legal: {"floor": _PEOPLE},
    Coefficients: {name: limit for limit, names in _COEFFICIENTS.items() for name in names},
    TrackSpec: {"start": _GAUGE, "better": Words(("high", "low", ""))},
    Declaration: {
        **dict.fromkeys(("commitment", "cohesion", "trust", "capital", "support"), _POINTS),
        "agreement": since(-1, 1).of("share"),
        "alarm": within(-9, 9).of("level"),
        "condition": within(0, 9).of("level"),
    },
    Initiative: {"weight": within(0, 1000)},
    LeverPull: {"step": _POINTS},
    WaySpec: {
        "per": since(0.001, 1e6, low_then=1e-9).of("billion dollars"),
        "industry": _POINTS,
        "delay": _TURNS,
        "commitment": _POINTS,
        "depends": since(0, 100, low_then=0).of("share a point of commitment"),
    },
    Fold: {
        "seats": within(1, 999).of("seats"),
        "join": IdPairs("seat", "seat"),
        "bots": IdPairs("seat", policy=True),
        "names": IdPairs("seat"),
        "briefs": IdPairs("seat"),
    },
    TheatreSpec: {
        "requirement": _SUPPLY,
        "low": _SUPPLY,
        "high": _SUPPLY,
        "grounds": IdPairs("area"),
        "weights": _SHARE,
        "weight": _SHARE,
        "pressure": _GAUGE,
        "growth": within(-20, 20).of("points a turn"),
        "days": within(0, 3650).of("days"),
        "members": Ids("member"),
        "lon": within(-180, 180).of("degrees"),
        "lat": within(-90, 90).of("degrees"),
    },
    MemberSpec: {
        "gdp": since(0.001, 1e6, low_then=1e-9).of("billion dollars"),
        "spending": within(0, 20).of("per cent of GDP"),
        "pledge": within(0, 20).of("per cent of GDP"),
        "soldiers": _SOLDIERS,
        "poll": _CENT,
        "fiscal_room": Words(("low", "mid", "high")),
        "elections": _TURN,
    },
    ReadinessSpec: {"parts": _SHARE},
    PlanSpec: {"reach": within(0, LATER).of("days"), "home": _SHARE, "lent": _SHARE},
    ForceSpec: {
        "owner": Ids("member"),
        "host": country,
        "kind": Ids("kind", empty=True),
        "base": Ids("theatre"),
        "capability": _SUPPLY,
        "presence": _SHARE,
        "region": Ids("region", empty=True),
        "readiness": Ids("readiness", empty=True),
        "lend": _SHARE,
        "tied": _SHARE,
        "confidence": Words(("high", "medium", "low", "")),
        "personnel": _PEOPLE,
        "freed": _GAUGE,
        "replacement": Ids("programme", empty=True),
        "programme": Ids("programme", empty=True),
        "opens": Words(STATUSES),
        "leaves": within(0, 99).of("turn"),
    },
    ProgrammeSpec: {
        "kind": Ids("kind", empty=True),
        "way": Ids("way"),
        "leads": Ids("member"),
        "payers": Ids("seat"),
        "replaces": Ids("force"),
        "base": Ids("theatre"),
        "capability": _SUPPLY,
        "presence": _SHARE,
        "region": Ids("region", empty=True),
        "readiness": Ids("readiness", empty=True),
        "lend": _SHARE,
        "tranches": within(1, MOST_TRANCHES).of("tranches"),
        "price": _MONEY,
        "running": _MONEY.of("billion dollars a year"),
        "soldiers": _SOLDIERS,
        "resolve": _POINTS,
        "lead": _TURNS,
        "first_lead": _TURNS,
    },
    PostSpec: {
        "weight": _SHARE,
        "holder": Ids("member"),
        "may_hold": Ids("member"),
        "to": Ids("member", empty=True),
        "agreed": Ids("member", empty=True),
        "transition": _TURNS,
        "left": _TURNS,
        **dict.fromkeys(("commitment", "anchor", "cohesion"), _POINTS),
    },
    SeatSpec: {
        "role": Words(("anchor", "members", "agenda")),
        "members": Ids("member"),
        "agenda": _TURNS.of("texts a turn"),
    },
    Objection: {"red_line": within(1, 99)},
    ObjectiveSpec: {"weight": _CENT, "rubs": Ids("seat")},
    Abridgement: {"turns": _TURN},
    MeasureSpec: {
        "paths": readable,
        "when": Words(("final", "min", "mean", "at")),
        "since": within(0, 99).of("turn"),
        "at": _TURN,
        "floor": since(-1e9, 1e9).of("as the path"),
        "target": since(-1e9, 1e9).of("as the path"),
        "steps": Each(_GAUGE),
        "share": _CENT,
    },
    InjectSpec: {
        "theatre": Ids("theatre", empty=True),
        "answers": Ids("seat"),
        "objective": Ids("objective", empty=True),
        "window": _TURN,
        "chance": _CENT,
        "weight": _AMOUNT,
    },
    OptionSpec: {"opens": Ids("inject"), "closes": Ids("inject")},
    TextSpec: {
        "about": Words(("", "post", "force", "theatre", "seat")),
        "agree": Ids("seat"),
        "rule": Words(("", "no-surprise", "certify", "open-handover")),
        "turns": within(0, 99).of("turns"),
    },
    RedSpec: {"most": within(1, 9).of("levers a turn"), "initiative_chance": _SHARE},
    QuestionSpec: {"when": Words(tuple(SlipWhen))},
    LeverSpec: {"id": Words(("pressure", "probe", "offer", "story", "rest")), "steps": _POINTS},
    Effect: {"add": since(-1e4, 1e4), "turns": within(0, 99)},
    Condition: {"value": since(-1e9, 1e9)},
    Chance: {"add": _POINTS.of("per cent")},
}
