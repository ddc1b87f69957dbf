"""Forces as a seat's tables have them: which may be ordered about, what covers one that leaves, how it may leave."""

from attrs import frozen

from tabletop.model.world import World
from tabletop.rules.acts.options import anchor_forces, own_forces, replacements
from tabletop.rules.ahead import exits
from tabletop.rules.scores.paths import personnel


@frozen
class Packages:
    """What one seat may ask of the forces in a world."""

    world: World
    seat: str

    @property
    def anchor(self) -> tuple[str, ...]:
        """The anchor's packages, wherever they are."""
        return anchor_forces(self.world)

    @property
    def own(self) -> tuple[str, ...]:
        """Packages of the seat's members, but those still to be built."""
        return own_forces(self.world, self.seat)

    @property
    def personnel(self) -> int:
        """The anchor's people in theatre."""
        return personnel(self.world)

    @property
    def notice(self) -> int:
        """Turns ahead from which a departure is no surprise."""
        return exits.notice(self.world)

    def replacements(self, force: str) -> tuple[str, ...]:
        """What the seat could promise in place of one of the anchor's packages: programmes first, then own forces."""
        return replacements(self.world, self.seat, force)

    def cover(self, force: str) -> float:
        """How much of a package the ledger covers as it stands, 0 to 1."""
        return exits.cover(self.world, force)

    def cover_then(self, force: str, turn: int) -> float:
        """How much of it the ledger will cover in a turn under the sheets as they stand, 0 to 1."""
        return exits.cover_then(self.world, force, turn)

    def standing_in(self, force: str) -> list[tuple[str, float]]:
        """Seats that would stand in for it if it left now, each with its part of what covers it, largest first."""
        return exits.standing_in(self.world, force)

    def exits(self, force: str, ahead: int) -> tuple[exits.Exit, ...]:
        """Four ways to leave: with `ahead` turns of notice and by surprise, each matched and not."""
        return exits.exits(self.world, self.seat, force, ahead)


Exit = exits.Exit
