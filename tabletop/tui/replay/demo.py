"""Watch: bots play, a step every three seconds, captions from the record; anybody may take over."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from tabletop.errors import TabletopError
from tabletop.journal.session import Session
from tabletop.table.demo import Beat, beats, demo_session, take_over
from tabletop.table.local import LocalTable
from tabletop.table.port import View
from tabletop.tui.board.figures import map_theatres
from tabletop.tui.board.scores import Alliance, Scores
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import deed
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.kit.messages import WhyAsked
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.map.map import TheatreMap

__all__ = ["DemoScreen", "demo_session"]

SECONDS: Final = 3.0


class DemoScreen(TableScreen):
    """The board's left and map, with the caption below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        deed("space", "pause", "pause, or go on"),
        deed("left", "beat(-1)", "one step back"),
        deed("right", "beat(1)", "one step on"),
        deed("enter", "take_over", "take over from here, on the same luck"),
        deed("w", "why", "why the score moved"),
        deed("q", "leave", "leave"),
    ]
    TITLE = "Watch"
    HELP = (
        "The real rules, played by bots. A step every three seconds: Space pauses, the arrows step. Enter takes over: "
        "a new save with everything up to here and the same luck, in which one seat is yours and you are the "
        "facilitator; the other seats stay bots, and the model goes on playing the adversary."
    )
    past = True
    AUTO_FOCUS = ""

    def __init__(self, session: Session) -> None:
        self._beats: list[Beat] = []
        self._at = 0
        self._rest: Iterator[Beat] = beats(session)
        self._more()
        super().__init__(LocalTable(session))
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
        self.table.session.close()

    def fetch(self) -> View:
        return self.table.view_now(to=self.beat.n)

    @property
    def beat(self) -> Beat:
        """The step that is shown."""
        return self._beats[self._at]

    def draw(self) -> None:
        world = self.view.world
        self.query_one(Scores).show(world)
        self.query_one(Alliance).show(world)
        self.query_one(TheatreMap).set_theatres(map_theatres(world))
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
            Key("Esc", "back", "back"),
        ]

    # ------------------------------------------------------------------ stepping

    def _tick(self) -> None:
        if not self.paused and self.app.screen is self:
            self._step(1)

    def _more(self) -> bool:
        beat = next(self._rest, None)
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
        try:
            session, seat = take_over(self.table.session, self.beat.fork, date.today().isoformat())  # noqa: DTZ011
        except TabletopError as wrong:
            self.notify(str(wrong), severity="error", timeout=10)
            return
        name = session.world.seats[seat].name
        app = self.app
        app.open_session(session, model_red=True)  # type: ignore[attr-defined]
        app.notify(f"Forked on the same luck: {name} is yours. Saved as {session.path.stem}.", timeout=6)

    def action_why(self) -> None:
        score = self.beat.score or self.query_one(Scores).row
        self._why(score)

    def on_why_asked(self, event: WhyAsked) -> None:
        event.stop()
        self._why(event.score)

    def _why(self, score: str) -> None:
        from tabletop.tui.review.why import WhyScreen, latest_turn

        self.paused = True
        self.frame_lines()
        self.app.push_screen(WhyScreen(self.table, score, latest_turn(self.view.world)))

    def action_leave(self) -> None:
        self.app.exit()
