"""Europe laid out in so many cells, with Greenland and Iceland in an inset. Knows no theatre and no colour."""

from functools import lru_cache
from typing import Final

from attrs import evolve, frozen

from tabletop.tui.map.outline import Centre, outlines, project
from tabletop.tui.map.raster import SEA, DotFrame, LandCell, Raster, fit, rasterise

RULE: Final = -2
"""Owner of the cells that draw the edge of the inset."""

_EUROPE: Final = Centre(12, 55)
_HELD: Final = ((-10.5, 52.0), (26.0, 71.4), (31.0, 70.3), (44.8, 39.7), (24.0, 34.6), (-9.5, 37.0))
"""Places that the main map holds: from Ireland to the east of Turkey, and no more."""
_ICELAND: Final = (-24.5, 65.0)
"""Held as well where there is no inset for it."""
_NORTHWEST: Final = Centre(-35, 71)
_IN_INSET: Final = frozenset({"gl", "is"})
_INSET_WIDTH, _INSET_HEIGHT, _INSET_TALLEST = 0.22, 0.40, 0.62
_SLACK_LEFT: Final = 0.45
"""Of the spare width what goes to the Atlantic, where the inset is."""


@frozen
class Box:
    """Cells from (x, y), `width` across and `height` down."""

    x: int
    y: int
    width: int
    height: int


@frozen(eq=False)
class Geography:
    """Cells of a map: `raster.rows` has `height` rows of `width` cells; `inset` is None where there is no room."""

    width: int
    height: int
    raster: Raster
    frame: DotFrame
    inset: Box | None

    def cell(self, lon: float, lat: float) -> tuple[float, float]:
        """Position (columns, rows) of a place in the main map; may lie outside."""
        x, y = self.frame.dot(project(lon, lat, _EUROPE))
        return x / 2, y / 4

    def country(self, x: int, y: int) -> str | None:
        """The country that owns a cell, or None at sea."""
        owner = self.raster.rows[y][x].owner
        return self.raster.countries[owner] if owner >= 0 else None


@lru_cache(maxsize=6)
def geography(width: int, height: int, apart: frozenset[str] | None = None) -> Geography:
    """Europe in so many cells. Borders between countries not named in `apart` (None: all are) are left out."""
    inset = _inset_box(width, height)
    frame = _frame(width, height, inset)
    outside = () if inset is None else _IN_INSET
    raster = rasterise([one for one in outlines(_EUROPE) if one.country not in outside], frame, apart)
    if inset is not None:
        raster = _with_inset(raster, inset)
    return Geography(width, height, raster, frame, inset)


@lru_cache(maxsize=6)
def open_sea(width: int, height: int) -> Geography:
    """The same without any land or inset: for theatres of which the outlines know nothing."""
    frame = _frame(width, height, None)
    return Geography(width, height, rasterise([], frame), frame, None)


def _frame(width: int, height: int, inset: Box | None) -> DotFrame:
    held = _HELD if inset else (*_HELD, _ICELAND)
    return fit([project(*place, _EUROPE) for place in held], 2 * width, 4 * height, _SLACK_LEFT)


def _inset_box(width: int, height: int) -> Box | None:
    if width < 32 or height < 10:
        return None
    across = round(width * _INSET_WIDTH)
    return Box(0, 0, across, max(4, min(round(height * _INSET_HEIGHT), round(across * _INSET_TALLEST))))


def _with_inset(main: Raster, box: Box) -> Raster:
    """The main map with the upper left corner replaced, a rule at its right and below."""
    lands = outlines(_NORTHWEST, frozenset(_IN_INSET))
    width, height = box.width - 1, box.height - 1
    corners = [point for one in lands for ring in one.rings for point in ring]
    inset = rasterise(lands, fit(corners, 2 * width, 4 * height))
    shift = len(main.countries)
    rows = list(main.rows)
    for y in range(height):
        cells = (_shifted(cell, shift) for cell in inset.rows[y])
        rows[y] = (*cells, _rule("│"), *rows[y][box.width :])
    rows[height] = (*[_rule("─")] * width, _rule("╯"), *rows[height][box.width :])
    return Raster(main.countries + inset.countries, tuple(rows))


def _shifted(cell: LandCell, by: int) -> LandCell:
    def later(owner: int) -> int:
        return owner + by if owner != SEA else SEA

    return evolve(cell, owner=later(cell.owner), upper=later(cell.upper), lower=later(cell.lower))


def _rule(glyph: str) -> LandCell:
    return LandCell(glyph, RULE, False, RULE, RULE)
