"""A seat's own screen: its brief and secrets, what happened since, its levers with their price, its sheet, the seal."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from tabletop.model.world import Phase
from tabletop.table.port import Table
from tabletop.tui.kit.keyline import Key, Keyline
from tabletop.tui.kit.keys import deed
from tabletop.tui.levers.commands import Commands
from tabletop.tui.levers.contributions import Contributions
from tabletop.tui.levers.council import Council
from tabletop.tui.levers.injects import SeatInjects
from tabletop.tui.levers.orderline import OrderLine
from tabletop.tui.levers.pages import brief_content, sealed_content, since_content
from tabletop.tui.levers.posture import Posture
from tabletop.tui.levers.sheet import Sheet
from tabletop.tui.look import palette
from tabletop.tui.seat.seat_acts import SeatActs

_ANSWERING = ("council", "injects")
"""Panes where a seat that has sealed may speak and answer."""
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
_NAMES = {name: word for _, name, word in PANES}


class SeatScreen(SeatActs):
    """`table.who` is the seat. `entered_by`: "control" when the operator enters a paper sheet for it."""

    TITLE = ""
    HELP = (
        "1 to 5, 7 and 8 choose what the large panel shows, 6 goes to your sheet. + and - order in the tables; : takes "
        "orders as words; Delete on the sheet takes one back. s seals; orders count when control goes on either way."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012  Textual's own type
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

    def __init__(self, table: Table, entered_by: str = "") -> None:
        super().__init__(table)
        self.entered_by = entered_by
        self._side_height: int | None = None
        self._titles: list[str] = []
        self.pane = ""
        self.answering = ""

    def body(self) -> ComposeResult:
        self.pane = self._first_pane()
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
        yield Static(id="told")
        line = OrderLine(id="orderline")
        line.display = False
        yield line

    def on_mount(self) -> None:
        self.focus_pane()  # Textual calls the base's own on_mount as well
        line = self.query_one(OrderLine)
        line.show(self.view, self.seat)
        line.recall(self.program.drafts)

    def keys(self) -> list[Key]:
        if self.sealed:
            keys = [Key("u", "unseal", "screen.unseal"), Key("Esc", "hand on", "screen.back")]
            return [*keys, Key("7", "injects", "screen.pane('injects')"), Key("5", "council", "screen.pane('council')")]
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

    def frame_lines(self) -> None:
        """Without the number of moves on disk: it would tell how much others have ordered."""
        self.headline()
        view = self.view
        note = view.trouble or ("read-only" if view.read_only else "saved")
        self.query_one(Keyline).show(self.keys(), view.caveat, note, urgent=bool(view.trouble))

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        shown = self._shown()
        switcher = self.query_one("#panes", ContentSwitcher)
        if switcher.current != shown:
            switcher.current = shown
        self._fill(shown)
        sheet = self.query_one(Sheet)
        side = self.query_one("#side")
        side.display = not self.sealed
        narrow = self.size.width < _WIDE
        orders = len(self.view.world.seats[self.seat].orders)
        tall = max(1, orders) + 2 if narrow else None
        if tall != self._side_height:  # a style set anew lays the whole screen out
            self._side_height = side.styles.height = tall
        sheet.show(self.view, self.seat)
        titles = Content(f"6 Orders {sheet.counted}"), self._tabs(shown)
        if [title.markup for title in titles] != self._titles:
            self._titles = [title.markup for title in titles]
            side.border_title = Content.assemble(titles[0])
            self.query_one("#main").border_title = Content.assemble(titles[1])
        self.query_one(OrderLine).show(self.view, self.seat)

    def _shown(self) -> str:
        """The pane on screen: of a seat that has sealed the plate, or what it has opened since to answer."""
        if not self.sealed:
            self.answering = ""
            return self.pane
        return self.answering or "sealed"

    def _first_pane(self) -> str:
        """The brief when a player sits down for the first time in the first turn, then what was looked at last."""
        panes = self._panes()
        here = self.view.saved, self.seat
        if here not in panes and self._first_time():
            panes[here] = ""
            return "brief"
        return panes.get(here) or self._levers()

    def _first_time(self) -> bool:
        world = self.view.world
        opening = world.turn == 1 and world.phase in (Phase.BRIEF, Phase.ORDERS)
        return opening and not self.entered_by and not self.table.by_control

    def _levers(self) -> str:
        """Where a seat's levers are."""
        world = self.view.world
        if self.seat == world.scenario.names.anchor_seat:
            return "posture"
        return "contributions" if world.seats[self.seat].members else "council"

    def _panes(self) -> dict[tuple[str, str], str]:
        return self.program.seat_panes

    def action_pane(self, name: str) -> None:
        if self.sealed:
            if name in _ANSWERING:
                self.answering = "" if name == self.answering else name
                self.say("")
                self.draw()
                self.focus_pane()
            return
        self.pane = name
        self._panes()[self.view.saved, self.seat] = name
        self.say("")
        self.draw()
        self.focus_pane()

    def action_back(self) -> None:
        """From what a sealed seat has opened back to its plate, else out."""
        if self.sealed and self.answering:
            self.action_pane(self.answering)
        else:
            super().action_back()

    def action_sheet(self) -> None:
        if not self.sealed:
            self.query_one(Sheet).focus()

    def action_other(self) -> None:
        if self.query_one(Sheet).has_focus:
            self.focus_pane()
        else:
            self.action_sheet()

    def action_line(self) -> None:
        if not self.sealed:
            self.query_one(OrderLine).open()

    def _fill(self, pane: str) -> None:
        match pane:
            case "contributions" | "posture" | "commands" | "council" | "injects":
                table = self.query_one(f"#{pane}", Widget)
                table.show(self.view, self.seat)  # type: ignore[attr-defined]
            case _:
                make = _PAGES[pane]
                self.query_one(f"#{pane} > Static", Static).update(make(self))

    def focus_pane(self) -> None:
        self.query_one(f"#{self._shown()}").focus()

    def _tabs(self, shown: str) -> Content:
        if self.sealed:
            return Content("Sealed" if shown == "sealed" else f"Sealed · {_NAMES[shown]}")
        waiting = len(self.levers.answers.to_give)
        parts = []
        for key, name, word in PANES:
            asked = (f" {waiting}", palette.LOW) if name == "injects" and waiting else ""
            here = f"bold {palette.BRIGHT}" if name == shown else palette.LABEL
            parts.append(Content.assemble(key, (f" {word}", here), asked))
        free = self.query_one("#main").size.width - sum(part.cell_length for part in parts) - 4
        return Content(" " * min(3, max(1, free // len(parts)))).join(parts)


def _page(name: str) -> VerticalScroll:
    return VerticalScroll(Static(), id=name, can_focus=True)


_PAGES: dict[str, Callable[[SeatScreen], Content]] = {
    "brief": lambda screen: brief_content(screen.levers),
    "since": lambda screen: since_content(screen.view),
    "sealed": lambda screen: sealed_content(screen.levers),
}
