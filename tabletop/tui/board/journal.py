"""The record as it grows: every move in a sentence, the newest at the bottom, what was undone struck through."""

from itertools import groupby
from typing import ClassVar

from textual.content import Content

from tabletop.model.record import Line
from tabletop.model.seats import CONTROL
from tabletop.table.port import View
from tabletop.tui.kit.keys import bound, said
from tabletop.tui.kit.row_figures import move_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.words.names import capital, seat_name
from tabletop.words.sentences import line_line

_SHOWN = 200
"""Newest lines kept in the panel; the replay has them all."""
_SEARCHED = 2_000
"""Newest lines that a search looks through."""


class Journal(Rows):
    """Enter goes to a move in the replay; left and right leave the moves of one seat."""

    BINDINGS: ClassVar = bound(
        ("left", "whose(-1)", "moves of the seat before, or of all"),
        ("right", "whose(1)", "moves of the next seat, or of all"),
    )

    BORDER_TITLE = "8 Journal"

    _state: tuple[object, int, int, str] = (None, 0, 0, "")
    whose = ""
    """The seat whose moves are listed, "" for all."""
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
        if self._state[0] is view.lines and self._state[1:] == (width, most, self.whose):
            return
        self._state = view.lines, width, most, self.whose
        lines = [line for line in view.lines if self.whose in ("", line.move.seat)][-most:]
        at_end = self.highlighted is None or self.highlighted >= self.option_count - 1
        whose = seat_name(view.world.scenario, self.whose, view.world.seats) if self.whose else ""
        rows: list[tuple[str, Content]] = []
        for turn, moves in groupby(lines, key=lambda line: line.turn):
            rows.append(("", _head(view, turn, whose, width)))
            rows += [(str(line.n), journal_row(view, line, width)) for line in moves]
        self.show_rows(rows, said("Every move stands here as soon as it is on disk. The first is yours: {Space}."))
        if at_end and rows:
            self.highlighted = self.option_count - 1
            self.scroll_end(animate=False)

    def sift(self) -> None:
        if self._view is not None:
            self.show(self._view)
        super().sift()

    def action_whose(self, step: int) -> None:
        """The moves of the next one who has made any, round and round by all."""
        if self._view is not None:
            made = {line.move.seat for line in self._view.lines}
            ways = ["", *(seat for seat in (CONTROL, *self._view.world.seats) if seat in made)]
            self.whose = ways[(ways.index(self.whose) + step) % len(ways)]
            self.show(self._view)

    def on_resize(self) -> None:
        if self._view is not None:
            self.show(self._view)


def _head(view: View, turn: int, whose: str, width: int) -> Content:
    """A line over the moves of a turn, which says whose they are where only those of one are listed."""
    when = f"Turn {turn} · {view.world.scenario.period(turn)}" if turn else "Before the first turn"
    only = Content.styled(f"‹ {capital(whose)} › ", f"bold {palette.ACCENT}") if whose else Content("")
    name = Content.assemble((f"── {when} ", palette.LABEL), only)
    return Content.assemble(name, ("─" * max(0, width - name.cell_length), palette.RULE))


def journal_row(view: View, line: Line, width: int) -> Content:
    """Number, turn, and the sentence, hanging under itself."""
    sentence = line_line(line, view.world.scenario, view.world.seats)
    by = f" (entered by {line.entered_by})" if line.entered_by and line.entered_by != "bot" else ""
    style = palette.TEXT if line.live else f"{palette.DIM} strike"
    text = Content.assemble((sentence, style), (by, palette.DIM))
    label = Content.assemble((f"{line.n:>3} ", palette.DIM), (f"T{line.turn} ", palette.LABEL))
    return hanging(text, width, label.cell_length, label)
