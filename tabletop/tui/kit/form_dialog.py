"""Shows any form; a refusal is told in place."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tabletop.model.refusal import Refusal
from tabletop.tui.kit.card import Card, paragraph
from tabletop.tui.kit.field import TextField
from tabletop.tui.kit.form import Form, Values
from tabletop.tui.kit.keys import bind, bound
from tabletop.tui.look import palette

T = TypeVar("T")


class FormDialog(Card[T]):
    """Enter goes to the next field; in the last, as ctrl+s anywhere, it sends. A text that is all there is to type
    keeps its Enter."""

    DRAFTS = True
    BINDINGS: ClassVar = bound(("ctrl+s", "send", "send it"), priority=True)

    def __init__(self, form: Form[T]) -> None:
        super().__init__(form.title, form.question or form.keys, f"{form.id} question" if form.question else form.id)
        self.form, self.about = form, form.about
        if len(form.fields) > 1 or not isinstance(form.fields[0], TextField):
            bind(self, ("enter", "next", ""), priority=True)  # at once: no key lands in the old field
        if form.hold is not None:
            bind(self, ("ctrl+o", "send(True)", ""), priority=True)

    @property
    def _key(self) -> str:
        return f"{self.form.id}/{self.about}"

    def body(self) -> ComposeResult:
        if self.form.note:
            yield paragraph(self.form.note)
        for field in self.form.fields:
            yield from field.compose()
        yield Static(id="told", classes="label")

    def on_mount(self) -> None:
        if self.form.begin:
            self.query_one(f"#{self.form.begin}").focus()
        self.on_input_changed()

    def on_input_changed(self) -> None:
        if self.form.below is not None:
            self._tell(self.form.below(self.values))

    @property
    def values(self) -> Values:
        return {name: text.strip() for name, text in self._texts().items()}

    def action_next(self) -> None:
        if self.focused is not None and self.focused.id == self.form.fields[-1].id:
            self.action_send()
        else:
            self.focus_next()

    def action_send(self, hold: bool = False) -> None:
        """Closes with what the form makes, or says why it makes nothing."""
        make = self.form.hold if hold and self.form.hold is not None else self.form.make
        outcome = self.form.sent(self.values, make)
        if isinstance(outcome, Refusal):
            self._tell(Content.styled(outcome.message, palette.LOW))
        else:
            self.dismiss(outcome)

    def _tell(self, sentence: Content) -> None:
        line = self.query_one("#told", Static)
        line.display = True
        line.update(sentence)
