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
from tabletop.rules.ahead.project import aims_between, difference, rehearsed
from tabletop.rules.scores.deterrence import scores
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

    def aims(self, world: World, move: Move) -> Mapping[str, float]:
        """By how many points of its whole each objective of the move's seat differs then, by id."""
        return self._rehearsal(world).aims(move)

    def after(self, world: World) -> World:
        """The next review under the sheets as they stand, without chance. To be read alone."""
        return self._rehearsal(world).after

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
    """One state of the world: the next review, and the effects asked for against it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._after: World | None = None
        self._plain: dict[str, float] = {}
        self._known: OrderedDict[str, tuple[dict[str, float], dict[str, float]]] = OrderedDict()

    @property
    def after(self) -> World:
        if self._after is None:
            self._after = rehearsed(self.world)
            self._plain = scores(self._after)
        return self._after

    def effects(self, move: Move) -> Mapping[str, float]:
        return self._of(move)[0]

    def aims(self, move: Move) -> Mapping[str, float]:
        return self._of(move)[1]

    def _of(self, move: Move) -> tuple[dict[str, float], dict[str, float]]:
        key = repr(move)
        if key not in self._known:
            plain, other = self.after, rehearsed(self.world, move)
            self._known[key] = difference(self._plain, scores(other)), aims_between(plain, other, move.seat)
            if len(self._known) > PRICES:
                self._known.popitem(last=False)
        return self._known[key]
