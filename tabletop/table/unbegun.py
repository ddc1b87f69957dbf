"""A scenario before anybody has begun it, as each place will see its first turn: what is printed the day before."""

from collections.abc import Callable

from attrs import evolve

from tabletop.model.optional import CHANCE_INJECTS, DIRECTOR
from tabletop.model.scenario import Scenario
from tabletop.rules.sight import view
from tabletop.rules.turn.opening import opening
from tabletop.table.port import View


def unbegun(scenario: Scenario) -> Callable[[str], View]:
    """What a place will see, whatever luck the session will have: injects of chance have not come."""
    world = evolve(opening(scenario, "", without=(CHANCE_INJECTS, DIRECTOR)), without=())

    def sees(who: str) -> View:
        marking, caveat, minutes = scenario.marking, scenario.caveat, scenario.minutes
        return View(who, view(world, who), (), 0, "", marking=marking, caveat=caveat, minutes=minutes)

    return sees
