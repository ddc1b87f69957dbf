"""Two or more ways an exercise went: scores overlaid, where they part, and which decisions differ."""

from collections.abc import Sequence

from attrs import evolve
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.table.port import Table, View
from tabletop.table.runs import (
    MOST,
    Run,
    caveat_of,
    differences,
    inject_outcomes,
    last_common,
    last_shared,
    marking_of,
    never_one,
    spreads,
)
from tabletop.tui.charts.linechart import LineChart, LineSeries
from tabletop.tui.charts.multiples import Multiples, Small
from tabletop.tui.control.leaving import PAST, last_key
from tabletop.tui.kit.action import Action, Group
from tabletop.tui.kit.keyline import Key, fitted
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.leads import to
from tabletop.tui.kit.where_from import WHERE_FROM
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.review.score_screen import ScoreScreen
from tabletop.words.names import score_name

_TALL, _BROAD = 34, 110
"""Rows and columns from which small charts of other scores stand below the large one."""


def _smalls(screen: "CompareScreen") -> None:
    """All scores in small in the place of the large chart and of the words, and back."""
    screen.toggle_class("-smalls")
    screen.call_after_refresh(screen.draw_score)
    screen.frame_lines()


class CompareScreen(ScoreScreen):
    """The branches of a session, or the runs given; the score whose ends lie widest apart first."""

    TITLE = "Compare"
    STAGE = "compare"
    HELP = (
        "Each line is one way the exercise went: a branch of this save, or another session. The list is sorted by how "
        "far the runs end apart. Below stand where they part, the decisions that differ and the injects that ended "
        "otherwise. {3} shows all scores in small. One session is one path: a difference here is no proof of a cause."
    )
    ACTIONS = (
        *PAST,
        WHERE_FROM,
        to("1", "scores"),
        to("2", "told", "differences"),
        Action("3", "smalls", "to the small charts of all scores, and back", _smalls, group=Group.PANELS),
    )
    AUTO_FOCUS = "#scores"
    LIST = 40, 33

    def __init__(self, table: Table, runs: Sequence[Run], remarks: Sequence[str] = ()) -> None:
        """`remarks`: what is to be known of how the runs came about."""
        super().__init__(table)
        self._remarks = tuple(remarks)
        self.runs = list(runs)[:MOST]
        self._spreads = spreads(self.runs) if self.runs else {}
        self.score = max(self._spreads, key=lambda score: self._spreads[score], default=self.score)

    def beside(self) -> ComposeResult:
        with Vertical(id="side"):
            yield LineChart(id="chart", classes="framed")
            yield Multiples(id="smalls", classes="framed")
            with VerticalScroll(id="told", classes="framed") as frame:
                frame.border_title = "2 What differs"
                yield Static(id="words", markup=False)

    def on_resize(self) -> None:
        self.set_class(self.app.size.height >= _TALL and self.app.size.width >= _BROAD, "-roomy")

    def keys(self) -> list[Key]:
        smalls = self.key("smalls", "one chart" if self.has_class("-smalls") else "all scores", short="all")
        return [Key("↑ ↓", "score"), self.key("to_told", "what differs"), smalls, last_key(self)]

    def fetch(self) -> View:
        """The frame carries what the runs demand: the highest marking, every caveat."""
        view = super().fetch()
        return evolve(view, marking=marking_of(self.runs) or view.marking, caveat=caveat_of(self.runs) or view.caveat)

    def draw(self) -> None:
        """Draws list, chart and words."""
        self.list_scores(self._apart(), {score: self._row(score) for score in self.ranked})
        self.draw_score()
        width = max(30, self.app.size.width - self.columns - 5)
        remarks = [hanging(Content.styled(each, palette.LABEL), width, 0) for each in self._remarks]
        words = Content("\n").join([what_differs(self.runs, width), *([Content("")] if remarks else []), *remarks])
        self.query_one("#words", Static).update(words)

    @property
    def ranked(self) -> list[str]:
        """Scores, those furthest apart first."""
        return sorted(self._spreads, key=lambda score: -self._spreads[score])

    def _apart(self) -> str:
        turn = last_common(self.runs)
        return f"1 Apart at {f'turn {turn}' if turn else 'the opening'}"

    def _called(self, score: str) -> str:
        return score_name(self.view.world.scenario, score, self.view.world.seats, short=True)

    def _row(self, score: str) -> Content:
        points = self._spreads[score]
        apart, ink = (
            (f"{points:6.1f}", f"bold {palette.BRIGHT}") if points >= palette.STILL else (f"{'·':>6}", palette.DIM)
        )
        space = self.room - len(apart) - 1  # the bar that scrolls touches no figure
        return Content.assemble((f"{fitted(self._called(score), space):<{space}}", palette.LABEL), (apart, ink), " ")

    def _small(self, score: str) -> Small:
        series = [LineSeries(run.name, run.score(score)) for run in self.runs]
        return Small(score, self._called(score), series, self._spreads[score], here=score == self.score)

    def draw_score(self) -> None:
        chart = self.query_one("#chart", LineChart)
        world = self.view.world
        series = [LineSeries(run.name, run.score(self.score)) for run in self.runs]
        longest = max((len(each.values) for each in series), default=1)
        labels = ["start", *(world.scenario.period(turn) for turn in range(1, longest))]
        chart.set_series([each for each in series if each.values], labels, filled=True)
        chart.border_title = frame_title(score_name(world.scenario, self.score, world.seats))
        if self.has_class("-roomy") or self.has_class("-smalls"):
            self.query_one("#smalls", Multiples).show([self._small(score) for score in self.ranked])

    def on_multiples_asked(self, event: Multiples.Asked) -> None:
        event.stop()
        self.score = event.id
        self.draw()


def what_differs(runs: Sequence[Run], width: int) -> Content:
    """Where runs part, the decisions that differ and the injects that ended otherwise."""
    if len(runs) < 2:
        words = (
            f"There is one way so far. Fork in the replay with {shown('b')}, or undo and play otherwise, and both "
            "stand here."
        )
        return hanging(Content.styled(words, palette.LABEL), width, 0)
    shared = last_shared(runs)
    where = f"They part after move {shared[0]}, turn {shared[1].turn}, {shared[1].phase}." if shared else (
        "They were never one session: the scenario is shared, the moves are not."
        if never_one(runs) else "They part before the first move."
    )  # fmt: skip
    rows = [Content.styled(where, f"bold {palette.BRIGHT}")]
    for each in differences(runs):
        head = Content.assemble((f"turn {each.turn}  ", palette.DIM), (each.who, f"bold {palette.LABEL}"))
        rows += [head, *_by_run(runs, each.decisions, width)]
    for inject, ends in inject_outcomes(runs):
        rows += [Content.styled(inject, f"bold {palette.CRISIS_INK}"), *_by_run(runs, ends, width)]
    if len(rows) == 1:
        rows.append(Content.styled("No decision differs.", palette.LABEL))
    return Content("\n").join([row if "\n" in row.plain else hanging(row, width, 0) for row in rows])


def _by_run(runs: Sequence[Run], texts: tuple[str, ...], width: int) -> list[Content]:
    widest = max(len(run.name) for run in runs) + 4
    return [
        hanging(Content(text or "nothing"), width, widest, Content.styled(f"  {run.name}", ink))
        for run, text, ink in zip(runs, texts, palette.SERIES, strict=False)
    ]
