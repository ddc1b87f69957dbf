"""The director: what comes out of the stock of injects, so that every seat has a question until the last turn.

At the brief, after what comes by itself. It draws while a seat waits for a question, at most so many in a turn: of what
fits the moment, what asks the quiet seats is likelier; never two of one storyline at once.
"""

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from tabletop.model.injects import InjectSpec, InjectState
from tabletop.model.optional import DIRECTOR
from tabletop.model.world import World
from tabletop.rules.scores.paths import holds
from tabletop.rules.turn.injects import answering, fire
from tabletop.rules.world.arithmetic import highest_power, sum_of
from tabletop.rules.world.chance import draw
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.memory import by_seats


class _Offer(NamedTuple):
    """An inject of the stock that may come, and the seats that it asks."""

    name: str
    spec: InjectSpec
    asks: tuple[str, ...]


def direct(draft: Draft) -> None:
    """Delivers from the stock until nobody waits for a question any more, or the turn is full."""
    if DIRECTOR in draft.without or not (stock := _stock(draft, draft.turn)):
        return
    k = draft.scenario.coefficients
    least, most = int(k.stock_least), int(k.stock_least if draft.turn >= draft.turns else k.stock_most)
    came = [name for name, state in draft.injects.items() if state.turn == draft.turn]
    counts, offer = asked(draft), _on_offer(draft, stock, came)
    while len(came) < most and (chosen := _chosen(draft, offer, counts, k.stock_bare if len(came) < least else 0.0)):
        fire(draft, chosen.name, luck=f"inject/{chosen.name}" if draft.luck else "")
        came.append(chosen.name)
        for seat in chosen.asks:
            counts[seat] += 1
        offer = [one for one in offer if one.spec.storyline != chosen.spec.storyline]


def asked(world: World) -> dict[str, int]:
    """How many injects have asked each seat so far, those on the table among them."""
    counts = dict.fromkeys(world.seats, 0)
    for name, state in world.injects.items():
        if state.turn:
            for seat in answering(world, name):
                counts[seat] += 1
    return counts


@by_seats
def _stock(world: World, turn: int) -> list[_Offer]:
    """What the director may draw in a turn, in the scenario's order."""
    return [
        _Offer(name, spec, answering(world, name))
        for name, spec in world.scenario.injects.items()
        if spec.stock and spec.window[0] <= turn <= spec.window[1]
    ]


def _on_offer(draft: Draft, stock: list[_Offer], came: list[str]) -> list[_Offer]:
    """What of the stock is still armed and of no storyline that is on the table this turn."""
    specs, injects, armed = draft.scenario.injects, draft.injects, InjectState.ARMED
    on_table = {specs[name].storyline for name in came if name in specs}
    return [one for one in stock if injects[one.name].state is armed and one.spec.storyline not in on_table]


def _chosen(draft: Draft, offer: list[_Offer], counts: dict[str, int], floor: float) -> _Offer | None:
    """The next to come: each is likelier by its weight, by what the moment adds, and by how long those whom it asks
    have waited. `counts`: how often each was asked; `floor`: questions that they count as short of at the least."""
    weighed = list(_weights(draft, offer, counts, floor))
    if not draft.luck:  # the expected course takes what is likeliest
        return max(weighed, key=itemgetter(1), default=(None, 0.0))[0]
    key, turn = draft.luck_key, draft.turn
    lots = [(draw(key, turn, "stock", one.name), 1 / weight) for one, weight in weighed]
    return weighed[highest_power(lots)][0] if lots else None


def _weights(draft: Draft, offer: list[_Offer], counts: dict[str, int], floor: float) -> Iterator[tuple[_Offer, float]]:
    """Of each that may come now how likely it is, against the others. A seat that has had more than its due counts
    against what asks it."""
    k = draft.scenario.coefficients
    due, surfeit = k.stock_asks * draft.turn, k.stock_surfeit
    waits = {seat: due - count if count < due else surfeit * (due - count) for seat, count in counts.items()}
    for one in offer:
        short = sum_of(map(waits.__getitem__, one.asks))
        if short < floor:
            short = floor
        spec = one.spec
        if short <= 0 or (spec.when and not all(holds(draft, condition) for condition in spec.when)):
            continue
        more = sum_of([add for condition, add in spec.chance_if if holds(draft, condition)]) if spec.chance_if else 0.0
        if (weight := spec.chance + more) > 0:
            yield one, weight * short
