"""The hotwash: after the end each seat says a line, typed where the room can see it, kept as a note about the seat."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from tabletop.model.moves import Advance, End, Note
from tabletop.model.seats import CONTROL
from tabletop.model.world import State
from tabletop.table.port import View
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.field import CycleField, Field
from tabletop.tui.kit.form import Form, Values
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.words.names import seat_name

KIND: Final = "insight"
"""The kind of note that a seat's line is."""


def hotwash_notes(view: View) -> list[Note]:
    """What seats said since the exercise ended, in the order of the saying."""
    if view.world.state is not State.ENDED:
        return []
    over = max((line.n for line in view.lines if line.live and isinstance(line.move, End | Advance)), default=0)
    notes = (line.move for line in view.lines if line.n > over and line.live)
    return [note for note in notes if isinstance(note, Note) and note.kind == KIND and note.about]


def hotwash_lines(view: View, width: int) -> Content:
    """Seat by seat what it said; a seat that has not spoken yet is named too, so that nobody is left out."""
    notes, world = hotwash_notes(view), view.world
    names = {seat: seat_name(world.scenario, seat, world.seats) for seat in world.seats}
    indent = max(map(len, names.values()), default=0) + 2
    rows = [row for seat, name in names.items()
            for row in _of_seat(name, [note.text for note in notes if note.about == seat], width, indent)]  # fmt: skip
    return Content("\n").join(rows)


def _of_seat(name: str, texts: list[str], width: int, indent: int) -> Iterator[Content]:
    for n, text in enumerate(texts or [said("{W} writes its line")]):
        ink = palette.BRIGHT if texts else palette.DIM
        head = "" if n else Content.styled(name, f"bold {palette.LABEL}")
        yield hanging(Content.styled(text, ink), width, indent, head)


def hotwash(view: View) -> Form[Note]:
    """Asks whose line it is, the first seat that has not spoken before all others, and for its words."""
    world, spoken = view.world, {note.about for note in hotwash_notes(view)}
    seats = sorted(world.seats, key=lambda seat: seat in spoken)
    choices = [(seat, seat_name(world.scenario, seat, world.seats)) for seat in seats]
    fields = (
        CycleField("seat", "Who speaks", choices=choices),
        Field("text", "What it takes home, in a sentence", missing="Write a few words, or Esc to leave."),
    )

    def make(values: Values) -> Note:
        return Note(seat=CONTROL, text=values["text"], kind=KIND, about=values["seat"])

    return Form("HotwashDialog", "Hotwash", fields, make, about=str(len(spoken)), begin="text")


def _ask(screen: TableScreen) -> None:
    if screen.view.world.state is not State.ENDED:
        screen.notify("The hotwash begins when the exercise has ended.")
        return
    ask(screen, hotwash(screen.view), screen.give)


HOTWASH: Final = Action("W", "hotwash", "write down what a seat says in the hotwash", _ask, enters=True)
