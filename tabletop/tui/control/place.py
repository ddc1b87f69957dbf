"""Whether a screen is control's, and what only control can ask."""

from tabletop.model.seats import CONTROL
from tabletop.table.port import Control, Table
from tabletop.tui.kit.screen import TableScreen


def in_control(screen: TableScreen) -> bool:
    """Whether this is a screen of whoever runs the exercise: at control's own place, at the session in hand, while that
    is played here or by another process."""
    return screen.table.who == CONTROL and screen.program.exercises.runs(screen.table)


def control_at(table: Table) -> Control:
    """What only control can ask, at its own table."""
    control = table.control
    assert control is not None, f"asked at the place of {table.who}"
    return control
