"""What each field of a scenario may hold, as tables: ranges, words, and whose ids. Judges single values only."""

from collections.abc import Callable, Mapping
from typing import Any

from tabletop.errors import did_you_mean
from tabletop.journal.scenario_draft import Draft
from tabletop.journal.scenario_lines import Trail
from tabletop.journal.scenario_paths import STATUSES, check_path
from tabletop.model.coefficients import Coefficients
from tabletop.model.council import TextSpec
from tabletop.model.forces import ForceSpec, ProgrammeSpec
from tabletop.model.injects import InjectSpec, OptionSpec
from tabletop.model.members import MemberSpec
from tabletop.model.posts import PostSpec
from tabletop.model.scenario import Legal, LeverSpec, Names, RedSpec, Scenario
from tabletop.model.seats import Fold, MeasureSpec, ObjectiveSpec, SeatSpec
from tabletop.model.theatres import TheatreSpec
from tabletop.model.tracks import TrackSpec, WaySpec

Limit = Callable[[Any, Trail, Draft], None]

PHASES = ("brief", "orders", "red", "adjudicate", "review")
FIGURES = ("agreement", "alarm", "capital", "support")
#: Of soldiers, the part that a programme may use; points of capital per point of poll and per step of fiscal room.
MORE_FIGURES = ("soldiers", "capital_poll", "capital_room")
#: The contract's names; what they do stands in `tabletop.analysis.policies`.
POLICIES = ("status-quo", "step-by-step", "free-ride", "abrupt-exit", "random")


def within(low: float, high: float = float("inf")) -> Limit:
    """A number, or each of several, from `low` to `high`."""
    said = f"should be {low:g} to {high:g}" if high != float("inf") else f"should be at least {low:g}"

    def check(value: Any, trail: Trail, draft: Draft) -> None:
        for number in value if isinstance(value, tuple) else (value,):
            if not low <= number <= high:
                draft.say(trail, f"'{trail[-1]}' is {number:g}", said, word=f"{number:g}")

    return check


def words(*known: str) -> Limit:
    """One of a few words."""

    def check(value: Any, trail: Trail, draft: Draft) -> None:
        if value not in known:
            shown = tuple(word for word in known if word)
            draft.say(trail, f"'{trail[-1]}' can't be '{value}'", did_you_mean(value, shown), word=value)

    return check


def ids(kind: str) -> Limit:
    """An id of that kind, or several; empty text is none."""

    def check(value: Any, trail: Trail, draft: Draft) -> None:
        for word in (value,) if isinstance(value, str) else value:
            if word:
                draft.refer(kind, word, trail)

    return check


def pairs(first: str, second: str = "", policy: bool = False) -> Limit:
    """Pairs of ids; `second` a kind, or the name of a bot's policy."""

    def check(value: Any, trail: Trail, draft: Draft) -> None:
        for left, right in value:
            draft.refer(first, left, trail)
            if second:
                draft.refer(second, right, trail)
            if policy and right not in POLICIES:
                draft.say(trail, f"unknown policy '{right}'", did_you_mean(right, POLICIES), word=right)

    return check


def exactly(names: tuple[str, ...], more: tuple[str, ...] = (), *, limits: Mapping[str, Limit]) -> Limit:
    """A table of these names, perhaps of `more`; `limits` for some of its values."""

    def check(value: Any, trail: Trail, draft: Draft) -> None:
        for name, each in value.items():
            if name not in names + more:
                draft.say((*trail, name), f"unknown key '{name}'", did_you_mean(name, names + more), word=name)
            if name in limits:
                limits[name](each, (*trail, name), draft)
        for name in names:
            if name not in value:
                draft.say(trail, f"'{name}' is missing")

    return check


def country(value: Any, trail: Trail, draft: Draft) -> None:
    """A member, or the two-letter code of a country outside the alliance."""
    outside = len(value) == 2 and value.isalpha() and value.isascii() and value.islower()
    if value and not outside:
        draft.refer("member", value, trail)


def readable(value: Any, trail: Trail, draft: Draft) -> None:
    """Paths that can be read."""
    for path in value:
        check_path(path, trail, draft)


_SHARE = within(0, 1)
_GAUGE = within(0, 100)
_POSITIVE = within(0)
_TURN = within(1, 99)

