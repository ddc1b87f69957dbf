"""The example that ships, for tests that open it a thousand times: under rules that remember what they have worked out.

Worlds never change, so a step from one world by one move is the same step each time. Parsing, the chain, the record,
locks and files are the real ones on each opening; only worlds met before aren't made again.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from tabletop.journal.fork import fork_save
from tabletop.journal.record.entry_toml import START
from tabletop.journal.record.rulebook import Rulebook, our_rules
from tabletop.journal.store.save import Save
from tabletop.journal.store.save_toml import parse
from tabletop.model.moves import Move
from tabletop.model.world import World
from tests.golden.example import EXAMPLE


@frozen
class Example:
    """`ends[n]`: bytes up to the end of entry n, 0 being the header."""

    data: bytes
    save: Save
    ends: tuple[int, ...]

    def entry_at(self, byte: int) -> int:
        """The entry whose text (or the line that begins it) holds a byte, 0 for the header."""
        return next(n for n, end in enumerate(self.ends) if byte < end)


def example_of(data: bytes) -> Example:
    save = parse(data, "example.toml")
    ends = [len(save.header.text.encode())]
    for entry in save.entries:
        ends.append(ends[-1] + len(START) + len(entry.text.encode()))
    return Example(data, save, tuple(ends))


@cache
def example() -> Example:
    """saves/example.toml."""
    return example_of(EXAMPLE.read_bytes())


def beginning(entries: int, folder: Path) -> Example:
    """The example's first entries, as `fork` writes them."""
    fork_save(example().save, entries, folder / "beginning.toml")
    return example_of((folder / "beginning.toml").read_bytes())


@cache
def remembering() -> Rulebook:
    """Our rules, each world made once."""
    rules = our_rules()
    openings: dict[str, World] = {}
    steps: dict[tuple[int, int], list[tuple[World, Move, tuple[World, Sequence[Any]]]]] = {}
    digests: dict[int, tuple[World, str]] = {}

    def opening(scenario: Any, *told: Any) -> World:
        key = f"{scenario.digest} {told}"
        if key not in openings:
            openings[key] = rules.opening(scenario, *told)
        return openings[key]

    def step(world: World, move: Move, n: int) -> tuple[World, Sequence[Any]]:
        known = steps.setdefault((id(world), n), [])
        for _, met, made in known:
            if met == move:
                return made
        known.append((world, move, rules.step(world, move, n)))  # the world is kept, so its id is its own
        return known[-1][2]

    def digest(world: World) -> str:
        if id(world) not in digests:
            digests[id(world)] = (world, rules.digest(world))
        return digests[id(world)][1]

    return evolve(rules, opening=opening, step=step, digest=digest)
