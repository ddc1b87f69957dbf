"""Chance, keyed to the seed and the name of what it decides: never a generator, never an order of calls."""

from functools import lru_cache
from hashlib import blake2b

_SCALE = 1 / (1 << 53)


def draw(seed: str, turn: int, *what: str) -> float:
    """A number in [0, 1) that depends on the seed, the turn and the thing decided, and on nothing else."""
    key = _prefix(seed, turn).copy()
    key.update("\x1f".join(what).encode())
    return (int.from_bytes(key.digest(), "big") >> 11) * _SCALE


@lru_cache(maxsize=64)
def _prefix(seed: str, turn: int) -> blake2b:
    """What all draws of a turn begin with."""
    return blake2b(f"{seed}\x1f{turn}\x1f".encode(), digest_size=8)


def die(seed: str, turn: int, *what: str) -> int:
    """A whole number from 1 to 100."""
    return int(draw(seed, turn, *what) * 100) + 1
