"""Which figure a row of a seat's tables is about: by its key a path, or a thing by its kind and id."""

from collections.abc import Mapping
from typing import Final

from tabletop.model.figures.forms import CAPITAL, READINESS
from tabletop.model.figures.path import path_of
from tabletop.model.scenario import Names

_THINGS: Final[Mapping[str, str]] = {
    "own": "force", "anchor": "force", "left": "force", "coming": "force", "programme": "programme", "member": "member",
    "look": "member", "way": "way", "post": "post", "seat": "seat", "kind": "text", "stance": "stance",
    "inject": "inject",
}  # fmt: skip
"""By the first word of a key, what its second is the id of."""


def row_figure(key: tuple[str, ...], seat: str, names: Names) -> str:
    """What is asked where a row's figure comes from; "" for a row without one. `seat`: whose table it is."""
    match key:
        case ("readiness",) if seat:
            return path_of(READINESS, seat)
        case ("figure", "people"):
            return path_of("personnel/PEOPLE", names.personnel)
        case ("figure", "capital"):
            return path_of(CAPITAL, names.anchor_seat)
        case ("figure", path):
            return path
        case ("text", text):
            return f"text/{text.partition('/')[0]}"
        case (kind, id) if kind in _THINGS:
            return f"{_THINGS[kind]}/{id}"
    return ""
