"""Text laid into a width: hanging indents, headed sections. Pure."""

from collections.abc import Iterable

from attrs import frozen
from textual.content import Content

from tabletop.tui.kit.lines import wrapped
from tabletop.tui.look import palette


@frozen
class Section:
    """A heading and the lines below it."""

    title: str
    lines: tuple[Content, ...]


def hanging(text: Content, width: int, indent: int = 2, first: Content | str = "") -> Content:
    """The text wrapped at words, every line indented; `first` stands in the first line's indent."""
    head = first if isinstance(first, Content) else Content(first)
    lead = Content.assemble(head, " " * max(0, indent - head.cell_length))
    lines = wrapped(text, max(8, width - indent)) or [Content("")]
    return Content("\n").join(Content.assemble(lead if n == 0 else " " * indent, line) for n, line in enumerate(lines))


def headed(sections: Iterable[Section], width: int) -> Content:
    """Sections one below the other, their titles grey, a blank line between."""
    blocks = [
        Content("\n").join(
            [Content.styled(section.title, palette.LABEL), *(hanging(line, width) for line in section.lines)]
        )
        for section in sections
        if section.lines
    ]
    return Content("\n\n").join(blocks)
