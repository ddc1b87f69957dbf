"""An entry as lines of TOML and back. The order of its keys is part of the format: the head stands last."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from attrs import evolve

from tabletop.errors import SaveError, TabletopError
from tabletop.journal.record import chain, flat
from tabletop.journal.record.entry import REDACTED, Entry
from tabletop.journal.record.flat import basic_string, value
from tabletop.model.moves import REGISTRY
from tabletop.model.moves.table import from_table, to_table
from tabletop.model.moves.values import slots

START = "\n[[entry]]\n"

#: What an entry says besides its move, with the type of each.
KEYS: dict[str, type] = {
    "n": int,
    "time": str,
    "phase": str,
    "entered_by": str,
    "id": str,
    "saw": int,
    "parent": int,
    "rolled": list,
    "digest": str,
    "scores": dict,
    "personal": list,
    "salt": str,
    "head": str,
}
_BESIDE = ("entered_by", "id", "saw", "parent", "rolled", "digest", "scores", "personal")
#: Those that are free text where an entry's `personal` names them.
MAY_BE_PERSONAL = ("entered_by", "id")
NEEDED = ("n", "time", "phase", "do", "head")


def chained(entry: Entry, before: str) -> Entry:
    """The entry with its text and head, following `before`."""
    table = to_table(entry.move)
    texts = free_texts(entry, table)
    lines = [f"n = {entry.n}", f'time = "{entry.time}"', f'phase = "{entry.turn}/{entry.phase}"']
    lines += [f"{key} = {value(item)}" for key, item in table.items()]
    beside = ((key, getattr(entry, key)) for key in _BESIDE)
    lines += [f"{key} = {value(item)}" for key, item in beside if item or item == 0]
    salt = entry.salt if texts else ""
    if salt:
        lines.append(_salt_line(salt))
    body = "\n".join(lines)
    head = chain.link(before, chain.canonical(body, salt, texts))
    return evolve(entry, salt=salt, head=head, text=f'{body}\nhead = "{head}"\n')


def free_texts(entry: Entry, table: dict[str, Any]) -> dict[str, str | Sequence[str]]:
    """The free texts that stand in a move's table and beside it, by key."""
    texts = {key: table[key] for key in _free(entry.move.do) if key in table}
    return texts | {key: getattr(entry, key) for key in entry.personal}


def decode(table: dict[str, Any], text: str, before: str) -> Entry:
    """The entry that `table`, read from `text`, says. Raises SaveError: a key, a type, a head that doesn't follow."""
    for key in NEEDED:
        if key not in table:
            raise SaveError(f"'{key}' is missing")
    if None in table.values():
        raise SaveError("a value is missing")
    do = table["do"]
    if type(do) is not str:
        raise SaveError("'do' has a wrong type")
    personal = table.get("personal", [])
    if not isinstance(personal, list) or not all(key in MAY_BE_PERSONAL for key in personal):
        raise SaveError("'personal' has a wrong value", hint=f"it names {' and '.join(MAY_BE_PERSONAL)}")
    free = (*_free(do), *personal)
    beside: dict[str, Any] = {}
    move_table: dict[str, Any] = {}
    hashes: dict[str, str | tuple[str, ...]] = {}
    for key, item in table.items():
        if key in KEYS:
            if type(item) is not KEYS[key]:
                raise SaveError(f"'{key}' has a wrong type")
            beside[key] = item
        elif key.endswith("_hash") and key[:-5] in free:
            hashes[key[:-5]] = tuple(item) if isinstance(item, list) else str(item)
        else:
            move_table[key] = item
    lines, _, tail = text.rpartition("head = ")
    salt = beside.get("salt", "")
    words = move_table | {key: beside[key] for key in personal if key in beside}
    texts = {key: words[key] for key in free if isinstance(words.get(key), str | list)} if salt else {}
    if (
        chain.link(before, chain.canonical(lines[:-1], salt, texts)) != beside["head"]
        or tail != f'"{beside["head"]}"\n'
        or not _as_written(lines[:-1], salt, texts)
    ):
        raise SaveError("it was changed after it was written")
    for key, item in hashes.items():
        if key not in personal:
            move_table[key] = REDACTED if isinstance(item, str) else [REDACTED] * len(item)
        elif key == "entered_by":
            beside[key] = REDACTED
    try:
        move = from_table(move_table)
    except TabletopError as wrong:
        raise SaveError(str(wrong)) from None
    turn, _, phase = beside["phase"].partition("/")
    if not turn.isdecimal():
        raise SaveError("'phase' can't be read", hint='write "3/orders"')
    return Entry(
        turn=int(turn),
        move=move,
        hashes=hashes,
        text=text,
        **beside | {"phase": phase, "rolled": tuple(beside.get("rolled", ())), "personal": tuple(personal)},
    )


def in_our_words(lines: str) -> bool:
    """Whether whole lines of an entry stand as they are written here: known keys, each value in its one form.

    Raises ValueError for what is no TOML.
    """
    table = flat.read_lines(lines)
    kind = REGISTRY.get(str(table.get("do")))
    keys = {*KEYS, "seat", "do", *(slots(kind).parts if kind else ())}
    ours = [f"{key} = {value(item)}" for key, item in table.items() if key.removesuffix("_hash") in keys]
    return (lines.split("\n") if lines else []) == ours


def redacted(entry: Entry) -> Entry:
    """The entry with the hash of each free text in its place; itself when it holds none. Its head stays."""
    texts = free_texts(entry, to_table(entry.move)) if entry.salt else {}
    if not texts:
        return entry
    lines, _, tail = entry.text.rpartition("\nhead = ")
    hashes = {key: chain.text_hashes(entry.salt, key, text) for key, text in texts.items()}
    fields = {key: part.name for key, part in slots(type(entry.move)).parts.items() if key not in entry.personal}
    markers = {fields[key]: _marker(text) for key, text in texts.items() if key in fields}
    move: Any = entry.move
    return evolve(
        entry,
        move=evolve(move, **markers),
        entered_by=REDACTED if "entered_by" in entry.personal else entry.entered_by,
        id="" if "id" in entry.personal else entry.id,
        salt="",
        hashes=hashes,
        text=f"{chain.canonical(lines, entry.salt, texts)}\nhead = {tail}",
    )


def _as_written(lines: str, salt: str, texts: dict[str, str | Sequence[str]]) -> bool:
    """Whether the lines that the chain sees only by what they say stand as they are written here.

    Else words could be moved into the salt, or stand behind a text, and no head would change.
    """
    if not salt:
        return True
    own = lines.split("\n")
    return (
        bool(_SALT.fullmatch(salt))
        and own[-1] == _salt_line(salt)
        and all(f"{key} = {value(text)}" in own for key, text in texts.items())
    )


def _salt_line(salt: str) -> str:
    return f"salt = {basic_string(salt)}"


_SALT = re.compile("[0-9a-f]{32}")


def _marker(text: "str | Sequence[str]") -> str | tuple[str, ...]:
    return REDACTED if isinstance(text, str) else (REDACTED,) * len(text)


@cache
def _free(do: str) -> tuple[str, ...]:
    kind = REGISTRY.get(do)
    parts = slots(kind).parts if kind else {}
    return tuple(key for key, part in parts.items() if part.field.metadata.get("free"))
