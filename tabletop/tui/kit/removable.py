"""A screen, dialog or panel that is being taken away draws no more: what it would draw in is gone already."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.events import Key, Mount, Paste, Resize, ScreenResume, Show
from textual.message import Message

from tabletop.tui.kit.sheets import sheet_of

if TYPE_CHECKING:
    from textual.widget import Widget as _Beside
else:
    _Beside = object


class Removable(_Beside):
    """Beside a class of Textual's, before it. While it goes it neither draws nor acts; as a screen it brings the sheet
    of its room."""

    CSS_PATH: ClassVar[Any]

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if sheet := sheet_of(cls.__module__.split(".")[-2:][0]):
            cls.CSS_PATH = sheet

    @property
    def gone(self) -> bool:
        """Whether it is being taken away, or has been."""
        return self._pruning or self._closing or self._closed

    async def _dispatch_message(self, message: Message) -> None:
        if not (self.gone and isinstance(message, Mount | Resize | Show | ScreenResume | Key | Paste)):
            await super()._dispatch_message(message)

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """As Textual's, unless it is gone by then."""
        return super().call_after_refresh(lambda: None if self.gone else callback(*args, **kwargs))
