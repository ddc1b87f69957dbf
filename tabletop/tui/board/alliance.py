"""The alliance's figures, each with the way it took, in one column or two, and who bears what is needed."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.content import Content
from textual.geometry import Size

from tabletop.model.areas import Bearers
from tabletop.model.scenario import Scenario
from tabletop.table.edges import Brink, below_floor, brinks
from tabletop.table.figures import ScoreTrend, alliance_trends, counted_from
from tabletop.table.moment import Moment
from tabletop.tui.board.figure_panel import FigurePanel, WhyAsked
from tabletop.tui.board.scores import CHANGE, change_cell
from tabletop.tui.kit.bars import parts_bar, sparkline
from tabletop.tui.kit.cursor_list import CursorList
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.keys import bound
from tabletop.tui.look import palette
from tabletop.tui.look.signs import SHORT
from tabletop.tui.look.titles import frame_title
from tabletop.words.edges import edge_words
from tabletop.words.marks import span_words
from tabletop.words.need import column_titles, whole

_SAME: Final = 0.05
"""Points by which a figure differs from the last reading before it counts as a point of its own."""
_SPAN: Final = 40.0
"""Points that a line's height stands for at least: small changes stay small."""
_VALUE: Final = 4
_APART: Final = 2
_LEAST_LINE: Final = 3
_HIGH: Final = 46
"""Rows of a terminal that has room for all figures one under another."""
HALF: Final = 50.0
"""Per cent of the need from which one bears most of it."""


class Alliance(FigurePanel, CursorList):
    """Arrows go through the figures, Enter asks why. The others' share stands last, as who bears the need."""

    BORDER_TITLE = "Alliance"
    BINDINGS: ClassVar = bound(
        ("left", "side(-1)", "the column before"),
        ("right", "side(1)", "the next column"),
        ("enter", "open", "why"),
    )

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._figures: list[ScoreTrend] = []
        self._share: ScoreTrend | None = None
        self._bearers: Bearers | None = None
        self._scenario: Scenario | None = None
        self._edges: list[Content] = []
        self._turns = 0
        self._span = ""
        self._high = False

    def show(self, moment: Moment) -> None:
        """Draws the figures of a moment."""
        world = moment.world
        share = world.scenario.names.share
        figures = alliance_trends(moment)
        grown = len(figures) != len(self._figures) + 1
        self._figures = [figure for figure in figures if figure.score != share]
        self._share = next((figure for figure in figures if figure.score == share), None)
        self._bearers = None if world.played_under else moment.bearers()
        self._scenario, self._turns = world.scenario, world.turns
        alarm = f"bold {palette.LOW}"
        missing = below_floor(moment)
        self._edges = [Content.styled(f"{missing:,} below the floor", alarm)] if missing else []
        self._edges += [Content(brink_words(world.scenario, brink)) for brink in brinks(moment)]
        self._span = span_words(counted_from(moment), world.turn)
        self._frame()
        self.refresh(layout=grown)

    def on_resize(self) -> None:
        self._frame()

    def _frame(self) -> None:
        """Over which turns changes count, and all edges that are passed or near, as far as they fit whole."""
        room, fit = max(0, self.size.width - 3), Content("")
        title = f"Alliance: change {self._span}"
        self.border_title = frame_title(title if len(title) <= room else f"Alliance, {self._span}")
        for words in self._edges:
            longer = Content.assemble(fit, " · ", words) if fit.cell_length else words
            fit = longer if longer.cell_length <= room else fit
        self.border_subtitle = Content.assemble(fit)

    # ------------------------------------------------------------------ the cursor

    @property
    def row(self) -> str:
        rows = [*self._figures, *([self._share] if self._share else [])]
        return rows[min(self.cursor, len(rows) - 1)].score if rows else ""

    @property
    def stops(self) -> Sequence[int]:
        return range(len(self._figures) + (self._share is not None))

    def action_side(self, way: int) -> None:
        """To the same row of the other column."""
        pairs, at = self._pairs, self.cursor + way * self._pairs
        if self.cursor < 2 * pairs and 0 <= at < 2 * pairs:
            self.go(at)

    def action_open(self) -> None:
        self.post_message(WhyAsked(self.asked))

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None:
            return
        pairs = self._pairs
        beside = at.y < pairs and at.x > self._left
        self.clicked(min(at.y + pairs * (beside or at.y >= pairs), len(self._figures)))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # ------------------------------------------------------------------ drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._high = viewport.height >= _HIGH
        pairs = self._pairs_in(width)
        return len(self._figures) - pairs + 2 * (self._share is not None)

    @property
    def _inner(self) -> int:
        return max(8, self.content_size.width)

    def _pairs_in(self, width: int) -> int:
        """Rows of two figures: none where one under another has room; of an odd number the last stands alone."""
        half, single = len(self._figures) // 2, len(self._figures) + 2 * (self._share is not None)
        left, right = self._halves
        enough = self.content_size.height >= single or self._high
        return 0 if enough or left + right + _APART > width else half

    @property
    def _pairs(self) -> int:
        return self._pairs_in(self._inner)

    @property
    def _halves(self) -> tuple[int, int]:
        """Columns that the figures of each side need at least."""
        half = len(self._figures) // 2
        sides = self._figures[:half], self._figures[half : 2 * half]
        left, right = (max((len(each.name) for each in side), default=0) + _VALUE + CHANGE for side in sides)
        return left, right

    @property
    def _left(self) -> int:
        """Columns of the left side: what is spare goes to both."""
        left, right = self._halves
        return left + (self._inner - _APART - left - right) // 2

    def render(self) -> Content:
        pairs, lines = self._pairs, []
        for n in range(pairs):
            beside = self._cell(n + pairs, self._inner - _APART - self._left)
            lines.append(Content.assemble(self._cell(n, self._left), " " * _APART, beside))
        lines += [self._cell(n, self._inner) for n in range(2 * pairs, len(self._figures))]
        spare = self.content_size.height - len(lines)
        if self._share and self._bearers and self._scenario and spare > 0:
            need = need_lines(self._scenario, self._bearers, self._share, self._inner)
            need[-1] = self._lit(need[-1], len(self._figures), self._inner)
            lines += need[-spare:]
        return Content("\n").join(lines)

    def _cell(self, n: int, width: int) -> Content:
        return self._lit(figure_row(self._figures[n], width, self._turns), n, width)

    def _lit(self, line: Content, n: int, width: int) -> Content:
        """Filled where the cursor stands."""
        if n != self.cursor or not self.has_focus:
            return line
        return line.pad_right(max(0, width - line.cell_length)).stylize(f"on {palette.CURSOR_QUIET}")


