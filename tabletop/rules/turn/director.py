"""The director: what comes out of the stock of injects, so that every seat has a question until the last turn.

At the brief, after what comes by itself. It draws while a seat waits for a question, at most so many in a turn: of what
fits the moment, what asks the quiet seats is likelier; never two of one storyline at once.
"""

from collections.abc import Iterator

from tabletop.model.injects import InjectSpec, InjectState
from tabletop.model.optional import DIRECTOR
from tabletop.model.world import World
from tabletop.rules.scores.paths import holds
from tabletop.rules.turn.injects import answering, fire
from tabletop.rules.world.arithmetic import power, sum_of
from tabletop.rules.world.chance import draw
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.frame import Frame
from tabletop.rules.world.memory import by_scenario


def direct(draft: Draft) -> None:
    """Delivers from the stock until nobody waits for a question any more, or the turn is full."""
    if DIRECTOR in draft.without or not (stock := _stock(draft.frame, draft.turn)):
        return
    k = draft.scenario.coefficients
    least, most = int(k.stock_least), int(k.stock_least if draft.turn >= draft.turns else k.stock_most)
    came = [name for name, state in draft.injects.items() if state.turn == draft.turn]
    while len(came) < most and (chosen := _chosen(draft, stock, came, k.stock_bare if len(came) < least else 0.0)):
        fire(draft, chosen, luck=f"inject/{chosen}" if draft.luck else "")
        came.append(chosen)


def asked(world: World) -> dict[str, int]:
    """How many injects have asked each seat so far, those on the table among them."""
    counts = dict.fromkeys(world.seats, 0)
    for name, state in world.injects.items():
        if state.turn:
            for seat in answering(world, name):
                counts[seat] += 1
    return counts


@by_scenario
def _stock(frame: Frame, turn: int) -> list[tuple[str, InjectSpec]]:
    """What the director may draw in a turn, in the scenario's order."""
    return [
        (name, spec)
        for name, spec in frame.scenario.injects.items()
        if spec.stock and spec.window[0] <= turn <= spec.window[1]
    ]


def _chosen(draft: Draft, stock: list[tuple[str, InjectSpec]], came: list[str], floor: float) -> str:
    """The next to come, "" for none: each is likelier by its weight, by what the moment adds, and by how long those
    whom it asks have waited. `came`: this turn; `floor`: questions that they count as short of at the least."""
    lots = {name: _lot(draft, name, weight) for name, weight in _weights(draft, stock, came, floor)}
    return max(lots, key=lambda name: lots[name], default="")


def _waiting(draft: Draft) -> dict[str, float]:
    """Questions that each seat is short of by now; under nothing where it has had more than its due."""
    due = draft.scenario.coefficients.stock_asks * draft.turn
    return {seat: due - count for seat, count in asked(draft).items()}


def _weights(
    draft: Draft, stock: list[tuple[str, InjectSpec]], came: list[str], floor: float
) -> Iterator[tuple[str, float]]:
    """Of each that may come now how likely it is, against the others."""
    specs, waiting, surfeit = draft.scenario.injects, _waiting(draft), draft.scenario.coefficients.stock_surfeit
    on_table = {specs[name].storyline for name in came if name in specs}
    for name, spec in stock:
        if draft.injects[name].state is not InjectState.ARMED or spec.storyline in on_table:
            continue
        due = [waiting[seat] for seat in answering(draft, name)]
        short = max(floor, sum_of([each if each > 0 else surfeit * each for each in due]))
        if short <= 0 or (spec.when and not all(holds(draft, condition) for condition in spec.when)):
            continue
        more = sum_of([add for condition, add in spec.chance_if if holds(draft, condition)]) if spec.chance_if else 0.0
        if (weight := spec.chance + more) > 0:
            yield name, weight * short


def _lot(draft: Draft, name: str, weight: float) -> float:
    """A lot that is the highest as often as its weight says; on the expected course the weight itself."""
    if not draft.luck:
        return weight
    return power(draw(draft.luck_key, draft.turn, "stock", name), 1 / weight)
