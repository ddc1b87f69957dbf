"""A form as a value: what is asked for, and what comes of the answers. Knows no dialog."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeAlias, TypeVar

from attrs import frozen
from textual.content import Content

from tabletop.model.refusal import Refusal
from tabletop.tui.kit.field import Field, TextField
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import shown

T = TypeVar("T")
Values: TypeAlias = Mapping[str, str]
"""What stands in each field by its id, without blanks around it."""


@frozen
class Form(Generic[T]):
    """`make` gives what is sent, or why nothing is; `check` may refuse it still. Either way nothing typed is lost.

    Half-typed words are kept under `id` and `about`; `id` is a class of the stylesheet too. The cursor begins in the
    field `begin`. `below` says what stands under the fields while one types. `hold` is what ctrl+o makes. A `question`
    has a smaller box and keys of its own.
    """

    id: str
    title: str
    fields: Sequence[Field]
    make: Callable[[Values], T | Refusal]
    check: Callable[[T], Refusal | None] | None = None
    about: str = ""
    note: Content | str = ""
    keys: str = "Tab next field · ^s sends · Esc back"
    begin: str = ""
    below: Callable[[Values], Content] | None = None
    hold: Callable[[Values], T | Refusal] | None = None
    question: Sequence[Key] = ()

    def sent(self, values: Values, make: Callable[[Values], T | Refusal]) -> T | Refusal:
        """What `make` makes of the values, or the first thing that is missing or refused."""
        for field in self.fields:
            if field.missing and not values[field.id]:
                return Refusal("form/missing", field.missing)
        outcome = make(values)
        return outcome if isinstance(outcome, Refusal) or self.check is None else self.check(outcome) or outcome


def asked_line(title: str, note: str, enter: str, value: str = "") -> Form[str]:
    """Asks for a line, which may be left empty. `enter`: what Enter does with it."""
    field, keys = Field("name", value=value), (Key("Enter", enter), Key("Esc", "back"))
    return Form("NameDialog", title, (field,), lambda v: v["name"], about=title, note=note, question=keys)


def asked_story(title: str, note: str, value: str, about: str = "") -> Form[str]:
    """Asks for some sentences. `about`: whose or of what they are."""
    field, keys = TextField("story", value=value), (Key(shown("ctrl+s"), "keep it"), Key("Esc", "back"))
    about = f"{title}/{about}"
    return Form("StoryDialog", title, (field,), lambda v: v["story"], about=about, note=note, question=keys)
