"""Shows any form; a refusal is told in place."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from tabletop.model.refusal import Refusal
from tabletop.tui.kit.card import Card, key_row, words
from tabletop.tui.kit.form import Form, Values
from tabletop.tui.look import palette

T = TypeVar("T")


class FormDialog(Card[T]):
    """Enter goes to the next field; in the last, as ctrl+s anywhere, it sends. A text that is all there is to type
    keeps its Enter."""

    DRAFTS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "next field", show=False, priority=True),  # at once: no key lands in the old field
        Binding("ctrl+s", "send", "send it", show=False, priority=True),
        Binding("ctrl+o", "hold", "keep it held", show=False, priority=True),
    ]

    def __init__(self, form: Form[T]) -> None:
        foot, look = ("", f"{form.id} question") if form.question else (form.keys, form.id)
        super().__init__(form.title, foot, look)
        self.form, self.about = form, form.about

    @property
    def _key(self) -> str:
        return f"{self.form.id}/{self.about}"

    def body(self) -> ComposeResult:
        if self.form.note:
            yield words(self.form.note)
        for field in self.form.fields:
            yield from field.compose()
        yield Static(id="told", classes="label")
        if self.form.question:
            yield Static(key_row(self.form.question))

    def on_mount(self) -> None:
        if self.form.begin:
            self.query_one(f"#{self.form.begin}").focus()
        self.on_input_changed()

    def on_input_changed(self) -> None:
        if self.form.told is not None:
            self._tell(self.form.told(self.values))

    @property
    def values(self) -> Values:
        return {name: typed.strip() for name, typed in self._typed().items()}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "next":
                return len(self.form.fields) > 1 or not isinstance(self.focused, TextArea)
            case "hold":
                return self.form.held is not None
        return super().check_action(action, parameters)

    def action_next(self) -> None:
        if self.focused is not None and self.focused.id == self.form.fields[-1].id:
            self.action_send()
        else:
            self.focus_next()

    def action_send(self) -> None:
        self._end(self.form.sent(self.values, self.form.make))

    def action_hold(self) -> None:
        if self.form.held is not None:
            self._end(self.form.sent(self.values, self.form.held))

    def _end(self, made: T | Refusal) -> None:
        if isinstance(made, Refusal):
            self._tell(Content.styled(made.message, palette.LOW))
        else:
            self.dismiss(made)

    def _tell(self, words: Content) -> None:
        line = self.query_one("#told", Static)
        line.display = True
        line.update(words)
