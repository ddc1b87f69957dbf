"""Why a score moved: its causes adding up, over this turn, an earlier one, or since the start."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.model.account import Account
from tabletop.model.figures.forms import DETERRENCE, MARGIN
from tabletop.model.figures.glossary import read_path
from tabletop.table.moment import Moment
from tabletop.table.port import Table
from tabletop.tui.charts.causes import WaterfallRow
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
from tabletop.tui.review.why_rows import behind, score_rows, sum_words
from tabletop.words.causes import LEVELS, CauseBar, cause_bars, over_turns, terms
from tabletop.words.marks import span_words
from tabletop.words.names import better, score_name
from tabletop.words.need import column_titles
from tabletop.words.sentences import moves_by_number

_ROOMY: Final = 160
"""Columns from which the move behind a cause stands beside its bar."""


def _turn(screen: "WhyScreen", by: int) -> None:
    screen.whole, screen.since = False, 0
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
    HELP = (
        "Each bar is a cause; together they make the change from before to after. {,} and {.} go a turn back and "
        "on, 0 shows all since the start. {+} and {-} change the detail: the main causes, every cause, or the terms "
        "they worked through. Below the bars stands the move behind the cause under the cursor, with control's "
        "reason if any; 3 shows there who bears what a theatre or all of them need: the others, the anchor here and "
        "from home, nobody."
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
        """`turn`: the one shown first; 0 for the last in which anything has moved, with what has moved since: these
        are the changes that the board shows."""
        super().__init__(table)
        self.score = score
        self.level = 0
        self.whole = False
        self.areas = False
        self.since = 0 if turn else self.view.last_moved
        """The first of the turns shown together, 0 for one turn alone."""
        self.at = turn or self.view.world.turn
        self._rows: list[CauseBar] = []

    def beside(self) -> ComposeResult:
        with Vertical(id="why"):
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
        several = len(terms(self.explained())) > 1
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

    def end_of(self, turn: int) -> Moment:
        """The end of a turn, or now."""
        return self.view if turn == self.view.world.turn else self.view.ends.get(turn, self.view.ends[0])

    def explained(self) -> Account:
        """The change of the chosen score over the chosen turns."""
        return over_turns([self.end_of(turn).explained(self.score) for turn in self.turns])

    @property
    def turns(self) -> Sequence[int]:
        """The chosen turns."""
        first = 1 if self.whole else self.since or self.at
        return range(first, (self.view.world.turn if self.whole else self.at) + 1)

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Writes the list of scores and the waterfall."""
        self.list_scores("1 Scores", score_rows(self.end_of(self.at), self._before(), self.room))
        self._draw_causes()

    def draw_score(self) -> None:
        self.level = min(self.level, 1) if self.next_level() == 0 and self.level == 2 else self.level
        self._draw_causes()
        self.frame_lines()

    def _before(self) -> Mapping[str, object]:
        """Scores at the beginning of the chosen turns, as far as they are known."""
        history = (self.view if self.whole else self.end_of(self.at)).world.history
        first = self.turns[0] - 1
        opening = history[first] if first < len(history) else {}
        return {**self.end_of(1).scores, **opening} if self.whole else opening

    def _draw_causes(self) -> None:
        world, account = self.view.world, self.explained()
        self._rows = cause_bars(account, self.level, moves_by_number(self.view.lines), world.scenario, world.seats)
        name = score_name(world.scenario, self.score, world.seats)
        when = f"turn {self.at}, {world.scenario.period(self.at)}"
        if len(self.turns) > 1:
            when = "since the start" if self.whole else span_words(self.turns[0], self.at)
        roomy = self.app.size.width >= _ROOMY
        rows = [
            WaterfallRow(row.label, row.amount, row.behind[0] if roomy and row.ref and row.behind else "")
            for row in self._rows
        ]
        waterfall = self.query_one("#causes", Waterfall)
        waterfall.show(rows, account.before, account.after, f"{name}: {when}", better(world.scenario, self.score))
        waterfall.border_title = frame_title(f"2 {LEVELS[self.level].capitalize()}")
        waterfall.border_subtitle = frame_title(sum_words(account, world, self.app.size.width - self.columns - 6))
        self._draw_behind(0)

    def _draw_behind(self, at: int) -> None:
        """What stands behind the cause in row `at`; or in the theatre, area by area."""
        pane, world = self.query_one("#behind", Static), self.view.world
        width = self.app.size.width - self.columns - 4
        if self.areas and self.needs:
            when = f"end of turn {self.at}" if self.at < world.turn else "now"
            pane.border_title = frame_title(f"Per cent of the need, {when}")
            need, columns = self._need(width), column_titles(world.scenario)
            titled = need[0].plain.split() == " ".join(columns).split()
            pane.border_subtitle = frame_title("" if titled else " · ".join(columns))
            pane.update(Content("\n").join(need))
        else:
            pane.border_subtitle, pane.border_title = "", "Behind it"
            pane.update(behind(self._rows, at, self.score, world, width))

    def _need(self, width: int) -> list[Content]:
        """Who bears what the theatre needs, or all theatres: one by one, of the others' share area by area."""
        moment = self.end_of(self.at)
        if self.theatre:
            return theatre_rows(moment, self.theatre, width)
        return alliance_rows(moment, width, by_area=self.score == self.view.world.scenario.names.share)

    # ------------------------------------------------------------------ what the parts announce

    def on_cursor_list_moved(self, event: Waterfall.Moved) -> None:
        event.stop()
        self._draw_behind(event.at)

    def on_waterfall_opened(self, event: Waterfall.Opened) -> None:
        """Enter on the smaller causes shows every one."""
        event.stop()
        if self.level != 1:
            self.level = 1
            self.refresh_view()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one("#causes").focus()
