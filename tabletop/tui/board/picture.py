"""The board's picture: scores, map, seats, injects, the tables below. It draws a view and opens what lies behind a
line; it neither asks for a view nor knows who plays."""

from collections.abc import Callable
from functools import partial
from typing import Final

from attrs import evolve
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tabletop.model.figures.forms import MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.world import Phase
from tabletop.table.port import Table, View
from tabletop.table.things import Thing
from tabletop.table.turn_story import story
from tabletop.tui.board.alliance import Alliance
from tabletop.tui.board.figure_panel import FigurePanel, WhyAsked
from tabletop.tui.board.injects import Injects
from tabletop.tui.board.journal import Journal
from tabletop.tui.board.margins import Margins
from tabletop.tui.board.needs import Needs
from tabletop.tui.board.scores import Scores
from tabletop.tui.board.seats import SeatList
from tabletop.tui.board.sheets import SheetList
from tabletop.tui.board.signs import band_legend
from tabletop.tui.board.tabs import Tables, tab_line
from tabletop.tui.board.waiting import Waiting, waiting, waiting_line
from tabletop.tui.kit.action import Action, Group
from tabletop.tui.kit.program import program_of
from tabletop.tui.kit.removable import Removable
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.screen import BACK, TableScreen
from tabletop.tui.kit.zoom import ZOOMED, Zoom
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.map.of_moment import map_theatres
from tabletop.tui.map.pointed import PointedMap
from tabletop.tui.panels import ON_BOARD, TABLES, panel_of, point_at
from tabletop.words.turns import report_on

_SMALL: Final = 100, 30
"""Columns and rows below which the map gives way."""
_WIDE: Final = 170
"""Columns from which sheets and journal stay open beside the table."""
_TALL: Final = 46
"""Rows from which who bears the need is shown turn by turn, and the last turn's story stays open."""
_NARROW: Final = 72
"""Columns below which seats and injects give way to the scores."""
_BESIDE: Final = ("seats", "injects")


