"""The record played again: the board as it was after any move, as control, the room or a seat saw it."""

from bisect import bisect_left, bisect_right
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from tabletop.rules.sight import CONTROL, PUBLIC
from tabletop.table.local import LocalTable
from tabletop.table.port import Line, View
from tabletop.tui import palette
from tabletop.tui.dialogs.jump import JumpDialog
from tabletop.tui.keys import deed
from tabletop.tui.messages import WhyAsked
from tabletop.tui.panels.figures import map_theatres
from tabletop.tui.panels.scores import Alliance, Scores
from tabletop.tui.present.effects import effects_text
from tabletop.tui.present.names import seat_name
from tabletop.tui.present.record import Place, Record, kind_of, marks, places
from tabletop.tui.present.sentences import line_line
from tabletop.tui.present.turns import turn_starts
from tabletop.tui.present.wrapped import hanging
from tabletop.tui.screens.base import TableScreen
from tabletop.tui.screens.framed import FRAMED
from tabletop.tui.screens.parting import Parting
from tabletop.tui.widgets.keyline import Key
from tabletop.tui.widgets.map import TheatreMap
from tabletop.tui.widgets.scrubber import Scrubber

SPEEDS: Final = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Moves a second."""
_WITH_MAP = 110
_SIGNS: Final = {"bookmark": "▼", "inject": "◆", "note": "•", "move": " "}


class ReplayScreen(Parting, TableScreen):
    """Scores and map of a moment, the moves around it, and the line of the whole record below."""

    TITLE = "Replay"
    HELP = (
        "The board as it stood after the highlighted move, and what that move changed. Left and right step, Space plays, "
        "+ and - change the speed, g jumps to a turn, an inject, a note, a bookmark or a move. v looks through the eyes "
        "of control, the room or a seat. Undone moves are struck through. b forks here and goes on playing."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        deed("space", "play", "play or pause"),
        deed("right,l", "step(1)", "one move on"),
        deed("left,h", "step(-1)", "one move back"),
        deed("pagedown,full_stop", "turn(1)", "to the next turn"),
        deed("pageup,comma", "turn(-1)", "to the turn before"),
        deed("home", "to_end(0)", "to the opening"),
        deed("end", "to_end(1)", "to the last move"),
        deed("g", "jump", "jump to a turn, inject, note, bookmark or move"),
        deed("v", "eyes", "see it as the next place did"),
        deed("plus,equals_sign", "speed(1)", "faster"),
        deed("minus", "speed(-1)", "slower"),
        deed("b", "fork", "fork here and go on playing"),
        deed("w", "why", "the causes of a score"),
    ]
    DEFAULT_CSS = f"""
    {FRAMED}
    ReplayScreen #board {{ height: 1fr; }}
    ReplayScreen #figures {{ width: 44; }}
    ReplayScreen #figures Scores {{ height: 1fr; }}
    ReplayScreen #figures Alliance {{ height: 1fr; }}
    ReplayScreen #theatre {{ width: 1fr; }}
    ReplayScreen #moves {{ height: 13; }}
    ReplayScreen.low #moves {{ height: 1fr; }}
    ReplayScreen.low #figures {{ width: 1fr; layout: horizontal; }}
    ReplayScreen.low #figures Scores, ReplayScreen.low #figures Alliance {{ width: 1fr; height: 1fr; }}
    """

    def __init__(self, table: LocalTable, at: int | None = None) -> None:
        super().__init__(table)
        self.record = Record(table.session)
        self.record.who = table.who
        self.at = self.record.last if at is None else at
        self.speed = 1
        self._timer: Timer | None = None
        self._places: list[Place] = []
        self._turns: dict[int, int] = {}
        self._stops: list[int] = []

    def body(self) -> ComposeResult:
        with Horizontal(id="board"):
            with Vertical(id="figures"):
                yield Scores()
                yield Alliance()
            yield TheatreMap(id="theatre", classes="framed")
        yield Static(id="moves", classes="framed", markup=False)
        yield Scrubber(id="line")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Scores).border_title = "Deterrence over pressure"
        self.query_one(Scores).focus()

    def on_resize(self) -> None:
        super().on_resize()
        self.set_class(self.app.size.height < 30, "low")
        self.query_one("#theatre").display = self.app.size.width >= _WITH_MAP and self.app.size.height >= 30
        self.call_after_refresh(self.draw)

    @property
    def playing(self) -> bool:
        return self._timer is not None

    def keys(self) -> list[Key]:
        keys = [Key("Space", "pause" if self.playing else "play", "play"), Key("← →", "step")]
        keys += [Key("g", "jump", "jump"), Key("v", "eyes", "eyes"), Key("+ -", f"{SPEEDS[self.speed]:g}/s")]
        return [*keys, Key("b", "fork here", "fork"), Key("w", "why", "why"), Key("Esc", "back", "back")]

    def fetch(self) -> View:
        """The board as it was: the view of the moment, but the frame's words of now."""
        world = self.record.world(self.at)
        now = self.table.session
        return View(self.record.who, world, (), self.at, str(now.path), now.trouble, now.read_only,
                    now.header.marking, now.header.caveat, now.head)  # fmt: skip

    def frame_lines(self) -> None:
        super().frame_lines()

    def draw(self) -> None:
        """Draws the moment; the list of places is made anew only when the record has grown or the eyes changed."""
        self._learn()
        world = self.view.world
        self.query_one(Scores).show(world)
        self.query_one(Alliance).show(world)
        theatre = self.query_one("#theatre", TheatreMap)
        if theatre.display:
            theatre.set_theatres(map_theatres(world))
            theatre.border_title = f"{world.period}, {world.phase.value}"
        self._draw_moves()
        self.query_one(Scrubber).show(self.at, self.record.last, self._turns, marks(self._places))

    def _learn(self) -> None:
        lines = self.record.lines()
        if self._places and self._stops and self._known is lines:
            return
        self._known = lines
        self._turns = turn_starts(self.table.view_now().lines if self.record.who == CONTROL else lines)
        self._stops = [0, *(line.n for line in lines)]
        self._places = places(lines, self.record.world(self.record.last), self._turns)

    _known: list[Line] = []  # noqa: RUF012  only compared

    def _draw_moves(self) -> None:
        pane = self.query_one("#moves", Static)
        rows, width = max(4, pane.content_size.height or 11), max(30, self.app.size.width - 4)
        lines = self._known
        place = bisect_right(self._stops, self.at) - 2  # among the lines; -1: the opening
        pane.border_title = f"Move {self.at} of {self.record.last}"
        pane.border_subtitle = f"as {self._eyes()} saw it"
        told = self._around(place, rows, width)
        if not lines:
            told = [Content.styled("Nothing has been entered yet.", palette.LABEL)]
        pane.update(Content("\n").join(told))

    def _around(self, place: int, rows: int, width: int) -> list[Content]:
        """The move at `place` with what it changed, some before it and as many after as there is room for."""
        lines = self._known
        here = self._here(place, width)
        room = max(0, rows - len(here))
        before: list[Content] = []
        after: list[Content] = []
        n, m = place - 1, place + 1
        while room > 0 and (n >= 0 or m < len(lines)):
            if n >= 0 and (len(before) <= len(after) or m >= len(lines)):
                before.insert(0, self._row(lines[n], width, palette.LABEL))
                n -= 1
            elif m < len(lines):
                after.append(self._row(lines[m], width, palette.DIM))
                m += 1
            else:
                break
            room -= 1
        return [*before, *here, *after]

    def _here(self, place: int, width: int) -> list[Content]:
        if place < 0:
            return [Content.styled("▶     0   The opening", f"bold {palette.BRIGHT}")]
        line = self._known[place]
        said = line_line(line, self.view.world.scenario, self.view.world.seats)
        style = f"bold {palette.BRIGHT}" + ("" if line.live else " strike")
        lead = Content.styled(f"▶ {line.n:>5} {_SIGNS[kind_of(line.move)]} ", f"bold {palette.ACCENT}")
        row = hanging(Content.styled(said, style), width, 10, lead).split("\n")
        changed = self.record.changed(line.n) if self.record.who in (CONTROL, line.move.seat) or line.live else {}
        effects = effects_text(changed, self.view.world.scenario, self.view.world.seats, width - 12)
        told = effects if changed else Content.styled("moved no score by itself", palette.DIM)
        undone = Content("") if line.live else Content.styled("undone  ", palette.LOW)
        by = Content.styled(f"entered by {line.entered_by}  ", palette.DIM) if line.entered_by else Content("")
        return [*row, Content.assemble(" " * 10, undone, by, told)]

    def _row(self, line: Line, width: int, ink: str) -> Content:
        from tabletop.tui.widgets.keyline import fitted

        said = fitted(line_line(line, self.view.world.scenario, self.view.world.seats), width - 10)
        style = ink if line.live else f"{ink} strike"
        lead = f"  {line.n:>5} {_SIGNS[kind_of(line.move)]} "
        return Content.assemble((lead, palette.DIM), (said, style))

    def _eyes(self) -> str:
        who = self.record.who
        return "control" if who == CONTROL else seat_name(self.view.world.scenario, who, self.table.session.world.seats)

    def go(self, n: int) -> None:
        """Shows the board after entry n."""
        self.at = min(max(0, n), self.record.last)
        self.refresh_view()

    def action_step(self, by: int) -> None:
        """To the next or the last move that this place may read."""
        at = bisect_left(self._stops, self.at) if by < 0 else bisect_right(self._stops, self.at)
        at += -1 if by < 0 else 0
        if 0 <= at < len(self._stops):
            self.go(self._stops[at])
        elif self.playing:
            self.action_play()

    def action_turn(self, by: int) -> None:
        starts = sorted(self._turns.values())
        at = bisect_left(starts, self.at) - 1 if by < 0 else bisect_right(starts, self.at)
        self.go(starts[at] if 0 <= at < len(starts) else (0 if by < 0 else self.record.last))

    def action_to_end(self, last: int) -> None:
        self.go(self.record.last if last else 0)

    def action_play(self) -> None:
        """Plays on from here, from the start if it stands at the end; or pauses."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        else:
            if self.at >= self.record.last:
                self.at = 0
            self._timer = self.set_interval(1 / SPEEDS[self.speed], lambda: self.action_step(1))
        self.refresh_view()

    def action_speed(self, by: int) -> None:
        self.speed = min(max(0, self.speed + by), len(SPEEDS) - 1)
        if self._timer is not None:
            self._timer.stop()
            self._timer = self.set_interval(1 / SPEEDS[self.speed], lambda: self.action_step(1))
        self.frame_lines()

    def action_eyes(self) -> None:
        """Control's eyes, then the room's, then each seat's; at a seat's own table its own and the room's."""
        mine = self.table.who
        round_ = [CONTROL, PUBLIC, *self.table.session.world.seats] if mine == CONTROL else [mine, PUBLIC]
        self.record.who = round_[(round_.index(self.record.who) + 1) % len(round_)]
        self.refresh_view()

    def action_jump(self) -> None:
        if self.playing:
            self.action_play()
        self.app.push_screen(JumpDialog(self._places, self.view.world, self.at), self._jumped)

    def _jumped(self, n: int | None) -> None:
        if n is not None:
            self.go(n)

    def action_why(self) -> None:
        self._open_why("deterrence")

    def on_why_asked(self, event: WhyAsked) -> None:
        event.stop()
        self._open_why(event.score)

    def _open_why(self, score: str) -> None:
        from tabletop.tui.screens.why import WhyScreen

        self.app.push_screen(WhyScreen(self.table, score))

    def on_scrubber_asked(self, event: Scrubber.Asked) -> None:
        event.stop()
        self.go(event.n)

    def action_back(self) -> None:
        if self.playing:
            self.action_play()
        super().action_back()
