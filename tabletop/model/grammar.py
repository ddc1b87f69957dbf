"""The one-line grammar of effects and conditions, so that an author can write them like a sentence.

effect     "us-commitment -7"  "pressure/high-north +12 for 3"  "inject/greenland-3 = armed"
condition  "trust >= 45"  "inject/greenland-1/outcome = talks-open"
"""

import re
from typing import Any

from tabletop.errors import TabletopError, short
from tabletop.model.effects import Condition, Effect

_EFFECT = re.compile(r"^(\S+)\s+(?:([+-]\d+(?:\.\d+)?)(?:\s+for\s+(\d+))?|=\s*(\S+))$")
_CONDITION = re.compile(r"^([^\s<>=!]+)\s*(<=|>=|!=|=|<|>)\s*(\S+)$")


def effect(said: str | dict[str, Any]) -> Effect:
    """Reads an effect from its line or its table {on, add, set, turns}. Raises TabletopError."""
    if isinstance(said, dict):
        unknown = set(said) - {"on", "add", "set", "turns"}
        if unknown or "on" not in said or ("add" in said) == ("set" in said):
            raise TabletopError(f"effect {short(repr(said))} can't be read", hint="give 'on' and either 'add' or 'set'")
        return Effect(str(said["on"]), float(said.get("add", 0.0)), str(said.get("set", "")), int(said.get("turns", 0)))
    found = _EFFECT.match(said.strip())
    if not found:
        raise TabletopError(
            f"effect '{short(said)}' can't be read", hint="write 'cohesion -2', 'trust +1 for 2' or 'inject/ID = armed'"
        )
    on, add, turns, word = found.groups()
    return Effect(on, float(add or 0.0), word or "", int(turns or 0))


def condition(said: str) -> Condition:
    """Reads a condition from its line. Raises TabletopError."""
    found = _CONDITION.match(said.strip())
    if not found:
        raise TabletopError(
            f"condition '{short(said)}' can't be read", hint="write 'trust >= 45' or 'post/ID/holder = MEMBER'"
        )
    path, test, value = found.groups()
    try:
        return Condition(path, test, float(value))
    except ValueError:
        return Condition(path, test, value)


def effect_line(told: Effect) -> str:
    """The line that `effect` reads back."""
    if told.set:
        return f"{told.on} = {told.set}"
    return f"{told.on} {told.add:+g}" + (f" for {told.turns}" if told.turns else "")
