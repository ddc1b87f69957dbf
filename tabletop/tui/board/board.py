"""The facilitator's board: phase, clock, who has not sealed, what changed. Asks the table, shows the view."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Advance, Move, Red, Resume, Unseal
from tabletop.model.world import Phase, State
from tabletop.table.next_step import NextStep, StepKind, next_step
from tabletop.table.owners import only_team, pen_for
from tabletop.table.port import Table, View
from tabletop.table.turn_story import story
from tabletop.tui.board.board_acts import BoardActs
from tabletop.tui.board.injects import Injects
from tabletop.tui.board.journal import Journal
from tabletop.tui.board.scores import Alliance, Scores
from tabletop.tui.board.seats import Seats
from tabletop.tui.board.tabs import TABS, Tables
from tabletop.tui.board.waiting import Waiting
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import deed, jumps
from tabletop.tui.kit.messages import ReviewAsked, WhyAsked
from tabletop.tui.kit.screen import TableScreen, enters
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.map.map import MapTheatre, TheatreMap
from tabletop.tui.map.of_moment import map_theatres
from tabletop.words.late import late_texts
from tabletop.words.turns import report_on

PANELS = ("scores", "contributions", "posture", "commands", "council", "seats", "injects", "journal")
_SMALL = 100, 30
"""Columns and rows below which the map gives way."""
_WIDE = 170
"""Columns from which the journal stays open beside the table."""


class BoardScreen(BoardActs, TableScreen):
    """`hand`: the seat whose sheet control has in hand, "" for none. `model_red`: Space lets the model play the
    adversary and asks nobody."""

    BINDINGS: ClassVar[list[BindingType]] = [
        deed("space", "step", "the next step, named in the footer"),
        *jumps(("deterrence", "contributions", "posture", "commands", "council", "seats", "injects", "the journal")),
        *BoardActs.DEEDS,
        Binding("plus,equals_sign", "pen(1)", show=False, priority=True),
        Binding("minus", "pen(-1)", show=False, priority=True),
        Binding("h", "pen(0)", show=False, priority=True),
    ]
    HELP = (
        "The facilitator's board. Space is always the next step. Numbers go to the panels, Enter opens what the cursor "
        "is on: a score's causes, a seat's sheet, an inject. In the journal u goes back to the line of the cursor. "
        "Everything is on disk as soon as it stands there."
    )

    def __init__(self, table: Table, hand: str = "", *, model_red: bool = False) -> None:
        super().__init__(table)
        self.hand = hand
        self.model_red = model_red
        self.lent = False  # the pen was taken by + or - on a row, for as long as one stays in that table
        self._reviewed = 0
        self._first_tab = "contributions"
        self._theatres: tuple[MapTheatre, ...] = ()
        self._phase: tuple[int, Phase] = (self.view.world.turn, self.view.world.phase)
        self._told: tuple[object, list[str]] = (None, [])

    def body(self) -> ComposeResult:
        yield Static(id="strip")
        with Horizontal(id="board"):
            with Vertical(id="left"):
                yield Scores(id="scores")
                yield Alliance(id="alliance")
                yield Waiting(id="waiting")
            with Vertical(id="middle"):
                with Horizontal(id="top"):
                    with Vertical(id="map-frame"):
                        yield TheatreMap(id="map")
                    with Vertical(id="side"):
                        yield Seats(id="seats")
                        yield Injects(id="injects")
                with Horizontal(id="bottom"):
                    yield Tables(id="tables")
                    yield Journal(id="beside")

    def on_mount(self) -> None:
        self.lay_out()
        self.query_one(Scores).focus()
        self.call_after_refresh(self._first_draw)

    async def _first_draw(self) -> None:
        await self.query_one(Tables).open_tab(self._first_tab, focus=False)
        self.refresh_view()

    def on_resize(self, event: Resize | None = None) -> None:
        self.lay_out()
        self.frame_lines()
        self.call_after_refresh(self.draw)

    def lay_out(self) -> None:
        """Chooses the layout for the terminal's size."""
        width, height = self.app.size
        self.set_class(width < _SMALL[0] or height < _SMALL[1], "-small")
        self.set_class(width >= _WIDE and height >= _SMALL[1], "-wide")

    def draw(self) -> None:
        world = self.view.world
        if self._phase != (world.turn, world.phase):
            self._phase = world.turn, world.phase
            if self.lent:
                self.hand, self.lent = "", False
            if self.has_class("-table"):
                self.remove_class("-table")
                self.call_after_refresh(self.draw)  # the panels have another width then
        self.query_one(Scores).show(self.view)
        self.query_one(Alliance).show(self.view)
        self.query_one(Seats).show(world, self.hand)
        self.query_one(Injects).show(world)
        if not self.has_class("-small") and (theatres := map_theatres(self.view)) != self._theatres:
            self._theatres = theatres
            self.query_one(TheatreMap).set_theatres(theatres)
        self.query_one("#map-frame").border_title = frame_title(self.map_title())
        self.query_one(Waiting).show(world, self.told(), self.model_red)
        self.query_one(Tables).show(self.sheet(), self.hand)
        if self.has_class("-wide"):
            self.query_one("#beside", Journal).show(self.view)
        self.query_one("#strip", Static).update(self._strip())

    def sheet(self) -> View:
        """What the tables show: the sheet of the seat in hand, else control's view."""
        if self.hand and self.hand in self.view.world.seats:
            return self.table.at(self.hand).view_now()
        return self.view

    def told(self) -> list[str]:
        """The story of the last turn; read again when there is a new one, when the review adds to it, or when control
        has written its own."""
        world, lines = self.view.world, self.view.lines
        review = world.phase is Phase.REVIEW
        key = world.turn, len(world.history), self.view.head if review else report_on(lines, world.turn - 1)
        if key != self._told[0]:
            self._told = key, story(self.view)
        return self._told[1]

    def map_title(self) -> str:
        """What stands in the map's border."""
        return f"{self.view.world.period}"

    # ------------------------------------------------------------------ the footer and Space

    def step(self) -> NextStep:
        """What Space does now."""
        return next_step(self.view.world, self._reviewed == self.view.world.turn, self.model_red)

    def keys(self) -> list[Key]:
        keys = [Key("Space", self.step().words, "step"), *self.CHIEF]
        if self.hand and self.view.world.phase is Phase.ORDERS:
            keys.insert(1, Key("s", f"seal {self.seat_name(self.hand)}", "seal"))
        return keys

    @enters
    async def action_step(self) -> None:
        step = self.step()
        match step.kind:
            case StepKind.ADVANCE:
                await self.advance()
            case StepKind.RESUME:
                await self.give(Resume(seat="control"))
            case StepKind.RED:
                self.open_red()
            case StepKind.MODEL_RED:
                if await self.give(Red(seat="control", source="model"), "bot") is None:
                    await self.advance()
            case StepKind.ADJUDICATE:
                await self.open_adjudicate()
            case StepKind.REVIEW:
                await self.open_review()
            case StepKind.ENDEX:
                await self.open_close()

    async def advance(self) -> None:
        """To the next phase; into adjudication, and at the end, its screen opens by itself. A text that some could not
        speak to is asked about first."""
        late = late_texts(self.view.world) if self.view.world.phase is Phase.ORDERS else []
        if late:
            from tabletop.tui.board.silence import SilenceDialog

            self.app.push_screen(SilenceDialog(self.view.world, late), self._silence)
            return
        if await self.give(Advance(seat="control")) is not None:
            return
        if self.view.world.state is State.ENDED:
            await self.open_close()
        elif self.view.world.phase is Phase.ADJUDICATE:
            await self.open_adjudicate()

    async def open_close(self) -> None:
        """ENDEX: what came of it."""
        self.program.rooms.close(self.table)

    async def _silence(self, chosen: list[Move] | None) -> None:
        """What was chosen about silence; unless seats may speak again, on to the next phase."""
        for move in chosen or ():
            if await self.give(move, "" if move.seat == "control" else "control") is not None:
                return
        if chosen and not any(isinstance(move, Unseal) for move in chosen):
            await self.advance()

    async def open_review(self) -> None:
        """Shows the turn's story; the board has it behind itself then."""
        self._reviewed = self.view.world.turn
        self.program.rooms.review(self.table)
        self.frame_lines()

    # ------------------------------------------------------------------ panels

    async def action_jump(self, number: int) -> None:
        name = PANELS[number - 1]
        self.lay_down()
        if name == "contributions" and not self.hand and (mine := only_team(self.view.world)):
            self.hand, self.lent = mine, True
            self.refresh_view()
        if name == "journal" and self.has_class("-wide"):  # it stands beside the tables already
            self.query_one("#beside").focus()
            self.frame_lines()
            return
        table = name not in ("scores", "seats", "injects")
        if self.has_class("-small") and table != self.has_class("-table"):  # a class restyles the whole tree
            self.set_class(table, "-table")
        if table:
            await self.query_one(Tables).open_tab(name)
        elif name == "scores" and self.query_one(Scores).has_focus:
            self.query_one(Alliance).focus()
        else:
            self.query_one(f"#{name}").focus()
        self.frame_lines()
        if self.has_class("-small"):
            self.call_after_refresh(self.draw)

    def lay_down(self) -> None:
        """Gives back a pen that was only lent."""
        if self.lent:
            self.hand, self.lent = "", False
            self.refresh_view()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """+ and -, and h in Commands, are the table's own as soon as a seat is in hand."""
        if action == "pen":
            tables = self.query_one(Tables)
            here = tables.has_focus_within and not self.hand
            return here and (parameters != (0,) or tables.current == "commands")
        return super().check_action(action, parameters)

    @enters
    def action_pen(self, way: int) -> None:
        """+, - or h on a row with no seat in hand: takes the pen of the seat whose row it is, then does it."""
        table = self.query_one(Tables).grid
        key = table.selected.key if table and table.selected else ()
        seat = pen_for(self.view, key)
        if table is None or not seat:
            self.notify("Choose whose sheet it is: 6, then Enter on a seat.")
            return
        self.hand, self.lent = seat, True
        self.refresh_view()
        self.notify(f"For {self.seat_name(seat)}, entered by control.", timeout=3)
        if table.select(("member", *key[1:]) if key[0] == "look" else key) and table.selected:
            deed = table.opened if not way else table.more if way > 0 else table.less
            deed(table.selected)

    async def action_back(self) -> None:  # type: ignore[override]
        """To the scores first, then to where the board was opened from."""
        if not self.query_one(Scores).has_focus:
            await self.action_jump(1)
        else:
            super().action_back()

    def _strip(self) -> Content:
        tables = self.query_one(Tables)
        here = tables.current if self.has_class("-table") else "scores"
        titles = [(1, "scores", "Board"), *((n, name, title) for n, name, title in TABS)]
        parts = [
            Content.styled(f"{n} {title}", f"bold {palette.ACCENT}" if name == here else palette.LABEL)
            for n, name, title in titles
        ]
        return Content("  ").join(parts)

    # ------------------------------------------------------------------ what panels announce

    def place_of(self, move: Move) -> Table:
        """What is ordered in a seat's sheet is made at that seat's place."""
        return self.control.for_seat(move.seat) if move.seat in self.view.world.seats else self.table

    def enters(self, move: Move) -> str:
        return "control" if move.seat != "control" else ""

    def on_why_asked(self, event: WhyAsked) -> None:
        event.stop()
        self.open_why(event.score)

    async def on_review_asked(self, event: ReviewAsked) -> None:
        event.stop()
        await self.open_review()

    def on_seats_chosen(self, event: Seats.Chosen) -> None:
        event.stop()
        self.take_in_hand(event.seat)

    def on_injects_chosen(self, event: Injects.Chosen) -> None:
        event.stop()
        self.open_inject(event.inject)

    async def on_journal_chosen(self, event: Journal.Chosen) -> None:
        event.stop()
        self.program.rooms.replay(self.table, event.n)

    def on_theatre_map_selected(self, event: TheatreMap.Selected) -> None:
        event.stop()
        self.open_why(path_of(DETERRENCE, event.theatre))