class BoardPicture(Removable, Vertical):
    """`table`: the place at which it is looked at, and what lies behind a line is opened."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table
        self._state: tuple[View, View, str, bool] | None = None
        self._phase: tuple[int, Phase] | None = None
        self._last_story: tuple[object, list[str]] = (None, [])
        self._zoom = Zoom(self)

    def compose(self) -> ComposeResult:
        yield Static(id="strip")
        with Vertical(id="board"):
            with Horizontal(id="top"):
                with Vertical(id="left"):
                    with Vertical(id="theatres"):
                        yield Scores(id="scores")
                        yield Margins(id="margins")
                    with Vertical(id="bearing"):
                        yield Alliance(id="alliance")
                        yield Needs(id="needs")
                with Vertical(id="map-frame"):
                    yield PointedMap(id="map")
                with Vertical(id="side"):
                    yield SeatList(id="seats")
                    yield Injects(id="injects")
                    yield Waiting(id="waiting")
            with Horizontal(id="bottom"):
                yield Tables(id="tables")
                yield SheetList(id="sheets")
                yield Journal(id="beside")
        yield Static(id="waits")

    def on_mount(self) -> None:
        self._lay_out()
        self.query_one(Scores).focus()
        self.call_after_refresh(self._first_draw)

    async def _first_draw(self) -> None:
        tables = self.query_one(Tables)
        await tables.open_tab(tables.current, focus=False)
        self._draw()

    def on_resize(self) -> None:
        self._lay_out()
        self.call_after_refresh(self._draw)

    def _lay_out(self) -> None:
        """Chooses the layout for the terminal's size."""
        width, height = self.app.size
        small = width < _SMALL[0] or height < _SMALL[1]
        if small and not self.has_class("-small"):
            self._keep_in_sight()
        self.set_class(small, "-small")
        self.set_class(small and width < _NARROW, "-narrow")
        self.set_class(width >= _WIDE and not small, "-wide")
        self.set_class(height >= _TALL and not small, "-tall")
        self.query_one(Tables).name_tabs(not small)

    def _keep_in_sight(self) -> None:
        """Where there is no longer room for all, what has the focus comes up; the scores where it has no place."""
        panel = self._panel()
        name = (panel.id if panel else "") or ""
        self.set_class(name == "tables", "-table")
        self.set_class(name in _BESIDE, "-beside")
        if name in _LARGE_ONLY:
            self._zoom.end()
            self.set_class(False, "-zoom")
            self.query_one(Scores).focus()

    def show(self, view: View, sheet: View, hand: str, *, model_red: bool = False) -> None:
        """`sheet`: what the tables show, the view of the seat in `hand` where there is one. `model_red`: nobody is
        asked for Red."""
        self._state = view, sheet, hand, model_red
        if self._phase != (phase := (view.world.turn, view.world.phase)):
            self._phase = phase
            if self.has_class("-table"):
                self.remove_class("-table")
                self.call_after_refresh(self._draw)  # the panels have another width then
        self._draw()

    def _draw(self) -> None:
        if self._state is None or not self.size:  # before it is laid out no panel knows how wide its rows are
            return
        view, sheet, hand, model_red = self._state
        world, tall, small = view.world, self.has_class("-tall"), self.has_class("-small")
        self.query_one(Scores).show(view)
        self.query_one(Alliance).show(view)
        self.query_one(SeatList).show(world, hand)
        self.query_one(Injects).show(world)
        if not small:
            frame = self.query_one("#map-frame")
            frame.border_title = frame_title("Margin by theatre")
            frame.border_subtitle = Content.assemble(band_legend(frame.size.width - 6))
            self.query_one(TheatreMap).set_theatres(map_theatres(view))
        lines = waiting(world, model_red, seals=not small)
        self.query_one(Waiting).show(world, lines, self._story(view) if tall else ())
        self.query_one("#waits", Static).update(waiting_line(lines, self.size.width - 2))
        self.set_class(bool(lines), "-waits")
        if tall or self.query_one("#bearing").has_class(ZOOMED):
            self.query_one(Needs).show(view)
        if self.query_one("#theatres").has_class(ZOOMED):
            self.query_one(Margins).show(view)
        self.query_one(Tables).show(sheet, hand)
        if self.has_class("-wide"):
            self.query_one("#beside", Journal).show(view)
            self.query_one(SheetList).show(view)
        self.query_one("#strip", Static).update(self._strip())

    def _story(self, view: View) -> list[str]:
        """The story of the last turn; read again when there is a new one, when the review adds to it, or when control
        has written its own."""
        world = view.world
        review = world.phase is Phase.REVIEW
        key = world.turn, len(world.history), view.head if review else report_on(view.lines, world.turn - 1)
        if key != self._last_story[0]:
            self._last_story = key, story(view)
        return self._last_story[1]

    def _strip(self) -> Content:
        """The pages there are where not all has room: the board's panels are one, or two."""
        table = self.has_class("-table")
        here = self.query_one(Tables).current if table else "scores"
        fixed = [panel for panel in ON_BOARD if panel.fixed]
        board = evolve(fixed[0], key=" ".join(panel.key for panel in fixed))
        pages = [board, *TABLES]
        line = tab_line(pages, here, f"bold {palette.ACCENT}")
        if line.cell_length > self.size.width - 2:
            short = [page if page.id == here else evolve(page, title="") for page in pages]
            line = tab_line(short, here, f"bold {palette.ACCENT}")
        return line

    async def open_panel(self, name: str) -> None:
        """Puts the focus into a panel, which comes up first where there is no room for all."""
        zoomed = self._zoom.on is not None
        self._zoom.end()
        if name == "journal" and self.has_class("-wide"):  # it stands beside the tables already
            self.query_one("#beside").focus()
        else:
            await self._focus_panel(name)
        if zoomed:
            self.zoom()
            self.call_after_refresh(self._draw)

    async def _focus_panel(self, name: str) -> None:
        small, table = self.has_class("-small"), any(panel.id == name for panel in TABLES)
        if small and table != self.has_class("-table"):  # a class restyles the whole tree
            self.set_class(table, "-table")
        self.set_class(name in _BESIDE, "-beside")
        if table:
            await self.query_one(Tables).open_tab(name)
        elif name == "scores" and self.query_one(Scores).has_focus:
            self.query_one(Alliance).focus()
        else:
            self.query_one(f"#{name}").focus()
        if small:
            self.call_after_refresh(self._draw)

    async def find(self, thing: Thing) -> bool:
        """Puts the cursor on the row of a thing, in whichever panel has one."""
        panel = panel_of(thing.kind, ON_BOARD)
        if panel is None:
            return False
        await self.open_panel(panel.id)
        if panel.board:
            return point_at(self.query_one(Tables).grid, thing.figure)
        return self.query_one(f"#{panel.id}", Rows).point_at(thing.id)

    # ------------------------------------------------------------------ one panel over the whole

    @property
    def zoomed(self) -> bool:
        """Whether one panel fills it."""
        return self._zoom.on is not None

    def zoom(self) -> None:
        """The panel that has the focus over the whole picture, or all again."""
        if panel := self._panel():
            self._zoom.turn(panel)
            self.set_class(self.zoomed, "-zoom")
            if self.screen.focused is None or not self.screen.focused.display:
                self.query_one(Scores).focus()
            self.call_after_refresh(self._draw)

    def _panel(self) -> Widget | None:
        """The panel in which the focus is."""
        focused = self.screen.focused
        panels = [part for part in (focused.ancestors_with_self if focused else ()) if part.id in _PANELS]
        return panels[0] if panels and isinstance(panels[0], Widget) else self.query_one(Scores)

    # ------------------------------------------------------------------ what lies behind a line

    def on_why_asked(self, event: WhyAsked) -> None:
        event.stop()
        program_of(self.app).rooms.why(self._table, event.score)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if isinstance(event.option_list, Journal):
            event.stop()
            program_of(self.app).rooms.replay(self._table, int(event.option_id or 0))

    def on_theatre_map_selected(self, event: TheatreMap.Selected) -> None:
        event.stop()
        program_of(self.app).rooms.why(self._table, path_of(MARGIN, event.theatre))


