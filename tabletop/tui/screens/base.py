"""What every screen at a table shares: the table it asks, the view it shows, its two frame lines."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.table.local import LocalTable
from tabletop.table.port import View
from tabletop.tui.messages import Ordered
from tabletop.tui.widgets.headline import Clock, Headline
from tabletop.tui.widgets.keyline import Key, Keyline


class TableScreen(Screen[None]):
    """Subclasses compose their `body`, draw in `draw`, name their keys in `keys`, and call `give` to make a move."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", show=False),
        Binding("question_mark", "help", "help", show=False),
    ]
    TITLE = ""
    HELP = ""

    def __init__(self, table: LocalTable) -> None:
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

    def draw(self) -> None:
        """Shows `self.view`; called after every change."""

    def clock(self) -> Clock:
        """The countdown, if one runs; the app keeps it."""
        keep = getattr(self.app, "clock_now", None)
        return keep() if keep else Clock()

    def on_mount(self) -> None:
        self.refresh_view()

    def on_screen_resume(self) -> None:
        self.refresh_view()

    def on_resize(self) -> None:
        self.frame_lines()

    def refresh_view(self) -> None:
        """Fetches the view anew and draws it."""
        self.view = self.table.view_now()
        self.frame_lines()
        self.draw()

    def frame_lines(self) -> None:
        """Draws the headline and the footer."""
        view = self.view
        who = "" if view.who in ("control", "public") else view.world.seats[view.who].name
        self.query_one(Headline).show(view.marking, view.world, title=self.TITLE, who=who, clock=self.clock())
        note = view.trouble or f"{view.n} moves on disk"
        self.query_one(Keyline).show(self.keys(), view.caveat, note)

    async def give(self, move: Move, entered_by: str = "") -> Refusal | None:
        """Makes a move; a refusal is told in a toast and returned."""
        refusal = await self.table.make(move, entered_by)
        if refusal:
            self.notify(refusal.message, severity="warning", timeout=8)
        self.refresh_view()
        return refusal

    async def on_ordered(self, event: Ordered) -> None:
        event.stop()
        await self.give(event.move)

    def action_back(self) -> None:
        """One step back; the first screen stays."""
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()

    def action_help(self) -> None:
        """Explains this screen."""
        self.notify(self.HELP or "Keys stand in the footer; ctrl+p opens the palette.", timeout=12)
