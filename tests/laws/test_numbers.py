"""Every number of a move that stands in a world is counted as its reader counts: none is forgotten."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tabletop.model.scenario import Scenario
from tabletop.rules.world.numbered import numbered
from tests.journal.sessions import at_random, begun
from tests.long import sweep
from tests.play import nato

NUMBERS = {"ref", "refs", "seal", "written"}
FAR = 10**6


def numbers(value: Any, path: str = "") -> Iterator[tuple[str, int]]:
    """All numbers of moves in a world, with where they stand; but for what it was before the turn."""
    if isinstance(value, Scenario):
        return
    if attrs.has(type(value)):
        items = {a.name: getattr(value, a.name) for a in attrs.fields(type(value)) if a.name != "before"}
    elif hasattr(value, "_asdict"):
        items = value._asdict()
    elif isinstance(value, Mapping):
        items = dict(value)
    elif isinstance(value, tuple | list):
        items = dict(enumerate(value))
    else:
        return
    for name, item in items.items():
        if name in NUMBERS and not attrs.has(type(item)):
            for each in item if isinstance(item, tuple) else (item,):
                if isinstance(each, int) and not isinstance(each, bool):
                    yield f"{path}/{name}", each
        else:
            yield from numbers(item, f"{path}/{name}")


@settings(max_examples=sweep(12, 4), deadline=None)
@given(seed=st.integers(0, 10**6))
def test_no_number_of_a_move_is_forgotten_when_they_are_counted_otherwise(seed: int) -> None:
    with TemporaryDirectory() as folder, begun(Path(folder) / "s.toml", nato()) as session:
        at_random(session, Random(seed), 60)
        there = dict(numbers(session.world))
        counted = dict(numbers(numbered(session.world, lambda ref: ref + FAR)))

    assume(any(there.values()))
    assert counted == {path: ref and ref + FAR for path, ref in there.items()}
