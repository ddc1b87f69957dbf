"""One choice out of several, as a value: its rows and what stands about them. Knows no dialog."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from attrs import frozen
from textual.content import Content

from tabletop.tui.look import palette

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_KEYS = "Enter takes it · Esc back"


@frozen
class Choice(Generic[T_co]):
    """What choosing gives, its name, what it does in a line, and what stands below while the cursor is on it. `about`:
    the key of what its row tells figures of; without it what an order that it gives is about."""

    value: T_co
    name: Content | str
    does: Content | None = None
    below: Content | None = None
    about: tuple[str, ...] = ()


@frozen
class Pick(Generic[T]):
    """`id` is a class of the stylesheet. `note` stands above the rows, `hint` below. The cursor begins in row `at`."""

    id: str
    title: str
    choices: Sequence[Choice[T | None]]
    note: Content | str = ""
    hint: Content | str = ""
    keys: str = "Enter · Esc back"
    at: int = 0


def by_name(title: str, rows: Sequence[tuple[str, str]]) -> Pick[str]:
    """One of a few by (value, name)."""
    return Pick("names", title, [Choice(value, name) for value, name in rows])


def priced(title: str, choices: Sequence[Choice[T | None]], note: str = "", keys: str = _KEYS) -> Pick[T]:
    """One of several whose rows say what each does."""
    return Pick("priced", title, choices, Content.styled(note, palette.LABEL) if note else "", keys=keys)
