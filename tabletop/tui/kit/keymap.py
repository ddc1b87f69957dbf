"""The keys that a user wants to be others: whether they can be. Knows no file."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from textual.keys import Keys, _character_to_key

from tabletop.errors import TabletopError, did_you_mean
from tabletop.tui.kit.keys import called
from tabletop.tui.kit.keytable import USES, KeyUse

Fault = Callable[[str, str, str], TabletopError]
"""The error at a use's line, of a problem and its mend."""

_USE: Final = {use.id: use for use in USES}
_NAMES: Final = {str(key.value) for key in Keys}
_ALIKE: Final = {"ctrl+h": "Bksp", "ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+c": "copying", "ctrl+z": "stopping"}
"""What terminals send, or do, for these."""


def keymap_of(wanted: Mapping[str, Sequence[str]], fault: Fault) -> dict[str, str]:
    """As Textual takes it: keys with commas between, by use. Raises what `fault` makes of the first thing wrong."""
    keymap = {id: [_key(key, _use(id, fault), fault) for key in keys] for id, keys in wanted.items()}
    holders: dict[str, str] = {}
    for use in USES:
        for key in keymap.get(use.id, use.keys):
            other = holders.setdefault(key, use.id)
            if other != use.id:
                late = use.id if use.id in keymap else other
                held = other if late == use.id else use.id
                raise fault(late, f"'{called(key)}' is the key of '{held}'", f"give '{held}' another as well")
    return {id: ",".join(keys) for id, keys in keymap.items()}


def _use(id: str, fault: Fault) -> KeyUse:
    if id not in _USE:
        raise fault(id, f"no key is called '{id}'", did_you_mean(id, list(_USE)))
    if _USE[id].fixed:
        raise fault(id, f"'{id}' can't be another key", "lists and fields take it so; leave the line out")
    return _USE[id]


def _key(written: str, use: KeyUse, fault: Fault) -> str:
    """A key as Textual calls it."""
    *held, plain = written.strip().split("+") if len(written) > 1 else [written]
    base = _character_to_key(plain) if len(plain) == 1 else plain.lower().replace(" ", "_")
    if not _known(base) or any(each not in ("ctrl", "shift", "alt") for each in held):
        raise fault(use.id, f"there is no key '{written}'", 'write it as "w", "ctrl+w", "f5", "plus" or "?"')
    key = "+".join([*held, base])
    if key in _ALIKE:
        raise fault(use.id, f"'{called(key)}' is {_ALIKE[key]} to a terminal", "choose another")
    if use.typing and not held and base[1:].isdigit() is False:
        raise fault(use.id, f"'{written}' would be typed", f"'{use.id}' works inside fields: name one with ctrl")
    return key


def _known(base: str) -> bool:
    if len(base) == 1 or base in _NAMES:
        return base.isprintable()
    try:
        return bool(unicodedata.lookup(base.replace("_", " ").upper()))
    except KeyError:
        return base in ("minus", "plus", "slash", "backslash", "at", "underscore")
