"""The record played again: the board as it was after any move, as control, the room or a seat saw it."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.model.record import Line
from tabletop.model.seats import CONTROL
from tabletop.model.world import State
from tabletop.table.port import Record, Table, View
from tabletop.table.record import Mark, Place, marks, places
from tabletop.tui.board.alliance import Alliance
from tabletop.tui.board.figure_panel import FigurePanel, WhyAsked
from tabletop.tui.board.scores import Scores
from tabletop.tui.charts.scorelines import ScoreLines
from tabletop.tui.charts.scrubber import Scrubber
from tabletop.tui.control.leaving import last_key
from tabletop.tui.kit.cursor_list import CursorList
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.look.titles import frame_title
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.map.of_moment import map_theatres
from tabletop.tui.replay.actions import ACTIONS, walk
from tabletop.tui.replay.along import Way, along_record
from tabletop.tui.replay.passage import passage, undone
from tabletop.tui.replay.stepping import Playing, Stops
from tabletop.words.names import seat_name

_WITH_MAP: Final = 110
_WITH_OTHERS: Final = 110, 46
"""Columns and rows from which the other scores of a panel stand about the one under the cursor."""


class ReplayScreen(TableScreen):
    """Scores and map of a moment, the moves around it, and the line of the whole record below.

    `at`: the line after which it opens; without one a finished exercise opens at its beginning, one that is played
    where it stands.
    """

    TITLE = "Replay"
    STAGE = "replay"
    HELP = (
        "The board as it stood after the highlighted move, and what that move changed. Left and right step, {Space} "
        "plays, {+} and {-} change the speed, {g} jumps to a turn, an inject, a note, a bookmark or a move. {E} "
        "looks through the eyes of control, the room or a seat. Undone moves are struck through. {T} shows the "
        "branches as lanes, {D} compares them, {b} forks here and goes on playing. Of a save that another process "
        "plays, moves come as they are made."
    )
    ACTIONS = ACTIONS

    def __init__(self, table: Table, record: Record, at: int | None = None) -> None:
        super().__init__(table)
        self.record = record
        over = self.view.world.state is State.ENDED
        self.at = at if at is not None else 0 if over else record.last
        """The line after which the board is shown."""
        self.stops = Stops()
        self.playing = Playing(self, partial(walk, self, by=1))
        self._lines: Sequence[Line] = ()
        self._marks: list[Mark] = []
        self._places: list[Place] = []
        self._way: Way | None = None
        self._off: frozenset[int] = frozenset()

    def body(self) -> ComposeResult:
        with Horizontal(id="board"):
            yield from self.figures()
        yield Static(id="moves", classes="framed", markup=False)
        yield ScoreLines(id="along")
        yield Scrubber(id="line")

    def figures(self) -> ComposeResult:
        """What shows the moment."""
        with Vertical(id="figures"):
            yield Scores()
            yield Alliance()
        yield TheatreMap(id="theatre", classes="framed")

    def on_mount(self) -> None:
        self.begin()

    def begin(self) -> None:
        """What shows the moment has come up."""
        self.query_one(Scores).border_title = "Deterrence over pressure"
        self.query_one(Scores).focus()

    def on_resize(self) -> None:
        self.set_class(self.app.size.height < 30, "low")
        self.set_class(self.app.size.height < 24, "tight")
        self.set_class(self.app.size.height >= 46, "high")
        self.set_class(self._among, "among")
        self.fit()
        self.call_after_refresh(self.draw)

    def fit(self) -> None:
        """Shows the map where there is room for it; else the figures have all of it."""
        room = self.app.size.width >= _WITH_MAP and self.app.size.height >= 30
        self.query_one("#theatre").display = room
        self.set_class(not room, "mapless")

    def keys(self) -> list[Key]:
        branched = self.table.who == CONTROL and self.record.branched
        keys = [self.key("play", "pause" if self.playing.on else "play"), Key("← →", "step"), self.key("jump")]
        keys += [self.key("branches")] if branched else []
        keys += [self.key("eyes"), Key(shown("plus,minus"), f"{self.playing.speed:g}/s"), self.key("fork")]
        return [*keys, self.key("compare" if branched else "why"), last_key(self)]

    @property
    def moment(self) -> int:
        """The entry of the record after which the board is shown."""
        return self.record.moment(self.at)

    def go(self, n: int) -> None:
        """Shows the board after line n."""
        self.at = min(max(0, n), self.record.last)
        self.refresh_view()

    def grow(self) -> None:
        """Another process has entered moves: whoever looks at the last one goes on with them."""
        was = self.stops.lines[-1] if self.stops.lines else 0
        self.at = self.record.last if self.at >= was and not self.playing.on else self.at
        if self.is_current:
            self.refresh_view()

    def places(self) -> list[Place]:
        """Where one may jump to; asked for only by the dialog."""
        if not self._places:
            record = self.record
            self._places = places(self._lines, record.world(record.last), self.stops.turns, record.branch_places())
        return self._places

    def fetch(self) -> View:
        """The board as it was: the view of the moment, but the frame's words of now."""
        return self.record.view(self.at)

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draws the moment."""
        self._learn()
        self.show_board()
        self._draw_moves()
        self.query_one(Scrubber).show(self.at, self.record.last, self.stops.turns, self._marks, self._off)
        self.draw_along()

    def draw_along(self) -> None:
        """The score under the cursor along the whole record, over the line."""
        rows = self.focused if isinstance(self.focused, FigurePanel) else self.query_one(Scores)
        if self._way is not None:
            stands = self.at not in self._off
            along = along_record(self._way, rows.row, self.view, self.at, stands=stands, among=self._among)
            self.query_one(ScoreLines).show(along)

    @property
    def _among(self) -> bool:
        columns, rows = _WITH_OTHERS
        return self.app.size.width >= columns and self.app.size.height >= rows

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.draw_along()

    def on_cursor_list_moved(self, event: CursorList.Moved) -> None:
        event.stop()
        self.draw_along()

    def on_descendant_focus(self) -> None:
        self.draw_along()

    def show_board(self) -> None:
        """Draws what stood at the moment."""
        world = self.view.world
        self.query_one(Scores).show(self.view)
        self.query_one(Alliance).show(self.view)
        theatre = self.query_one("#theatre", TheatreMap)
        if theatre.display:
            theatre.set_theatres(map_theatres(self.view))
            theatre.border_title = frame_title(f"{world.period}, {world.phase.value}")

    def _learn(self) -> None:
        """What is drawn on the line; made anew only when the record has grown or the eyes changed."""
        lines = self.record.lines()
        if self.stops.lines and self._lines is lines:
            return
        last, turns = self.record.last, self.record.turns()
        end = self.record.view(last)
        self._lines = lines
        self._way = Way(end, last, turns)
        self._off = frozenset(line.n for line in lines if undone(line))
        self.stops = Stops([0, *(line.n for line in lines)], turns)
        self._places = []
        self._marks = marks(lines, turns, end.world)

    def _draw_moves(self) -> None:
        pane = self.query_one("#moves", Static)
        rows, width = max(4, pane.content_size.height or 11), max(30, self.app.size.width - 4)
        place = bisect_right(self.stops.lines, self.at) - 2  # among the lines; -1: the opening
        holder = f", {self.view.holder} plays on" if self.view.holder else ""
        pane.border_title = frame_title(f"Move {self.at} of {self.record.last}{holder}")
        pane.border_subtitle = frame_title(f"as {self._eyes()} saw it")
        pane.update(Content("\n").join(passage(self.record, self._lines, place, self.view.world, rows, width)))

    def _eyes(self) -> str:
        who, world = self.record.who, self.view.world
        return "control" if who == CONTROL else seat_name(world.scenario, who, world.seats)

    # ------------------------------------------------------------------ what the parts announce

    def ask_why(self, score: str) -> None:
        """Why a score moved, as far as it is shown."""
        self.program.rooms.why(self.table, score, self.view.last_moved)

    def on_why_asked(self, event: WhyAsked) -> None:
        event.stop()
        self.ask_why(event.score)

    def on_scrubber_asked(self, event: Scrubber.Asked) -> None:
        event.stop()
        self.go(event.n)
