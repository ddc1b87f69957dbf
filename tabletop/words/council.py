"""Council texts in words: whose silence one asks for, what a seat has said to it, how many have."""

from collections.abc import Iterable, Sequence

from tabletop.model.council import Text, TextSpec
from tabletop.model.moves import BreakSilence, Consent, Footnote
from tabletop.model.record import Line
from tabletop.model.scenario import Scenario
from tabletop.words.cover import percent
from tabletop.words.forces import agreed
from tabletop.words.names import SeatStates, capital, force_name, listed, seat_name, seat_short
from tabletop.words.reasons import for_what
from tabletop.words.said import decimal, quoted


def asks(spec: TextSpec, agree: Sequence[str], scenario: Scenario, seats: SeatStates) -> str:
    """ "Stands unless Paris breaks silence". `agree`: the seats whose silence counts."""
    if len(agree) == len(seats):
        return "Every seat must consent" if spec.votes else "Stands unless a seat breaks silence"
    whose = listed([seat_name(scenario, seat, seats, the=True) for seat in agree])
    return f"Each of {whose} must consent" if spec.votes else f"Stands unless {whose} breaks silence"


def voice(text: Text, seat: str) -> str:
    """What a seat has said to a text: consent, footnote, silence broken, or silent."""
    if text.sponsor == seat:
        return "sponsor"
    if seat in text.broken:
        return "silence broken"
    if seat in text.footnotes:
        return "footnote"
    return "consent" if seat in text.consents else "silent"


def voices(text: Text, asks: int) -> str:
    """How many of those it asks have said what."""
    if text.broken:
        return f"{len(text.broken)} broke silence"
    notes = f", {len(text.footnotes)} footnotes" if text.footnotes else ""
    return f"{len(text.consents)} of {asks} consent{notes}"


def voices_by_seat(text: Text, agree: Sequence[str], scenario: Scenario, seats: SeatStates) -> str:
    """ "Broke silence: Paris · consent: Washington, Berlin · silent: Warsaw", of the seats that are asked."""
    said: dict[str, list[str]] = {"silence broken": [], "footnote": [], "consent": [], "silent": []}
    for seat in agree:
        word = voice(text, seat)
        said["consent" if word == "sponsor" else word].append(seat_short(scenario, seat, seats))
    said["broke silence"] = said.pop("silence broken")
    order = ("broke silence", "footnote", "consent", "silent")
    return capital(" · ".join(f"{word}: {', '.join(said[word])}" for word in order if said[word]))


def ledger_words(scenario: Scenario, force: str, part: float) -> str:
    """What the ledger says to a certificate, and what a false one brings. `part`: of the force that is matched."""
    k = scenario.coefficients
    says = _matched(scenario, force, part)
    if part >= k.certificate_least:
        return f"{says}: it bears the certificate out."
    trust = scenario.tracks[scenario.names.trust].name
    lost = decimal(abs(k.certificate_trust) * (1 - part))
    then = f"costs {lost} of {trust}, and its sponsor capital"
    return f"{says}: it contradicts the certificate. If it stands, it ends a turn after the departure and {then}."


def contradicted(scenario: Scenario, force: str, part: float) -> str:
    """Why a certificate needs a person: "the ledger contradicts it: 0 % of the 2nd Cavalry Regiment is matched"."""
    return f"the ledger contradicts it: {_matched(scenario, force, part)}"


def _matched(scenario: Scenario, force: str, part: float) -> str:
    name = force_name(scenario, force, the=True)
    return f"{percent(part)} of {name} {agreed(name, 'is')} matched"


def spoken_to(lines: Iterable[Line], proposal: str, scenario: Scenario, seats: SeatStates) -> list[str]:
    """What seats have said to a text beside their voice, the last word of each: `Paris: "..." (for its red line ...)`.
    Reasons stand where the reader may know them."""
    said: dict[str, str] = {}
    for line in lines:
        move = line.move
        if isinstance(move, Consent | Footnote | BreakSilence) and move.proposal == proposal:
            why = "" if isinstance(move, Consent) else for_what(scenario, move.seat, move.why)
            said[move.seat] = f"{quoted(move.words)}{why}".strip()
    return [f"{seat_name(scenario, seat, seats)}: {words}" for seat, words in said.items() if words]