_PANELS: Final = "theatres", "bearing", "map-frame", "seats", "injects", "tables", "beside", "sheets"
"""What can fill the picture."""
_LARGE_ONLY: Final = "map-frame", "beside", "sheets"
"""What has no place where there is little room."""


def panel_keys(go: Callable[..., object]) -> list[Action]:
    """1 to 8; `go` is given the screen and the panel's id as `name`."""
    keys = partial(Action, group=Group.PANELS)
    return [keys(panel.key, panel.id, panel.to, partial(go, name=panel.id)) for panel in ON_BOARD]


async def open_panel(screen: TableScreen, name: str) -> None:
    """On a screen that shows the board."""
    await screen.query_one(BoardPicture).open_panel(name)
    screen.frame_lines()


def _why(screen: TableScreen) -> None:
    """Of the figure under the cursor: the causes of the very change that the board shows."""
    at = screen.focused
    if isinstance(at, PointedMap) and at.theatre:
        score = path_of(MARGIN, at.theatre)
    else:
        score = (at if isinstance(at, FigurePanel) else screen.query_one(Scores)).asked
    screen.program.rooms.why(screen.table, score)


def _zoom(screen: TableScreen) -> None:
    screen.query_one(BoardPicture).zoom()


async def _back(screen: TableScreen) -> None:
    """Out of a panel that fills the screen first, then to the scores, then to where the board was opened from."""
    if (picture := screen.query_one(BoardPicture)).zoomed:
        picture.zoom()
    elif screen.query_one(Scores).has_focus:
        BACK.do(screen)
    else:
        await screen.action_do("scores")


BACK_TO_SCORES: Final = evolve(BACK, do=_back)
_look = partial(Action, group=Group.LOOK)
WHY: Final = _look("w", "why", "why a score moved", _why)
ZOOM: Final = _look("z", "zoom", "the panel over the whole screen, and back", _zoom)
REPLAY: Final = _look("R", "replay", "replay the record", lambda screen: screen.program.rooms.replay(screen.table))
