"""What a form asks for, as values: each says with which widget, none what for."""

from collections.abc import Iterator, Sequence

from attrs import frozen
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widget import Widget

from tabletop.tui.kit.card import label
from tabletop.tui.kit.cycle import Cycle
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.paragraphs import Paragraphs


@frozen
class Field:
    """A line of text. `missing` is told where it is left empty; without it the field may be. `completes`: what it may
    be completed to."""

    id: str
    label: str = ""
    value: str = ""
    missing: str = ""
    placeholder: str = ""
    completes: Sequence[str] = ()

    def compose(self) -> Iterator[Widget]:
        """The label, and what is typed into."""
        if self.label:
            yield label(self.label)
        yield self.widget()

    def widget(self) -> Widget:
        completes = SuggestFromList(self.completes) if self.completes else None
        return LineInput(self.value, id=self.id, placeholder=self.placeholder, suggester=completes)


@frozen
class TextField(Field):
    """Several lines of text."""

    def widget(self) -> Widget:
        return Paragraphs(self.value, id=self.id)


@frozen
class CycleField(Field):
    """One of a few: `choices` are (value, name). `beside`: the label stands in the same row."""

    choices: Sequence[tuple[str, str]] = ()
    beside: bool = False

    def compose(self) -> Iterator[Widget]:
        if self.beside:
            yield Horizontal(label(self.label), self.widget(), classes="beside")
        else:
            yield from Field.compose(self)  # a class with slots is made anew, which a bare super() does not see

    def widget(self) -> Widget:
        return Cycle(self.choices, at=self.value, id=self.id)
