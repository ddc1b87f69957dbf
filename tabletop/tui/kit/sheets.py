"""The sheets of style: the kit's is read at start, a room's as its first screen comes. Knows no room."""

from pathlib import Path
from typing import Final

from textual.css.stylesheet import Stylesheet

_STYLES: Final = Path(__file__).parents[1] / "styles"


class Sheets(Stylesheet):
    """Where a sheet comes the others are not read again, unless colours have changed: then all is read anew."""

    def reparse(self) -> None:
        self.parse()


def sheet_of(room: str) -> Path | None:
    """The sheet that is named as the room, None where it needs none."""
    sheet = _STYLES / f"{room}.tcss"
    return sheet if sheet.is_file() else None
