"""What happened in a turn, read off two worlds and what lies between them: things that came, went and were agreed."""

from collections.abc import Iterator, Sequence
from typing import get_args

from attrs import frozen

from tabletop.model.cause import OfTheatre
from tabletop.model.figures.forms import DETERRENCE, MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Status
from tabletop.model.moves import Assign, Deploy
from tabletop.model.record import Line
from tabletop.model.world import Change, World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.edges import passed
from tabletop.rules.turn.council import unheard, waits
from tabletop.rules.turn.stations import unwelcome
from tabletop.words import marks, names
from tabletop.words.cause_words import wording
from tabletop.words.decided import came_of_injects
from tabletop.words.names import capital, listed
from tabletop.words.ruled import adjusted, argued, ruled
from tabletop.words.said import deed_words

_MOST = 2
"""Things named in one sentence of the story; the results below it name all."""
_CAME_AND_WENT = ("left", "arrived", "leaving", "unwelcome", "stays", "moved", "late")
_KINDS = ("crisis", "probe", "text", "post", "promise", "budget")
_ENDED = ('."', '!"', '?"')
_WHOLE = ("argued", "ruled", "adjusted", "said")


@frozen
class Happening:
    """`kind`: argued, ruled, adjusted, left, leaving, stays, unwelcome (no host has it), arrived, moved, late, post,
    text, crisis, said (an inject answered in words), probe, promise, budget, edge. `good`: by the
    scenario's lights up (True), down (False) or neither. `thing`, `theatre`: ids of the force that came or went, or the
    post that passed, and where."""

    kind: str
    text: str
    good: bool | None = None
    thing: str = ""
    theatre: str = ""

    @property
    def sentence(self) -> str:
        return f"{capital(self.text)}."


def happenings(before: World, after: World, changes: Sequence[Change], lines: Sequence[Line] = ()) -> list[Happening]:
    """Everything a turn brought, in the order in which it is told. `lines`: the record, where the words stand."""
    by_number = {line.n: line for line in lines}
    return [
        *(Happening("argued", text) for text in argued(after, by_number)),
        *(Happening("ruled", text) for text in ruled(after, by_number)),
        *(Happening("adjusted", text) for text in adjusted(after, lines)),
        *_forces(before, after, changes),
        *_unwelcome(before, after),
        *_posts(before, after),
        *_texts(before, after),
        *(
            Happening("said" if in_words else "crisis", text)
            for text, in_words in came_of_injects(before, after, by_number)
        ),
        *_probes(after, changes),
        *_promises(before, after),
        *_budgets(before, after),
        *_edges(before, after),
    ]


def headline_story(before: World, after: World, changes: Sequence[Change], lines: Sequence[Line] = ()) -> list[str]:
    """The turn in a few sentences: what was argued and ruled, who came and went, what was agreed or broken, where that
    leaves all. Of what people settled nothing is left out."""
    events = happenings(before, after, changes, lines)
    settled = [_sentence([h.text]) for h in events if h.kind in _WHOLE]
    first = _sentence([h.text for kind in _CAME_AND_WENT for h in events if h.kind == kind])
    second = _sentence(_turn_about([[h.text for h in events if h.kind == kind] for kind in _KINDS]))
    edges = [each.sentence for each in events if each.kind == "edge"]
    return [sentence for sentence in (*settled, first, second, *edges, _stand(before, after)) if sentence]


def _sentence(parts: list[str]) -> str:
    if not parts:
        return ""
    sentence = "; ".join(parts[:_MOST])
    return f"{capital(sentence)}{'' if sentence.endswith(_ENDED) else '.'}"


def _turn_about(kinds: list[list[str]]) -> list[str]:
    """The first of each kind, then the second of each, and so on."""
    longest = max((len(each) for each in kinds), default=0)
    return [each[n] for n in range(longest) for each in kinds if n < len(each)]


def _stand(before: World, after: World) -> str:
    """Which theatre moved most, and which is the weakest now."""
    old, new = scores(before), scores(after)
    changes = {
        t: marks.moved(old[path_of(DETERRENCE, t)], new[path_of(DETERRENCE, t)]) for t in after.scenario.theatres
    }
    if not changes:
        return ""
    weakest = min(changes, key=lambda t: new[path_of(MARGIN, t)])
    most = max(changes, key=lambda t: abs(changes[t]))
    margin = new[path_of(MARGIN, weakest)]
    where = names.theatre_name(after.scenario, weakest)
    stands = f"{abs(margin):.0f} points {'below' if margin < 0 else 'above'} the pressure on it"
    if abs(changes[most]) < 0.5:
        return f"Deterrence hardly moves; {where} remains the weakest, {stands}."
    verb = "rises" if changes[most] > 0 else "falls"
    name = names.theatre_name(after.scenario, most)
    if most == weakest:
        return f"{name} {verb} most, by {abs(changes[most]):.1f}, and is the weakest, {stands}."
    return f"{name} {verb} most, by {abs(changes[most]):.1f}; {where} is the weakest, {stands}."


