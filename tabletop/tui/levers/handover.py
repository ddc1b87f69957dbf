"""A handover before it is proposed: candidates, who must agree, the dip, what comes after."""

from tabletop.table.levers import Levers
from tabletop.tui.kit.choose import Choose
from tabletop.tui.levers.handovers import choices
from tabletop.words.names import post_name


class HandoverDialog(Choose):
    """Gives the proposal, or None; without a seat there is nothing to give. `possible`: whether there is anybody."""

    def __init__(self, levers: Levers, post: str) -> None:
        found = choices(levers, post)
        note = "Open to the parties at once; it begins when all of them agree."
        if not levers.seat:
            note += " To propose it, take a seat in hand first (6, Enter)."
        title = f"Hand over {post_name(levers.world.scenario, post)}"
        super().__init__(title, found, note, look=not levers.seat)
        self.possible = bool(found)
