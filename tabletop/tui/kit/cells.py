"""What stands in a cell or a paragraph: text as it is, text in a style, or content already. Pure."""

from collections.abc import Iterable

from textual.content import Content

from tabletop.tui.look import palette

CellText = Content | str | tuple[str, str]
"""Text, or text and its style."""


def content_of(cell: CellText) -> Content:
    """A cell as Textual draws it."""
    match cell:
        case str():
            return Content(cell)
        case (text, style):
            return Content.styled(text, style)
    return cell


def dotted(parts: Iterable[CellText]) -> Content:
    """Parts side by side with a dot between."""
    return Content.styled(" · ", palette.DIM).join([content_of(part) for part in parts])
