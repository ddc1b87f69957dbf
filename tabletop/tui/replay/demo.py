"""Watch: bots play, a step every three seconds, captions from the record; anybody may take over."""

from datetime import date
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from tabletop.table.demo import Beat
from tabletop.table.port import View
from tabletop.table.watching import Watched
from tabletop.tui.board.scores import Alliance, Scores
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bind
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.kit.messages import WhyAsked
from tabletop.tui.kit.screen import ALWAYS, TableScreen
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.map.of_moment import map_theatres

SECONDS: Final = 3.0


class DemoScreen(TableScreen):
    """The board's left and map, with the caption below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("space", "pause", "pause, or go on"),
        bind("left", "beat(-1)", "one step back"),
        bind("right", "beat(1)", "one step on"),
        bind("enter", "take_over", "take over from here, on the same luck"),
        bind("w", "why", "why the score moved"),
        bind("q", "leave", "leave"),
    ]
    ACTIONS = ALWAYS
    TITLE = "Watch"
    HELP = (
        "The real rules, played by bots. A step every three seconds: Space pauses, the arrows step. Enter takes over: "
        "a new save with everything up to here and the same luck, in which one seat is yours and you are the "
        "facilitator; the other seats stay bots, and the model goes on playing the adversary."
    )
    past = True
    AUTO_FOCUS = ""

    def __init__(self, watched: Watched) -> None:
        self._beats: list[Beat] = []
        self._at = 0
        self._watched = watched
        self._more()
        super().__init__(watched.table)
        self.paused = False
        self._timer: Timer | None = None

    def body(self) -> ComposeResult:
        with Horizontal(id="board"):
            with Vertical(id="left"):
                yield Scores(id="scores")
                yield Alliance(id="alliance")
            with Vertical(id="map-frame"):
                yield TheatreMap(id="map")
        yield Static(id="caption")

    def on_mount(self) -> None:
        self.lay_out()
        for rows in (self.query_one(Scores), self.query_one(Alliance)):
            rows.can_focus = False  # Enter takes over, wherever one has clicked
        self.query_one(Scores).border_title = "Deterrence over pressure"
        self._timer = self.set_interval(SECONDS, self._tick)
        self.call_after_refresh(self.refresh_view)

    def on_resize(self) -> None:
        self.lay_out()
        self.call_after_refresh(self.draw)

    def lay_out(self) -> None:
        """Below 70 columns the figures give way to the map."""
        self.set_class(self.app.size.width < 100, "-small")

    def on_unmount(self) -> None:
        self._watched.close()

    def fetch(self) -> View:
        return self._watched.view(self.beat)

    @property
    def beat(self) -> Beat:
        """The step that is shown."""
        return self._beats[self._at]

    def draw(self) -> None:
        self.query_one(Scores).show(self.view)
        self.query_one(Alliance).show(self.view)
        self.query_one(TheatreMap).set_theatres(map_theatres(self.view))
        beat = self.beat
        caption = self.query_one("#caption", Static)
        caption.border_title = frame_title(beat.title)
        caption.border_subtitle = frame_title("paused" if self.paused else f"step {self._at + 1}")
        room = max(20, self.app.size.width - 4)
        told = (line for said in beat.lines for line in wrapped(Content.styled(said, palette.BRIGHT), room))
        caption.update(Content("\n").join(told))

    def keys(self) -> list[Key]:
        return [
            Key("Space", "go on" if self.paused else "pause", "pause"),
            Key("← →", "step"),
            Key("Enter", "take over", "take_over"),
            Key("w", "why", "why"),
            Key("q", "leave", "leave"),
            self.key("back"),
        ]

    # ------------------------------------------------------------------ stepping

    def _tick(self) -> None:
        if not self.paused and self.app.screen is self:
            self._step(1)

    def _more(self) -> bool:
        beat = self._watched.beat()
        if beat is not None:
            self._beats.append(beat)
        return beat is not None

    def _step(self, step: int) -> None:
        if self._at + step >= len(self._beats) and not self._more():
            self.paused = True
            self.frame_lines()
            self.draw()
            return
        self._at = max(0, self._at + step)
        self.refresh_view()

    def action_beat(self, step: int) -> None:
        self.paused = True
        self._step(step)

    def action_pause(self) -> None:
        self.paused = not self.paused
        if self._timer is not None:
            self._timer.reset()
        self.refresh_view()

    def action_take_over(self) -> None:
        self.paused = True
        program, today = self.program, date.today().isoformat()  # noqa: DTZ011
        taken = program.attempt(lambda: self._watched.take_over(self.beat, today))
        if taken is None:
            return
        exercise, seat = taken
        name = exercise.world.seats[seat].name
        program.exercises.open(exercise, model_red=True)
        program.notify(f"Forked on the same luck: {name} is yours. Saved as {exercise.path.stem}.", timeout=6)

    def action_why(self) -> None:
        score = self.beat.score or self.query_one(Scores).row
        self._why(score)

    def on_why_asked(self, event: WhyAsked) -> None:
        event.stop()
        self._why(event.score)

    def _why(self, score: str) -> None:
        self.paused = True
        self.frame_lines()
        self.program.rooms.why(self.table, score, self.view.last_moved)

    def action_leave(self) -> None:
        self.app.exit()
