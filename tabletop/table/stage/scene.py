"""What a scene of the room's stage is, and all that it is made from: what the public may see."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from tabletop.model.seats import PUBLIC, Marked
from tabletop.table.port import View

Histories = Mapping[str, Sequence[Mapping[str, Any]]]
"""Scores by turn from the opening, of each branch of the record by its name."""


@frozen
class Scene:
    """One of the model's `SCENES`, and what it is about: an inject, a score, a number; "" for nothing."""

    kind: str
    about: str = ""


@frozen
class AheadShown:
    """A look ahead as it was shown: in a sentence, and its fan as the move `Show` has it."""

    words: str
    score: str = ""
    fan: Sequence[Mapping[str, Any]] = ()


@frozen
class RoomView:
    """`bands`: words in the place of digits; `ahead`: the look ahead that control showed to the room last. The rest is
    asked where a scene needs it: the last turn in sentences, other ways the exercise went, as the public saw them, and
    after the end what every seat had wanted, and what it says aloud.

    Raises ValueError for any other place's view than the public's.
    """

    view: View
    told: Callable[[], Sequence[str]] = field(default=tuple, repr=False, eq=False)
    bands: bool = True
    ahead: AheadShown | None = None
    branches: Callable[[], Histories] = field(default=dict, repr=False, eq=False)
    revealed: Callable[[], Sequence[Marked]] = field(default=tuple, repr=False, eq=False)
    said: Callable[[], Mapping[str, list[str]]] = field(default=dict, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.view.who != PUBLIC:
            raise ValueError(f"the feed is made from the public's view, not from {self.view.who}'s")


def once(_: RoomView) -> Mapping[str, str]:
    """About nothing in particular, and always to be had."""
    return {"": ""}


def once_played(room: RoomView) -> Mapping[str, str]:
    """About nothing in particular, once a turn has been played."""
    return {"": ""} if room.view.played else {}
