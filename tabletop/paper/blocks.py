"""What a page is made of, whatever it is printed as: headings, paragraphs, tables, lines to write on. Values alone."""

from typing import ClassVar, Final, Union

from attrs import frozen

VOICES: Final = {"R": "record", "M": "model", "U": "ruling", "P": "people"}
"""Who speaks in a statement: what was done, what the model made of it, what control ruled, what people said."""


@frozen
class Head:
    """A heading; `level` 1 is the page's own, 2 a part's."""

    kind: ClassVar[str] = "head"
    text: str
    level: int = 2


@frozen
class Prose:
    """A paragraph. `look`: "" plain, "lead" for what is read first, "note" for what stands small beside the rest."""

    kind: ClassVar[str] = "prose"
    text: str
    look: str = ""


@frozen
class Bullets:
    """Some short lines under one another."""

    kind: ClassVar[str] = "bullets"
    items: tuple[str, ...]


@frozen
class Column:
    """`share` of the width beside others, 0: as wide as it must be. `right`: figures. `mono`: what is to be typed."""

    title: str
    share: float = 0.0
    right: bool = False
    mono: bool = False


@frozen
class Tabular:
    """Rows under titles. `tall`: there is room to write in each."""

    kind: ClassVar[str] = "table"
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    tall: bool = False


@frozen
class Rules:
    """So many lines to write on, under what they are for."""

    kind: ClassVar[str] = "rules"
    label: str
    lines: int = 1


@frozen
class Ticks:
    """Boxes to tick, each with its words, beside or under what they are for. `stacked`: one under the other."""

    kind: ClassVar[str] = "ticks"
    label: str
    boxes: tuple[str, ...]
    stacked: bool = False


@frozen
class Banner:
    """A line that nobody overlooks: "EXERCISE EXERCISE EXERCISE"."""

    kind: ClassVar[str] = "banner"
    text: str


@frozen
class Telling:
    """A statement with its voice in the margin, and where it can be looked up."""

    kind: ClassVar[str] = "telling"
    text: str
    voice: str
    source: str


@frozen
class Rod:
    """`share` in per cent; `full`: it has passed the line."""

    label: str
    share: float
    full: bool


@frozen
class Ribbon:
    """How a share went from turn to turn, against a line in per cent."""

    kind: ClassVar[str] = "ribbon"
    bars: tuple[Rod, ...]
    line: float


@frozen
class Pair:
    """Two columns beside one another; where there is no room, one under the other."""

    kind: ClassVar[str] = "pair"
    left: tuple["Block", ...]
    right: tuple["Block", ...]


@frozen
class NameCard:
    """A name for a table, to be folded in the middle, and a line under it."""

    kind: ClassVar[str] = "card"
    name: str
    below: str = ""


@frozen
class Break:
    """The next page begins here."""

    kind: ClassVar[str] = "break"


Block = Union[Head, Prose, Bullets, Tabular, Rules, Ticks, Banner, Telling, Ribbon, Pair, NameCard, Break]  # noqa: UP007  it names itself
