"""Which figure a row, a line of a list, a place on the map or an order is about: a path, or a thing by its kind and id.
The one place that maps what can be pointed at to what is asked for."""

from collections.abc import Mapping
from typing import Any, Final

from attrs import fields

from tabletop.model.figures.forms import READINESS
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Move, Note, SetPace, SetReadiness

_THINGS: Final[Mapping[str, str]] = {
    "own": "force", "anchor": "force", "left": "force", "coming": "force", "force": "force", "replaces": "force",
    "programme": "programme", "member": "member", "look": "member", "way": "way", "post": "post", "seat": "seat",
    "kind": "text", "text": "text", "proposal": "text", "stance": "stance", "inject": "inject", "lever": "lever",
    "objective": "objective",
}  # fmt: skip
"""By the first word of a key, or by the name of an order's field, what its second is the id of."""


def row_figure(key: tuple[str, ...], seat: str = "") -> str:
    """What is asked where a row's figure comes from; "" for a row without one. `seat`: whose table it is."""
    match key:
        case ("readiness",) if seat:
            return path_of(READINESS, seat)
        case ("figure", path):
            return path
        case (kind, id) if kind in _THINGS and id:
            thing = _THINGS[kind]
            return f"{thing}/{id.partition('/')[0] if thing == 'text' else id}"
    return ""


def move_figure(move: Move) -> str:
    """What a move is about: the first of its fields that names a thing; "" for one that is about none."""
    match move:
        case SetReadiness():
            return row_figure(("readiness",), move.seat)
        case SetPace(members=(member, *_)):
            return row_figure(("member", member))
        case SetPace():
            return row_figure(("seat", move.seat))
    kind: Any = type(move)
    said = ("seat", "text", "kind") if isinstance(move, Note) else ("seat", "text")
    named = ((each.name, getattr(move, each.name)) for each in fields(kind) if each.name not in said)
    return next((of for name, id in named if isinstance(id, str) and (of := row_figure((name, id)))), "")
