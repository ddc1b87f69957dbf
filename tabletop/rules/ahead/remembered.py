"""What tables have worked out already: prices and worths, kept while nothing that they depend on has changed.

A key on a dial changes one order of thirty; the turn without that order is rehearsed once and not with every key.
"""

from collections import OrderedDict
from typing import Final

from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.acts import options
from tabletop.rules.acts.check import check
from tabletop.rules.acts.orders import cost
from tabletop.rules.ahead.project import Price, expected

_KEPT: Final = 12
"""States of the world that are remembered: one for every line of a sheet, and some more."""


class _Rehearsed:
    """One state of the world: its scores at the next review, and the prices asked for against it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.prices: dict[str, Price] = {}
        self._plain: dict[str, float] | None = None

    @property
    def plain(self) -> dict[str, float]:
        """Scores at the next review as it stands."""
        if self._plain is None:
            self._plain = expected(self.world)
        return self._plain


_rehearsed: "OrderedDict[int, _Rehearsed]" = OrderedDict()
_worths: dict[tuple[str, ...], tuple[World, dict[str, float]]] = {}


def price_of(world: World, move: Move) -> Price:
    """As `tabletop.rules.ahead.project.price_of`."""
    refusal = check(world, move)
    if refusal is not None:
        return Price(0.0, refusal, {})
    known = _known(world)
    key = repr(move)
    if key not in known.prices:
        with_it = expected(world, move)
        effects = {n: with_it[n] - value for n, value in known.plain.items() if abs(with_it[n] - value) >= 0.005}
        known.prices[key] = Price(cost(world, move.seat, move), None, effects)
    return known.prices[key]


def worth(world: World, programmes: tuple[str, ...]) -> dict[str, float]:
    """As `tabletop.rules.acts.options.worth`: it depends on what stands, not on what is ordered."""
    known = _worths.get(programmes)
    if known is None or not _stands_alike(known[0], world):
        if len(_worths) > _KEPT:
            _worths.clear()
        known = _worths[programmes] = world, options.worth(world, programmes)
    return known[1]


def _known(world: World) -> _Rehearsed:
    for key, told in _rehearsed.items():
        if told.world is world or _alike(told.world, world):
            _rehearsed.move_to_end(key)
            return told
    while len(_rehearsed) >= _KEPT:
        _rehearsed.popitem(last=False)
    made = _rehearsed[id(world)] = _Rehearsed(world)
    return made


def _alike(one: World, other: World) -> bool:
    """Whether two worlds rehearse alike; sheets, which differ soonest, are looked at first."""
    return (
        one.seats == other.seats
        and _stands_alike(one, other)
        and (one.seed, one.turns, one.state, one.members, one.posts, one.injects, one.chains, one.texts, one.promises)
        == (other.seed, other.turns, other.state, other.members, other.posts, other.injects, other.chains, other.texts,
            other.promises)
        and (one.free_moves, one.rulings, one.lasting, one.red, one.modes, one.practice, one.changes, one.history)
        == (other.free_moves, other.rulings, other.lasting, other.red, other.modes, other.practice, other.changes,
            other.history)
        and one.before == other.before
    )  # fmt: skip


def _stands_alike(one: World, other: World) -> bool:
    return (
        one.scenario is other.scenario
        and (one.turn, one.phase) == (other.turn, other.phase)
        and one.figures == other.figures
        and one.programmes == other.programmes
        and one.forces == other.forces
        and (one.supply, one.own_supply, one.new_supply) == (other.supply, other.own_supply, other.new_supply)
    )
