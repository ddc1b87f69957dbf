"""One panel over all the room that a picture has, and back: what stands beside it is hidden so long."""

from typing import Final

from textual.widget import Widget

ZOOMED: Final = "-zoomed"
"""Class of a panel that fills its picture, and of what it stands in."""


class Zoom:
    """Of one picture; `on` is the panel that fills it, None while all stand there."""

    def __init__(self, whole: Widget) -> None:
        self._whole = whole
        self._hidden: list[Widget] = []
        self.on: Widget | None = None

    def turn(self, panel: Widget) -> None:
        """Fills the picture with a panel, or lets all stand there again."""
        if self.on is None:
            self.fill(panel)
        else:
            self.end()

    def fill(self, panel: Widget) -> None:
        """Hides what stands beside a panel up to the picture."""
        self.end()
        self.on = panel
        part: Widget = panel
        while part is not self._whole:
            part.add_class(ZOOMED)
            around = part.parent
            if not isinstance(around, Widget):
                return
            beside = [each for each in around.children if each is not part and each.display]
            for each in beside:
                each.add_class("-aside")
            self._hidden += beside
            part = around

    def end(self) -> None:
        """All stands there again."""
        for each in self._hidden:
            each.remove_class("-aside")
        part = self.on
        while part is not None and part is not self._whole:
            part.remove_class(ZOOMED)
            part = part.parent if isinstance(part.parent, Widget) else None
        self._hidden, self.on = [], None
