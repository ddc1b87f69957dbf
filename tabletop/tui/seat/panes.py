"""What the large panel of a seat's screen can show, which of it comes first, and its tabs."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from tabletop.model.world import Phase
from tabletop.tui.look import palette
from tabletop.tui.panels import PANES
from tabletop.tui.seat.actions import stepper

if TYPE_CHECKING:
    from tabletop.tui.seat.seat import SeatScreen

_TITLES: Final = {panel.id: panel.title for panel in PANES}


def first_pane(screen: "SeatScreen") -> str:
    """The brief when a player sits down for the first time in the first turn, then what was looked at last."""
    panes, here = screen.program.seat_panes, (screen.view.saved, screen.seat)
    if here not in panes and stepper(screen) is None and _first_time(screen):  # who plays alone has read its job
        panes[here] = ""
        return "brief"
    return panes.get(here) or _levers(screen)


def _first_time(screen: "SeatScreen") -> bool:
    world = screen.view.world
    opening = world.turn == 1 and world.phase in (Phase.BRIEF, Phase.ORDERS)
    return opening and not screen.entered_by and not screen.table.by_control


def _levers(screen: "SeatScreen") -> str:
    """Where a seat's levers are."""
    world = screen.view.world
    if screen.seat == world.scenario.names.anchor_seat:
        return "posture"
    return "contributions" if world.seats[screen.seat].members else "council"


def sealed_title(pane: str) -> Content:
    """Of a seat that has sealed: what it has opened since."""
    return Content("Sealed" if pane == "sealed" else f"Sealed · {_TITLES[pane]}")


def pane_tabs(pane: str, waiting: int, width: int) -> Content:
    """The panes with their keys in `width` columns. `waiting`: injects that wait for this seat's answer."""
    parts = []
    for panel in PANES:
        count = (f" {waiting}", palette.LOW) if panel.id == "injects" and waiting else ""
        ink = "bold" if panel.id == pane else palette.LABEL  # by itself in the colour of the border around it
        parts.append(Content.assemble((f"{panel.key} {panel.title}", ink), count))
    free = width - sum(part.cell_length for part in parts) - 4
    return Content(" " * min(3, max(1, free // len(parts)))).join(parts)
