"""A programme in words: which tranche comes when, how often late, what it costs to run, what it stands in for."""

from tabletop.model.world import World
from tabletop.words.money import money
from tabletop.words.names import force_name


def tranche_words(world: World, programme: str, late: float, discount: float = 0.0) -> str:
    """The next tranche. `late`: the probability that it comes a turn later, 0 to 1; `discount`: the part of its price
    that industry takes off."""
    spec, state = world.scenario.programmes[programme], world.programmes[programme]
    arrives = world.turn + spec.first_lead
    when = f"turn {arrives}" if arrives <= world.turns else f"turn {arrives}, after the end"
    odds = f" (a turn late in {100 * late:.0f} of 100)" if late else ""
    replaces = ", ".join(force_name(world.scenario, force, the=True) for force in spec.replaces)
    words = (
        f"{spec.name}: tranche {state.ordered + 1} of {max(spec.tranches, state.ordered + 1)} arrives {when}{odds}, "
        f"running {money(spec.running)} bn a year"
    )
    words += f", {spec.soldiers:g} thousand soldiers" if spec.soldiers else ""
    if abs(discount) >= 0.005:
        words += f"; industry {'takes off' if discount > 0 else 'adds'} {abs(100 * discount):.0f} % of its price"
    words += f"; in place of {replaces}" if replaces else ""
    return f"{words}. Points: overall deterrence once it stands"
