"""What an act is: a kind of move with everything the rules know of it, declared once. The registry of all.

Asks nothing of a particular kind. The words for an act are declared in `tabletop.words.acts`, its readers and fields
where the kind itself is: `tabletop.model.moves`.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum, IntEnum, auto
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.model.world import Change, World
from tabletop.rules.world.draft import Draft

M = TypeVar("M", bound=Move)

Instruction = tuple[str, Any, int]
"""An order to carry out: its seat, the move, its number in the record."""


class Maker(Enum):
    """Who makes moves of a kind."""

    SEAT = auto()
    CONTROL = auto()


class When(Enum):
    """When moves of a kind can be made."""

    ORDERS = "in the orders phase"
    OPEN = "until the exercise ends, but not in a pause"
    PAUSED = "until the exercise ends"
    ALWAYS = "after the end too"


class Step(IntEnum):
    """The steps of a turn at which orders are carried out, in their order."""

    SPEND = auto()
    READINESS = auto()
    BUY = auto()
    INVEST = auto()
    DECLARE = auto()
    PLACE = auto()
    MATCH = auto()
    ANNOUNCE = auto()


@frozen(eq=False, repr=False)
class Act(Generic[M]):
    """What the rules know of one kind of move; every part of it is handed a move of that kind. To make one is to
    declare it: it stands in `ACTS` from then on.

    `check`: whether it may be made, beyond who makes it and when. `sense`: what a new move must say beyond that; a
    record is not held to it. `about`: the thing that it decides about, () for none; on a sheet acts with the same
    `about` take each other's place. `sheet`: it lies on its seat's sheet, as every order does, at the cost of an order
    where `free` does not say otherwise. `cost`: billion dollars of this turn; `standing`: moves that a seat goes on
    with where its sheet says nothing of the same thing. `offers`: what a seat might do, of which `check` has the last
    word. `resolve`: what it does at once; an order without lies on the sheet until `step`. `carry_out`: what is done
    there, after what the turn does by itself, with all orders of the kind. `taken_back`: what follows when its seat
    takes it off the sheet. `domain`: for which a mode of adjudication is kept. `needs`: why the model's result (its
    changes) may need a person. `contested`: orders of several seats about one thing contradict each other. `undone`:
    an undo can be about it; it can't for what only is on record.
    """

    kind: type[M]
    maker: Maker = Maker.SEAT
    when: When = field()
    sheet: bool = field()
    check: Callable[[World, M], Refusal | None] | None = None
    sense: Callable[[World, M], Refusal | None] | None = None
    about: Callable[[M], tuple[str, ...]] | None = None
    free: Callable[[World, M], bool] | None = None
    cost: Callable[[World, M], float] | None = None
    standing: Callable[[World, str], Iterable[M]] | None = None
    offers: Callable[[World, str], Iterable[M]] | None = None
    resolve: Callable[[Draft, M, int], None] | None = None
    step: Step | None = None
    carry_out: Callable[[Draft, list[tuple[str, M, int]]], None] | None = None
    taken_back: Callable[[Draft, M, int], None] | None = None
    domain: str = "politics"
    needs: Callable[[World, M, Sequence[Change]], Iterable[str]] | None = None
    contested: bool = False
    undone: bool = True

    @when.default
    def _in_time(self) -> When:
        return When.ORDERS if self.kind.order else When.OPEN

    @sheet.default
    def _as_order(self) -> bool:
        return self.kind.order

    def __attrs_post_init__(self) -> None:
        ACTS[self.kind] = self

    @property
    def plain(self) -> bool:
        """Whether it only lies on the sheet until it is carried out."""
        return self.sheet and self.resolve is None


#: Every kind's act, in the order in which they are declared.
ACTS: dict[type[Move], Act[Any]] = {}
