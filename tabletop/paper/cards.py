"""What stands on tables before anything has begun: name cards, and the sheet that says how words will be used."""

from collections.abc import Iterator
from typing import Final

from tabletop.paper.blocks import Block, Bullets, Head, NameCard, Prose, Rules, Ticks
from tabletop.table.port import View
from tabletop.words.names import listed, member_name, seat_name

_LEVELS: Final = {
    "none": "What you say is put down to nobody, not even to your seat.",
    "seat": "What you say is put down to your seat, never to you.",
    "role": "What you say is put down to your role at the table, never to your name.",
    "person": "What you say may be put down to you by name, if you agree below.",
}


def name_card(view: View, seat: str) -> tuple[Block, ...]:
    """A card to be folded: the seat's name, and for whom it speaks."""
    world = view.world
    name = seat_name(world.scenario, seat, world.seats)
    members = [member_name(world.scenario, member) for member in world.seats[seat].members]
    speaks = listed(members)
    return (NameCard(name, "" if speaks in ("", name) else speaks),)


def consent(view: View) -> Iterator[Block]:
    """How words are used in this session; to be signed or left."""
    yield Head("How your words are used", 1)
    yield Prose(view.world.scenario.exercise.aim)
    yield Head("What is kept")
    yield Bullets((
        "Orders, answers, texts and rulings are on record with the seat that gave them.",
        "Notes of what is said are taken by hand. Nothing is recorded in sound or picture by this program.",
        _LEVELS.get(view.attribution, _LEVELS["seat"]),
        "Names of persons stand in a list of their own, which no report and no table of figures reads.",
        "Answers on survey slips are kept by seat and never by person.",
    ))  # fmt: skip
    yield Head("What you can do")
    yield Bullets((
        "Say 'off the record': it is not written down.",
        "Ask, now or later, for your words to be taken out. They go for good; the record stays valid without them.",
        "Leave this sheet unsigned. You may take part all the same.",
    ))  # fmt: skip
    yield Head("Your word")
    yield Ticks("My words may be used", ("not at all", "without my seat", "with my seat"), stacked=True)
    yield Rules("Seat:", 1)
    yield Rules("Date and sign, or leave empty:", 1)
