"""Figures that the rules keep for themselves, under keys that no id of a scenario can be: they begin with a slash.

A path names them by their word alone, where no track of the scenario has it.
"""

from collections.abc import Container
from typing import Final

AGREEMENT: Final = "/agreement"
ALARM: Final = "/alarm"
ANCHOR: Final = "/anchor"  # offset of commitment's base
COMMAND: Final = "/command"
OVERLOAD: Final = "/overload"  # posts in transition
PROBES: Final = "/probes"
RESOLVE: Final = "/resolve"
SHORTFALL: Final = "/shortfall"
UNCERTIFIED: Final = "/uncertified"
WITHDRAWN: Final = "/withdrawn"

#: The word that a path says, and the figure's key.
INNER = {
    key.removeprefix("/"): key
    for key in (AGREEMENT, ALARM, ANCHOR, COMMAND, OVERLOAD, PROBES, RESOLVE, SHORTFALL, UNCERTIFIED, WITHDRAWN)
}
#: Of those what effects and adjustments may move.
MOVABLE = ("agreement", "alarm", "anchor")


def key_of(path: str, tracks: Container[str]) -> str:
    """The key of the figure that a path names."""
    return path if path in tracks else INNER.get(path, path)


def word_of(key: str) -> str:
    """What a path calls a figure."""
    return key.removeprefix("/")
