"""What every screen at a table shares: the table it asks, the view it shows, its two frame lines."""

from collections.abc import Callable
from functools import wraps
from inspect import iscoroutinefunction
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.table.clock import Countdown
from tabletop.table.port import Table, View
from tabletop.tui.kit.headline import Headline
from tabletop.tui.kit.keyline import Key, Keyline
from tabletop.tui.kit.messages import Ordered
from tabletop.tui.kit.program import Program, program_of
from tabletop.tui.kit.standing import Standing

Action = Callable[..., Any]

_NOTE = "^n", "take a note, also while typing"
_STEP = "F8", "the next step, also while typing"


def enters(action: Action) -> Action:
    """An action that makes a move, at once or in a dialog: refused before anything is typed where none can be made."""
    if iscoroutinefunction(action):

        @wraps(action)
        async def later(screen: "TableScreen", *arguments: object) -> None:
            if screen.may_enter():
                await action(screen, *arguments)

        return later

    @wraps(action)
    def now(screen: "TableScreen", *arguments: object) -> None:
        if screen.may_enter():
            action(screen, *arguments)

    return now


#: Screens that stay when one goes back: Textual's own and the first of ours.
_STAY = 2


class TableScreen(Standing, Screen[None]):
    """Subclasses compose their `body`, draw in `draw`, name their keys in `keys`, and call `give` to make a move.

    `HELP` is one paragraph for `?`; the keys beside it are the screen's bindings with their descriptions, which the
    palette lists as well.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "one step back", show=False),
        Binding("question_mark", "help", "this help", show=False),
    ]
    TITLE = ""
    HELP = ""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table
        self.view: View = table.view_now()

    def compose(self) -> ComposeResult:
        yield Headline(id="headline")
        yield from self.body()
        yield Keyline(id="keyline")

    def body(self) -> ComposeResult:
        """Widgets between the frame lines."""
        yield from ()

    def keys(self) -> list[Key]:
        """Keys of the footer, the next step first."""
        return []

    def more_keys(self) -> list[Key]:
        """Keys that stand in the footer where there is room left."""
        return []

    def draw(self) -> None:
        """Shows `self.view`; called after every change."""

    @property
    def program(self) -> Program:
        """What shows this screen, and opens others when asked."""
        return program_of(self.app)

    def clock(self) -> Countdown:
        """The countdown, if there is one; the app keeps it."""
        return self.program.time.clock()

    def on_screen_resume(self) -> None:
        """Comes after mounting too, once there is a size to draw for."""
        self.refresh_view()

    def on_resize(self) -> None:
        self.frame_lines()

    def refresh_view(self) -> None:
        """Fetches the view anew and draws it."""
        if self.gone:
            return
        self.view = self.fetch()
        self.frame_lines()
        self.draw()

    def fetch(self) -> View:
        """The view to show."""
        return self.table.view_now()

    def frame_lines(self) -> None:
        """Draws the headline and the footer."""
        self.headline()
        view = self.view
        note = view.trouble or ("read-only" if view.read_only else self._on_disk())
        self.query_one(Keyline).show([*self.keys(), *self.more_keys()], view.caveat, note, urgent=bool(view.trouble))

    def _on_disk(self) -> str:
        """How many moves, and in which file below this folder where there is room for it."""
        view, here = self.view, Path.cwd()
        moves = f"{view.n} move{'' if view.n == 1 else 's'} on disk"
        saved = Path(view.saved)
        told = f"{moves}, {saved.relative_to(here)}" if saved.is_relative_to(here) else moves
        return told if len(view.caveat) + len(told) + 4 <= self.app.size.width else moves

    def headline(self) -> None:
        """Draws the headline alone: the clock ticks in it."""
        view = self.view
        who = "" if view.who in ("control", "public") else view.world.seats[view.who].name
        self.query_one(Headline).show(view.marking, view.world, title=self.TITLE, who=who, clock=self.clock())

    async def give(self, move: Move, entered_by: str = "") -> Refusal | None:
        """Makes a move; a refusal is told in a toast and returned."""
        refusal = await self.place_of(move).make(move, entered_by)
        if refusal:
            self.notify(refusal.message, severity="warning", timeout=8)
        self.refresh_view()
        return refusal

    def place_of(self, move: Move) -> Table:
        """The place from which a move is made: it names other moves as that place counts them."""
        return self.table

    def may_enter(self) -> bool:
        """Whether moves can be made here at all; where the save is only looked at, says so."""
        view = self.view
        if view.read_only:
            where = f"{view.holder} has it open" if view.holder else "nothing can be written"
            self.notify(f"Read-only here: {where}. A note (n) is all that goes from here.", severity="warning")
        return not view.read_only

    async def on_ordered(self, event: Ordered) -> None:
        event.stop()
        await self.order(event.move)

    async def order(self, move: Move) -> None:
        """Makes a move that a widget asked for. (Textual calls `on_` methods of every class a screen descends from:
        override this, not `on_ordered`.)"""
        await self.give(move, self.enters(move))

    def enters(self, move: Move) -> str:
        """Who enters a move made on this screen, "" when whoever moves does so."""
        return ""

    def action_back(self) -> None:
        """One step back; the first screen stays."""
        if len(self.app.screen_stack) > _STAY:
            self.app.pop_screen()

    def action_help(self) -> None:
        """Explains this screen and lists its keys."""
        from tabletop.tui.kit.help import HelpDialog

        self.app.push_screen(HelpDialog(self.TITLE, self.HELP, [*self.key_words(), *self._while_typing()]))

    @property
    def takes_notes(self) -> bool:
        """Whether whoever sits here is control, or holds the pen for it."""
        return self.table.by_control

    @property
    def step_action(self) -> str:
        """The action of the next step, "" where a screen has none."""
        key = next(iter(self.keys()), None)
        return key.action.removeprefix("screen.") if key and key.key in ("Space", "s") else ""

    def _while_typing(self) -> list[tuple[str, str]]:
        """Keys that no text field takes."""
        told = [_NOTE] if self.takes_notes else []
        return [*told, _STEP] if self.step_action else told

    def key_words(self) -> list[tuple[str, str]]:
        """Keys and what they do, as bound now: the screen's and those of what has the focus."""
        from tabletop.tui.kit.keys import shown, tells

        told: dict[str, list[str]] = {}
        for key, active in self.active_bindings.items():
            if tells(active.binding) and active.node is not self.app:
                told.setdefault(active.binding.description, []).append(shown(key))
        last = ("Esc", "?")
        found = [(" ".join(keys[:2]), words) for words, keys in told.items()]
        return [*(row for row in found if row[0] not in last), *(row for row in found if row[0] in last)]
