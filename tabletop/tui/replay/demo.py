"""Watch: bots play, a step every three seconds, captions from the record; anybody may take over."""

from datetime import date
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from tabletop.model.world import Phase
from tabletop.table.demo import Beat
from tabletop.table.figures import theatre_of
from tabletop.table.port import View
from tabletop.table.watching import Watched
from tabletop.tui.board.alliance import Alliance
from tabletop.tui.board.figure_panel import WhyAsked
from tabletop.tui.board.needs import Needs
from tabletop.tui.board.scores import Scores
from tabletop.tui.board.signs import band_legend
from tabletop.tui.charts.causes import WaterfallRow
from tabletop.tui.charts.waterfall import Waterfall
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.kit.screen import ALWAYS, TableScreen
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.map.of_moment import map_theatres
from tabletop.words.bands import bands_said
from tabletop.words.causes import cause_bars, smaller
from tabletop.words.names import better, score_name
from tabletop.words.sentences import moves_by_number

SECONDS: Final = 3.0


def _step(screen: "DemoScreen", by: int) -> None:
    screen.paused = True
    screen.step(by)


def _pause(screen: "DemoScreen") -> None:
    screen.paused = not screen.paused
    if screen.timer is not None:
        screen.timer.reset()
    screen.refresh_view()


def _take_over(screen: "DemoScreen") -> None:
    """Asks which seat, and opens it as a player alone has it."""
    from tabletop.tui.levers.choose_seat import choose_seat

    screen.paused = True
    screen.frame_lines()
    beat, world = screen.beat, screen.view.world

    def sit_down(seat: str) -> None:
        program, today = screen.program, date.today().isoformat()  # noqa: DTZ011
        exercise = program.attempt(lambda: screen.watched.take_over(beat, seat, today))
        if exercise is not None:
            program.exercises.open_seat(exercise, seat)
            program.notify(f"{world.seats[seat].name} is yours from here on; luck stays the same.", timeout=6)

    ask(screen, choose_seat(world.scenario, "Which seat do you take over?", world.seats), sit_down)


def _why(screen: "DemoScreen") -> None:
    screen.ask_why(screen.beat.score or screen.query_one(Scores).asked)


