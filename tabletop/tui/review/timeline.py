"""The injects by turn and storyline, for control alone: what was told, what is on the table, what may still come."""

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.model.injects import Inject, InjectSpec, InjectState
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.table.injects import OPEN, addressees, by_hand
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.control.lanes import lane_of, lanes_legend, turns_head
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.kit.where_from import WHERE_FROM
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.decided import decided
from tabletop.words.names import capital, inject_name, listed, seat_name
from tabletop.words.said import full
from tabletop.words.sentences import moves_by_number

_OWN: Final = "control's own"
_CELL: Final = 3, 20
"""Columns of a turn, at least and at most."""


class TimelineScreen(TableScreen):
    """A row an inject, a lane a turn; what the cursor is on is told below."""

    TITLE = "Timeline"
    HELP = (
        "Every inject with the turns in which it came or may come, by storyline: a dot where it was told, a rhomb "
        "while it is on the table, a line over the turns in which it may still come, a broken one where another has to "
        "open it first. For control alone."
    )
    ACTIONS = (*OF_CONTROL, WHERE_FROM)
    AUTO_FOCUS = "#lanes"

    def body(self) -> ComposeResult:
        lanes = Rows(id="lanes", classes="framed")
        yield lanes
        yield Static(id="about", classes="framed", markup=False)

    @property
    def points_at(self) -> str:
        """The inject under the cursor, as `y` asks where its figures come from."""
        return row_figure(("inject", self.query_one("#lanes", Rows).row))

    def keys(self) -> list[Key]:
        return [Key("↑ ↓", "inject"), self.key("back")]

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Writes the lanes, then what is told of the row under the cursor."""
        world, lanes = self.view.world, self.query_one("#lanes", Rows)
        lanes.show_rows(list(timeline_rows(world, max(40, self.app.size.width - 6))), "This scenario has no injects.")
        told = sum(bool(state.turn) for state in world.injects.values())
        lanes.border_title = frame_title(f"Injects {told} told of {len(world.injects)}")
        lanes.border_subtitle = frame_title(lanes_legend(self.app.size.width - 10))
        self._tell()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._tell()

    def _tell(self) -> None:
        name, width = self.query_one("#lanes", Rows).row, max(30, self.app.size.width - 6)
        known = name if name in self.view.world.injects else ""
        about = self.query_one("#about", Static)
        about.border_title = frame_title(inject_name(self.view.world.scenario, known) if known else "Inject")
        lines = _about(self.view.world, known, self._by_number()) if known else []
        about.update(Content("\n").join([hanging(Content(line), width, 0) for line in lines]))

    def _by_number(self) -> dict[int, Line]:
        return moves_by_number(self.view.lines)


_ROOMY: Final = 70
"""Columns from which a turn has one more."""


def timeline_rows(world: World, width: int) -> Iterator[tuple[str, Content]]:
    """The turns, then storyline by storyline in the order in which they begin its injects, each with its lane."""
    lines: dict[str, list[str]] = {}
    for name in sorted(world.injects, key=lambda name: _first(world, name)):
        spec = world.scenario.injects.get(name)
        lines.setdefault(capital(((spec.storyline if spec else "") or _OWN).replace("-", " ")), []).append(name)
    line = max(map(len, lines), default=0) + 2
    titles = max((len(inject_name(world.scenario, name)) for name in world.injects), default=0) + 2
    title = max(12, min(titles, width - line - (_CELL[0] + (width >= _ROOMY)) * world.turns))
    cell = max(_CELL[0], min(_CELL[1], (width - line - title) // max(1, world.turns)))
    yield "", Content.assemble(" " * (line + title), turns_head(world, cell))
    for storyline, names in lines.items():
        for n, name in enumerate(names):
            head = Content.styled(f"{'' if n else storyline:<{line}}", palette.LABEL)
            yield name, _row(world, name, head, title, cell)


def _first(world: World, name: str) -> tuple[int, bool]:
    state, spec = world.injects[name], world.scenario.injects.get(name)
    return state.turn or (spec.window[0] if spec else world.turn), not state.turn


def _row(world: World, name: str, head: Content, title: int, cell: int) -> Content:
    state = world.injects[name]
    ink = palette.BRIGHT if state.state in OPEN else palette.TEXT if state.turn else palette.LABEL
    words = hanging(Content.styled(inject_name(world.scenario, name), ink), title - 1, 0).split("\n")
    gap = " " * max(1, title - words[0].cell_length)
    first = Content.assemble(head, words[0], gap, lane_of(world, name, cell))
    return Content("\n").join([first, *(Content.assemble(" " * head.cell_length, line) for line in words[1:])])


def _about(world: World, name: str, by_number: dict[int, Line]) -> Iterator[str]:
    """What it is, whom it asks, and how far it has come."""
    state, spec = world.injects[name], world.scenario.injects.get(name)
    seats = listed([seat_name(world.scenario, seat, world.seats, the=True) for seat in addressees(world, name)])
    asks = f"Asks {seats}." if seats else "Nobody is asked."
    yield f"{asks} {_state(world, state, spec)}"
    if state.turn and state.state not in OPEN and (outcome := decided(world, name, by_number)):
        yield full(capital(outcome))
    if spec and spec.control:
        yield " ".join(spec.control.split())


def _state(world: World, state: Inject, spec: InjectSpec | None) -> str:
    if state.turn:
        return f"On the table since turn {state.turn}." if state.state in OPEN else f"Told in turn {state.turn}."
    if state.state is InjectState.CANCELLED:
        return "Taken out of the exercise."
    if state.state is InjectState.HELD:
        return "Held back by control."
    if spec is None or by_hand(world, spec):
        return "Comes by control's hand only."
    turns = f"turns {spec.window[0]} to {min(spec.window[1], world.turns)}"
    if spec.window[0] == spec.window[1]:
        turns = f"turn {spec.window[0]}"
    if state.state is InjectState.PLANNED:
        return f"May come in {turns} once another inject has opened it."
    if spec.stock:
        return f"In stock: the director may draw it in {turns}."
    return f"May come in {turns}, {spec.chance:g} % a turn."
