"""A scenario before anybody has begun it, as each place will see its first turn: what is printed the day before."""

from collections.abc import Callable

from attrs import evolve

from tabletop.model.optional import CHANCE_INJECTS, DIRECTOR
from tabletop.model.scenario import Scenario
from tabletop.rules.sight import view
from tabletop.rules.turn.opening import before, opening
from tabletop.table.moment import Moment
from tabletop.table.port import View


def unbegun(scenario: Scenario) -> Callable[[str], View]:
    """What a place will see, whatever luck the session will have: injects of chance have not come."""
    world = evolve(opening(scenario, "", without=(CHANCE_INJECTS, DIRECTOR)), without=())

    def sees(who: str) -> View:
        marking, caveat, minutes = scenario.marking, scenario.caveat, scenario.minutes
        return View(who, view(world, who), (), 0, "", marking=marking, caveat=caveat, minutes=minutes)

    return sees


def outset(scenario: Scenario) -> Moment:
    """What anybody may know before the first draw, the same for every luck: figures, and no inject."""
    return Moment("public", view(before(scenario), "public"))
