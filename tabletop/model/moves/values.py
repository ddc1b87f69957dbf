"""How the value of one field is read from a table: its type, its limits and the mend when it is wrong."""

from collections.abc import Callable, Mapping
from typing import Any

from tabletop.errors import MoveError, TabletopError, short
from tabletop.model.grammar import effect

Reader = Callable[[str, Any], Any]  # (place, value) -> value; raises MoveError

_LARGEST = 2**53  # beyond it programs that hold numbers as floats lose units


def called(value: object) -> str:
    match value:
        case bool():
            return "a yes or no"
        case str():
            return "text"
        case int() | float():
            return "a number"
        case list() | tuple():
            return "a list"
        case Mapping():
            return "a table"
        case None:
            return "empty"
    return f"a {type(value).__name__}"


def _told(number: float) -> str:
    """A number as it may be repeated: thousands of digits are not even counted."""
    return "a number of that size" if isinstance(number, int) and abs(number) > 10**30 else str(number)


def text(place: str, value: Any) -> str:
    if not isinstance(value, str):
        raise MoveError(f"must be text, not {called(value)}", place=place, hint='put it in quotes: "..."')
    try:
        value.encode()
    except UnicodeEncodeError:
        raise MoveError("holds half a character", place=place, hint="type the text again") from None
    return value


def _number(place: str, value: Any) -> float:
    if isinstance(value, str):
        mend = value.strip().replace(",", ".")
        raise MoveError(
            f"must be a number, not the text '{short(value)}'", place=place, hint=f"write {short(mend)} without quotes"
        )
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MoveError(f"must be a number, not {called(value)}", place=place, hint="write 2.5")
    if not abs(value) <= _LARGEST:  # nor what is no number
        raise MoveError(f"{_told(value)} is no number that can be used", place=place, hint="write 2.5")
    return float(value)


def _whole(place: str, value: Any) -> int:
    if isinstance(value, str):
        raise MoveError(
            f"must be a whole number, not the text '{short(value)}'", place=place, hint="leave out the quotes"
        )
    if isinstance(value, bool) or not isinstance(value, int):
        raise MoveError(f"must be a whole number, not {_told(value) if called(value) == 'a number' else called(value)}",
                        place=place, hint="write 3")  # fmt: skip
    if abs(value) > _LARGEST:
        raise MoveError(f"{_told(value)} is too large", place=place)
    return value


def _yes_or_no(place: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise MoveError(f"must be true or false, not {called(value)}", place=place)
    return value


def _texts(place: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise MoveError(f"must be a list, not {called(value)}", place=place, hint='write ["...", "..."]')
    return tuple(text(f"{place}[{n}]", item) for n, item in enumerate(value))


def lines(place: str, value: Any) -> tuple[str, ...]:
    """Reads a list, or a text with one item a line."""
    if isinstance(value, str):
        return tuple(line.strip() for line in text(place, value).split("\n") if line.strip())
    return _texts(place, value)


def _words(place: str, value: Any) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise MoveError(f"must be a table, not {called(value)}", place=place, hint='write { cohesion = "up" }')
    return {text(place, key): text(f"{place}.{short(str(key))}", item) for key, item in value.items()}


def _scalar(place: str, value: Any) -> Any:
    match value:
        case bool():
            return value
        case str():
            return text(place, value)
        case int():
            return _whole(place, value)
        case float():
            return _number(place, value)
    raise MoveError(f"must be text or a number, not {called(value)}", place=place)


def _tables(place: str, value: Any) -> tuple[dict[str, Any], ...]:
    if not isinstance(value, list | tuple):
        raise MoveError(f"must be a list of tables, not {called(value)}", place=place, hint="write [{ ... }]")
    for n, item in enumerate(value):
        if not isinstance(item, Mapping):
            raise MoveError(f"must be a table, not {called(item)}", place=f"{place}[{n}]", hint="write { ... }")
    return tuple(
        {text(place, key): _scalar(f"{place}[{n}].{short(str(key))}", part) for key, part in item.items()}
        for n, item in enumerate(value)
    )


def effects(place: str, value: Any) -> tuple[dict[str, Any], ...]:
    """Reads tables, or lines of the scenario's grammar ("cohesion -2", "trust +1 for 2")."""
    if not isinstance(value, list | tuple):
        raise MoveError(f"must be a list, not {called(value)}", place=place, hint='write ["cohesion -2"]')
    return _tables(place, [_as_table(f"{place}[{n}]", item) for n, item in enumerate(value)])


def _as_table(place: str, item: Any) -> Any:
    if not isinstance(item, str):
        return item
    try:
        told = effect(item)
    except TabletopError as wrong:
        raise MoveError(wrong.problem, place=place, hint=wrong.hint) from None
    table: dict[str, Any] = {"on": told.on, "set": told.set} if told.set else {"on": told.on, "add": told.add}
    return table | ({"turns": told.turns} if told.turns else {})


def _or_nothing(read: Reader) -> Reader:
    return lambda place, value: None if value is None else read(place, value)


def _number_or_word(place: str, value: Any) -> float | str | None:
    if value is None:
        return None
    return text(place, value) if isinstance(value, str) else _number(place, value)


#: By the type that the model names for a field.
READERS: dict[Any, Reader] = {
    str: text,
    int: _whole,
    float: _number,
    bool: _yes_or_no,
    int | None: _or_nothing(_whole),
    float | None: _or_nothing(_number),
    float | str | None: _number_or_word,
    tuple[str, ...]: _texts,
    tuple[dict[str, Any], ...]: _tables,
    dict[str, str]: _words,
}
