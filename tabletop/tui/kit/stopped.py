"""A word across a whole screen: PAUSED on every display while the exercise is stopped for the real world, STARTEX and
ENDEX on the room's."""

from typing import Final

from textual.content import Content
from textual.widgets import Static

from tabletop.tui.look.blocks import letters, setting

FILLS: Final = {
    "PAUSED": "The exercise is stopped. No clock runs; it goes on from where it stands.",
    "STARTEX": "The exercise begins.",
    "ENDEX": "The exercise is over.",
}
"""Words that fill a screen, and what is said below them."""


class Stopped(Static):
    """`show` writes it in letters as large as there is room for; `below` stands under it, the keys say."""

    _shown: tuple[str, Content | str, str] = "", "", "PAUSED"

    def show(self, marking: str, below: Content | str = "", word: str = "PAUSED") -> None:
        """`word`: one of `FILLS`."""
        self._shown = marking, below, word
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        marking, below, word = self._shown
        fit = setting(word, self.size.width - 4, self.size.height - 8, (8, 7, 6, 5, 4, 3, 2, 1))
        rows = [row for line in fit.lines for row in letters(line, fit.scale)] if fit else [word]
        said = f"\n\n{FILLS[word]}\n\n"
        self.update(Content.assemble((f"{marking}\n\n", "bold"), ("\n".join(rows), "bold"), said, below))
