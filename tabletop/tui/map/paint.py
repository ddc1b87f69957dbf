"""The land of a map in the colours of its theatres, as braille dots or half blocks."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tabletop.tui.look import palette
from tabletop.tui.map.geography import RULE, Geography
from tabletop.tui.map.raster import SEA
from tabletop.tui.map.theatre import MapTheatre

_SUNK = 0.6
"""How far the land of a theatre that is not looked at sinks into the ground."""


class Paint:
    """The land in the colours of its theatres; hatched where colours tell nothing."""

    def __init__(self, land: Geography, theatres: Mapping[str, MapTheatre], background: str) -> None:
        self._background = background
        lying = [theatres.get(country) for country in land.raster.countries]
        inks = [self._ink(theatre) if theatre else palette.LAND for theatre in lying]
        self._inks = {SEA: background, RULE: palette.RULE, **dict(enumerate(inks))}
        members = {n: inks[n] for n, theatre in enumerate(lying) if theatre} if palette.HATCHED else {}
        self._hatches = {owner: palette.hatch(ink, "█") for owner, ink in members.items()}

    def _ink(self, theatre: MapTheatre) -> str:
        ink = palette.margin_colour(theatre.margin)
        return palette.darkened(ink, _SUNK, self._background) if theatre.quiet else ink

    def dots(self, land: Geography) -> list[Strip]:
        """Bright dots, on the same colour darkened where a cell is land throughout."""
        styles = {
            (owner, whole): Style(
                color=ink, bgcolor=palette.darkened(ink, 0.55, self._background) if whole else self._background
            )
            for owner, ink in self._inks.items()
            for whole in (False, True)
        }
        return [
            Strip([self._dots(text, owner, whole, styles) for text, owner, whole in runs], land.width)
            for runs in _dot_runs(land)
        ]

    def _dots(self, text: str, owner: int, whole: bool, styles: Mapping[tuple[int, bool], Style]) -> Segment:
        hatch = self._hatches.get(owner) if whole else None
        return Segment(hatch * len(text), styles[owner, False]) if hatch else Segment(text, styles[owner, whole])

    def halves(self, land: Geography) -> list[Strip]:
        """Upper half blocks."""
        rule = Style(color=palette.RULE, bgcolor=self._background)
        return [
            Strip(
                [
                    Segment(text, rule) if upper == RULE else self._halves(text, upper, lower)
                    for text, upper, lower in runs
                ],
                land.width,
            )
            for runs in _half_runs(land)
        ]

    def _halves(self, text: str, upper: int, lower: int) -> Segment:
        hatch = self._hatches.get(upper) if upper == lower else None
        if hatch:
            return Segment(hatch * len(text), _halves(self._inks[upper], self._background))
        return Segment(text, _halves(self._inks[upper], self._inks[lower]))


@lru_cache(maxsize=512)
def _halves(upper: str, lower: str) -> Style:
    return Style(color=upper, bgcolor=lower)


@lru_cache(maxsize=4)
def _dot_runs(land: Geography) -> list[list[tuple[str, int, bool]]]:
    """For each row, stretches of cells of one style: text, owner, whole."""
    return [
        [
            ("".join(cell.glyph for cell in run), *style)
            for style, run in groupby(row, lambda cell: (cell.owner, cell.whole))
        ]
        for row in land.raster.rows
    ]


@lru_cache(maxsize=2)
def _half_runs(land: Geography) -> list[list[tuple[str, int, int]]]:
    """For each row, stretches of cells of one style: text, upper owner, lower owner."""
    return [
        [
            ("".join(cell.glyph if halves[0] == RULE else "▀" for cell in run), *halves)
            for halves, run in groupby(row, lambda cell: (cell.upper, cell.lower))
        ]
        for row in land.raster.rows
    ]
