"""A widget that is drawn as a whole, and again only when what it shows, its size or its colours change."""

from typing import ClassVar

from textual.strip import Strip
from textual.widget import Widget


class Picture(Widget):
    """What it looks like comes from `picture`; `redraw` says that it has changed."""

    ALLOW_SELECT: ClassVar[bool] = False
    _strips: list[Strip] | None = None

    def picture(self, width: int, height: int, ground: str) -> list[Strip]:
        """Its rows from the top, in so many cells on a background (hex); fewer than `height` leave the rest empty."""
        raise NotImplementedError

    def redraw(self) -> None:
        self._strips = None
        self.refresh()

    def on_resize(self) -> None:
        self.redraw()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips = None

    def render_line(self, y: int) -> Strip:
        if self._strips is None:
            self._strips = self.picture(*self.size, self.background_colors[1].hex6)
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)
