"""How the fields of a move are read from a table, and what is said, with its mend, of the first that is wrong."""

from typing import Any, NoReturn

import attrs

from tabletop.errors import MoveError, TabletopError, did_you_mean, short
from tabletop.model.grammar import effect
from tabletop.model.moves.base import Move
from tabletop.model.moves.control import Note
from tabletop.reading.lines import Trail
from tabletop.reading.shape import Part, Shape, reader, shape_of
from tabletop.reading.values import PLAIN, Read, kind_of, many, maybe, number, table_of

#: Keys that stand beside a move's own and say who sent it.
ENVELOPE = ("entered_by", "id")

_MENDS = {
    "text": 'put it in quotes: "..."',
    "a number": "write 2.5",
    "a whole number": "write 3",
    "a list": 'write ["...", "..."]',
}


def kind_words(value: object) -> str:
    return {bool: "a yes or no", type(None): "empty"}.get(type(value)) or kind_of(value) or f"a {type(value).__name__}"


def place_of(trail: Trail) -> str:
    """Like "rule.effects[0].add"."""
    first, *rest = trail
    return str(first) + "".join(f"[{step}]" if isinstance(step, int) else f".{short(str(step))}" for step in rest)


class _First:
    """Raises MoveError at the first thing that is wrong."""

    most = 2**53  # beyond it programs that hold numbers as floats lose units

    def wrong(self, value: Any, trail: Trail, wanted: str, hint: str = "") -> NoReturn:
        kind, mend = kind_words(value), hint or _MENDS.get(wanted, "")
        match wanted, value:
            case "a number", str():
                mend = f"write {short(value.strip().replace(',', '.'))} without quotes"
                kind = f"the text '{short(value)}'"
            case "a whole number", str():
                kind, mend = f"the text '{short(value)}'", "leave out the quotes"
            case "a whole number", float():
                kind = _size(value)
        raise MoveError(f"must be {wanted}, not {kind}", place=place_of(trail), hint=mend)

    def beyond(self, value: float, trail: Trail, wanted: str) -> NoReturn:
        if wanted == "a whole number":
            raise MoveError(f"{_size(value)} is too large", place=place_of(trail))
        raise MoveError(f"{_size(value)} is no number that can be used", place=place_of(trail), hint=_MENDS[wanted])

    def unknown_key(self, kind: Any, trail: Trail, known: list[str], given: bool) -> NoReturn:
        key = trail[-1]
        hint = did_you_mean(key, [*known, *ENVELOPE]) if isinstance(key, str) else ""
        raise MoveError(f"'{kind.do}' has no field '{short(str(key))}'", place=kind.do, hint=hint)

    def again(self, trail: Trail) -> NoReturn:
        raise MoveError("says again what another field has said", place=place_of(trail))

    def missing(self, kind: Any, trail: Trail, key: str, needed: list[str]) -> NoReturn:
        needs = ", ".join(f"'{each}'" for each in needed)
        raise MoveError(f"'{key}' is missing", place=kind.do, hint=f"'{kind.do}' needs {needs}")


FIRST = _First()


def _size(number: float) -> str:
    """A number as it may be repeated: thousands of digits are not even counted."""
    return "a number of that size" if isinstance(number, int) and abs(number) > 10**30 else str(number)


def text(value: Any, trail: Trail, first: _First = FIRST) -> str:
    if not isinstance(value, str):
        first.wrong(value, trail, "text")
    try:
        if not value.isascii():
            value.encode()
    except UnicodeEncodeError:
        raise MoveError("holds half a character", place=place_of(trail), hint="type the text again") from None
    return value


def _scalar(value: Any, trail: Trail, first: _First) -> Any:
    read = _READS.get(type(value))
    return read(value, trail, first) if read else first.wrong(value, trail, "text or a number")


def _number_or_word(value: Any, trail: Trail, first: _First) -> Any:
    return text(value, trail, first) if isinstance(value, str) else number(value, trail, first)


def _effect(value: Any, trail: Trail, first: _First) -> Any:
    if isinstance(value, str):
        try:
            change = effect(value)
        except TabletopError as wrong:
            raise MoveError(wrong.problem, place=place_of(trail), hint=wrong.hint) from None
        value = {"on": change.on, **({"set": change.set} if change.set else {"add": change.add})}
        value |= {"turns": change.turns} if change.turns else {}
    return _table(value, trail, first)


def _lines(value: Any, trail: Trail, first: _First) -> Any:
    """Reads a list, or a text with one item a line."""
    if isinstance(value, str):
        return tuple(line.strip() for line in text(value, trail, first).split("\n") if line.strip())
    return _texts(value, trail, first)


_table = table_of(_scalar, "write { ... }", key=text)
_texts = many(text)
_effects = many(_effect, hint='write ["cohesion -2"]')
_READS: dict[Any, Read] = {
    **PLAIN,
    str: text,
    float | str | None: maybe(_number_or_word),
    tuple[dict[str, Any], ...]: many(_table, "a list of tables", "write [{ ... }]"),
    dict[str, str]: table_of(text, 'write { cohesion = "up" }', key=text),
}


def effects(place: str, value: Any) -> tuple[dict[str, Any], ...]:
    """Reads tables, or lines of the scenario's grammar ("cohesion -2", "trust +1 for 2")."""
    tables: tuple[dict[str, Any], ...] = _effects(value, (place,), FIRST)
    return tables


def slots(kind: type[Move]) -> Shape:
    """The fields of a kind of move but its seat, by their key in a table."""
    if kind.do not in _SLOTS:
        fields: Any = attrs.fields
        parts = [_part(kind, field) for field in fields(kind) if field.name != "seat"]
        _SLOTS[kind.do] = shape_of(kind, parts, beside=("do", "seat"))
    return _SLOTS[kind.do]


_SLOTS: dict[str, Shape] = {}


def _part(kind: type[Move], field: "attrs.Attribute[Any]") -> Part:
    key = "seat" if (kind is Note and field.name == "about") else field.name.rstrip("_")
    read = _effects if key == "effects" else reader(field.type, _READS.get)
    if field.metadata.get("free") and field.type == tuple[str, ...]:
        read = _lines
    return Part(key, field.name, field, read)
