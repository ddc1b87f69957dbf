"""What a place has worked out already: kept from view to view while nothing that it depends on has changed.

A key on a dial changes one order of thirty; the turn without that order is rehearsed once and not with every key.
Worlds are met by what they say (`alike`), never by name or number, so that another place, branch or session that says
something else gets its own answer.
"""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Final

from attrs import define, field

from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.acts.options import worth
from tabletop.rules.ahead.project import difference, expected
from tabletop.rules.world.alike import alike
from tabletop.rules.world.evolving import evolve

STATES: Final = 12
"""States of the world that are remembered: one for every line of a sheet, and some more."""
PRICES: Final = 200
"""Prices remembered of one state."""


@define(eq=False)
class PlaceMemory:
    """One place's; the least lately asked goes first. Empty, it answers the same, only later."""

    _rehearsals: "list[_Rehearsal]" = field(factory=list, init=False)
    _worths: OrderedDict[tuple[str, ...], tuple[World, dict[str, float]]] = field(factory=OrderedDict, init=False)

    def effects(self, world: World, move: Move) -> Mapping[str, float]:
        """By how much each score differs at the next review with an order that `check` passes, by score; chance left
        out, scores that do not move left out."""
        return self._rehearsal(world).effects(move)

    def worth(self, world: World, programmes: tuple[str, ...]) -> Mapping[str, float]:
        """Points of alliance deterrence a billion dollars buys, by programme. Sheets are nothing to it: it is worked
        out without any."""
        memo = self._worths.get(programmes)
        if memo is None or not alike(memo[0], world, but=("seats",)):
            memo = world, worth(evolve(world, seats={}), programmes)
            self._worths[programmes] = memo
            if len(self._worths) > STATES:
                self._worths.popitem(last=False)
        self._worths.move_to_end(programmes)
        return memo[1]

    def _rehearsal(self, world: World) -> "_Rehearsal":
        this = next((each for each in self._rehearsals if alike(each.world, world)), None) or _Rehearsal(world)
        self._rehearsals = [this, *(each for each in self._rehearsals if each is not this)][:STATES]
        return this


class _Rehearsal:
    """One state of the world: its scores at the next review, and the effects asked for against it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._plain: dict[str, float] | None = None
        self._effects: OrderedDict[str, dict[str, float]] = OrderedDict()

    def effects(self, move: Move) -> Mapping[str, float]:
        key = repr(move)
        if key not in self._effects:
            if self._plain is None:
                self._plain = expected(self.world)
            self._effects[key] = difference(self._plain, expected(self.world, move))
            if len(self._effects) > PRICES:
                self._effects.popitem(last=False)
        return self._effects[key]
