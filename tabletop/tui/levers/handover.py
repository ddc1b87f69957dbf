"""A handover before it is proposed: candidates, who must agree, the dip, what comes after."""

from tabletop.model.world import World
from tabletop.tui.kit.choose import Choose
from tabletop.tui.levers.handovers import candidates, imagined, title


class HandoverDialog(Choose):
    """Gives the proposal, or None; without a seat there is nothing to give. `possible`: whether there is anybody."""

    def __init__(self, world: World, seat: str, post: str) -> None:
        found = candidates(world, seat, post) if seat else imagined(world, post)
        note = "Open to the parties at once; it begins when all of them agree."
        if not seat:
            note += " To propose it, take a seat in hand first (6, Enter)."
        super().__init__(title(world, post), found, note, look=not seat)
        self.possible = bool(found)
