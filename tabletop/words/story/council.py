"""What the council settled, which probes came, which promises fell due, whose budget fell, what passed the brink."""

from collections.abc import Iterator, Sequence
from typing import get_args

from tabletop.model.cause import OfTheatre
from tabletop.model.council import Text
from tabletop.model.world import Change, World
from tabletop.rules.scores.edges import passed
from tabletop.rules.turn.council import unheard, waits
from tabletop.words import names
from tabletop.words.cause_words import wording
from tabletop.words.names import listed
from tabletop.words.said import deed_words
from tabletop.words.story.happening import Happening


def texts_told(before: World, after: World) -> Iterator[Happening]:
    """Texts that were agreed, fell, ended, or wait for the next turn."""
    for text, new in after.texts.items():
        old = before.texts.get(text)
        about, who = (f"text/{text}",), (new.sponsor,)
        late = _those(after, unheard(after, new))
        if new.state == "open" and waits(after, text):
            name = names.text_name(after.scenario, text, after.seats)
            waiting = f"{name} is left for the next turn: it was tabled too late for {late}"
            yield Happening("text", waiting, about=about, who=who, refs=(new.ref,))
        if old is not None and old.state == new.state:
            continue
        if told := _settled(after, text, new, late):
            words, good = told
            yield Happening("text", words, good, about=about, who=who, refs=(new.ref,))


def _settled(after: World, text: str, new: Text, late: str) -> tuple[str, bool | None] | None:
    name = names.text_name(after.scenario, text, after.seats)
    match new.state:
        case "standing":
            notes = f"{len(new.footnotes)} footnote{'s' if len(new.footnotes) > 1 else ''}"
            noted = f", with {notes} by {_those(after, new.footnotes)}" if new.footnotes else ""
            bound = f"; silence binds {late}, for whom it was tabled too late" if late else ""
            return f"the council agrees on {name}{noted}{bound}", True
        case "fallen":
            who = _those(after, new.broken)
            return f"{name} falls{f', silence broken by {who}' if who else ' for want of votes'}", False
        case "ended":
            return f"{name} has run its course", None
        case "withdrawn":
            return f"{name} is withdrawn", None
    return None


def _those(world: World, seats: Sequence[str]) -> str:
    return listed([names.seat_name(world.scenario, seat, world.seats, the=True) for seat in seats])


def probes_told(after: World, changes: Sequence[Change]) -> Iterator[Happening]:
    """Every probe of the adversary, and how it ended."""
    for cause in dict.fromkeys(change.cause for change in changes if change.cause.kind in get_args(OfTheatre)):
        text = f"a {wording(cause, after)}"
        yield Happening("probe", text, cause.kind == "probe-repelled", about=(f"theatre/{cause.about[0]}",))


def promises_told(before: World, after: World) -> Iterator[Happening]:
    """Promises that were told kept, broken or void. To whom and what is known to two; that one was broken, to all."""
    scenario, old = after.scenario, {n: promise.state for n, promise in enumerate(before.promises)}
    for n, promise in enumerate(after.promises):
        if promise.state != old.get(n, "open") and promise.state != "open":
            who = names.seat_name(scenario, promise.seat, after.seats)
            to = names.seat_name(scenario, promise.to, after.seats, the=True)
            deed = f" ({deed_words(promise.deed, scenario, after.seats)})" if promise.deed else ""
            word = {"kept": "keeps", "broken": "breaks", "void": "is freed of"}.get(promise.state, promise.state)
            yield Happening(
                "promise", f"{who} {word} its promise to {to}{deed}", promise.state != "broken",
                aloud=f"{who} {word} a promise",
                about=(f"promise-{promise.state}/{promise.seat}",), who=(promise.seat,), refs=(promise.ref,),
            )  # fmt: skip


def others_promises(after: World, changes: Sequence[Change], told: Sequence[Happening]) -> Iterator[Happening]:
    """Promises between others: that they were kept or broken moved what everybody sees."""
    known = {each.about[0] for each in told}
    kinds = {"promise-kept": "keeps", "promise-broken": "breaks"}
    for kind, who in dict.fromkeys((c.cause.kind, c.cause.who) for c in changes if c.cause.kind in kinds):
        about = f"{kind}/{who}"
        if about not in known:
            name, good = names.seat_name(after.scenario, who, after.seats), kind == "promise-kept"
            yield Happening("promise", f"{name} {kinds[kind]} a promise", good, about=(about,), who=(who,))


def budgets_told(before: World, after: World) -> Iterator[Happening]:
    """Seats that fell into a provisional budget, or came out of it."""
    for seat, new in after.seats.items():
        old = before.seats.get(seat)
        if old and new.provisional != old.provisional:
            who = names.seat_name(after.scenario, seat, after.seats)
            budget = "runs on a provisional budget" if new.provisional else "has a full budget again"
            yield Happening("budget", f"{who} {budget}", not new.provisional, who=(seat,))


def edges_told(before: World, after: World) -> Iterator[Happening]:
    """What has passed the brink this turn, and what the scenario says that it means."""
    old = passed(before)
    for name in passed(after):
        if name not in old:
            edge = after.scenario.edges[name]
            yield Happening("edge", f"{edge.name}: {edge.text.removesuffix('.')}", False)
