"""The rows of set-up: how each is drawn, and what is told of the one under the cursor. Pure."""

from typing import Final

from textual.content import Content

from tabletop.model.optional import OPTIONAL
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.rows import ends
from tabletop.tui.look import palette

_SAID: Final = {
    "turns": "How many turns are played. It can't be changed later, but any turn can be the last.",
    "fold": "How many teams came. With fewer, seats are joined or given to bots as the scenario says.",
    "seat": "Who plays this seat. It can be changed later, on the board with t.",
    "minutes": "How long the phase is planned to be; 0 is no countdown. The clock warns and never acts.",
}


def term_row(name: str, label: str, value: str, width: int) -> Content:
    """A label, and at the right the value between its arrows."""
    arrows = Content.styled(f"‹ {value} ›", palette.BRIGHT)
    ink = palette.LABEL if "/" in name else palette.TEXT
    return ends(Content.styled(fitted(label, width - arrows.cell_length - 1), ink), arrows, width)


def term_said(name: str, without: frozenset[str]) -> Content:
    """A sentence on a row. Of an optional rule: what it does and what is so without it, the one chosen bright."""
    kind, _, which = name.partition("/")
    if kind != "rule":
        return Content.styled(_SAID.get(kind, ""), palette.LABEL)
    rule, off = OPTIONAL[which], which in without
    inks = (palette.LABEL, palette.TEXT) if off else (palette.TEXT, palette.LABEL)
    return Content.assemble((f"On: {rule.what}", inks[0]), " ", (f"Off: {rule.without}", inks[1]))
