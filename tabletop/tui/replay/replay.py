"""The record played again: the board as it was after any move, as control, the room or a seat saw it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from attrs import evolve
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tabletop.model.record import Line
from tabletop.model.seats import CONTROL
from tabletop.model.world import State
from tabletop.table.port import Record, Table, View
from tabletop.table.record import Mark, Place, marks, places
from tabletop.tui.board.scores import Alliance, FigureRows, Scores
from tabletop.tui.charts.scrubber import Scrubber
from tabletop.tui.control.leaving import PAST, last_key
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bind
from tabletop.tui.kit.messages import WhyAsked
from tabletop.tui.kit.screen import BACK
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.map.of_moment import map_theatres
from tabletop.tui.replay.branches import branches
from tabletop.tui.replay.forking import Forking
from tabletop.tui.replay.jump import JumpDialog
from tabletop.tui.replay.passage import passage
from tabletop.tui.replay.stepping import SPEEDS, Stepping
from tabletop.words.names import seat_name

_WITH_MAP = 110


def first(key: str, action: str, words: str) -> Binding:
    """A key that the screen takes before the list that has the focus."""
    return Binding(key, action, words, show=False, priority=True)


def _back(screen: "ReplayScreen") -> None:
    if screen.playing:
        screen.action_play()
    BACK.do(screen)


class ReplayScreen(Stepping, Forking):
    """Scores and map of a moment, the moves around it, and the line of the whole record below.

    `at`: the line after which it opens; without one a finished exercise opens at its beginning, one that is played
    where it stands.
    """

    ACTIONS = *PAST, evolve(BACK, do=_back)
    TITLE = "Replay"
    HELP = (
        "The board as it stood after the highlighted move, and what that move changed. Left and right step, Space "
        "plays, + and - change the speed, g jumps to a turn, an inject, a note, a bookmark or a move. v looks through "
        "the eyes of control, the room or a seat. Undone moves are struck through. t shows the branches as a tree, c "
        "compares them, b forks here and goes on playing. Of a save that another process plays, moves come as they are "
        "made."
    )
    past = True
    """The phase clock does not follow what is shown here."""
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("space", "play", "play or pause"),
        first("right,l", "step(1)", "one move on"),
        first("left,h", "step(-1)", "one move back"),
        first("pagedown,full_stop", "turn(1)", "to the next turn"),
        first("pageup,comma", "turn(-1)", "to the turn before"),
        first("home", "to_end(0)", "to the opening"),
        first("end", "to_end(1)", "to the last move"),
        bind("g", "jump", "jump to a turn, inject, note, bookmark or move"),
        bind("v", "eyes", "see it as the next place did"),
        bind("plus,equals_sign", "speed(1)", "faster"),
        bind("minus", "speed(-1)", "slower"),
        bind("t", "branches", "the branches as a tree, and where they part"),
        bind("b", "fork", "fork here and go on playing"),
        bind("w", "why", "the causes of a score"),
        bind("c", "compare", "compare the branches of this save"),
    ]

    def __init__(self, table: Table, record: Record, at: int | None = None) -> None:
        super().__init__(table, record)
        over = self.view.world.state is State.ENDED
        self.at = at if at is not None else 0 if over else self.record.last
        self._marks: list[Mark] = []
        self._places: list[Place] = []

    def body(self) -> ComposeResult:
        with Horizontal(id="board"):
            with Vertical(id="figures"):
                yield Scores()
                yield Alliance()
            yield TheatreMap(id="theatre", classes="framed")
        yield Static(id="moves", classes="framed", markup=False)
        yield Scrubber(id="line")

    def on_mount(self) -> None:
        self.query_one(Scores).border_title = "Deterrence over pressure"
        self.query_one(Scores).focus()

    def on_resize(self) -> None:
        super().on_resize()
        self.set_class(self.app.size.height < 30, "low")
        self.query_one("#theatre").display = self.app.size.width >= _WITH_MAP and self.app.size.height >= 30
        self.call_after_refresh(self.draw)

    def keys(self) -> list[Key]:
        branched = self.table.who == CONTROL and self.record.branched
        keys = [Key("Space", "pause" if self.playing else "play", "play"), Key("← →", "step")]
        keys += [Key("g", "jump", "jump")] + [Key("t", "branches", "branches")] * branched
        keys += [Key("v", "eyes", "eyes"), Key("+ -", f"{SPEEDS[self.speed]:g}/s"), Key("b", "fork", "fork")]
        keys += [Key("c", "compare", "compare") if branched else Key("w", "why", "why")]
        return [*keys, last_key(self)]

    def fetch(self) -> View:
        """The board as it was: the view of the moment, but the frame's words of now."""
        return self.record.view(self.at)

    def draw(self) -> None:
        """Draws the moment."""
        self._learn()
        world = self.view.world
        self.query_one(Scores).show(self.view)
        self.query_one(Alliance).show(self.view)
        theatre = self.query_one("#theatre", TheatreMap)
        if theatre.display:
            theatre.set_theatres(map_theatres(self.view))
            theatre.border_title = frame_title(f"{world.period}, {world.phase.value}")
        self._draw_moves()
        self.query_one(Scrubber).show(self.at, self.record.last, self._turns, self._marks)

    def _learn(self) -> None:
        """What is drawn on the line; made anew only when the record has grown or the eyes changed."""
        lines = self.record.lines()
        if self._stops and self._known is lines:
            return
        self._known = lines
        self._turns = self.record.turns()
        self._stops = [0, *(line.n for line in lines)]
        self._places = []
        self._marks = marks(lines, self._turns, self.record.world(self.record.last))

    _known: Sequence[Line] = ()

    def grown(self) -> None:
        """Another process has entered moves: whoever looks at the last one goes on with them."""
        was = self._stops[-1] if self._stops else 0
        self.at = self.record.last if self.at >= was and not self.playing else self.at
        if self.is_current:
            self.refresh_view()

    def places(self) -> list[Place]:
        """Where one may jump to; asked for only by the dialog."""
        if not self._places:
            now = self.record.world(self.record.last)
            self._places = places(self._known, now, self._turns, self.record.branch_places())
        return self._places

    def _draw_moves(self) -> None:
        pane = self.query_one("#moves", Static)
        rows, width = max(4, pane.content_size.height or 11), max(30, self.app.size.width - 4)
        lines = self._known
        place = bisect_right(self._stops, self.at) - 2  # among the lines; -1: the opening
        pane.border_title = frame_title(
            f"Move {self.at} of {self.record.last}" + (f", {self.view.holder} plays on" if self.view.holder else "")
        )
        pane.border_subtitle = frame_title(f"as {self._eyes()} saw it")
        told = passage(self.record, lines, place, self.view.world, rows, width)
        if not lines:
            told = [Content.styled("Nothing has been entered yet.", palette.LABEL)]
        pane.update(Content("\n").join(told))

    def _eyes(self) -> str:
        who = self.record.who
        return "control" if who == CONTROL else seat_name(self.view.world.scenario, who, self.view.world.seats)

    def action_eyes(self) -> None:
        """Control's eyes, then the room's, then each seat's; at a seat's own table its own and the room's."""
        eyes, moment = self.record.eyes, self.moment
        self.record.look_as(eyes[(eyes.index(self.record.who) + 1) % len(eyes)])
        self.at = self.record.line(moment)
        self.refresh_view()

    def action_jump(self) -> None:
        if self.playing:
            self.action_play()
        ask(self, JumpDialog(self.places(), self.view.world, self.at), self.go)

    def action_branches(self) -> None:
        if self.playing:
            self.action_play()
        if self.table.who == CONTROL:
            ask(
                self,
                branches(self.record.branches, self.moment, self.app.size.width),
                lambda entry: self.go(self.record.line(entry)),
            )

    def action_why(self) -> None:
        focused = self.focused if isinstance(self.focused, FigureRows) else self.query_one(Scores)
        self._open_why(focused.row)

    def action_compare(self) -> None:
        self.program.rooms.branches_compared(self.table)

    def on_why_asked(self, event: WhyAsked) -> None:
        event.stop()
        self._open_why(event.score)

    def _open_why(self, score: str) -> None:
        self.program.rooms.why(self.table, score, self.view.last_moved)

    def on_scrubber_asked(self, event: Scrubber.Asked) -> None:
        event.stop()
        self.go(event.n)
