"""One key for any figure under the cursor: a small box that says where it comes from. Knows no table and no screen:
what has figures says which one it points at."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tabletop.errors import TabletopError
from tabletop.model.origin import Grade, Origin
from tabletop.tui.kit.action import Action, Group
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.words.origins import OriginLine, lines

_WIDE, _PART, _FRAME = 96, 24 / 25, 8
"""Columns of the box, and the most of the screen's that it takes; columns that borders, padding and scrollbar take."""


@runtime_checkable
class PointsAtFigure(Protocol):
    """A widget or screen with a figure under its cursor, or one that it is about."""

    @property
    def points_at(self) -> str:
        """What is asked for: a path, or a thing by its kind and id; "" for none."""
        ...


class OriginDialog(Card[None]):
    """The figure, its source or the word judgement, and what it is made of; it scrolls."""

    BOX = VerticalScroll
    BINDINGS: ClassVar = bound(("y,enter,space", "leave", "close"))

    def __init__(self, origin: Origin) -> None:
        super().__init__("Where from", "Esc closes", "origin")
        self._origin = origin

    def body(self) -> ComposeResult:
        yield Static(self._told(), markup=False)

    def on_resize(self) -> None:
        self.query_one(".card > Static", Static).update(self._told())

    def _told(self) -> Content:
        room = min(_WIDE, int(self.app.size.width * _PART)) - _FRAME
        return Content("\n").join(origin_lines(self._origin, room))


def origin_lines(origin: Origin, width: int) -> Sequence[Content]:
    """The lines of the box: figures bright, what is solid in the colour of what stands well."""
    rows = [(each.deep, Content.styled(each.words, _ink(each))) for each in lines(origin)]
    return [hanging(words, width, 2 * deep) for deep, words in rows]


def _ink(line: OriginLine) -> str:
    if line.grade is None:
        return f"bold {palette.BRIGHT}" if not line.deep else palette.TEXT
    return palette.BRIGHT if line.grade is Grade.SOLID else palette.LABEL


def show_origin(screen: Screen[Any], figure: str = "") -> None:
    """Of a figure, without one of the row under the cursor, else of what the screen or dialog is about: as its place
    sees it."""
    at = next((each for each in reversed(screen.app.screen_stack) if isinstance(each, TableScreen)), None)
    places: tuple[object, ...] = (screen.focused, screen)
    of = figure or next((each.points_at for each in places if isinstance(each, PointsAtFigure) and each.points_at), "")
    if not of or at is None:
        where = f"put the cursor on a row with one, and {shown('y')} says where it comes from"
        screen.notify(f"There is no figure here: {where}.")
        return
    try:
        origin = at.view.origin(of)
    except TabletopError as error:
        screen.notify(f"{str(error)[:1].upper()}{str(error)[1:]}.", severity="warning")
        return
    screen.app.push_screen(OriginDialog(origin))


WHERE_FROM: Final = Action("y", "origin", "where the figure under the cursor comes from", show_origin, group=Group.LOOK)
