"""What leaves, and what it costs: surprises, matches, and matches that lapse while the package is gone."""

from typing import NamedTuple

from attrs import frozen

from tabletop.model.cause import Cause, Kind, because
from tabletop.model.departures import Departure
from tabletop.model.events import DeparturesSet, TextChanged
from tabletop.model.figures.forms import CAPITAL, GAP
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Force, Status
from tabletop.model.inner import WITHDRAWN
from tabletop.rules.turn.declare import word_broken
from tabletop.rules.turn.relief import Vacancy, relief, voters_see
from tabletop.rules.turn.stations import due, hosted, not_hosted, on_its_way, station
from tabletop.rules.world.arithmetic import power, sum_of
from tabletop.rules.world.book import Match, matches
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move, nudge
from tabletop.rules.world.frame import Frame


@frozen
class Leaver:
    """A package that leaves now. `sudden`: its size counted as surprise; `covered` and `bare`: as matched or not."""

    departure: Departure
    claim: str
    sudden: float = 0.0
    covered: float = 0.0
    bare: float = 0.0


def size_of(frame: Frame, force: str) -> float:
    """What a package's going weighs, some .1 to 2: people, heaviness and what it stands for each count once."""
    k, spec = frame.scenario.coefficients, frame.scenario.forces[force]
    symbol = k.size_symbol if spec.combat and spec.personnel >= k.symbol_people else 0.0
    heavy = k.size_heavy if spec.heavy else 0.0
    return min(k.size_most, k.size_least + spec.personnel / k.size_personnel + heavy + symbol)


def leave(draft: Draft) -> float:
    """What is due leaves, with what it costs; what has left is looked at again.

    Returns what is added to the alarm, before its spread.
    """
    anchor, specs = draft.scenario.names.anchor, draft.scenario.forces
    leaving = [force for force in due(draft) if specs[force].owner == anchor]
    for force in [force for force in leaving if (to := draft.forces[force].to) and not hosted(draft, force, to)]:
        not_hosted(draft, force, draft.forces[force].ref)
        leaving.remove(force)
    alarm = sum_of(_alarm(draft, force) for force in leaving)
    if leaving or draft.departures:
        _review(draft, leaving)
    return alarm


def _alarm(draft: Draft, force: str) -> float:
    k, state = draft.scenario.coefficients, draft.forces[force]
    before = 1.0 if state.announced < state.turn else 0.0  # people counted when it was announced
    return alarm_of(draft, force, state.to) * (k.alarm_surprise - before if _surprise(draft, state) else 1.0)


def alarm_of(draft: Draft, force: str, to: str = "") -> float:
    """What a package's departure adds to the alarm, before its spread; less if it goes to another theatre."""
    k = draft.scenario.coefficients
    return draft.scenario.forces[force].personnel / k.alarm_people * (k.moved_share if to else 1.0)


def _surprise(draft: Draft, state: Force) -> bool:
    return state.turn - state.announced < draft.scenario.coefficients.notice_turns


def _review(draft: Draft, leaving: list[str]) -> None:
    """Who leaves and who has left takes its part of the book, in the order of leaving."""
    new = [_departure(draft, force) for force in leaving]
    before = _still_missed(draft, new)
    covers = matches(draft, (*before, *new))
    leavers = [_take_out(draft, each, match) for each, match in zip(new, covers[len(before) :], strict=True)]
    looked = [
        each if each.covered == match.full else evolve(each, covered=match.full)
        for each, match in zip(before, covers, strict=False)
    ]
    changed = [(old, now) for old, now in zip(before, looked, strict=True) if old is not now]
    if changed or leavers:
        _lapses(draft, changed)
        draft.emit(DeparturesSet((*looked, *(leaver.departure for leaver in leavers))))
    if leavers:
        _costs(draft, leavers)
    _certificates(draft)


def _still_missed(draft: Draft, new: list[Departure]) -> tuple[Departure, ...]:
    """Earlier departures but those from a theatre to which their package now goes again."""
    again = {(each.force, each.to) for each in new}
    return tuple(each for each in draft.departures if (each.force, each.theatre) not in again)


def _departure(draft: Draft, force: str) -> Departure:
    state: Force = draft.forces[force]
    size = size_of(draft.frame, force) * (draft.scenario.coefficients.moved_share if state.to else 1.0)
    return Departure(
        force=force,
        theatre=state.theatre,
        turn=draft.turn,
        size=size,
        surprise=_surprise(draft, state),
        to=state.to,
        ref=state.ref,
    )


def _take_out(draft: Draft, going: Departure, match: Match) -> Leaver:
    k = draft.scenario.coefficients
    force, state = going.force, draft.forces[going.force]
    departure = evolve(going, covered=match.full)
    cells = draft.frame.standing_in(force, going.theatre)
    stand_in = relief(draft, cells) if match.full else {}
    left, counted = _left(departure)
    new = on_its_way(draft, force, going.to) if going.to else evolve(state, status=Status.ELSEWHERE, arrives=0)
    station(draft, force, evolve(new, ref=state.ref), left, state.ref)
    move(draft, WITHDRAWN, 1.0, counted, state.ref)
    move(draft, "withdrawn/surprise" if going.surprise else "withdrawn/announced", 1.0, counted, state.ref)
    if departure.matched:
        move(draft, "withdrawn/matched", 1.0, counted, state.ref)
    voters_see(draft, [Vacancy(force, going.theatre, going.size, match.full, stand_in, state.ref)])
    if going.surprise:
        breach = k.breach if word_broken(draft, draft.scenario.names.anchor_seat) else 1.0
        return Leaver(departure, state.claim, sudden=going.size * (1 - k.surprise_cover * match.full) * breach)
    claim = k.false_claim if state.claim and not departure.matched else 1.0
    return Leaver(departure, state.claim, covered=going.size * match.full, bare=going.size * (1 - match.full) * claim)


