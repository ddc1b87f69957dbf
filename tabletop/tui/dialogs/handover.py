"""A handover before it is proposed: candidates, who must agree, the dip, what comes after."""

from tabletop.model.world import World
from tabletop.tui.dialogs.choose import Choose
from tabletop.tui.tables.handovers import candidates, title


class HandoverDialog(Choose):
    """Gives the proposal, or None. `possible` is False when there is nobody to propose."""

    def __init__(self, world: World, seat: str, post: str) -> None:
        found = candidates(world, seat, post)
        super().__init__(title(world, post), found, "Open to the parties at once; it begins when all of them agree.")
        self.possible = bool(found)
