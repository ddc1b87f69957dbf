"""What is said of a package that leaves: who takes it away, how much of it is matched, who stands in for it."""

from tabletop.model.departures import Departure
from tabletop.model.world import World
from tabletop.words import names
from tabletop.words.cover import percent
from tabletop.words.strands import Strand
from tabletop.words.told import Told


def departure(strand: Strand, told: Told) -> str:
    """ "Washington withdraws the Third Watch by surprise"; to voters, who stands in for it."""
    scenario = told.world.scenario
    spec = scenario.forces.get(strand.about)
    if spec is None or spec.owner != scenario.names.anchor:
        return strand.largest.words
    going = _going(strand, told)
    match strand.largest.cause.kind:
        case "stands-in":
            seats = [each.cause.who for each in strand.causes if each.cause.kind == "stands-in"]
            stand = "stands" if len(set(seats)) == 1 else "stand"
            return f"{told.seats(seats)} {stand} in: {going}"
        case "nobody-stands-in":
            return f"{going}, and nobody stands in for what is missing"
    return going


def departure_shortly(strand: Strand, told: Told) -> str:
    """The same in few words."""
    if strand.largest.cause.kind in ("stands-in", "nobody-stands-in"):
        return strand.largest.words
    gone = _gone(strand, told.world)
    force, how = names.force_name(told.world.scenario, strand.about), _how(strand, told.world)
    return f"{force} {'moved' if gone and gone.to else 'withdrawn'}{how.replace(' of it', '')}"


def _going(strand: Strand, told: Told) -> str:
    world, scenario = told.world, told.world.scenario
    move, force = told.moves.get(strand.ref), names.force_name(scenario, strand.about, the=True)
    who = told.seats([move.seat if move and move.seat in world.seats else scenario.names.anchor_seat])
    gone, how = _gone(strand, world), _how(strand, world)
    if gone and gone.to:
        there, to = (names.theatre_name(scenario, theatre, the=True) for theatre in (gone.theatre, gone.to))
        return f"{who} moves {force} from {there} to {to}{how}"
    return f"{who} withdraws {force}{how}"


def _gone(strand: Strand, world: World) -> Departure | None:
    """The departure that a strand is about, as far as the world still knows it."""
    left = [each for each in world.departures if each.force == strand.about]
    return next((each for each in left if each.ref == strand.ref or each.turn == world.turn), None)


def _how(strand: Strand, world: World) -> str:
    kinds = strand.kinds
    if any(kind.endswith("by-surprise") or kind == "leaves-gap" for kind in kinds):
        return " by surprise"
    gone = _gone(strand, world)
    if gone and gone.turn == world.turn and 0 < gone.covered < 1:
        return f", {percent(gone.covered)} of it matched"
    bare = bool(kinds & {"left", "counted", "leaves-unmatched", "nobody-stands-in"})
    covered = bool(kinds & {"left-matched", "counted-matched", "leaves-matched", "stands-in"})
    return (", matched in part" if covered else ", unmatched") if bare else ", matched" if covered else ""
