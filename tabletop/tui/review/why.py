"""Why a score moved, in sentences and as steps that add up: this turn, an earlier one, or since the start."""

from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.model.figures.forms import DETERRENCE, MARGIN
from tabletop.model.figures.glossary import read_path
from tabletop.table.port import Table
from tabletop.tui.charts.causes import WaterfallRow
from tabletop.tui.charts.ledger import ledger
from tabletop.tui.charts.waterfall import Waterfall
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.leads import RECORD, to
from tabletop.tui.kit.where_from import WHERE_FROM
from tabletop.tui.look.titles import frame_title
from tabletop.tui.review.score_screen import ScoreScreen
from tabletop.tui.review.standings import alliance_rows, theatre_rows
from tabletop.tui.review.stretch import Stretch
from tabletop.tui.review.why_rows import behind, score_rows, sum_words, told_lines
from tabletop.words.causes import (
    LEVELS,
    CauseBar,
    cause_bars,
    joined,
    moves_of,
    smaller,
    terms,
)
from tabletop.words.names import better
from tabletop.words.need import column_titles
from tabletop.words.sentences import moves_by_number
from tabletop.words.why import MOST, Why, why

_ROOMY: Final = 160
"""Columns from which the move behind a cause, or what of it is luck, stands beside its bar."""
_TALL: Final = 30
"""Rows of the terminal from which what is behind a bar has a pane of its own."""
_MOST_TOLD: Final = 9
_LEAST_TOLD: Final = 6
"""Rows of sentences, in a tall terminal and in a low one."""
_TOLD_TALL: Final = 12, 8
"""Rows of sentences, and strands that they tell, in the tallest."""
_BEHIND: Final = (45, 8, 4)
"""Rows of the terminal from which more may stand behind a bar; how many rows then, and else."""
_EDGES: Final = 2
_FRAME: Final = 2
"""Columns that a frame's title has less than the text below it."""


def _turn(screen: "WhyScreen", by: int) -> None:
    screen.whole = False
    screen.at = min(max(1, screen.at + by), screen.view.world.turn)
    screen.refresh_view()


def _detail(screen: "WhyScreen", by: int) -> None:
    screen.level = screen.next_level(by)
    screen.refresh_view()


def _turn_over(screen: "WhyScreen", what: str) -> None:
    setattr(screen, what, not getattr(screen, what))
    screen.refresh_view()


