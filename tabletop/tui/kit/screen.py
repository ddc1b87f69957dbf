"""What every screen at a table shares: the table it asks, the view it shows, its frame lines, its table of actions."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, Final

from textual.app import ComposeResult

from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.table.port import Table, View
from tabletop.table.stage.scene import Scene
from tabletop.table.things import Thing
from tabletop.tui.kit.acting import Acting
from tabletop.tui.kit.action import Action, Group
from tabletop.tui.kit.headline import Headline
from tabletop.tui.kit.keyline import Key, Keyline
from tabletop.tui.kit.keys import now, shown
from tabletop.tui.kit.messages import MoveAsked
from tabletop.tui.kit.searched import Searched, typing_in

_STAY: Final = 2
"""Screens that stay when one goes back: Textual's own and the first of ours."""


_LONG: Final = 10
"""Rows of a list above which the footer says that it can be searched."""


class TableScreen(Acting):
    """Subclasses name their `ACTIONS`, compose their `body`, draw in `draw`, name the keys of the footer in `keys`, and
    call `give` to make a move.

    `HELP` is one paragraph for `?`; the keys beside it are the actions with their words, which the palette lists as
    well.
    """

    TITLE = ""
    HELP = ""
    STAGE: ClassVar[str] = ""
    """The scene that a push from here shows the room first, where it is another than what is due."""

    def __init_subclass__(cls, **options: Any) -> None:
        if "ACTIONS" in cls.__dict__ and not any("space" in action.key.split(",") for action in cls.ACTIONS):
            cls.ACTIONS = (*cls.ACTIONS, ONWARD)
        super().__init_subclass__(**options)

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

    # ------------------------------------------------------------------ what is shown

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

    def on_searched_seeking(self, event: Searched.Seeking) -> None:
        event.stop()
        self.frame_lines()

    def repaint(self) -> None:
        self.refresh_view()

    def fetch(self) -> View:
        """The view to show."""
        return self.table.view_now()

    def draw(self) -> None:
        """Shows `self.view`; called after every change."""

    def frame_lines(self) -> None:
        """Draws the headline and the footer."""
        self.headline()
        view = self.view
        note = view.trouble or ("read-only" if view.read_only else self.saved())
        typing = typing_in(self.focused)
        keys = _while_typing() if typing else _next_first(self, self.keys())
        spare = [] if typing else _spare(self, keys)
        self.query_one(Keyline).show(keys, view.caveat, note, spare=spare, urgent=bool(view.trouble))

    def headline(self) -> None:
        """Draws the headline alone: the clock ticks in it."""
        view = self.view
        who = "" if view.who in ("control", "public") else view.world.seats[view.who].name
        clock = self.program.time.clock()
        self.query_one(Headline).show(view.marking, view.world, self.TITLE, who, clock)

    def saved(self) -> str:
        """What the footer says of the save: how many moves, and in which file below this folder where there is room."""
        view, here = self.view, Path.cwd()
        moves = f"{view.n} move{'' if view.n == 1 else 's'} on disk"
        path = Path(view.saved)
        whole = f"{moves}, {path.relative_to(here)}" if path.is_relative_to(here) else moves
        return whole if len(view.caveat) + len(whole) + 4 <= self.app.size.width else moves

    # ------------------------------------------------------------------ actions

    def keys(self) -> list[Key]:
        """Keys of the footer, the next step first."""
        return []

    @property
    def enters(self) -> bool:
        """Whether a move can be made here at all."""
        return not self.view.world.played_under and not self.view.read_only

    def may_do(self, action: Action) -> bool:
        return not action.enters or may_enter(self)

    def action_seek(self) -> None:
        """Searches the list that has the focus."""
        if isinstance(self.focused, Searched):
            self.focused.action_seek()

    async def find(self, thing: Thing) -> bool:
        """Puts the cursor on a thing, where this screen has it in a list."""
        return False

    def on_stage(self) -> Scene | None:
        """That scene, and what it is about."""
        return Scene(self.STAGE) if self.STAGE else None

    # ------------------------------------------------------------------ moves

    async def on_move_asked(self, event: MoveAsked) -> None:
        event.stop()
        await self.order(event.move)

    async def order(self, move: Move) -> None:
        """Makes a move that a widget asked for. (Textual calls `on_` methods of every class a screen descends from:
        override this, not `on_move_asked`.)"""
        await self.give(move)

    async def give(self, move: Move, entered_by: str = "", at: Table | None = None) -> Refusal | None:
        """Makes a move, here or `at` another place, which names other moves as that place counts them; a refusal is
        told in a toast and returned. A clock that ran runs on in the next phase."""
        on = self.program.time.runs_on(move)
        refusal = await (at or self.table).make(move, entered_by)
        if on and not refusal:
            await self.table.make(on)
        if refusal:
            self.notify(refusal.message, severity="warning", timeout=8)
        self.refresh_view()
        return refusal


def may_enter(screen: TableScreen) -> bool:
    """Whether moves can be made here at all; where the save is only looked at, says so."""
    view = screen.view
    if view.world.played_under:
        screen.notify("This is a record of an earlier edition: nothing is entered in it.", severity="warning")
    elif view.read_only:
        where = f"{view.holder} has it open" if view.holder else "nothing can be written"
        screen.notify(f"Read-only here: {where}. A note ({shown('n')}) is all that goes from here.", severity="warning")
    return not view.read_only


def _while_typing() -> list[Key]:
    """Keys of the footer while letters go into a search."""
    return [Key(shown("enter"), "keep these rows"), Key(shown("escape"), "show all"), Key("↑ ↓", "choose")]


def _spare(screen: TableScreen, keys: Sequence[Key]) -> list[Key]:
    """Keys that stand in the footer where there is room left."""
    there = {key.key for key in keys}
    rows = sorted((action for action in screen.actions.values() if action.spare), key=lambda action: action.spare)
    bound = screen.active_bindings if rows else {}
    here = (row for row in rows if any(key in bound and bound[key].binding.action == row.call for key in now(row.key)))
    spare = [screen.key(row.name) for row in here if shown(row.key) not in there]
    listed = isinstance(screen.focused, Searched) and screen.focused.whole > _LONG
    return [*spare, Key(shown("slash"), "search", "seek")] if listed else spare


def _next_first(screen: TableScreen, keys: Sequence[Key]) -> list[Key]:
    """Keys of the footer; where the next step is to go back, it stands first, in the words for that."""
    if "onward" not in screen.actions:
        return [*keys]
    backs = [key for key in keys if key.key == shown("escape")]
    return [screen.key("onward", backs[0].word), *(key for key in keys if key not in backs)] if backs else [*keys]


async def _onward(screen: TableScreen) -> None:
    await screen.action_do("back")


def back(screen: TableScreen) -> None:
    """One step back; the first screen stays."""
    if len(screen.app.screen_stack) > _STAY:
        screen.app.pop_screen()


def show_help(screen: TableScreen) -> None:
    """Opens the help."""
    from tabletop.tui.kit.help import help_of

    screen.app.push_screen(help_of(screen))


BACK: Final = Action("escape", "back", "one step back", back, group=Group.ALWAYS)
ALWAYS: Final = BACK, Action("question_mark", "help", "the keys of this screen", show_help, group=Group.ALWAYS)
"""What every screen has."""
ONWARD: Final = Action("space", "onward", "back to where the next step is", _onward, group=Group.ALWAYS)
"""What Space does on a screen that has no next step of its own."""
