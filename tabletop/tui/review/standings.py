"""Who bears what is needed, as rows: of one theatre area by area, or of all theatres one by one or area by area."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen
from textual.content import Content

from tabletop.model.areas import AreaSupply, Bearers
from tabletop.table.moment import Moment
from tabletop.tui.kit.bars import bar
from tabletop.tui.kit.fit import laid
from tabletop.tui.look import palette
from tabletop.words.names import theatre_name
from tabletop.words.need import column_titles, whole

_BARS: Final = 8, 30
_SHORT, _SAFE = 55.0, 30.0
"""Per cent that nobody bears above which a row is bad, from which down it is good."""
_MAJORITY: Final = 50.0
_GAP: Final = "  "
_NARROW: Final = 3
"""Cells of a column without its title."""


@frozen
class _Row:
    """`unit`: how much is needed, in words, from the longest form to the shortest."""

    name: str
    bearers: Bearers
    unit: tuple[str, str, str] = ("", "", "")


def theatre_rows(moment: Moment, theatre: str, width: int) -> list[Content]:
    """A theatre whole, then each of its areas: per cent of what is needed by who bears it, and how much that is."""
    scenario = moment.world.scenario
    rows = [_Row("All it needs", moment.bearers(theatre))]
    for each in moment.areas(theatre):
        spec = scenario.areas[each.area]
        rows.append(_Row(spec.name, each.bearers, _amounts(each, spec.unit)))
    return _drawn(rows, column_titles(scenario), width)


def alliance_rows(moment: Moment, width: int, *, by_area: bool) -> list[Content]:
    """All theatres as one, then one by one, or area by area over all of them."""
    scenario = moment.world.scenario
    rows = [_Row("All theatres", moment.bearers())]
    if by_area:
        rows += [_Row(scenario.areas[area].name, each) for area, each in moment.bearers_by_area().items()]
    else:
        rows += [_Row(theatre_name(scenario, name, short=True), moment.bearers(name)) for name in scenario.theatres]
    return _drawn(rows, column_titles(scenario), width)


def _amounts(each: AreaSupply, unit: str) -> tuple[str, str, str]:
    """How much is needed: days where it is a stock. A unit in its last word says enough beside its area."""
    needed, word = (each.days, "days") if each.days else (each.required, unit)
    words = (word, word.rpartition(" ")[2], "")
    long, middle, short = (f"of {needed:.0f} {each}".rstrip() for each in words)
    return long, middle, short


def _drawn(rows: list[_Row], titles: tuple[str, ...], width: int) -> list[Content]:
    """The bar goes before the amounts, their unit before a name is cut; the titles where they have no room."""
    name = max(len(row.name) for row in rows)
    columns = [len(title) for title in titles]
    titled = name + _wide(columns) <= width
    columns = columns if titled else [_NARROW] * len(titles)
    room = width - name - _wide(columns)
    short = next((n for n in (0, 1, 2) if _longest(rows, n) + len(_GAP) <= room), None)
    amounts = 0 if short is None else _longest(rows, short)
    length = min(_BARS[1], room - (amounts + len(_GAP) if amounts else 0) - len(_GAP))
    length = length if length >= _BARS[0] else 0
    name = min(name, max(8, width - _wide(columns)))
    head = "".join(_GAP + title for title in titles)
    lines = [Content.styled(" " * name + head, palette.DIM)] if titled else []
    for row in rows:
        tail = row.unit[short] if short is not None else ""
        lines.append(_line(row, columns, name, length, f"{_GAP}{tail}" if tail else ""))
    return lines


def _wide(columns: Sequence[int]) -> int:
    return sum(column + len(_GAP) for column in columns)


def _longest(rows: list[_Row], n: int) -> int:
    return max(len(row.unit[n]) for row in rows)


def _line(row: _Row, columns: Sequence[int], name: int, length: int, tail: str) -> Content:
    others, here, home, nobody = whole((*row.bearers, row.bearers.nobody))
    colour = palette.LOW if nobody > _SHORT else palette.HIGH if nobody <= _SAFE else palette.MIDDLE
    most = f"bold {palette.HIGH_TEXT if row.bearers.others >= _MAJORITY else palette.BRIGHT}"
    inks = (most, palette.TEXT, palette.TEXT, palette.LOW if nobody > _SHORT else palette.TEXT)
    cells = [
        (f"{_GAP}{figure:>{column}}", ink)
        for figure, column, ink in zip((others, here, home, nobody), columns, inks, strict=True)
    ]
    strip: list[Content | str] = [_GAP, bar(100 - row.bearers.nobody, length, colour)] if length else []
    return Content.assemble(
        laid(Content(row.name), name, False).stylize(palette.LABEL), *cells, *strip, (tail, palette.LABEL)
    )
