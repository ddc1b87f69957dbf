"""Where a force stands, whither it goes and when, in words: short for a column, whole for a line."""

from tabletop.model.forces import Status
from tabletop.model.world import World
from tabletop.words.cover import percent
from tabletop.words.names import theatre_name


def station_words(world: World, force: str, *, bound: bool, named: bool) -> str:
    """A few words for a column: "Baltic (half to T3)", "lends half to Baltic".

    `bound`: it can't be moved; `named`: say the theatre even where it stands at its base.
    """
    spec, state = world.scenario.forces[force], world.forces[force]
    at = theatre_name(world.scenario, state.theatre, short=True)
    match state.status:
        case Status.LEAVING if state.to:
            return f"to {theatre_name(world.scenario, state.to, short=True)} T{state.turn}"
        case Status.LEAVING:
            return f"leaves T{state.turn}"
        case Status.ELSEWHERE:
            return f"gone T{state.turn}" if state.turn else "gone"
        case Status.BUILDING:
            return f"due T{state.turn}"
    half = f" (half to T{state.arrives})" if state.arrives else ""
    if state.lent:
        lent = theatre_name(world.scenario, state.lent, short=True)
        return f"lends {part_words(spec.lend)} to {lent}{half}"
    if state.theatre != spec.base:
        return f"{at}{half}"
    if spec.reinforcement:
        return "at home"
    place = at if named else "in place"
    return f"{place}{half} · fixed" if bound else f"{place}{half}"


def station_line(world: World, force: str, transit: float) -> str:
    """What else there is to say of where it stands, "" for what is at its base. `transit`: what counts on the way."""
    scenario, spec, state = world.scenario, world.scenario.forces[force], world.forces[force]
    way = f", on its way: counts {part_words(transit)} until turn {state.arrives}" if state.arrives else ""
    if state.status is Status.LEAVING:
        whither = theatre_name(scenario, state.to, the=True) if state.to else "home"
        notice = f", announced in turn {state.announced}" if state.announced > 0 else ""
        return f"leaves for {whither} in turn {state.turn}{notice}"
    if state.status is not Status.AVAILABLE:
        return ""
    if state.lent:
        return f"lends {part_words(spec.lend)} to {theatre_name(scenario, state.lent, short=True, the=True)}{way}"
    if state.theatre != spec.base:
        here, base = (theatre_name(scenario, name, short=True, the=True) for name in (state.theatre, spec.base))
        return f"in {here}, from {base}{way}"
    return way.removeprefix(", ")


def part_words(part: float) -> str:
    """ "half", "40 %"."""
    return "half" if part == 0.5 else percent(part)


def home_words(world: World, force: str, *, bound: bool) -> str:
    """What of a package may move: all, a part, nothing."""
    spec, state = world.scenario.forces[force], world.forces[force]
    if bound:
        return "fixed: can't be moved to another theatre"
    if spec.owner != world.scenario.names.anchor and not (spec.host and spec.host != spec.owner) and not state.lent:
        return f"can lend {part_words(spec.lend)}"
    return ""
