"""Lines that keep a name and its figure together. Pure."""

import re
from typing import Final

from textual.content import Content

from tabletop.plain import plain

_TOGETHER: Final = re.compile(
    r"(?<=[^\s\d]) (?=[▲▼×]?[+-]?\d[\d.,]*(?:[\s.,;:·)]|$))|(?<=\d) (?=(?:%|bn\b|of \d))|(?<=[ (][A-Z]\.) (?=[A-Z])"
    r"|(?<=\S) (?=[▲▼](?:[\s.,;)]|$))|(?<=[^\s·:;,.]) (?=[^\s·]{1,14} [▲▼])"
)
"""Blanks at which a line does not end: before a figure ("turn 4", "Trust -2.1") and before its unit,
after an initial ("N. Pass"), before an arrow, and within a name of two words that has one ("US commitment ▲+0.3")."""
GLUE: Final = "\ue000"
"""Stands for such a blank while lines are broken: Textual breaks at every blank, a hard one too."""


def wrapped(text: Content, width: int) -> list[Content]:
    """The text in lines of at most `width` cells, broken between words but not before a figure or its unit."""
    glued = _TOGETHER.sub(GLUE, plain(text.plain))  # with its marks, which take a cell each
    lines = Content(glued, spans=list(text.spans)).wrap(max(1, width))
    return [Content(line.plain.replace(GLUE, " "), spans=list(line.spans)) for line in lines]
