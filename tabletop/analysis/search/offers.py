"""What a seat might try: moves of every kind that the rules offer it, in every turn still to come."""

from collections.abc import Iterable, Sequence
from random import Random

from tabletop.analysis.campaign import play_out
from tabletop.analysis.policies import POLICIES
from tabletop.analysis.search.trial import Extra
from tabletop.model.moves import Move, Seal, TakeBack, Unseal
from tabletop.model.world import World
from tabletop.rules.acts.act import ACTS, Maker
from tabletop.rules.acts.check import check, sense
from tabletop.rules.world.draft import Draft

#: What is done with a sheet decides nothing.
_OF_THE_SHEET = (Seal, TakeBack, Unseal)


class Offers:
    """Moves of a seat by turn, as they may be made in one campaign in which everybody follows a policy."""

    def __init__(self, start: World, seat: str, policy: str, seed: str) -> None:
        worlds = _at_orders(start, policy, seed)
        self.turns = tuple(worlds)
        self._kinds = {turn: _by_kind(world, seat) for turn, world in worlds.items()}

    def draw(self, rng: Random) -> Extra | None:
        """A turn is drawn first, then a kind, then a move of it: texts and forces that move come as often as money.
        None where the seat can do nothing."""
        turns = [turn for turn in self.turns if self._kinds[turn]]
        if not turns:
            return None
        turn = rng.choice(turns)
        return Extra(turn, rng.choice(rng.choice(self._kinds[turn])))


def _at_orders(start: World, policy: str, seed: str) -> dict[int, World]:
    """The world by turn as orders open."""
    worlds: dict[int, World] = {}

    def watching(world: World, seat: str, seed: str) -> Iterable[Move]:
        if world.turn not in worlds:
            worlds[world.turn] = world.freeze() if isinstance(world, Draft) else world
        return POLICIES[policy](world, seat, seed)

    play_out(start, dict.fromkeys(start.seats, watching), seed)
    return worlds


def _by_kind(world: World, seat: str) -> list[Sequence[Move]]:
    kinds: list[Sequence[Move]] = []
    for act in ACTS.values():
        if act.maker is Maker.SEAT and act.offers and act.kind not in _OF_THE_SHEET:
            moves = [m for m in act.offers(world, seat) if check(world, m) is None and sense(world, m) is None]
            if moves:
                kinds.append(moves)
    return kinds