LIMITS: dict[type, dict[str, Limit]] = {
    Scenario: {
        "first_year": within(1, 9999),
        "first_half": within(1, 2),
        "turns": within(1, 40),
        "lengths": within(1, 40),
        "orders": within(1, 99),
        "minutes": exactly(PHASES, limits=dict.fromkeys(PHASES, within(0, 600))),
        "figures": exactly(
            FIGURES,
            MORE_FIGURES,
            limits={"agreement": _SHARE, "alarm": within(0, 9), "capital": _GAUGE, "support": _GAUGE},
        ),
    },
    Names: {
        "anchor": ids("member"),
        "anchor_seat": ids("seat"),
        "anchor_post": ids("post"),
        **dict.fromkeys(("commitment", "cohesion", "trust", "freed", "industry", "escalation"), ids("track")),
    },
    Legal: {"floor": _POSITIVE},
    Coefficients: {
        **dict.fromkeys(
            (
                *("capability_exponent", "credibility_exponent", "clarity_exponent", "strategic_floor", "empty_area"),
                *("least_clarity", "local_will", "trust_in_clarity", "agreement_in_clarity", "anchor_post_share"),
                *("transition_share", "equipment_share", "carry_over", "slip", "probe_least", "probe_most"),
                *("footnote_share", "stock_refill", "stock_use", "away_share", "own_handover", "given_back"),
                "stale_words",
            ),
            _SHARE,
        ),
        **dict.fromkeys(("neutral", "support_floor", "commitment_base", "cohesion_base", "trust_base"), _GAUGE),
        **dict.fromkeys(("pledge_top", "free_level"), within(0, 20)),
        **dict.fromkeys(("free_moves", "text_turns"), within(0, 99)),
        "clear_margin": within(0, 100),
        **dict.fromkeys(("pressure_luck", "commitment_luck"), within(0, 20)),
        **dict.fromkeys(("presence_full", "front_full", "size_personnel", "floor_step", "full_match"), within(1e-9)),
    },
    TrackSpec: {"start": _GAUGE, "better": words("high", "low", "")},
    WaySpec: {"per": within(1e-9), "delay": _POSITIVE, "depends": _POSITIVE},
    Fold: {"join": pairs("seat", "seat"), "bots": pairs("seat", policy=True), "names": pairs("seat")},
    TheatreSpec: {
        "requirement": _POSITIVE,
        "weights": _SHARE,
        "weight": _SHARE,
        "pressure": _GAUGE,
        "growth": within(-20, 20),
        "days": within(0, 3650),
        "members": ids("member"),
        "lon": within(-180, 180),
        "lat": within(-90, 90),
    },
    MemberSpec: {
        "gdp": within(1e-9),
        "spending": within(0, 20),
        "pledge": within(0, 20),
        "soldiers": _POSITIVE,
        "poll": _GAUGE,
        "fiscal_room": words("low", "mid", "high"),
        "elections": _TURN,
    },
    ForceSpec: {
        "owner": ids("member"),
        "host": country,
        "base": ids("theatre"),
        "capability": _POSITIVE,
        "presence": _SHARE,
        "personnel": _POSITIVE,
        "freed": _GAUGE,
        "replacement": ids("programme"),
        "programme": ids("programme"),
        "opens": words(*STATUSES),
        "leaves": within(0, 99),
    },
    ProgrammeSpec: {
        "way": ids("way"),
        "leads": ids("member"),
        "payers": ids("seat"),
        "replaces": ids("force"),
        "base": ids("theatre"),
        "capability": _POSITIVE,
        "presence": _SHARE,
        "tranches": within(1, 50),
        "price": _POSITIVE,
        "running": _POSITIVE,
        "soldiers": _POSITIVE,
        "lead": _POSITIVE,
        "first_lead": _POSITIVE,
    },
    PostSpec: {
        "weight": _SHARE,
        "holder": ids("member"),
        "may_hold": ids("member"),
        "to": ids("member"),
        "agreed": ids("member"),
        "transition": _POSITIVE,
        "left": _POSITIVE,
    },
    SeatSpec: {"role": words("anchor", "members", "agenda"), "members": ids("member"), "agenda": _POSITIVE},
    ObjectiveSpec: {"weight": _GAUGE, "rubs": ids("seat")},
    MeasureSpec: {
        "paths": readable,
        "when": words("final", "min", "mean", "at"),
        "since": within(0, 99),
        "at": _TURN,
        "share": _GAUGE,
    },
    InjectSpec: {
        "theatre": ids("theatre"),
        "answers": ids("seat"),
        "objective": ids("objective"),
        "window": _TURN,
        "chance": _GAUGE,
        "weight": _POSITIVE,
    },
    OptionSpec: {"opens": ids("inject"), "closes": ids("inject")},
    TextSpec: {
        "about": words("", "post", "force", "theatre", "seat"),
        "agree": ids("seat"),
        "rule": words("", "no-surprise", "certify", "open-handover"),
        "turns": within(0, 99),
    },
    RedSpec: {"most": within(1, 9)},
    LeverSpec: {"id": words("pressure", "probe", "offer", "story", "rest")},
}
