"""TOML of one line a value, the only TOML the record is made of: fast to write and read, the same to any TOML reader.

Texts, numbers and lists are written so that they are JSON too; that is what makes reading fast. Inline tables quote
their keys. Anything else that is good TOML is read by tomli.
"""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

import tomli

_KEY = re.compile(r"[a-z_]+")
_INNER = re.compile(r'(?<=[^\\ \[{,])" = ')  # ends a key, never opens a text
_EQUALS, _COLON, _END = '" = ', '": ', "\n"
_string = json.JSONEncoder(ensure_ascii=False).encode


def value(of: Any) -> str:
    """The TOML of a text, number, list or flat table, on one line."""
    match of:
        case str():
            return basic_string(of)
        case bool():
            return "true" if of else "false"
        case int():
            return str(of)
        case float():
            if not math.isfinite(of):
                raise ValueError(f"{of} has no place in a record")
            return repr(of)
        case list() | tuple():
            return f"[{', '.join([value(item) for item in of])}]"
        case Mapping():
            return f"{{{', '.join([f'{basic_string(key)} = {value(item)}' for key, item in of.items()])}}}"
    raise TypeError(f"{type(of).__name__} has no place in a record")


def basic_string(text: str) -> str:
    """A basic string on one line."""
    string = _string(text)
    return string.replace("\x7f", "\\u007f") if "\x7f" in string else string


def read_lines(lines: str) -> dict[str, Any]:
    """Reads `key = value` lines. Raises ValueError (tomli.TOMLDecodeError, with line and column, is one)."""
    try:
        table: dict[str, Any] = _decoder.decode(_json(lines))
    except (ValueError, RecursionError):
        table = toml(lines)
    return table


def toml(text: str) -> dict[str, Any]:
    """Reads any TOML. Raises ValueError for whatever is none."""
    try:
        return tomli.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def read_all(blocks: list[str]) -> list[dict[str, Any]] | None:
    """Reads many blocks at once, or None when one of them needs a closer look."""
    try:
        text = ",".join([_json(block) for block in blocks])
        tables: list[dict[str, Any]] = _decoder.decode(f"[{text}]")
    except (ValueError, RecursionError):
        return None
    return tables if len(tables) == len(blocks) else None


def _json(lines: str) -> str:
    return f"{{{','.join([_pair(line) for line in lines.rstrip(_END).split(_END)])}}}"


def _pair(line: str) -> str:
    key, _, item = line.partition(" = ")
    if key not in _KEYS:
        if not _KEY.fullmatch(key):
            raise ValueError(f"{line!r} is no line of ours")
        if len(_KEYS) < _MOST:
            _KEYS.add(key)
    return f'"{key}": {_INNER.sub(_COLON, item) if _EQUALS in item else item}'


_KEYS: set[str] = set()  # that have been looked at
_MOST = 1000


def unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Raises ValueError where a key stands twice: JSON itself would let the last one count."""
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a key stands twice")
    return table


def _number(word: str) -> Any:
    raise ValueError(f"{word} is no TOML")


_decoder = json.JSONDecoder(object_pairs_hook=unique_keys, parse_constant=_number)
