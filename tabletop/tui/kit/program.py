"""What a screen may ask of the program that shows it. Without more it is the program of one screen: no clock runs,
nothing is in hand, there is no other room, and what was half typed is kept as long as it runs.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tabletop.errors import TabletopError
from tabletop.table.countdown import Countdown
from tabletop.tui.kit.drafts import Drafts
from tabletop.tui.kit.keys import use_keys
from tabletop.tui.kit.preferences import USUAL, Preferences
from tabletop.tui.kit.sheets import Sheets, sheet_of
from tabletop.tui.look import palette
from tabletop.tui.look.themes import Themes
from tabletop.tui.terminal.terminal import Terminal

if TYPE_CHECKING:
    from textual.app import App

    from tabletop.table.exercise import Exercise
    from tabletop.table.port import Table
    from tabletop.tui.kit.messages import ReviewAsked

T = TypeVar("T")


class Rooms:
    """Where screens at a table lead. Those of one room open those of another here, and import none of them."""

    def why(self, table: "Table", score: str = "deterrence", turn: int = 0) -> None:
        """Why a score moved. `turn`: the one shown first; 0 for the last in which anything has."""

    def replay(self, table: "Table", at: int | None = None) -> None:
        """The record of a place, after line `at`."""

    def review(self, table: "Table", *, alone: bool = False) -> None:
        """The last turn told. `alone`: with nobody for control, who would go on."""

    def close(self, table: "Table", *, instead: bool = False, alone: bool = False) -> None:
        """What came of the exercise. `instead`: in the place of the screen that asks. `alone`: `table` is the seat's
        that a player alone has had."""

    def ahead(self, table: "Table") -> None:
        """What may come next."""

    def timeline(self, table: "Table") -> None:
        """The injects by turn and storyline."""

    def aloud(self, table: "Table") -> None:
        """What is read to the room."""

    def adjudication(self, table: "Table") -> None:
        """The results, what needs a person first."""

    def branches_compared(self, table: "Table", remarks: "Sequence[str]" = ()) -> None:
        """The branches of the record side by side."""

    def seat(self, table: "Table") -> None:
        """A seat's own sheet."""

    def job(self, table: "Table") -> None:
        """What a seat is there for, on one page."""

    def pass_keyboard(self, table: "Table") -> None:
        """From whom to whom the keyboard goes."""


class Exercises:
    """The exercise in hand, and how another comes in its place."""

    in_hand: "Exercise | None" = None

    def runs(self, table: "Table") -> bool:
        """Whether whoever sits here runs the exercise of a table, or looks on while another process does."""
        return True

    def open(self, exercise: "Exercise", hand: str = "", *, model_red: bool = False, resumed: bool = False) -> None:
        """Opens the board of an exercise in the place of what was open. `hand`: the seat in hand. `model_red`: the
        model plays the adversary. `resumed`: it is gone on with, so that its clock may have run in the meantime."""

    def open_save(self, path: Path, *, resumed: bool = False) -> None:
        """Opens the board of a save, or says why that can't be."""

    def play_on(self) -> None:
        """Opens the board of what is in hand anew."""

    def open_seat(self, exercise: "Exercise", seat: str) -> None:
        """Opens the board of an exercise of which one seat is played here and the rest by bots."""

    def open_demo(self) -> None:
        """Bots play; anybody may take over."""

    def open_replay(self, path: str | Path, to: int | None = None, who: str = "") -> None:
        """Steps through a save, from after move `to` and as `who` saw it; from the end and as control without them."""

    def open_compare(self, paths: Sequence[str | Path]) -> None:
        """Lays saves side by side; none of them is written to."""


class Time:
    """The time of the exercise in hand."""

    def clock(self) -> Countdown:
        """Its countdown."""
        return Countdown()

    def tick(self) -> None:
        """Tells the room where it stands, and draws the clock."""

    def show_stop(self, *, again: bool = False) -> None:
        """Shows or takes away the notice of a pause. `again`: also when somebody has put it away."""


class Program(Terminal):
    """`rooms`, `exercises` and `time` are what screens hold of it, beside what it remembers for them."""

    CSS_PATH = sheet_of("kit")

    def __init__(self, likes: Preferences = USUAL) -> None:
        super().__init__()
        self.likes, theme = likes, likes.theme
        use_keys(likes.keymap)
        self.set_keymap(likes.keymap)
        if not likes.motion:
            self.animation_level = "none"
        self.themes = Themes(self.console.color_system, hatched=self.no_color)
        self.register_theme(self.themes.theme(theme))
        self.theme = theme
        self._shown = self.themes.scheme(self.theme)
        """The scheme of what was last drawn."""
        palette.use(self._shown)
        self.stylesheet = Sheets(variables=self.get_css_variables())
        self.rooms = Rooms()
        self.exercises = Exercises()
        self.time = Time()
        self.drafts = Drafts()
        """What was half typed in dialogs."""
        self.seat_panes: dict[tuple[str, str], str] = {}
        """What was last looked at on a seat's screen, by save and seat."""
        self.used: list[str] = []
        """What was last done by the palette, the newest first."""
        self.public_bands = True
        """Whether the room sees words in the place of digits."""

    def choose_theme(self, name: str) -> None:
        """Another theme, one of `look.themes.NAMES`; everything is drawn in it at once, and it is kept."""
        if name != self.theme:
            self.show_theme(name)
            self.attempt(lambda: self.likes.keep(name))

    def show_theme(self, name: str) -> None:
        """The same for as long as the program runs."""
        self.register_theme(self.themes.theme(name))
        self.theme = name

    def watch_theme(self) -> None:
        palette.use(self.themes.scheme(self.theme))

    def refresh_css(self, animate: bool = True) -> None:
        """Where colours are others than before; Textual would read all rules again as the first screen comes."""
        before, now = self._shown, self.themes.scheme(self.theme)
        if now is not before:
            from tabletop.tui.kit.repaint import repaint

            self._shown = now
            super().refresh_css(animate)
            self.stylesheet.update(self.screen)  # Textual leaves out its palette
            repaint(self, before, now)

    def attempt(self, make: Callable[[], T]) -> T | None:
        """What `make` gives; where it raises a TabletopError, says so and gives None."""
        try:
            return make()
        except TabletopError as wrong:
            self.notify(str(wrong), severity="error", timeout=10)
            return None

    def on_review_asked(self, event: "ReviewAsked") -> None:
        """Where no board below has done it."""
        self.rooms.review(event.table)


def program_of(app: "App[Any]") -> Program:
    """The program a screen is shown by. Every one that shows ours is a Program."""
    return cast(Program, app)
