"""What can be done on a screen stands in one table: the key, what it does, in which words, and where it is to be had.
Knows no screen."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from attrs import field, frozen
from textual.binding import Binding

from tabletop.tui.kit.keys import keyed


class Group(StrEnum):
    """Under which head an action stands in the help and in the palette, in their order."""

    HERE = "Here"
    LOOK = "Look closer"
    PANELS = "Panels"
    ROOM = "Room and clock"
    RECORD = "Record"
    ALWAYS = "Always"


@frozen
class Action:
    """`key`: keys of the table (`kit/keytable.py`), with commas between; what each is for is the same on all screens.
    `words`: its line in the help and in the palette, "" for none. `do` is given the screen.

    `enters`: it makes a move, at once or in a dialog, so that it is refused before anything is typed where none can be
    made. `when`: where it is to be had. `spare`: its turn among the keys for which a footer has room left, 0 for none.
    `first`: the screen takes the key before the list that has the focus. `group`: where it stands in help and palette.
    """

    key: str
    name: str
    words: str
    do: Callable[[Any], object]
    enters: bool = field(default=False, kw_only=True)
    when: Callable[[Any], bool] = field(default=lambda _: True, kw_only=True)
    spare: int = field(default=0, kw_only=True)
    first: bool = field(default=False, kw_only=True)
    group: Group = field(default=Group.HERE, kw_only=True)

    @property
    def call(self) -> str:
        """As Textual calls it."""
        return f"do('{self.name}')"


def bindings(actions: Iterable[Action]) -> dict[str, Binding]:
    """A binding for each key; of two rows with one key the later counts, in the place of the earlier."""
    made = (key for act in actions for key in keyed((act.key, act.call, act.words), priority=act.first))
    return {binding.key: binding for binding in made}
