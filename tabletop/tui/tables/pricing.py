"""What an order costs and moves, before it is given and once it is on the sheet; as one line for people."""

from collections.abc import Iterable

from attrs import evolve
from textual.content import Content

from tabletop.model.effects import Effect
from tabletop.model.grammar import effect_line
from tabletop.model.moves import Move
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.orders import same_thing
from tabletop.rules.project import Price, price_of
from tabletop.tui import palette
from tabletop.tui.present.names import score_name
from tabletop.tui.present.sentences import effect_words

_SILENT = ("margin/", "pressure/")
_WORDS_ONLY = ("support/",)  # shown as a band: the direction, no figure


def without(world: World, move: Move) -> World:
    """The world as if the sheet said nothing about what the move is about."""
    seat = world.seats[move.seat]
    orders = tuple(order for order in seat.orders if not same_thing(order.move, move))
    if len(orders) == len(seat.orders):
        return world
    return evolve(world, seats=world.seats | {move.seat: evolve(seat, orders=orders)})


def price(world: World, move: Move) -> Price:
    """The price of an order against a sheet that says nothing about the same thing."""
    return price_of(without(world, move), move)


def effects_line(scenario: Scenario, effects: dict[str, float], most: int = 4, seat: str = "") -> Content:
    """The largest effects as name, arrow and signed points; a sentence when there are none. `seat`: whose own figures
    need no name."""
    told = sorted(
        ((name, amount) for name, amount in effects.items() if not name.startswith(_SILENT) and abs(amount) >= 0.05),
        key=lambda item: -abs(item[1]),
    )
    if not told:
        return Content.styled("no score moves by the next review", palette.LABEL)
    return joined(effect(scenario, name, amount, seat) for name, amount in told[:most])


def effect(scenario: Scenario, name: str, amount: float, seat: str = "") -> Content:
    """ "Baltic ▼-5.9"."""
    arrow, signed, colour = palette.change_mark(amount)
    shown = arrow if name.startswith(_WORDS_ONLY) else f"{arrow}{signed}"
    head, _, whose = name.partition("/")
    said = head if seat and whose == seat else score_name(scenario, name, short=True)
    return Content.assemble((f"{said} ", palette.LABEL), (shown, colour))


def effects_told(world: World, effects: Iterable[Effect]) -> str:
    """Written effects in words; what is shown as a band has a direction and no figure."""
    said = []
    for told in effects:
        if told.add and (told.on == "alarm" or told.on.startswith(_WORDS_ONLY)):
            way = "up" if told.add > 0 else "down"
            said.append(f"{score_name(world.scenario, told.on, world.seats)} {way}")
        else:
            said.append(effect_words(effect_line(told), world.scenario, world.seats))
    return ", ".join(said)


def joined(parts: Iterable[Content]) -> Content:
    """Parts side by side with a dot between."""
    return Content.styled(" · ", palette.DIM).join(list(parts))


def money(amount: float) -> str:
    """Billion dollars: one decimal, more where the sum is small."""
    return f"{amount:.1f}" if abs(amount) >= 1 or amount == 0 else f"{amount:.2g}"
