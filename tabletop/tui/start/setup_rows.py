"""The rows of set-up: how each is drawn, and what is told of the one under the cursor. Pure."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen
from textual.content import Content

from tabletop.model.optional import OPTIONAL
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.look import palette

_SAID: Final = {
    "preset": "How long it takes and in how many teams, ready made. Each line below can still be changed by itself.",
    "turns": "How many turns are played. It can't be changed later, but any turn can be the last.",
    "fold": "How many teams came. With fewer, seats are joined or given to bots as the scenario says.",
    "seat": "Who plays this seat. It can be changed later, on the board with t.",
    "minutes": "How long the phase is planned to be; 0 is no countdown. The clock warns and never acts.",
}
_GAP: Final = 2


@frozen
class Term:
    """`name` is its row's id; `value` is what left and right change; `note` says more of it where there is room."""

    name: str
    label: str
    value: str
    note: str = ""


@frozen
class TermGroup:
    """Terms under one head, which says on the right what they come to."""

    title: str
    rows: Sequence[Term]
    sum: str = ""


def term_rows(groups: Sequence[TermGroup], width: int) -> list[tuple[str, Content]]:
    """All rows with their ids, a head having none: names, values and notes in columns of their own."""
    names = max(len(term.label) for group in groups for term in group.rows) + _GAP
    values = max(len(term.value) for group in groups for term in group.rows) + 4
    rows: list[tuple[str, Content]] = []
    for group in groups:
        rows += [("", Content(""))] if rows else []
        rows.append(("", _head(group, width)))
        rows += [(term.name, _row(term, min(names, width - values), values, width)) for term in group.rows]
    return rows


def _head(group: TermGroup, width: int) -> Content:
    more = fitted(f"   {group.sum}", width - len(group.title)) if group.sum else ""
    return Content.assemble((group.title, f"bold {palette.LABEL}"), (more, palette.LABEL))


def _row(term: Term, names: int, values: int, width: int) -> Content:
    ink = palette.LABEL if term.value == "off" else palette.BRIGHT
    name = fitted(term.label, names - 1)
    row = Content.assemble(
        (f"{name:<{names}}", palette.TEXT), ("‹ ", palette.LABEL), (term.value, ink), (" ›", palette.LABEL),
    )  # fmt: skip
    room = width - names - values - _GAP
    if not term.note or len(term.note) > room:
        return row
    return Content.assemble(row, " " * (names + values + _GAP - row.cell_length), (term.note, palette.LABEL))


def term_said(name: str, without: frozenset[str]) -> Content:
    """A sentence on a row. Of an optional rule: what it does and what is so without it, the one chosen bright."""
    kind, _, which = name.partition("/")
    if kind != "rule":
        return Content.styled(_SAID.get(kind, ""), palette.LABEL)
    rule, off = OPTIONAL[which], which in without
    inks = (palette.LABEL, palette.TEXT) if off else (palette.TEXT, palette.LABEL)
    return Content.assemble((f"On: {rule.what}", inks[0]), " ", (f"Off: {rule.without}", inks[1]))
