"""The bottom line of every screen: keys in the accent, then one word each; the palette apart at the right."""

from attrs import frozen
from textual.content import Content
from textual.widgets import Static

from tabletop.tui import palette


@frozen
class Key:
    """`key` as shown, `word` what it does, `action` a Textual action string for the mouse ("" for none)."""

    key: str
    word: str
    action: str = ""


class Keyline(Static):
    """Two rows: the keys, and the caveat when the session has one."""

    DEFAULT_CSS = """
    Keyline { dock: bottom; height: auto; width: 1fr; padding: 0 1; }
    """

    def show(self, keys: list[Key], caveat: str = "", note: str = "") -> None:
        """As many keys as fit whole; `note` (say, where the record lies) stands at the right while there is room."""
        width = max(20, (self.app.size.width or 80) - 2)
        shown = Content("")
        tail = Content.assemble(
            ("? ", palette.ACCENT), ("help ", palette.LABEL), ("^p ", palette.ACCENT), ("palette", palette.LABEL)
        )
        for key in keys[:9]:
            style = f"bold {palette.ACCENT}"
            part = Content.assemble((key.key, style), (f" {key.word}", palette.TEXT))
            if key.action:
                part = part.stylize(f"@click={key.action}")
            if shown.cell_length + part.cell_length + 3 + tail.cell_length > width:
                break
            shown = Content.assemble(shown, "  " if shown.cell_length else "", part)
        room = width - shown.cell_length - tail.cell_length
        told = Content.styled(f"{note}  ", palette.DIM) if note and len(note) + 6 < room else Content("")
        line = Content.assemble(shown, " " * max(1, room - told.cell_length), told, tail)
        self.update(Content("\n").join([line, Content.styled(caveat, palette.LABEL)]) if caveat else line)
