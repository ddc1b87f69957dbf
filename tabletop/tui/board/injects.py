"""The injects: what is open now, what is due, what is held, what waits for control's hand."""

from textual.content import Content

from tabletop.model.injects import InjectState
from tabletop.model.world import World
from tabletop.table.injects import OPEN, WAITING, asks, by_hand, ordered, still_to_answer
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.signs import ASKS
from tabletop.tui.look.titles import frame_title
from tabletop.words.names import inject_name

_STATE = 5
"""Columns for the state."""
_IN_LANE = "T", "-", "done"
"""How the states begin that a lane shows."""


class Injects(Rows):
    """Enter opens one."""

    BORDER_TITLE = "7 Injects"
    empty = "What control puts in front of the seats. {i} writes one."

    @property
    def points_at(self) -> str:
        """The inject under the cursor: what it and its options move."""
        return row_figure(("inject", self.row))

    def show(self, world: World) -> None:
        """Draws the injects of a world, what is open first."""
        names = [name for name in ordered(world) if world.injects[name].state in (*OPEN, *WAITING)]
        state = max((len(state_word(world, name)[0]) for name in names), default=0) + 1
        rows = [(name, inject_row(world, name, self.inner, state)) for name in names]
        self.show_rows(rows, said(self.empty))
        still_open = sum(asks(world, name) for name in world.injects)
        self.border_title = frame_title(f"7 Injects {still_open} open" if still_open else "7 Injects")


def inject_row(world: World, name: str, width: int, columns: int = _STATE, *, lane: bool = False) -> Content:
    """State in so many columns, then the whole title, then at the right how many have still to answer. `lane`: a lane
    of turns stands beside it, which says when."""
    state = world.injects[name]
    word, style = state_word(world, name)
    if lane and word.startswith(_IN_LANE):
        word = ""
    waits = state.state in (InjectState.ARMED, InjectState.HELD)
    ink = palette.BRIGHT if state.state in OPEN else palette.TEXT if waits else palette.DIM
    row = hanging(Content.styled(inject_name(world.scenario, name), ink), width, columns, Content.styled(word, style))
    silent = len(still_to_answer(world, name))
    if not silent:
        return row
    note = Content.styled(f"{silent} to answer", palette.LOW)
    gap = width - row.split("\n")[-1].cell_length - note.cell_length
    if gap < 1:
        return Content.assemble(row, "\n", " " * max(0, width - note.cell_length), note)
    return Content.assemble(row, " " * gap, note)


def state_word(world: World, name: str) -> tuple[str, str]:
    """A sign or a word of at most four letters, and its style."""
    state, spec = world.injects[name], world.scenario.injects.get(name)
    match state.state:
        case InjectState.DELIVERED | InjectState.SEEN:
            return ASKS if still_to_answer(world, name) else "now", f"bold {palette.CRISIS_INK}"
        case InjectState.ANSWERED:
            return "✓", palette.TEXT
        case InjectState.HELD:
            return "held", palette.LOW
        case InjectState.ARMED if by_hand(world, spec):
            return "hand", palette.TEXT
        case InjectState.ARMED:
            first = max(spec.window[0], world.turn + 1) if spec else world.turn + 1
            return (f"T{first}", palette.TEXT) if first <= world.turns else ("-", palette.DIM)
    return {InjectState.PLANNED: "-", InjectState.CANCELLED: "off"}.get(state.state, "done"), palette.DIM
