"""What sentences about causes are made from: the world and the moves that a place may see. Tells nothing itself."""

from collections.abc import Mapping

from attrs import frozen

from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.words import names
from tabletop.words.names import listed

Moves = Mapping[int, Move]
"""Moves that may be read, by the number of their entry."""


@frozen
class Told:
    """What sentences are made from: the world as it is seen, and the moves that may be read, by number."""

    world: World
    moves: Moves

    def seats(self, ids: list[str]) -> str:
        scenario, states = self.world.scenario, self.world.seats
        return listed([names.seat_name(scenario, seat, states, the=True) for seat in dict.fromkeys(ids)])
