"""What an author could write in the place of a value that is none. Says so only where it can be told."""

from typing import Any

from tabletop.reading import values

#: What looks like the minus of the keyboard, and is none.
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def mend(value: Any, wanted: str) -> str:
    """A hint, or ""."""
    match wanted, value:
        case "text", int() | float():
            return f'write "{value}"'
        case "a whole number", float() if value.is_integer():
            return f"write {value:.0f}"
        case "a whole number" | "a number", str():
            return _as_number(value)
        case "a list", str():
            return f'write ["{value}"]'
        case "a list", int() | float():
            return f"write [{str(value).lower()}]"
        case "a table", _:
            return "write { name = value }"
    return ""


def undashed(value: Any) -> str:
    """A hint for a line that a word processor has put a dash into."""
    if not isinstance(value, str) or value.translate(_DASHES) == value:
        return ""
    dash = next(letter for letter in value if ord(letter) in _DASHES)
    return f"'{dash}' is a dash; write the minus of the keyboard: {value.translate(_DASHES)}"


def toml_kind(value: Any) -> str:
    """What a TOML value is, in an author's words."""
    return values.kind_of(value) or ("true or false" if isinstance(value, bool) else "a date or time")


def _as_number(value: str) -> str:
    """For text that was meant as a number; also with a decimal comma."""
    try:
        return f"write {float(value.replace(',', '.').translate(_DASHES)):g}"
    except ValueError:
        return ""
