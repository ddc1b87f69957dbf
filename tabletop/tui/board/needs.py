"""Who bears what is needed, turn by turn, against one half: the exercise in one picture."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tabletop.model.areas import Bearers
from tabletop.table.port import View
from tabletop.tui.board.alliance import HALF, bearer_signs, need_bar
from tabletop.tui.board.scores import turn_name
from tabletop.tui.kit.bars import parts_bar
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.need import bearer_names

_LABEL: Final = 5
_FIGURE: Final = 5
_PAUSE: Final = 0.02
"""Seconds between two turns that are looked up."""
_End = tuple[int, tuple[object, ...]]


class Needs(Vertical):
    """A row a turn, or as many as there is room for, the opening first; what earlier turns had is looked up once, and
    not before the rest is painted."""

    _view: View | None = None

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ended: dict[_End, Bearers] = {}

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, view: View) -> None:
        """Draws all turns up to a view."""
        self._view = view
        world = view.world
        if world.played_under:
            return
        missing = [turn for turn in _over(view) if _key(view, turn) not in self._ended]
        for turn in missing[:1]:
            self._ended[_key(view, turn)] = view.ends[turn].bearers()
        if len(missing) > 1:
            self.set_timer(_PAUSE, self._go_on)
        width = max(20, self.content_size.width)
        self.border_title = frame_title("Who bears the need, against one half")
        self.border_subtitle = Content.assemble(_legend(bearer_names(world.scenario)))
        past = [(turn_name(turn), self._ended.get(_key(view, turn))) for turn in _over(view)]
        to_come = [(turn_name(turn), None) for turn in range(world.turn + 1, world.turns + 1)]
        rows = [*past, ("now", view.bearers()), *to_come]
        high = max(1, self.content_size.height // len(rows))
        lines = [_row(name if not n else "", bearers, width) for name, bearers in rows for n in range(high)]
        self.query_one(Static).update(Content("\n").join(lines))

    def _go_on(self) -> None:
        if self._view is not None and self.display:
            self.show(self._view)


def _over(view: View) -> list[int]:
    """Turns that have ended, 0 being the opening."""
    return [turn for turn in view.ends if turn < view.world.turn]


def _key(view: View, turn: int) -> _End:
    """What tells the end of a turn from that of another line of play."""
    history = view.world.history
    return turn, tuple(history[turn].values()) if turn < len(history) else ()


def _row(label: str, bearers: Bearers | None, width: int) -> Content:
    """A turn; without bearers one that has not ended, or has not been looked up yet. Without a label more of it."""
    room = width - _LABEL - _FIGURE - 2
    if bearers is None:
        return Content.assemble((f"{label:<{_LABEL}} ", palette.DIM), parts_bar((), room, HALF))
    figure = f"{bearers.others:{_FIGURE - 2}.0f} %" if label else ""
    ink = palette.HIGH_TEXT if bearers.others >= HALF else palette.BRIGHT
    return Content.assemble(
        (f"{label:<{_LABEL}} ", palette.LABEL), need_bar(bearers, room), (f" {figure}", f"bold {ink}")
    )


def _legend(names: tuple[str, ...]) -> Content:
    return Content("  ").join(
        Content.assemble(sign, (f" {name}", palette.LABEL)) for sign, name in zip(bearer_signs(), names, strict=True)
    )
