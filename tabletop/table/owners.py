"""Whose row it is: the seat that + and - on a row of a table would order for."""

from tabletop.model.moves import ProposeHandover
from tabletop.model.world import World
from tabletop.rules.turn.posts import parties
from tabletop.table.moment import Moment


def owner_of(world: World, key: tuple[str, ...]) -> str:
    """The seat of a member, force or post; "" where a row is nobody's or everybody's."""
    kind, name = (*key, "", "")[:2]
    match kind:
        case "seat":
            return name if name in world.seats else ""
        case "member" | "look":
            return world.seat_of(name)
        case "anchor" | "own":
            spec = world.scenario.forces.get(name)
            return world.seat_of(spec.owner) if spec else ""
        case "post":
            return world.seat_of(world.posts[name].holder) if name in world.posts else ""
    return ""


def pen_for(moment: Moment, key: tuple[str, ...]) -> str:
    """Whose pen to take for a row: the only team's where it has a say in a post, else the owner's."""
    mine = only_team(moment.world)
    if mine and key[:1] == ("post",) and _has_a_say(moment, mine, key[1]):
        return mine
    return owner_of(moment.world, key)


def only_team(world: World) -> str:
    """The seat that people play, where there is just one; "" otherwise."""
    seats = teams(world)
    return seats[0] if len(seats) == 1 else ""


def teams(world: World) -> list[str]:
    """Seats that people play."""
    return [seat for seat, state in world.seats.items() if state.player == "team"]


def _has_a_say(moment: Moment, seat: str, post: str) -> bool:
    world = moment.world
    state = world.posts[post]
    if state.status == "proposed":
        return seat in parties(world, post, state.to)
    may_hold = world.scenario.posts[post].may_hold
    return any(moment.refusal(ProposeHandover(seat=seat, post=post, to=to)) is None for to in may_hold)
