"""Deterrence over pressure by theatre, the weakest first: bar, margin and the margin's change."""

from typing import Final

from attrs import frozen
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
_NOW, _MARGIN = 4, 6
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
        low = 0 < self.size.height <= len(rows)
        head = theatre_heads(name, self.inner, len(figures[0].past) if figures else 0)
        self.show_rows(rows if low else [("", head), *rows])
        self.border_subtitle = Content.assemble(legend(self.inner - 3))

    def on_resize(self) -> None:
        if self._figures[0]:
            self._draw()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(WhyAsked(self.asked))


def theatre_row(figure: ScoreTrend, name: int, width: int) -> Content:
    """One theatre in so many columns, its name in `name` of them: what it has before margin and change goes first."""
    room = _room(name, width, len(figure.past))
    over = margin_bar(figure.value, figure.pressure or 0.0, room.bar, palette.margin_colour(figure.margin))
    return Content.assemble(
        signs(figure),
        (f"{figure.name:<{name}} ", palette.LABEL),
        over if room.bar >= _LEAST_BAR else " " * max(0, room.bar),
        (f"{figure.value:{room.now}.0f}" if room.now else "", palette.TEXT),
        (f"{margin_figure(figure.margin):>{room.margin}}", f"bold {palette.BRIGHT}"),
        change_cell(figure),
        " " * room.end,
        *((f"{margin_figure(was):>{_PAST}}", palette.LABEL) for was in figure.past[len(figure.past) - room.past :]),
    )


def theatre_heads(name: int, width: int, ends: int = 0) -> Content:
    """The scale over the bars, and what the columns are; `ends` of turns are known, the opening among them."""
    room = _room(name, width, ends)
    scale = [" "] * max(0, room.bar)
    for mark in (0, 25, 50, 75) if room.bar >= 16 else (0, 50) if room.bar >= 8 else ():
        at = int(mark / 100 * room.bar)
        scale[at : at + len(str(mark))] = str(mark)
    heads = f"{'now':>{room.now}}" if room.now else ""
    change = "change" if room.end else " moved"
    order = "weakest first"
    order = order if len(order) < SIGNS + name else ""
    text = f"{order:<{SIGNS + name + 1}}{''.join(scale)}{heads}{'margin':>{room.margin}}{' ' * room.end}{change}"
    turns = "".join(f"{turn_name(turn):>{_PAST}}" for turn in range(ends - room.past, ends))
    return Content.styled(text + turns, palette.DIM)


def turn_name(turn: int) -> str:
    """What heads the figures of a turn's end, 0 being the opening."""
    return f"T{turn}" if turn else "start"


@frozen
class _Room:
    """Columns of the bar, of the figure that it shows (0 for none), of the margin, after the change; and how many
    margins of earlier turns stand at the end."""

    bar: int
    now: int = 0
    margin: int = 6
    end: int = 0
    past: int = 0


def _room(name: int, width: int, ends: int) -> _Room:
    bar = width - SIGNS - name - 1 - _MARGIN - CHANGE
    if bar - 2 - _NOW < _FAIR_BAR:
        return _Room(bar - 2, margin=_MARGIN + 1, end=1) if bar - 2 >= _FAIR_BAR else _Room(bar)
    rest = bar - 2 - _NOW
    past = max(0, min(ends, (rest - _LONG_BAR) // _PAST))
    return _Room(rest - past * _PAST, _NOW, _MARGIN + 1, 1, past)


def change_cell(figure: ScoreTrend) -> tuple[str, str]:
    """Arrow and sign, six columns; the colour says good or bad where the scenario knows."""
    arrow, text, colour = palette.change_mark(figure.change, better=figure.better)
    short = text if len(text) <= CHANGE - 2 else f"{figure.change:+.0f}"
    return f" {arrow}{short:<{CHANGE - 2}}", colour
