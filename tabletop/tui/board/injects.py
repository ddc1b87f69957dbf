"""The injects: what is open now, what is due, what is held, what waits for control's hand."""

from textual.content import Content
from textual.message import Message

from tabletop.model.injects import Inject, InjectSpec, InjectState
from tabletop.model.world import World
from tabletop.rules.turn.injects import answering, only_by_hand
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.names import inject_name

OPEN = (InjectState.DELIVERED, InjectState.SEEN, InjectState.ANSWERED)
WAITING = (InjectState.PLANNED, InjectState.ARMED, InjectState.HELD)
_STATE = 5
"""Columns for the state."""


class Injects(Rows):
    """Enter opens one."""

    BORDER_TITLE = "7 Injects"
    empty = "What control puts in front of the seats. i writes one."

    class Chosen(Message):
        """Somebody wants to see an inject."""

        def __init__(self, inject: str) -> None:
            super().__init__()
            self.inject = inject

    def show(self, world: World) -> None:
        """Draws the injects of a world, what is open first."""
        names = [name for name in ordered(world) if world.injects[name].state in (*OPEN, *WAITING)]
        rows = [(name, inject_row(world, name, self.inner)) for name in names]
        self.show_rows(rows, self.empty)
        opened = sum(state.state in OPEN for state in world.injects.values())
        self.border_title = frame_title(f"7 Injects {opened} open" if opened else "7 Injects")

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(self.Chosen(event.option_id))


def ordered(world: World) -> list[str]:
    """Injects by urgency: open, held, due now, by hand, later, not armed, gone."""

    def rank(name: str) -> tuple[int, int]:
        state, spec = world.injects[name], world.scenario.injects.get(name)
        first = spec.window[0] if spec else 0
        by_hand = only_by_hand(world, spec) if spec else False
        match state.state:
            case InjectState.DELIVERED | InjectState.SEEN | InjectState.ANSWERED:
                return 0, -state.turn
            case InjectState.HELD:
                return 1, first
            case InjectState.ARMED:
                return (3 if by_hand else 2), max(first, world.turn)
            case InjectState.PLANNED:
                return 4, first
            case _:
                return 5, state.turn

    return sorted(world.injects, key=rank)


def inject_row(world: World, name: str, width: int) -> Content:
    """State in five columns, then the whole title, then at the right how many have still to answer."""
    state, spec = world.injects[name], world.scenario.injects.get(name)
    word, style = state_word(world, state, spec)
    title = Content.styled(inject_name(world.scenario, name), _title_style(state))
    row = hanging(title, width, _STATE, Content.styled(word, style))
    left = to_answer(world, name)
    if not left:
        return row
    told = Content.styled(f"{left} to answer", palette.LOW)
    lines = row.split("\n")
    gap = width - lines[-1].cell_length - told.cell_length
    if gap < 1:
        return Content.assemble(row, "\n", " " * max(0, width - told.cell_length), told)
    return Content.assemble(row, " " * gap, told)


def to_answer(world: World, name: str) -> int:
    """Seats that have still to answer an inject on the table."""
    state = world.injects[name]
    if state.state not in (InjectState.DELIVERED, InjectState.SEEN):
        return 0
    given = {who for who, _ in state.answers}
    return sum(seat not in given for seat in answering(world, name))


def state_word(world: World, state: Inject, spec: InjectSpec | None) -> tuple[str, str]:
    """A word of at most four letters, and its style."""
    match state.state:
        case InjectState.DELIVERED | InjectState.SEEN:
            return "now", f"bold {palette.CRISIS}"
        case InjectState.ANSWERED:
            return "ans.", palette.HIGH_TEXT
        case InjectState.HELD:
            return "held", palette.LOW
        case InjectState.ARMED if spec and only_by_hand(world, spec):
            return "hand", palette.TEXT
        case InjectState.ARMED:
            first = max(spec.window[0], world.turn + 1) if spec else world.turn + 1
            return (f"T{first}", palette.TEXT) if first <= world.turns else ("-", palette.DIM)
        case InjectState.PLANNED:
            return "-", palette.DIM
        case InjectState.CANCELLED:
            return "off", palette.DIM
        case _:
            return "done", palette.DIM


def _title_style(state: Inject) -> str:
    if state.state in OPEN:
        return palette.BRIGHT
    return palette.TEXT if state.state in (InjectState.ARMED, InjectState.HELD) else palette.DIM
