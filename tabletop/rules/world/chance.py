"""Chance, keyed to the seed and the name of what it decides: never a generator, never an order of calls."""

from functools import lru_cache
from hashlib import blake2b
from struct import Struct

_SCALE = 1 / (1 << 53)
_THIRD = (1 << 21) - 1
_BLOCK = 8  # draws out of one hash
_WORDS = Struct(f">{_BLOCK}Q")


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


def bells(seed: str, turn: int, what: str, count: int) -> list[float]:
    """As many draws with mean 0 and standard deviation 1, from -3 to 3: each is three even ones added up. The nth hangs
    on seed, turn, thing and n alone, however many there are."""
    bits: list[int] = []
    for block in range(0, count, _BLOCK):
        digest = blake2b(f"{seed}\x1f{turn}\x1f{what}\x1f{block}".encode(), digest_size=8 * _BLOCK).digest()
        bits.extend(_WORDS.unpack(digest))
    third, scale = _THIRD, 2 / _THIRD
    return [((b & third) + (b >> 21 & third) + (b >> 42 & third)) * scale - 3 for b in bits[:count]]
