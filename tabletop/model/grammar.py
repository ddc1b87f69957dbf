"""The one-line grammar of effects and conditions, so that an author can write them like a sentence.

effect     "us-commitment -7"  "pressure/high-north +12 for 3"  "inject/greenland-3 = armed"
condition  "trust >= 45"  "inject/greenland-1/outcome = talks-open"
"""

import re
from math import isfinite
from typing import Any

from tabletop.errors import TabletopError, short
from tabletop.model.effects import Condition, Effect

_EFFECT = re.compile(r"^(\S+)\s+(?:([+-]\d+(?:\.\d+)?)(?:\s+for\s+(\d+))?|=\s*(\S+))$")
_CONDITION = re.compile(r"^([^\s<>=!]+)\s*(<=|>=|!=|=|<|>)\s*(\S+)$")


def effect(line: str | dict[str, Any]) -> Effect:
    """Reads an effect from its line or its table {on, add, set, turns}. Raises TabletopError."""
    if isinstance(line, dict):
        unknown = set(line) - {"on", "add", "set", "turns"}
        if unknown or "on" not in line or ("add" in line) == ("set" in line):
            raise TabletopError(f"effect {short(repr(line))} can't be read", hint="give 'on' and either 'add' or 'set'")
        return Effect(str(line["on"]), float(line.get("add", 0.0)), str(line.get("set", "")), int(line.get("turns", 0)))
    match = _EFFECT.match(line.strip())
    if not match:
        raise TabletopError(
            f"effect '{short(line)}' can't be read", hint="write 'cohesion -2', 'trust +1 for 2' or 'inject/ID = armed'"
        )
    on, add, turns, word = match.groups()
    return Effect(on, float(add or 0.0), word or "", int(turns or 0))


def condition(line: str) -> Condition:
    """Reads a condition from its line. Raises TabletopError."""
    match = _CONDITION.match(line.strip())
    if not match:
        raise TabletopError(
            f"condition '{short(line)}' can't be read", hint="write 'trust >= 45' or 'post/ID/holder = MEMBER'"
        )
    path, test, value = match.groups()
    try:
        number = float(value)
    except ValueError:
        return Condition(path, test, value)
    if not isfinite(number):
        raise TabletopError(f"condition '{short(line)}' compares with no number", hint="write 'trust >= 45'")
    return Condition(path, test, number)


def effect_line(effect: Effect) -> str:
    """The line that `effect` reads back."""
    if effect.set:
        return f"{effect.on} = {effect.set}"
    return f"{effect.on} {effect.add:+g}" + (f" for {effect.turns}" if effect.turns else "")
