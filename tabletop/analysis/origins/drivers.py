"""Which coefficients and openings a figure hangs on: what its equation reads, in the order of docs/model.md.

A table, so that a reader can check it against the equations; a test holds that every coefficient stands under one.
"""

from tabletop.model.figures import forms
from tabletop.model.scenario import Names

_TERMS = ("capability_exponent", "credibility_exponent", "clarity_exponent")
_CREDIBLE = ("strategic_floor", "local_will", "presence_full", "front_full", "resolve_", "shortfall_weight")
_CLEAR = ("least_clarity", "trust_in_clarity", "agreement_in_clarity", "overload", "hurried")
_COUNTS = ("ten_days", "thirty_days", "transit", "away_worth")
_KEPT = ("keep_", "ageing", "industry_upkeep", "industry_room")
_LEAVING = ("size_", "mass_exponent", "moved_share", "full_match", "other_kind", "bridge_", "notice_turns")

#: By form of a figure, coefficients by name, or by the beginning of it where it ends with "_".
BY_FORM: dict[str, tuple[str, ...]] = {
    forms.DETERRENCE: (*_TERMS, "empty_area", *_CREDIBLE, *_CLEAR, *_COUNTS, "readiness_gain", "rebuild"),
    "deterrence": _TERMS,
    forms.MARGIN: _TERMS,
    "least-deterrence": _TERMS,
    "least-margin": _TERMS,
    forms.PRESSURE: ("pressure_luck", "hit_pressure", "repelled_pressure"),
    forms.GAP: ("surprise_gap", "surprise_gap_most", "gap_fade"),
    forms.STOCK: ("stock_refill", "stock_use", "readiness_use"),
    "days/THEATRE": ("stock_refill", "stock_use", "readiness_use"),
    forms.FULFILMENT: (*_COUNTS, "readiness_gain", "rebuild"),
    "littoral/THEATRE/AREA": _COUNTS,
    forms.LEDGER: ("full_match", "other_kind", "bridge_"),
    "share/AREA": (*_COUNTS, "readiness_gain"),
    forms.SUPPORT: ("support_", "want_", "too_", "accept_", "got_share", "readiness_credit", "election_swing",
                    "provisional_fall", "relief_", "recall_support", "alone_support"),
    forms.CAPITAL: ("capital_", "floor_capital", "anchor_post_capital", "fallen_sponsor"),
    forms.WALLET: ("equipment_share", "free_level", "base_money", "carry_over", "readiness_cost", "industry_price",
                   "second_series"),
    forms.READINESS: ("readiness_", "bridge_"),
    forms.SOLDIERS: ("soldiers_growth",),
    forms.SPENDING: (
        *("adhere_", "budget_luck", "election_plan", "leaving_pull"),
        *("max_rise", "capital_per_point", "condition_rise", "condition_alarm"),
    ),
    forms.PLEDGE: ("pledge_",),
    forms.WORTH: _KEPT,
    forms.INVESTED: ("industry_cap", "industry_gain"),
    "uncertified": ("floor_step", "floor_cohesion", "floor_trust", "certificate_"),
    "withdrawn": (*_LEAVING, "symbol_people"),
    "probes": ("probe_",),
    "probes/unanswered": ("probe_",),
    "agreement": ("agreement_rate", "agreement_base", "wear_fade", "stale_words", "footnote_share", "alone_factor"),
    "alarm": ("alarm_", "hit_alarm", "repelled_alarm"),
    "departed": ("alarm_surprise", "alarm_people", "leaving_pull", "alarm_fade"),
    "condition": ("condition_",),
    "growth": ("rebuild", "rebuild_luck"),
    "hurried": ("hurried",),
    forms.TEXT_WEAR: ("stale_texts", "text_wear_fade", "text_turns"),
    "shortfall": ("pledge_", "shortfall_weight"),
    "command": ("anchor_post_share", "transition_share", "resolve_command"),
    "overload": ("overload", "transition_share"),
    "resolve": ("prepared_resolve", "resolve_"),
    "anchor": ("given_back", "own_handover"),
    "wear/anchor": ("wear_fade", "stale_words"),
    "wear/others": ("wear_fade", "stale_words"),
    "force/FORCE/replaced": _LEAVING,
    "programme/PROGRAMME/delivered": ("slip", "slip_", "industry_slip"),
    "inject/INJECT/outcome": ("inject_spread",),
}  # fmt: skip

#: By the part that a track plays.
BY_PART: dict[str, tuple[str, ...]] = {
    "commitment": ("commitment_", "progress_", "covered_commitment", "uncovered_commitment", "surprise_commitment",
                   "hit_commitment", "forced_", "attention_elsewhere", "election_commitment", "soft_edge",
                   "promise_broken_commitment", "covered_exponent"),
    "cohesion": ("cohesion_", "neutral", "uncovered_cohesion", "surprise_cohesion", "floor_cohesion", "hit_cohesion",
                 "repelled_cohesion", "broken_silence_cohesion", "pull_cohesion", "own_handover", "soft_edge"),
    "trust": ("trust_rate", "trust_base", "neutral", "covered_trust", "uncovered_trust", "surprise_trust",
              "surprise_cover", "false_claim", "breach", "word_turns", "cancel_trust", "floor_trust", "lapse_factor",
              "late_match", "certificate_", "pull_trust", "pull_announced", "promise_", "forced_trust", "soft_edge"),
    "industry": ("industry_", "soft_edge"),
    "escalation": ("escalation_fade", "hit_escalation", "soft_edge"),
    "freed": ("soft_edge",),
}  # fmt: skip

#: What figures open at by the scenario's own word, by form.
OPENINGS: dict[str, tuple[str, ...]] = {
    forms.SUPPORT: ("support",),
    forms.CAPITAL: ("capital", "capital_poll", "capital_room"),
    forms.SOLDIERS: ("soldiers",),
    "agreement": ("agreement",),
    "alarm": ("alarm",),
}

#: Fields of members that a figure reads, by form: of the member that its path names, or of all that a seat has.
OF_MEMBERS: dict[str, tuple[str, ...]] = {
    forms.SPENDING: ("spending", "gdp"),
    forms.PLEDGE: ("pledge",),
    "on-path/MEMBER": ("spending", "pledge"),
    forms.SUPPORT: ("poll", "fiscal_room"),
    forms.CAPITAL: ("poll", "fiscal_room"),
    forms.WALLET: ("gdp", "spending"),
    forms.SOLDIERS: ("soldiers",),
}


def part_of(names: Names, track: str) -> str:
    """The part that a track plays in the equations: "commitment"; "" for one that only its author moves."""
    return next((part for part in BY_PART if getattr(names, part) == track), "")


def chosen(known: tuple[str, ...], wanted: tuple[str, ...]) -> list[str]:
    """Of names of coefficients those that a row of the tables above means, in its order."""
    found = [name for want in wanted for name in known if name == want or (want[-1] == "_" and name.startswith(want))]
    return list(dict.fromkeys(found))