class WhyScreen(ScoreScreen):
    """Scores at the left, the waterfall of one of them at the right, what stands behind a cause below it."""

    TITLE = "Why"
    STAGE = "why"
    HELP = (
        "Above, the change in sentences: who did what, what of it is luck, what would have avoided it. Below, each bar "
        "is a decision, an event or a pull and starts where the last one ended: together they lead from before to "
        "after. {,} and {.} go a turn back and on, 0 shows all since the start. {+} and {-} change the detail: by "
        "decision, every cause, or the terms they worked through. Below the bars stands what is behind the one under "
        "the cursor; 3 shows there who bears what a theatre or all of them need: the others, the anchor here and from "
        "home, nobody."
    )
    ACTIONS = (
        *OF_CONTROL,
        Action("comma", "turn_before", "the turn before", partial(_turn, by=-1)),
        Action("full_stop", "turn_after", "the next turn", partial(_turn, by=1)),
        Action("0", "since_start", "since the start, or one turn", partial(_turn_over, what="whole")),
        Action("plus,equals_sign", "detail", "more detail", partial(_detail, by=1)),
        Action("minus", "less", "less detail", partial(_detail, by=-1)),
        Action("3", "areas", "who bears what is needed, area by area", partial(_turn_over, what="areas")),
        to("1", "scores"),
        to("2", "causes"),
        WHERE_FROM,
        RECORD,
    )
    AUTO_FOCUS = "#causes"
    LIST = 40, 32

    def __init__(self, table: Table, score: str = "deterrence", turn: int = 0) -> None:
        """`turn`: the one shown first; 0 for the last in which anything has moved."""
        super().__init__(table)
        self.score = score
        self.level = 0
        self.whole = False
        self.areas = False
        self.at = turn or self.view.last_moved
        self._rows: list[CauseBar] = []
        self._told: list[Why] = []
        self._stretch: Stretch | None = None

    def beside(self) -> ComposeResult:
        with Vertical(id="why"):
            yield Static(id="told", classes="framed", markup=False)
            yield Waterfall(id="causes", classes="framed")
            yield Static(id="behind", classes="framed", markup=False)

    def keys(self) -> list[Key]:
        since = self.key("since_start", "one turn" if self.whole else "since the start")
        stands = [self.key("areas", "behind it" if self.areas else "who bears it")] if self.needs else []
        detail = self.key("detail", LEVELS[self.next_level()])
        turn = Key(f"{shown('comma')} {shown('full_stop')}", "turn")
        return [turn, since, detail, *stands, *map(self.key, ("to_scores", "replay", "back"))]

    def next_level(self, by: int = 1) -> int:
        """The next level, or the one before, that says something else: terms only where there are several."""
        several = len(terms(self.stretch.explained)) > 1
        return (self.level + by) % (len(LEVELS) if several else 2)

    @property
    def theatre(self) -> str:
        """The theatre whose deterrence or margin is looked at, or ""."""
        figure, what = read_path(self.score)
        return what[0] if figure is not None and figure.form in (DETERRENCE, MARGIN) else ""

    @property
    def needs(self) -> bool:
        """Whether the score is of a theatre or of all: then it can be said who bears what is needed."""
        return bool(self.theatre) or self.score in ("deterrence", self.view.world.scenario.names.share)

    @property
    def stretch(self) -> Stretch:
        """The turns over which the chosen score's change is told; what it has worked out is kept while it is asked."""
        kept, asked = self._stretch, Stretch(self.view, self.score, self.at, self.whole)
        if kept is None or not kept.same_as(asked):
            kept = self._stretch = asked
        return kept

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Writes the list of scores, the sentences and the waterfall."""
        stretch = self.stretch
        self.list_scores("1 Scores", score_rows(stretch.moment, stretch.scores_before(), self.room))
        self._draw_causes()

    def draw_score(self) -> None:
        self.level = min(self.level, 1) if self.next_level() == 0 and self.level == 2 else self.level
        self._draw_causes()
        self.frame_lines()

    def _draw_causes(self) -> None:
        stretch, by_number = self.stretch, moves_by_number(self.view.lines)
        account, world = stretch.explained, stretch.world
        self._told = why(account, world, moves_of(by_number))
        bars = cause_bars(account, self.level, by_number, world)
        self._rows = [*bars, *stretch.late]
        roomy = self.app.size.width >= _ROOMY
        waterfall = self.query_one("#causes", Waterfall)
        waterfall.show(
            [WaterfallRow(row.label, row.amount, row.aside if roomy else "") for row in self._rows],
            account.before,
            stretch.after,
            better(world.scenario, self.score),
            fold=None if self.level else smaller,
            kept=len(stretch.late),
            ends=stretch.ends,
        )
        waterfall.border_title = frame_title(f"2 {LEVELS[self.level].capitalize()}")
        waterfall.border_subtitle = frame_title(sum_words(account, len(bars), world, self._width - 2))
        self._draw_told()
        self._draw_behind(waterfall.cursor)

    def _draw_told(self) -> None:
        """The sentences, as many as stand well above their bars."""
        pane, stretch = self.query_one("#told", Static), self.stretch
        pane.border_title = frame_title(stretch.title(self._width - _FRAME))
        pane.border_subtitle = ""
        pane.styles.min_height = 0 if self.tall else _LEAST_TOLD + _EDGES  # nothing jumps where two take turns in it
        self.query_one("#behind").display = self.tall
        account = stretch.explained
        amounts = [each.amount for each in self._told] + [each.amount for each in stretch.late]
        tenths = ledger(account.before, amounts, stretch.after).amounts[: len(self._told)]
        way = better(stretch.world.scenario, self.score)
        most, strands = _TOLD_TALL if self.app.size.height >= _BEHIND[0] else (_MOST_TOLD, MOST)
        told = told_lines(self._told, tenths, way, self._width, most if self.tall else _LEAST_TOLD, strands)
        pane.update(Content("\n").join(told))

    @property
    def tall(self) -> bool:
        """Whether what is behind a bar has a pane of its own; else it takes the place of the sentences."""
        return self.app.size.height >= _TALL

    @property
    def _width(self) -> int:
        """Columns of text right of the scores."""
        return self.app.size.width - self.columns - 4

    def _draw_behind(self, at: int) -> None:
        """What stands behind the cause in row `at` of the screen; or in the theatre, area by area."""
        pane, world = self.query_one("#behind" if self.tall else "#told", Static), self.view.world
        tallest, more, fewer = _BEHIND
        most = (more if self.app.size.height >= tallest else fewer) if self.tall else _LEAST_TOLD
        if self.areas and self.needs:
            when = f"end of turn {self.at}" if self.at < world.turn else "now"
            pane.border_title = frame_title(f"Per cent of the need, {when}")
            need, columns = self._need(self._width), column_titles(world.scenario)
            titled = need[0].plain.split() == " ".join(columns).split()
            pane.border_subtitle = frame_title("" if titled else " · ".join(columns))
            pane.update(Content("\n").join(need))
            return
        pane.border_subtitle = ""
        if not self.tall and at == 0:
            self._draw_told()
            return
        pane.border_title = "Behind it"
        pane.update(behind(self._row(at), self.score, world, self._width, most))

    def _row(self, at: int) -> CauseBar | None:
        """The bar in row `at` of the screen: one, or some small ones together."""
        rows = [self._rows[n] for n in self.query_one("#causes", Waterfall).stands_for(at)]
        return joined(rows) if len(rows) > 1 else rows[0] if rows else None

    def _need(self, width: int) -> list[Content]:
        """Who bears what the theatre needs, or all theatres: one by one, of the others' share area by area."""
        moment = self.stretch.end_of(self.at)
        if self.theatre:
            return theatre_rows(moment, self.theatre, width)
        return alliance_rows(moment, width, by_area=self.score == self.view.world.scenario.names.share)

    # ------------------------------------------------------------------ what the parts announce

    def on_cursor_list_moved(self, event: Waterfall.Moved) -> None:
        event.stop()
        self._draw_behind(event.at)

    def on_waterfall_laid(self, event: Waterfall.Laid) -> None:
        event.stop()
        self._draw_behind(self.query_one("#causes", Waterfall).cursor)

    def on_waterfall_opened(self, event: Waterfall.Opened) -> None:
        """Enter shows every cause; on what has come since the review, that turn."""
        event.stop()
        at = self.query_one("#causes", Waterfall).cursor
        if self.stretch.late and at == len(self.query_one("#causes", Waterfall).stops) - 1:
            _turn(self, 1)
        elif self.level != 1:
            self.level = 1
            self.refresh_view()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one("#causes").focus()
