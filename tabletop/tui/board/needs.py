"""Who bears what is needed, turn by turn, against one half: the exercise in one picture."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tabletop.model.areas import Bearers
from tabletop.table.port import View
from tabletop.tui.board.alliance import HALF, need_bar
from tabletop.tui.kit.bars import parts_bar
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.need import bearer_names

_LABEL = 5
_FIGURE = 5


class Needs(Vertical):
    """A row a turn, the opening first; what earlier turns had is looked up once."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ended: dict[tuple[int, object], Bearers] = {}

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, view: View) -> None:
        """Draws all turns up to a view."""
        world = view.world
        if world.played_under:
            return
        width = max(20, self.content_size.width)
        names = bearer_names(world.scenario)
        self.border_title = frame_title("Who bears the need, against one half")
        self.border_subtitle = _legend(names)
        rows = [_row("start" if not turn else f"T{turn}", self._at(view, turn), width) for turn in self._turns(view)]
        rows.append(_row("now", view.bearers(), width))
        rows += [_to_come(turn, width) for turn in range(world.turn + 1, world.turns + 1)]
        self.query_one(Static).update(Content("\n").join(rows))

    @staticmethod
    def _turns(view: View) -> list[int]:
        return [turn for turn in view.ends if turn < view.world.turn]

    def _at(self, view: View, turn: int) -> Bearers:
        history = view.world.history
        key = turn, tuple(sorted(history[turn].items())) if turn < len(history) else None
        if key not in self._ended:
            self._ended[key] = view.ends[turn].bearers()
        return self._ended[key]


def _row(label: str, bearers: Bearers, width: int) -> Content:
    figure = f"{bearers.others:{_FIGURE - 2}.0f} %"
    ink = palette.HIGH_TEXT if bearers.others >= HALF else palette.BRIGHT
    return Content.assemble(
        (f"{label:<{_LABEL}} ", palette.LABEL),
        need_bar(bearers, width - _LABEL - _FIGURE - 2),
        (f" {figure}", f"bold {ink}"),
    )


def _to_come(turn: int, width: int) -> Content:
    """A turn that has not ended."""
    return Content.assemble(
        (f"{f'T{turn}':<{_LABEL}} ", palette.DIM), parts_bar((), width - _LABEL - _FIGURE - 2, HALF)
    )


def _legend(names: tuple[str, ...]) -> Content:
    inks = palette.HIGH, palette.MIDDLE, palette.MIDDLE, palette.LOW
    return Content("  ").join(
        Content.assemble((glyph, ink), (f" {name}", palette.LABEL))
        for glyph, ink, name in zip("█▓▒░", inks, names, strict=True)
    )
