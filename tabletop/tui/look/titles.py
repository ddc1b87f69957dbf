"""What stands in a frame's border, as it was written: Textual reads a plain string there as markup."""

from textual.content import Content

from tabletop.plain import one_line


def frame_title(text: str) -> Content:
    """A frame's title in one line; brackets are brackets."""
    return Content(one_line(text))
