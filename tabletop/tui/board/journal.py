"""The record as it grows: every move in a sentence, the newest at the bottom, what was undone struck through."""

from textual.content import Content

from tabletop.model.record import Line
from tabletop.table.port import View
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.row_figures import move_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.words.sentences import line_line

_SHOWN = 200
"""Newest lines kept in the panel; the replay has them all."""
_SEARCHED = 2_000
"""Newest lines that a search looks through."""


class Journal(Rows):
    """Enter goes to a move in the replay."""

    BORDER_TITLE = "8 Journal"

    _state: tuple[object, int, int] = (None, 0, 0)
    _view: View | None = None

    @property
    def entry(self) -> int | None:
        """Number of the line under the cursor; None at the newest, where there is nothing to go back to."""
        at = self.highlighted
        option = self.get_option_at_index(at) if at is not None and at < self.option_count - 1 else None
        return int(option.id) if option is not None and option.id else None

    @property
    def points_at(self) -> str:
        """What the move under the cursor is about."""
        here = next((line for line in self._view.lines if str(line.n) == self.row), None) if self._view else None
        return move_figure(here.move) if here else ""

    def show(self, view: View, seat: str = "") -> None:
        """Draws the newest lines of a view, whoever has the pen, once there is a width to wrap them in."""
        self._view = view
        if not self.size.width:
            return
        most, width = _SEARCHED if self.searching else _SHOWN, self.inner
        if self._state[0] is view.lines and self._state[1:] == (width, most):
            return
        lines, self._state = view.lines[-most:], (view.lines, width, most)
        at_end = self.highlighted is None or self.highlighted >= self.option_count - 1
        rows = [(str(line.n), journal_row(view, line, width)) for line in lines]
        self.show_rows(rows, said("Every move stands here as soon as it is on disk. The first is yours: {Space}."))
        if at_end and rows:
            self.highlighted = len(rows) - 1
            self.scroll_end(animate=False)

    def sift(self) -> None:
        if self._view is not None:
            self.show(self._view)
        super().sift()

    def on_resize(self) -> None:
        if self._view is not None:
            self.show(self._view)


def journal_row(view: View, line: Line, width: int) -> Content:
    """Number, turn, and the sentence, hanging under itself."""
    sentence = line_line(line, view.world.scenario, view.world.seats)
    by = f" (entered by {line.entered_by})" if line.entered_by and line.entered_by != "bot" else ""
    style = palette.TEXT if line.live else f"{palette.DIM} strike"
    text = Content.assemble((sentence, style), (by, palette.DIM))
    label = Content.assemble((f"{line.n:>3} ", palette.DIM), (f"T{line.turn} ", palette.LABEL))
    return hanging(text, width, label.cell_length, label)
