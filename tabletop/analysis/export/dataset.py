"""What a table is: named columns that each say their unit, range and who may see them, and rows of plain values."""

from collections.abc import Sequence

from attrs import field, frozen

Datum = str | int | float | bool | None
Observation = tuple[Datum, ...]


@frozen
class Variable:
    """`kind`: text, word, whole, number, yes-no or time (UTC). `who` may see it: all, seat (whose it is) or control.

    `text` is what people wrote, `word` an id or one of a fixed list. `values`: the range, or the words there are.
    """

    name: str
    kind: str
    meaning: str
    unit: str = ""
    values: str = ""
    who: str = "control"


@frozen
class Dataset:
    """`grain`: what one row is. Every row is as long as `columns`."""

    name: str
    grain: str
    columns: tuple[Variable, ...]
    rows: tuple[Observation, ...] = field(repr=False)

    def values(self, column: str) -> list[Datum]:
        """One column, from top to bottom."""
        at = [each.name for each in self.columns].index(column)
        return [row[at] for row in self.rows]


def integer(name: str, meaning: str, values: str = "", unit: str = "", who: str = "control") -> Variable:
    return Variable(name, "whole", meaning, unit, values, who)


def real(name: str, meaning: str, unit: str, values: str = "", who: str = "control") -> Variable:
    return Variable(name, "number", meaning, unit, values, who)


def word(name: str, meaning: str, values: str = "", who: str = "control") -> Variable:
    return Variable(name, "word", meaning, "", values, who)


def prose(name: str, meaning: str, who: str = "control") -> Variable:
    return Variable(name, "text", meaning, "", "", who)


def yes_no(name: str, meaning: str, who: str = "control") -> Variable:
    return Variable(name, "yes-no", meaning, "", "true, false", who)


def time(name: str, meaning: str, who: str = "control") -> Variable:
    return Variable(name, "time", meaning, "UTC", "YYYY-MM-DDThh:mm:ssZ", who)


def ids(words: Sequence[str]) -> str:
    """Several ids in one cell."""
    return " ".join(words)