def _left(departure: Departure) -> tuple[Cause, Cause]:
    """The causes of a departure's going and of its being counted."""
    force = departure.force
    if departure.surprise:
        return because("left-by-surprise", force), because("counted-by-surprise", force)
    if departure.matched:
        return because("left-matched", force), because("counted-matched", force)
    return because("left", force), because("counted", force)


class _Price(NamedTuple):
    """Points of a departure of size 1."""

    trust: float
    cohesion: float
    commitment: float


def _spread(draft: Draft, sizes: list[tuple[Departure, float]], kind: Kind, exponent: float, price: _Price) -> None:
    """Several at once cost less than one by one; each has its part of the whole."""
    total = sum_of(size for _, size in sizes)
    if not total:
        return
    names = draft.scenario.names
    for departure, size in sizes:
        part = power(total, exponent) * size / total
        cause = because(kind, departure.force)
        nudge(draft, names.trust, price.trust * part, cause, departure.ref)
        nudge(draft, names.cohesion, price.cohesion * part, cause, departure.ref)
        nudge(draft, names.commitment, price.commitment * part, cause, departure.ref)


def _costs(draft: Draft, leavers: list[Leaver]) -> None:
    k = draft.scenario.coefficients
    sudden = _Price(k.surprise_trust, k.surprise_cohesion, k.surprise_commitment)
    covered = _Price(k.covered_trust, 0.0, k.covered_commitment)
    _spread(draft, [(x.departure, x.sudden) for x in leavers], "leaves-by-surprise", k.mass_exponent, sudden)
    _spread(draft, [(x.departure, x.bare) for x in leavers], "leaves-unmatched", k.mass_exponent, _bare(draft))
    _spread(draft, [(x.departure, x.covered) for x in leavers], "leaves-matched", k.covered_exponent, covered)
    for theatre in draft.frame.theatres:
        _tear(draft, path_of(GAP, theatre), [x for x in leavers if x.departure.theatre == theatre and x.sudden])


def _bare(draft: Draft, times: float = 1.0) -> _Price:
    k = draft.scenario.coefficients
    return _Price(k.uncovered_trust * times, k.uncovered_cohesion * times, k.uncovered_commitment * times)


def _tear(draft: Draft, gap: str, torn: list[Leaver]) -> None:
    """The gap that surprises leave in a theatre."""
    k = draft.scenario.coefficients
    total = sum_of(leaver.sudden for leaver in torn)
    if not total:
        return
    amount = k.surprise_gap * power(total, k.mass_exponent)
    amount = max(0.0, min(amount, k.surprise_gap_most - draft.figures[gap]))
    for leaver in torn:
        cause = because("leaves-gap", leaver.departure.force)
        move(draft, gap, amount * leaver.sudden / total, cause, leaver.departure.ref)


def _lapses(draft: Draft, changed: list[tuple[Departure, Departure]]) -> None:
    """A match that falls short later costs as a departure without one, and more; a late one gives a part back."""
    k, trust = draft.scenario.coefficients, draft.scenario.names.trust
    falls = [(now, now.size * (old.covered - now.covered)) for old, now in changed if now.covered < old.covered]
    _spread(draft, falls, "match-lapses", k.mass_exponent, _bare(draft, k.lapse_factor))
    for old, now in changed:
        cause = because("match-lapses" if now.covered < old.covered else "match-comes", now.force)
        if now.covered > old.covered:
            back = -k.late_match * k.uncovered_trust * now.size * (now.covered - old.covered)
            nudge(draft, trust, back, cause, now.ref)
        if now.matched != old.matched:
            move(draft, "withdrawn/matched", 1.0 if now.matched else -1.0, cause, now.ref)


def _certificates(draft: Draft) -> None:
    """A certificate that the book contradicts holds for its turn; then it costs trust and its sponsor, and ends."""
    k, texts = draft.scenario.coefficients, draft.scenario.texts
    standing = [
        text for text in draft.texts.values() if text.state == "standing" and texts[text.kind].rule == "certify"
    ]
    covers = {each.force: each.covered for each in draft.departures if each.turn < draft.turn} if standing else {}
    for text in standing:
        covered = covers.get(text.about, 1.0)
        if covered < k.certificate_least and text.turn < draft.turn:
            cause = because("certificate-contradicted", text.about)
            nudge(draft, draft.scenario.names.trust, k.certificate_trust * (1 - covered), cause, text.ref)
            move(draft, path_of(CAPITAL, text.sponsor), k.fallen_sponsor, cause, text.ref)
            draft.emit(TextChanged(evolve(text, state="ended")))


def comes_back(draft: Draft, force: str, theatre: str) -> None:
    """A package that stands again where it left, or at its base, is no departure any more."""
    home = theatre == draft.scenario.forces[force].base
    kept = tuple(x for x in draft.departures if x.force != force or not (home or x.theatre == theatre))
    if len(kept) < len(draft.departures):
        draft.emit(DeparturesSet(kept))
