"""PAUSED across a whole screen: what every display shows while the exercise is stopped for the real world."""

from textual.content import Content
from textual.widgets import Static

_BIG = (
    "█▀▀▄ █▀▀█ █  █ █▀▀▀ █▀▀▀ █▀▀▄",
    "█▄▄▀ █▄▄█ █  █ ▀▀▀█ █▀▀  █  █",
    "█    █  █ ▀▄▄▀ ▄▄▄█ █▄▄▄ █▄▄▀",
)


class Stopped(Static):
    """`show` writes it; `below` stands under it, the keys say."""

    def show(self, marking: str, below: Content | str = "") -> None:
        self.update(
            Content.assemble(
                (f"{marking}\n\n", "bold"),
                ("\n".join(_BIG), "bold"),
                "\n\nThe exercise is stopped. No clock runs; it goes on from where it stands.\n\n",
                below,
            )
        )
