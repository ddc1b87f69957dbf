"""Whose row it is: the seat that + and - on a row of a table would order for."""

from tabletop.model.world import World


def owner_of(world: World, key: tuple[str, ...]) -> str:
    """The seat of a member, force or post; "" where a row is nobody's or everybody's."""
    kind, name = (*key, "", "")[:2]
    match kind:
        case "seat":
            return name if name in world.seats else ""
        case "member":
            return world.seat_of(name)
        case "anchor" | "own":
            spec = world.scenario.forces.get(name)
            return world.seat_of(spec.owner) if spec else ""
        case "post":
            return world.seat_of(world.posts[name].holder) if name in world.posts else ""
    return ""
