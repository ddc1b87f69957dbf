"""Forces as a seat's tables have them: which may be ordered about, what covers one that leaves, how it may leave."""

from attrs import frozen

from tabletop.model.forces import Status
from tabletop.model.inner import UNCERTIFIED
from tabletop.model.moves import Assign, Backfill, Deploy
from tabletop.model.world import World
from tabletop.rules.acts.options import anchor_forces, own_forces, replacements
from tabletop.rules.ahead.exits import Exit, cover, cover_then, exits, notice, standing_in
from tabletop.rules.scores.numbers import personnel


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
    def below_floor(self) -> tuple[float, float]:
        """People whom the law counts as missing, and the points of political capital that they cost a turn; 0 and 0 at
        or above the floor."""
        scenario, k = self.world.scenario, self.world.scenario.coefficients
        uncertified = self.world.figures.get(UNCERTIFIED, 0.0)
        missing = max(0.0, min(scenario.legal.floor - self.personnel, uncertified))
        return missing, k.floor_capital * missing / k.floor_step

    @property
    def notice(self) -> int:
        """Turns ahead from which a departure is no surprise."""
        return notice(self.world)

    def promises(self, force: str) -> tuple[Backfill, ...]:
        """What the seat could promise in place of one of the anchor's packages: programmes first, then own forces."""
        names = replacements(self.world, self.seat, force)
        return tuple(Backfill(seat=self.seat, replacement=name, replaces=force) for name in names)

    def assignments(self, force: str) -> tuple[Assign, ...]:
        """Every other theatre that one of the seat's own packages could go to, refused or not; what it has lent could
        come home."""
        state = self.world.forces[force]
        here = state.lent or state.theatre
        others = (theatre for theatre in self.world.scenario.theatres if theatre != here)
        return tuple(Assign(seat=self.seat, force=force, theatre=theatre) for theatre in others)

    def deployments(self, force: str) -> tuple[Deploy, ...]:
        """The same for one of the anchor's; one that has gone could come back to where it was."""
        state = self.world.forces[force]
        here = "" if state.status is Status.ELSEWHERE else state.theatre
        others = (theatre for theatre in self.world.scenario.theatres if theatre != here)
        return tuple(Deploy(seat=self.seat, force=force, theatre=theatre) for theatre in others)

    def cover(self, force: str) -> float:
        """How much of a package the ledger covers as it stands, 0 to 1."""
        return cover(self.world, force).full

    def cover_then(self, force: str, turn: int) -> float:
        """How much of it the ledger will cover in a turn under the sheets as they stand, 0 to 1."""
        return cover_then(self.world, force, turn).full

    def standing_in(self, force: str) -> list[tuple[str, float]]:
        """Seats that would stand in for it if it left now, each with its part of what covers it, largest first."""
        return standing_in(self.world, force)

    def exits(self, force: str, ahead: int) -> tuple[Exit, ...]:
        """Four ways to leave: with `ahead` turns of notice and by surprise, each matched and not."""
        return exits(self.world, self.seat, force, ahead)


__all__ = ["Exit", "Packages"]
