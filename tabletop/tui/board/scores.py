"""Deterrence over pressure by theatre, the weakest first: bar, margin and the margin's change."""

from typing import Final

from textual.content import Content
from textual.widgets import OptionList

from tabletop.table.figures import ScoreTrend, theatre_trends
from tabletop.table.moment import Moment
from tabletop.tui.board.figure_panel import FigurePanel, WhyAsked
from tabletop.tui.board.signs import SIGNS, legend, signs
from tabletop.tui.kit.bars import margin_bar
from tabletop.tui.kit.rows import Rows
from tabletop.tui.look import palette
from tabletop.words.bands import margin_figure

CHANGE: Final = 6
"""Columns of a change."""
_NOW, _MARGIN, _END = 4, 7, 1
_LEAST_BAR, _FAIR_BAR = 4, 10
"""Cells without which there is no bar, and below which the figure that the bar shows goes for it."""
_LONG_BAR, _PAST = 36, 6
"""Cells from which there is room beside it, and columns of a margin of an earlier turn."""


class Scores(Rows, FigurePanel):
    """Enter asks why. A tick on a bar is pressure, and nothing else."""

    BORDER_TITLE = "1 Deterrence over pressure"
    _figures: tuple[list[ScoreTrend], int] = ([], 0)

    def show(self, moment: Moment) -> None:
        """Draws the theatres of a moment."""
        figures = sorted(theatre_trends(moment), key=lambda figure: figure.margin)
        width = max((len(figure.name) for figure in figures), default=0)
        self._figures = figures, width
        self._draw()

    def _draw(self) -> None:
        figures, name = self._figures
        rows = [(figure.score, theatre_row(figure, name, self.inner)) for figure in figures]
        self.show_rows(rows, head=theatre_heads(name, self.inner, len(figures[0].past) if figures else 0))
        self.border_subtitle = Content.assemble(legend(self.inner - 3))

    def on_resize(self) -> None:
        if self._figures[0]:
            self._draw()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(WhyAsked(self.asked))


def theatre_row(figure: ScoreTrend, name: int, width: int) -> Content:
    """One theatre in so many columns, its name in `name` of them: what it has before margin and change goes first."""
    now, room, past = _columns(name, width, len(figure.past))
    colour = palette.margin_colour(figure.margin)
    return Content.assemble(
        signs(figure),
        (f"{figure.name:<{name}} ", palette.LABEL),
        margin_bar(figure.value, figure.pressure or 0.0, room, colour) if room >= _LEAST_BAR else " " * max(0, room),
        (f"{figure.value:{now}.0f}" if now else "", palette.TEXT),
        (f"{margin_figure(figure.margin):>{_MARGIN}}", f"bold {palette.BRIGHT}"),
        change_cell(figure),
        " " * _END,
        *((f"{margin_figure(was):>{_PAST}}", palette.LABEL) for was in figure.past[len(figure.past) - past :]),
    )


def theatre_heads(name: int, width: int, ends: int = 0) -> Content:
    """The scale over the bars, and what the columns are; `ends` of turns are known, the opening among them."""
    now, room, past = _columns(name, width, ends)
    scale = [" "] * max(0, room)
    for mark in (0, 25, 50, 75) if room >= 16 else (0, 50) if room >= 8 else ():
        at = int(mark / 100 * room)
        scale[at : at + len(str(mark))] = str(mark)
    heads = f"{'now':>{now}}" if now else ""
    text = f"{'':<{SIGNS + name + 1}}{''.join(scale)}{heads}{'margin':>{_MARGIN}} change"
    turns = "".join(f"{f'T{turn}' if turn else 'start':>{_PAST}}" for turn in range(ends - past, ends))
    return Content.styled(text + turns, palette.DIM)


def _columns(name: int, width: int, ends: int) -> tuple[int, int, int]:
    """Columns of the figure that the bar shows, 0 for none, and of the bar; how many margins of earlier turns stand at
    the end."""
    room = width - SIGNS - name - 1 - _MARGIN - CHANGE - _END
    if room - _NOW < _FAIR_BAR:
        return 0, room, 0
    past = max(0, min(ends, (room - _NOW - _LONG_BAR) // _PAST))
    return _NOW, room - _NOW - past * _PAST, past


def change_cell(figure: ScoreTrend) -> tuple[str, str]:
    """Arrow and sign, six columns; the colour says good or bad where the scenario knows."""
    arrow, text, colour = palette.change_mark(figure.change, better=figure.better)
    short = text if len(text) <= CHANGE - 2 else f"{figure.change:+.0f}"
    return f" {arrow}{short:<{CHANGE - 2}}", colour
