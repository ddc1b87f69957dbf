"""Chance, keyed to the seed and the name of what it decides: never a generator, never an order of calls."""

from hashlib import blake2b

_SCALE = 2.0**-53


def draw(seed: str, turn: int, *what: str) -> float:
    """A number in [0, 1) that depends on the seed, the turn and the thing decided, and on nothing else."""
    key = f"{seed}\x1f{turn}\x1f" + "\x1f".join(what)
    raw = blake2b(key.encode(), digest_size=8).digest()
    return (int.from_bytes(raw, "big") >> 11) * _SCALE


def die(seed: str, turn: int, *what: str) -> int:
    """A whole number from 1 to 100."""
    return int(draw(seed, turn, *what) * 100) + 1
