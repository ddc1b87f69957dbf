"""Forces as a seat's tables have them: which may be ordered about, what covers one that leaves, how it may leave."""

from math import ceil
from typing import Final, NamedTuple

from attrs import field, frozen

from tabletop.model.departures import Departure
from tabletop.model.forces import ForceSpec, ProgrammeSpec, Status
from tabletop.model.inner import UNCERTIFIED
from tabletop.model.moves import Assign, Backfill, Deploy
from tabletop.model.world import World
from tabletop.rules.acts.options import anchor_forces, own_forces, replacements
from tabletop.rules.ahead.exits import Exit, cover, cover_then, exits, notice, standing_in
from tabletop.rules.scores.numbers import personnel
from tabletop.rules.world.book import Match, akin, could_match, matches
from tabletop.rules.world.frame import frame_of
from tabletop.rules.world.presence import fixed
from tabletop.table.memory import PlaceMemory

#: Not covered at all.
NOTHING: Final = Match(0.0, 0.0, 0.0)


class Absence(NamedTuple):
    """A package that has left a place: how that is matched now, and the last turn in which readiness bridges it."""

    departure: Departure
    match: Match
    until: int


class StandIn(NamedTuple):
    """What one force or tranche would match of a package, 0 to 1; its kind is the "same", of the "family" or "other".

    `why` it matches nothing: "fixed", "there" (it stands there already), "place", "kind"; "" where it does.
    """

    part: float
    kinship: str
    why: str


@frozen
class Packages:
    """What one seat may ask of the forces in a world."""

    world: World
    seat: str
    memory: PlaceMemory = field(factory=PlaceMemory, eq=False, repr=False)

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

    def assignments(self, force: str, turn: int = 0) -> tuple[Assign, ...]:
        """Every other theatre that one of the seat's own packages could go to, refused or not: in `turn`, announced
        now; 0: now. What it has lent could come home."""
        state = self.world.forces[force]
        here = state.lent or state.theatre
        others = (theatre for theatre in self.world.scenario.theatres if theatre != here)
        return tuple(Assign(seat=self.seat, force=force, theatre=theatre, turn=turn) for theatre in others)

    def deployments(self, force: str) -> tuple[Deploy, ...]:
        """The same for one of the anchor's; one that has gone could come back to where it was."""
        state = self.world.forces[force]
        here = "" if state.status is Status.ELSEWHERE else state.theatre
        others = (theatre for theatre in self.world.scenario.theatres if theatre != here)
        return tuple(Deploy(seat=self.seat, force=force, theatre=theatre) for theatre in others)

    def cover(self, force: str) -> Match:
        """How the ledger covers a package as it stands: of one that has left a place, what its going left there."""
        if self.world.forces[force].status is Status.ELSEWHERE:
            gone = [each.match for each in self.absences if each.departure.force == force]
            return gone[-1] if gone else NOTHING
        return cover(self.world, force)

    def cover_after(self, force: str) -> Match:
        """How the ledger will cover a package that still stands, at the next review under the sheets as they are."""
        return cover(self.memory.after(self.world), force)

    def cover_then(self, force: str, turn: int) -> Match:
        """How the ledger will cover it in a turn under the sheets as they stand."""
        return cover_then(self.world, force, turn)

    def bridged_until(self, left: int) -> int:
        """The last turn in which readiness matches a package that leaves in a turn."""
        return left + ceil(self.world.scenario.coefficients.bridge_turns) - 1

    @property
    def absences(self) -> tuple[Absence, ...]:
        """What has left a place and is still missed there, in the order of leaving."""
        gone = self.world.departures
        return tuple(
            Absence(departure, match, self.bridged_until(departure.turn))
            for departure, match in zip(gone, matches(self.world, gone), strict=True)
        )

    def stand_in(self, force: str, name: str) -> StandIn:
        """What one of the seat's forces or a programme's next tranche would match of a package."""
        world, scenario = self.world, self.world.scenario
        spec: ForceSpec | ProgrammeSpec
        spec = scenario.programmes[name] if name in scenario.programmes else scenario.forces[name]
        kinship = akin(world, scenario.forces[force].kind, spec.kind)
        if isinstance(spec, ForceSpec):
            if self.bound(name):
                return StandIn(0.0, kinship, "fixed")
            if frame_of(scenario).is_at(name, world.forces[name], world.forces[force].theatre):
                return StandIn(0.0, kinship, "there")
        part = could_match(world, force, name)
        return StandIn(part, kinship, "" if part else "kind" if kinship == "other" else "place")

    def bound(self, force: str) -> bool:
        """Whether it can't be moved to another theatre: a base, a garrison of home ground, what can lend nothing."""
        spec = self.world.scenario.forces[force]
        lends = frame_of(self.world.scenario).moves_whole(force) or spec.lend
        return fixed(self.world.scenario, spec) or not spec.movable or not lends

    def leaves(self, force: str) -> bool:
        """Whether a package can be withdrawn at all: not what stands at home, nor what is not movable."""
        spec = self.world.scenario.forces[force]
        return spec.movable and not spec.reinforcement

    def freed(self, force: str) -> float:
        """Points by which what the anchor frees grows when a package leaves."""
        return frame_of(self.world.scenario).freed_by(force)

    @property
    def coming(self) -> tuple[str, ...]:
        """Forces of others that have been announced for a theatre where the seat lies."""
        mine, theatres = set(self.world.seats[self.seat].members) if self.seat else set(), self.world.scenario.theatres
        return tuple(
            name
            for name, state in self.world.forces.items()
            if state.to and mine.intersection(theatres[state.to].members) and name not in self.own
        )

    def standing_in(self, force: str) -> list[tuple[str, float]]:
        """Seats that would stand in for it if it left now, each with its part of what covers it, largest first."""
        return standing_in(self.world, force)

    def exits(self, force: str, ahead: int) -> tuple[Exit, ...]:
        """Four ways to leave: with `ahead` turns of notice and by surprise, each matched and not."""
        return exits(self.world, self.seat, force, ahead)


__all__ = ["NOTHING", "Absence", "Exit", "Match", "Packages", "StandIn"]
