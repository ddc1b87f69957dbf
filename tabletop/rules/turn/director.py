"""The director: what comes out of the stock of injects, so that every seat has a question until the last turn.

At the brief, after what comes by itself. It draws while a seat waits for a question, at most so many in a turn: of what
fits the moment, what asks the quiet seats is likelier; never two of one storyline at once.
"""

from collections.abc import Iterator
from typing import Final

from tabletop.model.injects import InjectSpec, InjectState
from tabletop.model.optional import DIRECTOR
from tabletop.rules.scores.paths import holds
from tabletop.rules.turn.injects import answering, fire
from tabletop.rules.world.arithmetic import power, sum_of
from tabletop.rules.world.chance import draw
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.frame import Frame
from tabletop.rules.world.memory import by_scenario

_SURFEIT: Final = 0.5
"""How much a question too many counts against an inject, beside one too few for it."""
_AT_ANY_RATE: Final = 0.1
"""Questions that its seats are taken to be short of while the turn has fewer injects than the least."""


def direct(draft: Draft) -> None:
    """Delivers from the stock until nobody waits for a question any more, or the turn is full."""
    if DIRECTOR in draft.without or not (stock := _stock(draft.frame, draft.turn)):
        return
    k = draft.scenario.coefficients
    least, most = int(k.stock_least), int(k.stock_least if draft.turn >= draft.turns else k.stock_most)
    came = _came(draft)
    while came < most and (chosen := _chosen(draft, stock, at_any_rate=came < least)):
        fire(draft, chosen, luck=f"inject/{chosen}" if draft.luck else "")
        came += 1


def asked(draft: Draft) -> dict[str, int]:
    """How many injects have asked each seat so far, those on the table among them."""
    counts = dict.fromkeys(draft.seats, 0)
    for name, state in draft.injects.items():
        if state.turn:
            for seat in answering(draft, name):
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


def _came(draft: Draft) -> int:
    """Injects that have come this turn."""
    return len([name for name, state in draft.injects.items() if state.turn == draft.turn])


def _chosen(draft: Draft, stock: list[tuple[str, InjectSpec]], *, at_any_rate: bool) -> str:
    """The next to come, "" for none: each is likelier by its weight, by what the moment adds, and by how long those
    whom it asks have waited. `at_any_rate`: also where nobody waits, since the turn is empty yet."""
    floor = _AT_ANY_RATE if at_any_rate else 0.0
    lots = {name: _lot(draft, name, weight) for name, weight in _weights(draft, stock, _waiting(draft), floor)}
    return max(lots, key=lambda name: lots[name], default="")


def _waiting(draft: Draft) -> dict[str, float]:
    """Questions that each seat is short of by now; under nothing where it has had more than its due."""
    due = draft.scenario.coefficients.stock_asks * draft.turn
    return {seat: due - count for seat, count in asked(draft).items()}


def _weights(
    draft: Draft, stock: list[tuple[str, InjectSpec]], waiting: dict[str, float], floor: float
) -> Iterator[tuple[str, float]]:
    """Of each that may come now how likely it is, against the others."""
    on_table = {
        draft.scenario.injects[name].storyline
        for name, state in draft.injects.items()
        if state.turn == draft.turn and name in draft.scenario.injects
    }
    for name, spec in stock:
        if draft.injects[name].state is not InjectState.ARMED or spec.storyline in on_table:
            continue
        due = [waiting[seat] for seat in answering(draft, name)]
        short = max(floor, sum_of([each if each > 0 else _SURFEIT * each for each in due]))
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
