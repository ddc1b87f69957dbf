"""How long and how large what people give may be: one limit of a kind, wherever it is asked. Knows no field."""

from typing import NamedTuple


class Range(NamedTuple):
    """Both ends belong to it."""

    low: float
    high: float

    def holds(self, number: float) -> bool:
        return self.low <= number <= self.high

    def __str__(self) -> str:
        return f"{self.low:,.12g} to {self.high:,.12g}"


NAME = 200  # characters of a name, an id, a title, a word
TEXT = 10_000  # characters of what people write
ITEMS = 100  # of a list

TURNS = 99
TURN = Range(1, TURNS)
NUMBER = Range(1, 1_000_000_000)  # of an entry in a record
SHARE = Range(0, 100)  # per cent
FIGURE = Range(-1_000_000, 1_000_000)  # points, or billion dollars
DAY = 86_400  # seconds
