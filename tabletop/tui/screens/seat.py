"""A seat's own screen: its brief and secrets, what happened since, its levers with their price, its sheet, the seal."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from tabletop.model.moves import MakeFreeMove, Move, Seal, Unseal
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase
from tabletop.rules.deterrence import scores
from tabletop.table.local import LocalTable
from tabletop.tui import palette
from tabletop.tui.dialogs.argue import ArgueDialog, open_moves
from tabletop.tui.dialogs.card import Card
from tabletop.tui.dialogs.freemove import FreeMoveDialog
from tabletop.tui.dialogs.message import MessageDialog
from tabletop.tui.dialogs.promise import PromiseDialog
from tabletop.tui.dialogs.seal import SealDialog
from tabletop.tui.keys import deed
from tabletop.tui.messages import Ordered, WhyAsked
from tabletop.tui.screens.base import TableScreen
from tabletop.tui.tables.commands import Commands
from tabletop.tui.tables.contributions import Contributions
from tabletop.tui.tables.council import Council
from tabletop.tui.tables.injects import SeatInjects, unanswered
from tabletop.tui.tables.pages import brief_content, sealed_content, since_content
from tabletop.tui.tables.posture import Posture
from tabletop.tui.widgets.keyline import Key
from tabletop.tui.widgets.orderline import OrderLine
from tabletop.tui.widgets.sheet import Sheet

_WIDE = 110
"""Columns from which the sheet stands beside the panel and not below."""
PANES = (
    ("1", "brief", "Brief"),
    ("2", "contributions", "Contributions"),
    ("3", "posture", "Posture"),
    ("4", "commands", "Commands"),
    ("5", "council", "Council"),
    ("7", "injects", "Injects"),
    ("8", "since", "Since"),
)
"""Key, id and name of what the main panel can show; 6 is the sheet."""


class SeatScreen(TableScreen):
    """`table.who` is the seat. `entered_by`: "control" when the operator enters a paper sheet for it."""

    TITLE = ""
    HELP = (
        "1 to 5, 7 and 8 choose what the large panel shows, 6 goes to your sheet. + and - order in the tables; : takes "
        "orders as words; Delete on the sheet takes one back. s seals; orders count when control goes on either way."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012  Textual's own type
    DEFAULT_CSS = f"""
    SeatScreen #desk {{ layout: horizontal; height: 1fr; }}
    SeatScreen #main, SeatScreen #side {{
        border: round {palette.RULE}; border-title-color: {palette.LABEL}; height: 1fr;
    }}
    SeatScreen #main:focus-within, SeatScreen #side:focus-within {{ border: round {palette.ACCENT}; }}
    SeatScreen #main {{ width: 1fr; }}
    SeatScreen #side {{ width: 40; }}
    SeatScreen.-narrow #desk {{ layout: vertical; }}
    SeatScreen.-narrow #side {{ width: 1fr; height: auto; max-height: 9; }}
    SeatScreen VerticalScroll {{ padding: 0 1; height: 1fr; }}
    SeatScreen VerticalScroll > Static {{ height: auto; max-width: 110; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(deed(key, f"pane('{name}')", f"to {word.lower()}") for key, name, word in PANES),
        deed("6", "sheet", "to the order sheet"),
        deed("tab", "other", "between panel and sheet"),
        deed("colon", "line", "order line"),
        deed("s", "seal", "seal the orders"),
        deed("u", "unseal", "open them again"),
        deed("m", "message", "write to a seat"),
        deed("p", "promise", "promise something"),
        deed("v", "free_move", "make a free move"),
        deed("g", "argue", "argue a free move"),
        deed("w", "why", "why a score moved"),
    ]

    def __init__(self, table: LocalTable, entered_by: str = "") -> None:
        super().__init__(table)
        self.entered_by = entered_by
        self.pane = "brief" if self.view.world.phase is Phase.BRIEF else "contributions"

    @property
    def seat(self) -> str:
        return self.table.who

    @property
    def sealed(self) -> bool:
        return self.view.world.seats[self.seat].sealed and self.view.world.phase is Phase.ORDERS

    def body(self) -> ComposeResult:
        with Container(id="desk"):
            with Container(id="main"), ContentSwitcher(initial=self.pane, id="panes"):
                yield _page("brief")
                yield Contributions(id="contributions")
                yield Posture(id="posture")
                yield Commands(id="commands")
                yield Council(id="council")
                yield SeatInjects(id="injects")
                yield _page("since")
                yield _page("sealed")
            with Container(id="side"):
                yield Sheet(id="sheet")
        yield OrderLine(id="orderline")

    def on_mount(self) -> None:
        super().on_mount()
        self._focus_pane()

    def keys(self) -> list[Key]:
        if self.sealed:
            return [Key("u", "unseal", "screen.unseal"), Key("Esc", "hand on", "screen.back")]
        found = [
            Key("s", "seal", "screen.seal"),
            Key(":", "order", "screen.line"),
            Key("+ -", "adjust"),
            Key("7", "injects", "screen.pane('injects')"),
            Key("m", "message", "screen.message"),
            Key("p", "promise", "screen.promise"),
            Key("v", "free move", "screen.free_move"),
            Key("w", "why", "screen.why"),
            Key("Esc", "back", "screen.back"),
        ]
        return found if self.view.world.phase is Phase.ORDERS else found[1:]

    def draw(self) -> None:
        shown = "sealed" if self.sealed else self.pane
        switcher = self.query_one("#panes", ContentSwitcher)
        if switcher.current != shown:
            switcher.current = shown
        self._fill(shown)
        sheet = self.query_one(Sheet)
        side = self.query_one("#side")
        side.display = not self.sealed
        narrow = self.size.width < _WIDE
        orders = len(self.view.world.seats[self.seat].orders)
        side.styles.height = max(1, orders) + 2 if narrow else None
        sheet.show(self.view, self.seat)
        side.border_title = Content.assemble((" 6 ", palette.ACCENT), f"Orders {sheet.counted} ")
        self.query_one("#main").border_title = self._tabs(shown)
        self.query_one(OrderLine).show(self.view, self.seat)

    def action_pane(self, name: str) -> None:
        if self.sealed:
            return
        self.pane = name
        self.draw()
        self._focus_pane()

    def action_sheet(self) -> None:
        if not self.sealed:
            self.query_one(Sheet).focus()

    def action_other(self) -> None:
        if self.query_one(Sheet).has_focus:
            self._focus_pane()
        else:
            self.action_sheet()

    def action_line(self) -> None:
        if not self.sealed:
            self.query_one(OrderLine).open()

    def action_seal(self) -> None:
        self._seal("")

    async def action_unseal(self) -> None:
        if self.sealed:
            await self.give(Unseal(seat=self.seat))
            self._focus_pane()

    def action_message(self) -> None:
        self._ask(MessageDialog(self.view.world, self.seat))

    def action_promise(self) -> None:
        self._ask(PromiseDialog(self.view.world, self.seat))

    def action_free_move(self) -> None:
        self._ask(FreeMoveDialog(self.view.world, self.seat))

    def action_argue(self) -> None:
        if not open_moves(self.view.world):
            self.notify("There is no free move to argue this turn; v makes one.", timeout=4)
            return
        said = {line.n: line.move.aim for line in self.view.lines if isinstance(line.move, MakeFreeMove)}
        self._ask(ArgueDialog(self.view.world, self.seat, said))

    def action_why(self) -> None:
        now = scores(self.view.world)
        weakest = min(self.view.world.scenario.theatres, key=lambda theatre: now[f"margin/{theatre}"])
        self.post_message(WhyAsked(f"deterrence/{weakest}"))

    async def on_ordered(self, event: Ordered) -> None:
        event.stop()
        if isinstance(event.move, Seal) and not self.sealed:
            self._seal(event.move.why)
            return
        await self.give(event.move)

    async def give(self, move: Move, entered_by: str = "") -> Refusal | None:
        """Makes a move in the seat's name, told as entered by whoever sits at the keyboard."""
        return await super().give(move, entered_by or self.entered_by)

    def _seal(self, why: str) -> None:
        if self.view.world.phase is not Phase.ORDERS:
            self.notify(f"Orders are sealed in the orders phase; this is {self.view.world.phase.value}.", timeout=5)
        elif not self.sealed:
            self._ask(SealDialog(self.view.world, self.seat, why))

    def _ask(self, dialog: Card[Move]) -> None:
        if self.sealed:
            self.notify("The orders are sealed; u opens them again.", timeout=4)
            return
        self.app.push_screen(dialog, self._given)

    async def _given(self, move: Move | None) -> None:
        if move is not None:
            await self.give(move)
            self._focus_pane()

    def _fill(self, pane: str) -> None:
        match pane:
            case "contributions" | "posture" | "commands" | "council" | "injects":
                table = self.query_one(f"#{pane}", Widget)
                table.show(self.view, self.seat)  # type: ignore[attr-defined]
            case _:
                make = _PAGES[pane]
                self.query_one(f"#{pane} > Static", Static).update(make(self))

    def _focus_pane(self) -> None:
        self.query_one(f"#{'sealed' if self.sealed else self.pane}").focus()

    def _tabs(self, shown: str) -> Content:
        if shown == "sealed":
            return Content.styled(" Sealed ", palette.ACCENT)
        waiting = len(unanswered(self.view.world, self.seat))
        parts = []
        for key, name, word in PANES:
            told = f"{word} {waiting}" if name == "injects" and waiting else word
            here = f"bold {palette.BRIGHT}" if name == shown else palette.LABEL
            parts.append(Content.assemble((key, palette.ACCENT), (f" {told}", here)))
        wide = self.size.width >= 2 * _WIDE - 60
        return Content.assemble(" ", Content("   " if wide else " ").join(parts), " ")


def _page(name: str) -> VerticalScroll:
    return VerticalScroll(Static(), id=name, can_focus=True)


_PAGES: dict[str, Callable[[SeatScreen], Content]] = {
    "brief": lambda screen: brief_content(screen.view.world, screen.seat),
    "since": lambda screen: since_content(screen.view),
    "sealed": lambda screen: sealed_content(screen.view.world, screen.seat),
}
