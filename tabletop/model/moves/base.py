"""What every move is, and how one is named. A move says what somebody wants; rules say whether and what follows.

Names of moves and fields are a contract with files and other programs.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, ClassVar, TypeVar, dataclass_transform

import attrs
from attrs import field, frozen

from tabletop.model.limits import TEXT, Range

M = TypeVar("M", bound="Move")

#: Every kind of move by its name.
REGISTRY: dict[str, "type[Move]"] = {}


class Readers(Enum):
    """Who may read a move, beside control and the seat that makes it. The journal's gate asks, nobody else."""

    ALL = "every seat and the public, at once"
    NAMED = "whom it names in `to` or `seats`, at once; everybody where it is the room that is named"
    REFERRED = "who may read the entry that it refers to"
    TAKEN = "who could read what it takes back or brings back"
    OPENED = (
        "everybody, once the rules open it: an order with its turn's results if it counted, an inject when it comes"
    )
    CONTROL = "nobody else"


def free_text(*, default: Any = attrs.NOTHING, least: int = 0, most: int = TEXT) -> Any:
    """A field for words that people write: kept in the record, redactable, never deciding an outcome.

    `least`, `most`: characters.
    """
    return field(default=default, metadata={"free": True, "least": least, "most": most})


def number(range: Range, *, default: Any = attrs.NOTHING, unit: str = "") -> Any:
    """A field for a number; every one says its range, an order's amount its unit."""
    return field(default=default, metadata={"range": range, "unit": unit})


def some(*, least: int) -> Any:
    """A field for a list of names, at `least` so many."""
    return field(metadata={"least": least})


def tables(parts: Mapping[str, Range], *, default: Any = attrs.NOTHING) -> Any:
    """A field for tables; `parts` are the numbers in them, each with its range."""
    return field(default=default, metadata={"parts": parts})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(free_text, number, some, tables))
def named(
    do: str,
    readers: Readers,
    *,
    order: bool = False,
    later: tuple[str, ...] = (),
    kept: tuple[str, ...] = (),
    refers: str = "",
) -> Callable[[type[M]], type[M]]:
    """Class decorator: freeze a move, give it its name and enter it in the registry.

    Of its fields those in `later` are for others to read only once its turn's orders have been carried out with it
    among them, those in `kept` never; `refers` holds the number of an entry.
    """

    def enter(cls: type[M]) -> type[M]:
        kind = frozen(kw_only=True, repr=False)(cls)  # one for all: making a class is a part of every start
        kind.do = do
        kind.order = order
        kind.readers = readers
        kind.later, kind.kept, kind.refers = later, kept, refers
        if do:
            REGISTRY[do] = kind
        return kind

    return enter


@named("", Readers.CONTROL)
class Move:
    """`seat` is the seat that moves, or "control"."""

    do: ClassVar[str] = ""
    order: ClassVar[bool] = False  # waits for adjudication and costs attention
    readers: ClassVar[Readers] = Readers.CONTROL
    later: ClassVar[tuple[str, ...]] = ()
    kept: ClassVar[tuple[str, ...]] = ()
    refers: ClassVar[str] = ""
    seat: str

    def __repr__(self) -> str:
        kind: type[Any] = type(self)
        return f"{kind.__name__}({', '.join(f'{a.name}={getattr(self, a.name)!r}' for a in attrs.fields(kind))})"


def units() -> tuple[str, ...]:
    """Units that amounts of orders are given in."""
    orders: list[type[Any]] = [kind for kind in REGISTRY.values() if kind.order]
    names = (a.metadata.get("unit", "") for kind in orders for a in attrs.fields(kind))
    return tuple(dict.fromkeys(filter(None, names)))


def free_fields(kind: type[Any]) -> tuple[str, ...]:
    """Names of the fields of a kind of move that hold free text."""
    return tuple(a.name for a in attrs.fields(kind) if a.metadata.get("free"))


@named("", Readers.CONTROL, order=True)
class Ordered(Move):
    """What stands in the place of an order that its reader may not know yet. On no record, in no file."""
