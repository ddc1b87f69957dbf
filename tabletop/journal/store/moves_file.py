"""Moves from a file that a person or program wrote: TOML with a [[move]] table each, or a JSON object a line."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from tabletop.errors import MoveError, short
from tabletop.files.disk import read_bytes
from tabletop.journal.record.flat import unique_keys
from tabletop.reading.lines import line_of, lines_of
from tabletop.reading.toml import Broken, read_toml

_COMMA = re.compile(r"=\s*[\[{]?\s*(-?\d+),(\d+)\s*[\]}]?\s*(?:#.*)?$")
_FORM = "write a [[move]] table for each move, or one JSON object a line"


@frozen
class MovesFile:
    """`places`: "file:line" of each table. `fields`: those of fields that have a line of their own, table by table."""

    tables: tuple[Mapping[str, Any], ...]
    places: tuple[str, ...]
    fields: tuple[Mapping[str, str], ...] = ()

    def place(self, index: int, key: str = "") -> str:
        """Where a table stands, or its field."""
        return self.fields[index].get(key, self.places[index]) if self.fields else self.places[index]


def read_moves(path: str | Path) -> MovesFile:
    """The moves of a file, not yet looked at one by one. Raises PlaceError or MoveError with file and line."""
    where, name = Path(path), str(path)
    data = read_bytes(where, "file of moves")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        raise MoveError("is not UTF-8 text", place=f"{name}:{line}", hint="save it as UTF-8") from None
    if not text.strip():
        raise MoveError("the file is empty", place=f"{name}:1", hint=_FORM)
    return _json_lines(text, name) if text.lstrip().startswith(("{", "[{")) else _toml(text, name)


def _json_lines(text: str, name: str) -> MovesFile:
    tables, places = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        try:
            table = _DECODER.decode(line.strip())
        except (ValueError, RecursionError) as wrong:
            raise MoveError(f"is no JSON: {_reason(wrong)}", place=place, hint="one object a line") from None
        if not isinstance(table, dict):
            raise MoveError("is no JSON object", place=place, hint='write {"seat": ..., "do": ..., ...}, one a line')
        tables.append(table)
        places.append(place)
    return MovesFile(tuple(tables), tuple(places))


def _toml(text: str, name: str) -> MovesFile:
    try:
        table = read_toml(text, last=text.rstrip("\n").count("\n") + 1)
    except Broken as broken:
        raise MoveError(broken.problem, place=f"{name}:{broken.line}", hint=broken.decimal(_COMMA) or _FORM) from None
    lines = lines_of(text)
    for key in table:
        if key != "move":
            line = line_of(text, lines, (key,))
            raise MoveError(f"has '{short(key)}', which is no move", place=f"{name}:{line}", hint=_FORM)
    moves = table.get("move")
    if not isinstance(moves, list) or not all(isinstance(move, dict) for move in moves):
        raise MoveError("holds no moves", place=f"{name}:{line_of(text, lines, ('move',))}", hint=_FORM)
    fields: list[dict[str, str]] = [{} for _ in moves]
    for trail, line in lines.items():
        if len(trail) == 3 and isinstance(trail[1], int):
            fields[trail[1]][str(trail[2])] = f"{name}:{line}"
    places = tuple(f"{name}:{line_of(text, lines, ('move', n))}" for n in range(len(moves)))
    return MovesFile(tuple(moves), places, tuple(fields))


def _reason(wrong: Exception) -> str:
    words = getattr(wrong, "msg", "") or str(wrong)
    return words[0].lower() + words[1:] if words else "it lies too deep"


def _number(word: str) -> Any:
    raise ValueError(f"the number {word} can't be used")


_DECODER = json.JSONDecoder(object_pairs_hook=unique_keys, parse_constant=_number)
