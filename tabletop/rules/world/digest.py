"""One short text for a whole world: equal for equal worlds, however they came about."""

import json
from enum import Enum
from functools import cache
from hashlib import blake2b
from typing import Any

from attrs import fields, has

from tabletop.model.world import World

#: Not part of what a world is: the scenario is named by its digest; the rest follows from other fields or is display.
_LEFT_OUT = {"scenario", "changes", "before", "supply", "assumed", "home_supply", "own_supply", "new_supply"}

#: What came to be said of worlds later: left out where it is empty, so that digests stayed as they were.
_LATER = ("without", "played_under", "letters", "revealed")

#: Lists in the order in which people happened to act, which means nothing.
_UNORDERED = ("promises", "free_moves", "modes", "letters")


def digest(world: World) -> str:
    """32 hexadecimal characters. Numbers are written to 12 significant digits: -0.0 and 0, 3 and 3.0 are one."""
    table = {a.name: _plain(getattr(world, a.name)) for a in fields(World) if a.name not in _LEFT_OUT}
    for name in _UNORDERED:
        table[name].sort(key=_json)
    for name in _LATER:
        if not table.get(name):
            table.pop(name, None)
    table["scenario"] = world.scenario.digest
    text = _json(table)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _json(table: Any) -> str:
    return json.dumps(table, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return value
    if kind is float or kind is int:
        return float(f"{value:.12g}") + 0.0
    if kind is dict:
        return {str(key): _plain(item) for key, item in value.items()}
    if kind is tuple or kind is list:
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    table = {name: _plain(getattr(value, name)) for name in _compared(kind)}  # type: ignore[arg-type]
    if getattr(value, "do", ""):
        table["do"] = value.do
    return table


@cache
def _compared(kind: Any) -> tuple[str, ...]:
    """Names of the fields that make up a value. Raises TypeError for what no world can hold."""
    if not has(kind):
        raise TypeError(f"a world can't hold a {kind.__name__}")
    return tuple(a.name for a in fields(kind) if a.eq)
