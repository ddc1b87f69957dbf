"""The plate that stays on a seat's screen when it is ready: nothing of what it ordered, but who is still awaited and
what has asked it since; it may answer and speak to a text without opening its orders."""

from typing import Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.table.injects import waiting_answers
from tabletop.table.levers import Levers
from tabletop.table.owners import teams
from tabletop.table.port import View
from tabletop.tui.kit.keys import shown
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import letters, rows, setting
from tabletop.words.names import inject_name, listed, seat_name, seat_short, text_name
from tabletop.words.said import quoted

_BIG: Final = "Sealed"
_ROUND: Final = 20
"""Rows of the plate around its large word, at most."""
_APART: Final = 3


class SealedPage(VerticalScroll, can_focus=True):
    """In the middle of the room that there is."""

    def __init__(self, *, id: str, alone: bool = False) -> None:
        """`alone`: nobody sits there for control, so that the player goes on."""
        super().__init__(Static(id="plate"), id=id)
        self._alone = alone

    _told: tuple[View, str] | None = None

    def on_resize(self) -> None:
        if self._told:
            self.show(*self._told)

    def show(self, view: View, seat: str) -> None:
        """Writes it anew, as large as the room allows."""
        self._told, levers = (view, seat), view.levers(seat)
        width, height = self.app.size
        big = setting(_BIG, width * 2 // 3, max(rows(), height - _ROUND))
        assert big is not None
        name = Content.styled(seat_name(view.world.scenario, seat, view.world.seats), f"bold {palette.BRIGHT}")
        word = Content.styled("\n".join(letters(_BIG, big.scale)), f"bold {palette.ACCENT}")
        self.query_one("#plate", Static).update(
            Content("\n\n").join([name, word, sealed_content(levers, alone=self._alone)])
        )


def sealed_content(levers: Levers, *, alone: bool = False) -> Content:
    """What stands below the name: when, who is awaited, what asks, and the keys."""
    world, seat = levers.world, levers.seat
    name = seat_name(world.scenario, seat, world.seats)
    waits = [seat_name(world.scenario, s, world.seats, the=True) for s in teams(world) if not world.seats[s].sealed]
    rest = f"Still at work: {listed(waits)}." if waits else "All seats have sealed; control goes on."
    goes, until = " hands the keyboard on", "until control goes on"
    if alone:
        goes = " shows what comes of it"
        rest, until = "The bots order when you go on, and see nothing of yours.", "until you go on"
    injects = [inject_name(world.scenario, inject) for inject in levers.answers.to_give]
    texts = [text_name(world.scenario, text, world.seats) for text in levers.texts.unheard]
    asks = [(shown("7"), f"answers {quoted(inject)}, which asks {name}") for inject in injects]
    asks += [(shown("5"), f"reads and answers {quoted(text)}, tabled since") for text in texts]
    news = Content("").join(Content.assemble((key, f"bold {palette.CRISIS_INK}"), f" {does}\n") for key, does in asks)
    return Content.assemble(
        (f"{name} has sealed its orders of turn {world.turn}, {world.period}.", palette.TEXT), "\n\n",
        lamps(levers), "\n", (rest, palette.LABEL), "\n\n",
        news, "\n" if asks else "",
        (shown("space"), f"bold {palette.ACCENT}"), (goes, palette.LABEL), "\n",
        (shown("U"), f"bold {palette.ACCENT}"), (f" opens the orders again {until}", palette.LABEL),
    )  # fmt: skip


def lamps(levers: Levers) -> Content:
    """A lamp for each team: lit where it has sealed; the seat's own ringed while an inject still asks it."""
    world = levers.world
    return Content(" " * _APART).join(_lamp(levers, seat) for seat in teams(world))


def _lamp(levers: Levers, seat: str) -> Content:
    world = levers.world
    name = seat_short(world.scenario, seat, world.seats)
    if not world.seats[seat].sealed:
        return Content.assemble(("○ ", palette.LABEL), (name, palette.TEXT))
    asked = seat == levers.seat and waiting_answers(world, seat)
    return Content.assemble(("◉ " if asked else "● ", palette.ACCENT), (name, palette.LABEL))