class DemoScreen(TableScreen):
    """The board's left and map with the theatre lit that the step is about, its causes below the map, the caption
    below all."""

    TITLE = "Watch"
    HELP = (
        "The real rules, played by bots. A step every three seconds: {Space} pauses, the arrows step. Enter takes "
        "over: it asks which seat, and a new save begins with everything up to here and the same luck. That seat is "
        "yours then; bots go on with the others, the model with the adversary."
    )
    ACTIONS = (
        *ALWAYS,
        Action("space", "pause", "pause, or go on", _pause),
        Action("left", "step_back", "one step back", partial(_step, by=-1)),
        Action("right", "step_on", "one step on", partial(_step, by=1)),
        Action("enter", "take_over", "take over from here, on the same luck", _take_over),
        Action("w", "why", "why the score moved", _why),
        Action("q", "leave", "leave", lambda screen: screen.app.exit()),
    )
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-fair"), (46, "-high")]  # noqa: RUF012  Textual's own type
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (100, "-wide")]  # noqa: RUF012  Textual's own type

    def __init__(self, watched: Watched) -> None:
        self._beats: list[Beat] = []
        self._at = 0
        self.watched = watched
        self._more()
        super().__init__(watched.table)
        self.paused = False
        self.timer: Timer | None = None

    def body(self) -> ComposeResult:
        with Horizontal(id="board"):
            with Vertical(id="left"):
                yield Scores(id="scores")
                yield Alliance(id="alliance")
                yield Needs(id="needs")
                yield Static(id="reads", classes="framed")
            with Vertical(id="map-frame"):
                yield TheatreMap(id="map")
                yield Waterfall(id="causes", classes="framed")
        yield Static(id="caption")

    def on_mount(self) -> None:
        for rows in (self.query_one(Scores), self.query_one(Alliance), self.query_one(Waterfall)):
            rows.can_focus = False  # Enter takes over, wherever one has clicked
        self.query_one(Scores).border_title = "Deterrence over pressure"
        self.timer = self.set_interval(SECONDS, self._tick)
        self.call_after_refresh(self.refresh_view)

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def on_unmount(self) -> None:
        self.watched.close()

    def fetch(self) -> View:
        return self.watched.view(self.beat)

    @property
    def beat(self) -> Beat:
        """The step that is shown."""
        return self._beats[self._at]

    def draw(self) -> None:
        self.query_one(Scores).show(self.view)
        self.query_one(Alliance).show(self.view)
        if self.has_class("-high"):
            self.query_one(Needs).show(self.view)
        self._draw_legend()
        beat = self.beat
        self.query_one(TheatreMap).set_theatres(map_theatres(self.view, theatre_of(beat.score)))
        self._draw_causes()
        caption = self.query_one("#caption", Static)
        caption.border_title = frame_title(beat.title)
        step = "paused" if self.paused else f"step {self._at + 1}"
        caption.border_subtitle = Content.assemble(_phases(self.view.world.phase), (f"   {step}", palette.LABEL))
        room = max(20, self.app.size.width - 4)
        rows = (row for line in beat.lines for row in wrapped(Content.styled(line, palette.BRIGHT), room))
        caption.update(Content("\n").join(rows))

    def _draw_legend(self) -> None:
        """What a newcomer must know to read the map, where there is room for it."""
        reads = self.query_one("#reads", Static)
        room = max(20, reads.content_size.width)
        told = (f"A margin is points of deterrence over the pressure on it. {bands_said()}", palette.LABEL)
        reads.border_title = frame_title("How to read it")
        reads.update(Content("\n").join([band_legend(room), *wrapped(Content.styled(*told), room)]))

    def _draw_causes(self) -> None:
        """What moved the score of this step, cause by cause; nothing while the step is about none."""
        score, waterfall, world = self.beat.score, self.query_one(Waterfall), self.view.world
        waterfall.display = bool(score)
        if not score:
            return
        account = self.view.explained(score)
        bars = cause_bars(account, 0, moves_by_number(self.view.lines), world)
        rows = [WaterfallRow(bar.label, bar.amount) for bar in bars]
        waterfall.show(rows, account.before, account.after, better(world.scenario, score), fold=smaller)
        waterfall.border_title = frame_title(f"Why {score_name(world.scenario, score, world.seats)} moved")

    def keys(self) -> list[Key]:
        pause = self.key("pause", "go on" if self.paused else "pause")
        return [pause, Key("← →", "step"), *(self.key(name) for name in ("take_over", "why", "leave", "back"))]

    # ------------------------------------------------------------------ stepping

    def _tick(self) -> None:
        if not self.paused and self.app.screen is self:
            self.step(1)

    def _more(self) -> bool:
        beat = self.watched.beat()
        if beat is not None:
            self._beats.append(beat)
        return beat is not None

    def step(self, by: int) -> None:
        """One step on or back; the bots play on where it is their last."""
        if self._at + by >= len(self._beats) and not self._more():
            self.paused = True
            self.frame_lines()
            self.draw()
            return
        self._at = max(0, self._at + by)
        self.refresh_view()

    def ask_why(self, score: str) -> None:
        """Why a score moved; nothing goes on meanwhile."""
        self.paused = True
        self.frame_lines()
        self.program.rooms.why(self.table, score, self.view.last_moved)

    def on_why_asked(self, event: WhyAsked) -> None:
        event.stop()
        self.ask_why(event.score)


def _phases(here: Phase) -> Content:
    """The steps of a turn, the present one lit."""
    parts: list[Content | str] = []
    for phase in Phase:
        lit = phase is here
        name = phase.value.upper() if lit else phase.value
        parts += [Content.styled(name, f"bold {palette.ACCENT}" if lit else palette.LABEL), " › "]
    return Content.assemble(*parts[:-1])
