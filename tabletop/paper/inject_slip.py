"""Slips for the injects of a turn: what is read and, for those who are asked, the options without what they would do.

Nothing that is control's own stands on one.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from tabletop.model.injects import InjectSpec
from tabletop.paper.blocks import Banner, Block, Break, Column, Head, Prose, Rules, Tabular, Ticks
from tabletop.paper.letters import lettered
from tabletop.table.port import View
from tabletop.words.names import capital, listed, seat_name
from tabletop.words.turns import paragraphs

_MARKING: Final = "EXERCISE"
_NOT_NEWS: Final = "Part of an exercise. Not news, and not to leave the room."


def slips(view: View, seat: str) -> tuple[Block, ...]:
    """A page for each inject of this turn that asks a seat; "" for the room: all that came this turn, to be read."""
    world, answers = view.world, view.levers(seat).answers
    came = [
        name for name, state in world.injects.items() if state.turn == world.turn and name in world.scenario.injects
    ]
    when = f"turn {world.turn}, {world.period}, at ____ : ____"
    asked = {name: answers.addressees(name) for name in came}
    mine = [name for name in came if not seat or seat in asked[name]]
    return _pages([tuple(_slip(view, world.scenario.injects[name], asked[name], seat, when)) for name in mine])


def stock(view: View, seat: str) -> tuple[Block, ...]:
    """A page for each inject that could ever ask a seat, for control to lay ready: turn and time are left to write."""
    mine = [spec for spec in view.world.scenario.injects.values() if seat in spec.answers]
    return _pages([tuple(_slip(view, spec, spec.answers, seat, "turn ____ , at ____ : ____")) for spec in mine])


def _pages(slips: Sequence[tuple[Block, ...]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for n, slip in enumerate(slips):
        blocks += [*([Break()] if n else []), *slip]
    return tuple(blocks)


def _slip(view: View, spec: InjectSpec, asked: Sequence[str], seat: str, when: str) -> Iterator[Block]:
    """Of an inject what may be read by whoever gets it: neither effects nor control's own note."""
    scenario, seats = view.world.scenario, view.world.seats
    names = [seat_name(scenario, each, seats) for each in asked]
    to = seat_name(scenario, seat, seats) if seat else "the room"
    banner = Banner(" ".join([view.marking or _MARKING] * 3))
    yield banner
    yield Tabular(
        (Column("From", 1.0), Column("By"), Column("To", 1.0), Column("When")),
        ((capital(spec.sender) or "not named", spec.channel, to, when),),
    )
    yield Head(spec.title, 1)
    for paragraph in paragraphs(spec.text):
        yield Prose(paragraph)
    if seat:
        yield from _answers(spec)
        others = [name for each, name in zip(asked, names, strict=True) if each != seat]
        if others:
            yield Prose(f"Asked too: {listed(others)}.", "note")
    elif names:
        yield Prose(f"Asked for an answer: {listed(names)}.", "note")
    yield Prose(_NOT_NEWS, "note")
    yield banner


def _answers(spec: InjectSpec) -> Iterator[Block]:
    if spec.options:
        yield Ticks("You may answer", lettered(option.text for option in spec.options), stacked=True)
    yield Rules("or in your own words:" if spec.options else "Your answer:", 2)
