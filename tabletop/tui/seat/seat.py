"""A seat's own screen: its brief and secrets, what happened since, its levers with their price, its sheet, the seal."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import ContentSwitcher, Static

from tabletop.model.moves import Move, Seal
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase
from tabletop.table.levers import Levers
from tabletop.table.port import Table
from tabletop.table.survey import slip_due
from tabletop.table.things import Thing
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.levers.orderline import OrderLine
from tabletop.tui.levers.outlook import Outlook
from tabletop.tui.levers.prompt import Prompt
from tabletop.tui.levers.sealed import SealedPage
from tabletop.tui.levers.sheet import Sheet
from tabletop.tui.look import palette
from tabletop.tui.panels import PANES, panel_of, point_at, widget_of
from tabletop.tui.seat.actions import OF_SEAT, next_words, open_pane, seal, stepper
from tabletop.tui.seat.panes import first_pane, pane_tabs, sealed_title
from tabletop.words.names import capital

_WIDE = 110
"""Columns from which the sheet stands beside the panel and not below."""
_TALL = 30
"""Rows from which the seat's objectives stand below it."""
_AROUND = 9
"""Rows above and below its lines, the rules around it among them."""


class SeatScreen(TableScreen):
    """`table.who` is the seat. `entered_by`: "control" when the operator enters a paper sheet for it."""

    ACTIONS = OF_SEAT
    HELP = (
        "1 to 5, 7 and 8 choose what the large panel shows, 6 goes to your sheet. {+} and {-} order in the tables; "
        "{:} takes orders as words; Delete on the sheet takes one back. {Space} is the next step: it answers what "
        "asks you, then seals; {s} seals at once. Orders count when control goes on either way."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide"), (160, "-broad")]  # noqa: RUF012  Textual's own type

    def __init__(self, table: Table, entered_by: str = "") -> None:
        super().__init__(table)
        self.entered_by = entered_by
        self._side_height: int | None = None
        self._titles: list[str] = []
        self.pane = ""
        self.answering = ""
        """What a seat that has sealed has opened to answer."""

    @property
    def seat(self) -> str:
        return self.table.who

    @property
    def levers(self) -> Levers:
        """What the seat may ask of what it sees."""
        return self.view.levers(self.seat)

    @property
    def sealed(self) -> bool:
        return self.view.world.seats[self.seat].sealed and self.view.world.phase is Phase.ORDERS

    def body(self) -> ComposeResult:
        self.pane = first_pane(self)
        with Container(id="desk"):
            with Container(id="main"), ContentSwitcher(initial=self.pane, id="panes"):
                yield from (widget_of(panel.seat, panel.id) for panel in PANES)
                yield SealedPage(id="sealed", alone=stepper(self) is not None)
            with Container(id="side"):
                yield Sheet(id="sheet")
                yield Outlook(id="outlook")
        yield Static(id="told")
        yield Prompt(id="prompt")
        line = OrderLine(id="orderline")
        line.display = False
        yield line

    def on_mount(self) -> None:
        self.focus_pane()
        line = self.query_one(OrderLine)
        line.show(self.view, self.seat)
        line.recall(self.program.drafts)

    # ------------------------------------------------------------------ what is shown

    def keys(self) -> list[Key]:
        words = next_words(self, short=True)
        first = [self.key("next", words)] if words else []
        if self.sealed:
            hand_on = [] if stepper(self) is None else [self.key("back", "board")]
            return [*first, self.key("unseal"), *hand_on, self.key("injects"), self.key("council")]
        asked = self.view.world.phase is Phase.ORDERS and self.levers.answers.to_give
        seal_first = [*first, self.key("seal")] if asked else first
        if stepper(self) is None and slip_due(self.view, self.seat):  # who plays alone is asked nothing
            seal_first = [*seal_first, self.key("survey", "survey slip", "survey")]
        rest = map(self.key, ("injects", "message", "promise", "free_move", "why", "back"))
        return [*seal_first, self.key("order"), Key(shown("plus,minus"), "adjust"), *rest]

    def saved(self) -> str:
        """Without the number of moves on disk: it would tell how much others have ordered."""
        return "saved"

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        name = self._pane()
        switcher = self.query_one("#panes", ContentSwitcher)
        if switcher.current != name:
            switcher.current = name
        pane: Any = self.query_one(f"#{name}")
        pane.show(self.view, self.seat)
        sheet = self.query_one(Sheet)
        side = self.query_one("#side")
        side.display = not self.sealed
        narrow = self.size.width < _WIDE
        sheet.beside = not narrow
        sheet.show(self.view, self.seat)
        self.query_one(Outlook).display = not narrow and self.size.height >= _TALL
        self.on_sheet_laid()
        titles = Content(f"6 Orders {sheet.counted}"), self._title(name)
        if [title.markup for title in titles] != self._titles:
            self._titles = [title.markup for title in titles]
            side.border_title = Content.assemble(titles[0])
            self.query_one("#main").border_title = Content.assemble(titles[1])
        self.query_one(OrderLine).show(self.view, self.seat)
        aims = Content.assemble((shown("1"), f"bold {palette.ACCENT}"), (" your objectives", palette.TEXT))
        hidden = not self.sealed and not self.query_one(Outlook).display and name != "brief"
        short = "answers it" if self.levers.answers.to_give else ""
        self.query_one(Prompt).ask(self.levers, next_words(self), short, aims if hidden else None)

    def on_sheet_laid(self) -> None:
        """Below the panel the sheet takes the rows that it needs; beside it scores have what the sheet leaves."""
        sheet = self.query_one(Sheet)
        tall = None if sheet.beside else sheet.rows_wanted + 2
        if tall != self._side_height:  # a style set anew lays the whole screen out
            self._side_height = self.query_one("#side").styles.height = tall
        if sheet.beside and not self.sealed:
            self.query_one(Outlook).show(self.view, self.seat, self.size.height - _AROUND - sheet.needed)

    def _title(self, name: str) -> Content:
        if self.sealed:
            return sealed_title(name)
        return pane_tabs(name, len(self.levers.answers.to_give), self.query_one("#main").size.width)

    def _pane(self) -> str:
        """The pane on screen: of a seat that has sealed the plate, or what it has opened since to answer."""
        if not self.sealed:
            self.answering = ""
            return self.pane
        return self.answering or "sealed"

    def focus_pane(self) -> None:
        """Puts the focus back when a dialog is done."""
        self.query_one(f"#{self._pane()}").focus()

    async def find(self, thing: Thing) -> bool:
        panel = panel_of(thing.kind, PANES)
        if panel is None or self.sealed:
            return False
        open_pane(self, panel.id)
        return point_at(self.query_one(f"#{panel.id}"), thing.figure)

    # ------------------------------------------------------------------ moves

    async def order(self, move: Move) -> None:
        """A seal is read back before it is given."""
        if isinstance(move, Seal) and not self.sealed:
            seal(self, move.why)
        else:
            await self.give(move)

    async def give(self, move: Move, entered_by: str = "", at: Table | None = None) -> Refusal | None:
        """Makes a move in the seat's name, entered by whoever sits at the keyboard; a refusal stands in place."""
        refusal = await (at or self.table).make(move, entered_by or self.entered_by)
        self.say(refusal.message if refusal else "")
        self.refresh_view()
        return refusal

    def say(self, words: str) -> None:
        """One line above the footer, until the next move."""
        line = self.query_one("#told", Static)
        if words or line.display:
            line.display = bool(words)
            line.update(Content.styled(capital(words), palette.LOW))