def figure_row(figure: ScoreTrend, width: int, turns: int) -> Content:
    """Name, the way it took, value and change in so many columns."""
    room = width - _VALUE - CHANGE
    label = fitted(figure.name, room)
    spark = min(turns + 1, room - len(label) - 1)
    line = way(figure, spark) if spark >= _LEAST_LINE else Content("")
    return Content.assemble(
        (label, palette.LABEL),
        " " * max(0, room - len(label) - line.cell_length),
        line,
        (f"{figure.value:{_VALUE}.0f}", f"bold {palette.BRIGHT}"),
        change_cell(figure),
    )


def need_lines(scenario: Scenario, bearers: Bearers, share: ScoreTrend, width: int) -> list[Content]:
    """Who bears what is needed: a bar against one half, then in words."""
    return [need_bar(bearers, width), need_words(scenario, bearers, share, width)]


def need_bar(bearers: Bearers, width: int) -> Content:
    """The others, the anchor here, the anchor from home, nobody; a line at one half."""
    shares = zip((*bearers, bearers.nobody), bearer_signs(), strict=True)
    return parts_bar([(share, glyph, ink) for share, (glyph, ink) in shares], width, mark=HALF)


def bearer_signs() -> Sequence[tuple[str, str]]:
    """Glyph and colour of the others, the anchor here, the anchor from home, nobody."""
    return ("█", palette.HIGH), ("▓", palette.MIDDLE), ("▒", palette.MIDDLE), (SHORT, palette.LOW)


def need_words(scenario: Scenario, bearers: Bearers, share: ScoreTrend, width: int) -> Content:
    """ "European 43 ▲+1.9 · US here 9 · home 3 · nobody 45", per cent; the change goes before a word does."""
    names, figures = column_titles(scenario), whole((*bearers, bearers.nobody))
    inks = (palette.HIGH_TEXT, palette.LABEL, palette.LABEL, palette.LOW)
    arrow, text, colour = palette.change_mark(share.change, better=share.better)
    moved = f" {arrow}{text}" if text else ""
    for change, called in ((moved, names), ("", names), ("", [name.partition(" ")[0] for name in names])):
        parts = [
            Content.assemble((f"{name} ", ink), (str(figure), f"bold {palette.BRIGHT}"), (change * (not n), colour))
            for n, (name, figure, ink) in enumerate(zip(called, figures, inks, strict=True))
        ]
        for gap in (" · ", "  ", " "):
            line = Content.styled(gap, palette.DIM).join(parts)
            if line.cell_length <= width:
                return line
    return Content.assemble((f"{names[0]} ", palette.LABEL), (str(figures[0]), f"bold {palette.BRIGHT}"))


def way(figure: ScoreTrend, width: int) -> Content:
    """The figure's past as a line, from two points on; at least 40 points of the scale fill its height."""
    ends = figure.past
    points = ends if ends and abs(ends[-1] - figure.value) < _SAME else (*ends, figure.value)
    if len(points) < 2:
        return Content("")
    last = points[-width:]
    middle, half = (max(last) + min(last)) / 2, max(_SPAN, max(last) - min(last)) / 2
    return sparkline(last, width, middle - half, middle + half)


def brink_words(scenario: Scenario, brink: Brink) -> str:
    """How near an edge is."""
    return edge_words(scenario, brink.name, brink.path, brink.value, brink.edge, brink.passed)
