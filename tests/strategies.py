"""Moves of every kind, with values a person or program could have given."""

from typing import Any

import attrs
from hypothesis import strategies as st

from tabletop.model.moves import REGISTRY, Move, Note

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
numbers = st.floats(-1e9, 1e9, allow_nan=False)
wholes = st.integers(-(2**53), 2**53)
scalars = st.one_of(words, numbers, wholes, st.booleans())

_OF: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    int: wholes,
    float: numbers,
    bool: st.booleans(),
    int | None: st.none() | wholes,
    float | None: st.none() | numbers,
    float | str | None: st.none() | numbers | words,
    tuple[str, ...]: st.lists(words, max_size=3).map(tuple),
    tuple[dict[str, Any], ...]: st.lists(st.dictionaries(words, scalars, max_size=3), max_size=3).map(tuple),
    dict[str, str]: st.dictionaries(words, words, max_size=3),
}


def moves_of(kind: type[Any]) -> st.SearchStrategy[Move]:
    """Any move of one kind."""
    given = {a.name: _OF[a.type] for a in attrs.fields(kind) if a.name != "seat"}
    if kind is Note:
        return st.builds(
            kind, seat=st.just("control"), **given | {"about": words.filter(lambda word: word != "control")}
        )
    return st.builds(kind, seat=words, **given)


moves = st.one_of([moves_of(kind) for kind in REGISTRY.values()])
