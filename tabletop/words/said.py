"""What a seat's move says, as the second half of a sentence: "withdraws the Third Watch, leaving in turn 3"."""

from tabletop.errors import TabletopError
from tabletop.model.grammar import condition
from tabletop.model.moves import (
    REGISTRY,
    AcceptHandover,
    Answer,
    Argue,
    Assign,
    Backfill,
    BreakSilence,
    CancelWithdrawal,
    Consent,
    Declare,
    Deploy,
    Estimate,
    Footnote,
    Fund,
    Invest,
    MakeFreeMove,
    MakePromise,
    Message,
    Move,
    Ordered,
    ProposeHandover,
    RefuseHandover,
    Seal,
    SetPace,
    SetReadiness,
    SetSpending,
    TableText,
    TakeBack,
    Unseal,
    Withdraw,
    WithdrawText,
)
from tabletop.model.scenario import Scenario
from tabletop.words import names
from tabletop.words.names import Seats, listed

_WAYS = {"up": "up", "down": "down", "same": "unchanged"}


def quoted(text: str) -> str:
    """Free text in quotation marks on one line, or nothing."""
    flat = " ".join(text.split())
    return f'"{flat}"' if flat else ""


def after_colon(text: str) -> str:
    """`: "text"`, or nothing."""
    said = quoted(text)
    return f": {said}" if said else ""


def number(value: float) -> str:
    """A plain number with a decimal point, at most two digits behind it."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def order_said(move: Move, scenario: Scenario, seats: Seats | None = None) -> str | None:
    """What an order says; None for other moves."""
    match move:
        case SetSpending():
            return f"sets the spending of {names.member_name(scenario, move.member)} to {number(move.share)} % of GDP"
        case SetPace():
            whose = listed([names.member_name(scenario, m) for m in move.members])
            verb = "lowers" if move.pace < 0 else "raises"
            pace = f"by {number(abs(move.pace))} points of GDP a turn" if move.pace else "no further"
            return f"{verb} spending {pace}{f' for {whose}' if whose else ''}"
        case Fund():
            return _fund(move, scenario)
        case Invest():
            way = scenario.ways.get(move.way)
            into = scenario.tracks[scenario.names.industry].name
            return f"puts {number(move.amount)} bn into {into} ({way.name if way else move.way})"
        case Assign():
            return f"moves {names.force_name(scenario, move.force)} to {_theatre(scenario, move.theatre)}"
        case SetReadiness():
            return f"pays for {move.level:.0%} readiness of its forces".replace("%", " %")
        case Withdraw():
            return f"withdraws {names.force_name(scenario, move.force)}, leaving in turn {move.turn}"
        case CancelWithdrawal():
            return f"keeps {names.force_name(scenario, move.force)} after all"
        case Deploy():
            return f"sends {names.force_name(scenario, move.force)} to {_theatre(scenario, move.theatre)}"
        case Backfill():
            new, old = (names.force_name(scenario, thing) for thing in (move.replacement, move.replaces))
            return f"promises that {new} takes the place of {old}"
        case Declare():
            stance = scenario.stances.get(move.stance)
            return f"declares {quoted(stance.name if stance else move.stance)}"
        case Ordered():
            return "ordered (sealed)"
        case ProposeHandover():
            to = names.member_name(scenario, move.to)
            return f"proposes that {names.post_name(scenario, move.post)} goes to {to}"
    return None


def talk_said(move: Move, scenario: Scenario, seats: Seats | None = None) -> str | None:
    """What a seat's move that is no order says; None for control's moves."""

    def text(proposal: str) -> str:
        return quoted(names.text_name(scenario, proposal, seats))

    match move:
        case AcceptHandover():
            return f"agrees to the handover of {names.post_name(scenario, move.post)}"
        case RefuseHandover():
            return f"refuses the handover of {names.post_name(scenario, move.post)}"
        case Seal():
            return f"seals its orders{after_colon(move.why)}{_expected(move, scenario, seats)}"
        case Unseal():
            return "opens its orders again"
        case TakeBack():
            return f"takes its order back (move {move.entry})"
        case TableText():
            return f"tables {text(f'{move.kind}/{move.about}' if move.about else move.kind)}"
        case WithdrawText():
            return f"withdraws {text(move.proposal)}"
        case Consent():
            return f"agrees to {text(move.proposal)}{after_colon(move.words)}"
        case Footnote():
            return f"lets {text(move.proposal)} pass with a footnote{after_colon(move.words)}"
        case BreakSilence():
            return f"breaks silence on {text(move.proposal)}{after_colon(move.words)}"
        case Answer():
            said = names.option_text(scenario, move.inject, move.option) if move.option else quoted(move.text)
            return f"answers {quoted(names.inject_name(scenario, move.inject))}: {said}"
        case MakeFreeMove():
            means = f", by {quoted(move.means)}" if move.means.strip() else ""
            return f"argues a free move: {quoted(move.aim)}{means}"
        case Argue():
            return f"argues {move.side} move {move.move}{after_colon(move.text)}"
        case Estimate():
            return f"calls move {move.move}: {move.word}"
        case Message():
            return f"writes to {names.seat_name(scenario, move.to, seats)}{after_colon(move.text)}"
        case MakePromise():
            return _promise(move, scenario, seats)
    return None


def deed_words(deed: str, scenario: Scenario, seats: Seats | None = None) -> str:
    """A promise's deed or condition in words: "withdraw the Third Watch", "Trust at least 60"."""
    word, _, thing = deed.strip().partition(" ")
    if word in REGISTRY:
        return f"{word.replace('-', ' ')} {names.thing_name(scenario, thing, seats)}".strip()
    try:
        told = condition(deed)
    except TabletopError:
        return deed
    test = {"=": "is", "!=": "is not", "<": "below", "<=": "at most", ">": "above", ">=": "at least"}[told.test]
    value = number(told.value) if isinstance(told.value, float) else names.thing_name(scenario, told.value, seats)
    return f"{names.score_name(scenario, told.path, seats)} {test} {value}"


def _theatre(scenario: Scenario, theatre: str) -> str:
    return names.theatre_name(scenario, theatre)


def _fund(move: Fund, scenario: Scenario) -> str:
    name = names.programme_name(scenario, move.programme)
    again = ", and again each turn" if move.standing else ""
    if move.pays <= 0:
        return f"stops paying for {name}"
    if move.pays >= 100:
        return f"pays for a tranche of {name}{again}"
    share = f"{move.pays:.0f}" if move.pays >= 1 else number(move.pays)
    return f"offers {share} % of the price of a tranche of {name}{again}"


def _expected(move: Seal, scenario: Scenario, seats: Seats | None) -> str:
    told = [
        f"{names.score_name(scenario, s, seats, short=True)} {_WAYS.get(way, way)}" for s, way in move.expect.items()
    ]
    return f"; expects {listed(told)}" if told else ""


def _promise(move: MakePromise, scenario: Scenario, seats: Seats | None) -> str:
    deed = f" ({deed_words(move.deed, scenario, seats)})" if move.deed else ""
    on = f", if {deed_words(move.if_, scenario, seats)}" if move.if_ else ""
    to = names.seat_name(scenario, move.to, seats)
    return f"promises {to} for turn {move.due}{after_colon(move.text)}{deed}{on}"
