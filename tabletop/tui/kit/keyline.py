"""The bottom line of every screen: keys in the accent, then one word each; the palette apart at the right."""

from attrs import frozen
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.kit.keys import shown
from tabletop.tui.look import palette


@frozen
class Key:
    """`key` as shown, `word` what it does, `action` a Textual action string for the mouse ("" for none)."""

    key: str
    word: str
    action: str = ""


class Keyline(Static):
    """Two rows: the keys, and the caveat when the session has one."""

    auto_links = False
    _rows = 0
    _lines = Content("")

    def show(
        self, keys: list[Key], caveat: str = "", note: str = "", *, tail: bool = True, urgent: bool = False
    ) -> None:
        """As many keys as fit whole; `note` (say, where the record lies) stands beside the caveat.

        `tail`: whether help and palette are to be had here. `urgent`: the note goes before the caveat where there is
        room for one.
        """
        width = max(20, (self.app.size.width or 80) - 2)
        row = Content("")
        end = _tail() if tail else Content("")
        for key in keys[:9]:
            part = Content.assemble((key.key, f"bold {palette.ACCENT}"), (f" {key.word}", palette.TEXT))
            if key.action:
                part = part.stylize(f"@click=screen.{key.action}")
            if row.cell_length + part.cell_length + 4 + end.cell_length > width:
                break
            row = Content.assemble(row, "  " if row.cell_length else "", part)
        room = width - row.cell_length - end.cell_length
        lines = [Content.assemble(row, " " * max(1, room), end)]
        if caveat or note:
            lines.append(_last(caveat, note, width, urgent))
        block = Content("\n").join(lines)
        if not block.is_same(self._lines):
            self.update(block, layout=len(lines) != self._rows)
            self._lines, self._rows = block, len(lines)


def _tail() -> Content:
    """What every screen has."""
    key, word = palette.ACCENT, palette.LABEL
    return Content.assemble(
        (f"{shown('question_mark')} ", key), ("help  ", word), (f"{shown('ctrl+p')} ", key), ("palette", word)
    )


def _last(caveat: str, note: str, width: int, urgent: bool) -> Content:
    """The caveat in one line; the note beside it where there is room. An urgent note is never left out."""
    ink = f"bold {palette.LOW}" if urgent else palette.DIM
    gap = width - len(caveat) - len(note)
    if gap >= 2:
        return Content.assemble((caveat, palette.LABEL), " " * gap, (note, ink))
    if urgent:
        return Content.styled(fitted(note, width), ink)
    return Content.styled(fitted(caveat or note, width), palette.LABEL)


def fitted(text: str, width: int) -> str:
    """The text in at most so many cells: whole, or cut after a word with an ellipsis."""
    if len(text) <= width:
        return text
    if width <= 1:
        return text[: max(0, width)]
    cut = text[: width - 1]
    space = cut.rfind(" ")
    if space > width // 2:
        cut = cut[:space]
    return cut.rstrip(" ,;:·") + "…"