def _forces(before: World, after: World, changes: Sequence[Change]) -> Iterator[Happening]:
    scenario = after.scenario
    how = {
        change.figure.removeprefix("supply/"): change.cause.kind
        for change in changes
        if change.figure.startswith("supply/")
    }
    for force, new in after.forces.items():
        old = before.forces.get(force)
        if old is None or old == new:
            continue
        name, where = names.force_name(scenario, force), names.theatre_name(scenario, new.theatre)
        match (old.status, new.status):
            case (_, Status.ELSEWHERE) if old.status is not Status.ELSEWHERE:
                sudden = how.get(force) == "left-by-surprise"
                good = after.matched(force)
                matched = ", matched" if good else (", by surprise" if sudden else ", unmatched")
                yield Happening("left", f"{name} leaves {where}{matched}", None if good else False, force, new.theatre)
            case (Status.BUILDING, Status.AVAILABLE):
                yield Happening("arrived", f"{name} arrives in {where}", True, force, new.theatre)
            case (Status.BUILDING, Status.BUILDING) if old.turn and new.turn > old.turn:
                yield Happening("late", f"{name} is late, now due in turn {new.turn}", False)
            case (Status.AVAILABLE, Status.LEAVING):
                yield Happening("leaving", f"{name} is to leave {where} in turn {new.turn}", False)
            case (Status.LEAVING, Status.AVAILABLE) if not (old.to and unwelcome(after, force, old.to)):
                yield Happening("stays", f"{name} stays in {where} after all", True)
            case (Status.ELSEWHERE, Status.AVAILABLE):
                yield Happening("arrived", f"{name} comes back to {where}", True, force, new.theatre)
            case _ if old.theatre != new.theatre:
                yield Happening("moved", f"{name} moves to {where}")


def _unwelcome(before: World, after: World) -> Iterator[Happening]:
    """Forces that stay because nobody would have them where they were to go."""
    scenario = after.scenario
    orders = [o.move for seat in after.seats.values() for o in seat.orders if isinstance(o.move, Assign | Deploy)]
    bound = {move.force: move.theatre for move in orders}
    bound |= {force: state.to for force, state in before.forces.items() if state.to and force not in bound}
    for force, theatre in bound.items():
        hosts = unwelcome(after, force, theatre)
        if hosts and after.forces[force].theatre == before.forces[force].theatre and not after.forces[force].lent:
            who = listed([names.seat_name(scenario, seat, after.seats) for seat in hosts])
            where = names.theatre_name(scenario, theatre)
            text = f"{names.force_name(scenario, force)} stays where it is: {who} would not have it in {where}"
            yield Happening("unwelcome", text, False, force)


def _posts(before: World, after: World) -> Iterator[Happening]:
    scenario = after.scenario
    for post, new in after.posts.items():
        old = before.posts[post]
        name = names.post_name(scenario, post)
        if new.holder != old.holder:
            yield Happening("post", f"{name} passes to {names.member_name(scenario, new.holder)}", None, post)
        elif new.status == "transition" and old.status != "transition":
            yield Happening("post", f"{name} begins its handover to {names.member_name(scenario, new.to)}", None, post)
        elif old.status == "proposed" and new.status == "held":
            yield Happening("post", f"the handover of {name} is not agreed")


def _texts(before: World, after: World) -> Iterator[Happening]:
    scenario = after.scenario
    for text, new in after.texts.items():
        old = before.texts.get(text)
        name = names.text_name(scenario, text, after.seats)
        late = listed([names.seat_name(scenario, seat, after.seats) for seat in unheard(after, new)])
        if new.state == "open" and waits(after, text):
            yield Happening("text", f"{name} is left for the next turn: it was tabled too late for {late}")
        if old is not None and old.state == new.state:
            continue
        if new.state == "standing":
            noted = (
                f", with {len(new.footnotes)} footnote{'s' if len(new.footnotes) > 1 else ''}" if new.footnotes else ""
            )
            bound = f"; silence binds {late}, for whom it was tabled too late" if late else ""
            yield Happening("text", f"the council agrees on {name}{noted}{bound}", True)
        elif new.state == "fallen":
            who = listed([names.seat_name(scenario, seat, after.seats) for seat in new.broken])
            yield Happening(
                "text", f"{name} falls{f', silence broken by {who}' if who else ' for want of votes'}", False
            )
        elif new.state in ("ended", "withdrawn"):
            yield Happening("text", f"{name} {'has run its course' if new.state == 'ended' else 'is withdrawn'}")


def _probes(after: World, changes: Sequence[Change]) -> Iterator[Happening]:
    for cause in dict.fromkeys(change.cause for change in changes if change.cause.kind in get_args(OfTheatre)):
        yield Happening("probe", f"a {wording(cause, after)}", cause.kind == "probe-repelled")


def _promises(before: World, after: World) -> Iterator[Happening]:
    old = {n: promise.state for n, promise in enumerate(before.promises)}
    for n, promise in enumerate(after.promises):
        if promise.state != old.get(n, "open") and promise.state != "open":
            who, to = (names.seat_name(after.scenario, seat, after.seats) for seat in (promise.seat, promise.to))
            deed = f" ({deed_words(promise.deed, after.scenario, after.seats)})" if promise.deed else ""
            word = {"kept": "keeps", "broken": "breaks", "void": "is freed of"}.get(promise.state, promise.state)
            yield Happening("promise", f"{who} {word} its promise to {to}{deed}", promise.state != "broken")


def _budgets(before: World, after: World) -> Iterator[Happening]:
    for seat, new in after.seats.items():
        old = before.seats.get(seat)
        if old and new.provisional != old.provisional:
            who = names.seat_name(after.scenario, seat, after.seats)
            budget = "runs on a provisional budget" if new.provisional else "has a full budget again"
            yield Happening("budget", f"{who} {budget}", not new.provisional)


def _edges(before: World, after: World) -> Iterator[Happening]:
    """What has passed the brink this turn, and what the scenario says that it means."""
    old = passed(before)
    for name in passed(after):
        if name not in old:
            edge = after.scenario.edges[name]
            yield Happening("edge", f"{edge.name}: {edge.text.removesuffix('.')}", False)
