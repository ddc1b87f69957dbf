"""What every dialog over a screen does: it closes once, and keeps what was half typed until it is sent."""

from typing import ClassVar, Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen
from textual.widgets import Input

from tabletop.tui.kit.cycle import Cycle
from tabletop.tui.kit.drafts import Drafts, Fields
from tabletop.tui.kit.paragraphs import Paragraphs
from tabletop.tui.kit.program import program_of
from tabletop.tui.kit.removable import Removable

T = TypeVar("T")


class Dialog(Removable, ModalScreen[T], Generic[T]):
    """Where `DRAFTS` is set, words that were typed stand in its fields again when it is opened for the same `about`.

    Dismissed with None it keeps them, with anything else they are sent.
    """

    DRAFTS: ClassVar[bool] = False
    about: str = ""
    """Whose dialog it is, or of what."""
    _untouched: dict[str, str] | None = None
    _closed_with_result = False

    def on_mount(self) -> None:
        """Textual calls this after a subclass's own."""
        self._untouched = self._texts()
        if self.DRAFTS:
            self.recall(self._drafts.of(self._key))

    def recall(self, draft: Fields) -> None:
        """Puts what was typed before into the fields."""
        for field in self._fields:
            if (name := field.id or "") in draft:
                field.value = draft[name]
                if isinstance(field, Input):
                    field.cursor_position = len(field.value)

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Once: what comes after is for a dialog that is gone. Nothing happens under another dialog."""
        if self._closed_with_result or self.app.screen is not self:
            return AwaitComplete()
        self._closed_with_result = True
        if result is None:
            self.keep_draft()
        elif self.DRAFTS:
            self._drafts.keep(self._key, {})
        return super().dismiss(result)

    def keep_draft(self) -> None:
        """Remembers what stands in the fields, where it is something else than at first."""
        if self.DRAFTS and self._untouched is not None:
            texts = self._texts()
            self._drafts.keep(self._key, texts if texts != self._untouched else {})

    @property
    def _key(self) -> str:
        return f"{type(self).__name__}/{self.about}"

    @property
    def _drafts(self) -> Drafts:
        return program_of(self.app).drafts

    @property
    def _fields(self) -> list[Input | Paragraphs | Cycle]:
        return [field for field in self.query("*") if isinstance(field, Input | Paragraphs | Cycle)]

    def _texts(self) -> dict[str, str]:
        return {field.id: field.value for field in self._fields if field.id}
