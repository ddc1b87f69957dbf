"""The sentences that bots speak in: one of the scenario's stock, drawn by what it is about. Without a stock they act
without a word."""

from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.world.chance import draw


def saying(world: World, stock: tuple[str, ...], seed: str, seat: str, about: str) -> str:
    """A sentence of a stock about a text, a post, a programme or a force; "" where the stock is empty."""
    if not stock:
        return ""
    chosen = stock[int(draw(seed, world.turn, "saying", seat, about) * len(stock))]
    if "{" not in chosen:
        return chosen
    kind, _, thing = about.partition("/")
    scenario = world.scenario
    text = scenario.texts[kind].title if kind in scenario.texts else ""
    return chosen.replace("{text}", text).replace("{thing}", _name(scenario, thing or kind))


def _name(scenario: Scenario, thing: str) -> str:
    """What a post, a force, a programme, a theatre, a seat, a member or a text is called."""
    named = (scenario.posts, scenario.forces, scenario.programmes, scenario.theatres, scenario.seats, scenario.members)
    for table in named:
        if thing in table:
            return str(table[thing].name)
    return scenario.texts[thing].title if thing in scenario.texts else thing
