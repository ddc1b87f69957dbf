"""Land as dots: which country owns each dot and each cell of a map. Pure; knows neither colours nor theatres.

A dot row is an integer whose bit x is dot x, so that coasts, slivers and borders are found a whole row at a time.
A cell is two dots wide and four high, as a braille character.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import Final

from attrs import frozen

from tabletop.tui.map.outline import Outline, Point

SEA: Final = -1
DotRows = list[int]

_GLYPH: Final = tuple(
    chr(
        0x2800
        + sum(bit for place, bit in enumerate((0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)) if mask >> place & 1)
    )
    for mask in range(256)
)

_SPREAD: Final = tuple(bytes(byte >> shift & 3 for shift in (0, 2, 4, 6)) for byte in range(256))
"""A byte of dots as four cells of two dots."""


@frozen
class DotFrame:
    """Affine fit of the projected plane into dots: dot = (x * scale + left, top - y * scale)."""

    width: int
    """Dots across."""
    height: int
    """Dots down."""
    scale: float
    left: float
    top: float

    def dot(self, point: Point) -> Point:
        """Position in dots, 0 at the left and the top."""
        return point[0] * self.scale + self.left, self.top - point[1] * self.scale


@frozen
class LandCell:
    """One character of a map; owners are indices into the list of countries, or SEA."""

    glyph: str
    owner: int
    whole: bool
    """Land in all eight dots."""
    upper: int
    lower: int
    """Owners of the upper and the lower half, for half-block drawing."""


@frozen
class Raster:
    """A map of `len(rows)` rows of cells; countries in the order the owners count them."""

    countries: tuple[str, ...]
    rows: tuple[tuple[LandCell, ...], ...]


_EMPTY: Final = LandCell(" ", SEA, False, SEA, SEA)


def fit(points: Sequence[Point], width: int, height: int, slack_left: float = 0.5) -> DotFrame:
    """The largest frame (dots) that holds every point; `slack_left` is the share of spare width put at the left."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    scale = min((width - 1) / across, (height - 1) / down)
    left = (width - across * scale) * slack_left - min(xs) * scale
    return DotFrame(width, height, scale, left, (height - down * scale) / 2 + max(ys) * scale)


def rasterise(outlines: Iterable[Outline], frame: DotFrame, apart: frozenset[str] | None = None) -> Raster:
    """Cells of a frame whose width and height are multiples of 2 and 4.

    Countries not named in `apart` (None: all are) are one body of land, without borders among them: the map takes no
    side in whose they are.
    """
    filled = [(outline.country, _filled(outline, frame)) for outline in outlines]
    lands = [(country, rows) for country, rows in filled if any(rows)]
    lands.sort(key=lambda one: sum(row.bit_count() for row in one[1]))  # the smallest first: they have no dot to lose
    masks = [rows for _, rows in lands]
    land = [0] * frame.height
    for rows in masks:
        for y, row in enumerate(rows):
            rows[y] = row & ~land[y]
            land[y] |= row
    _fill_slivers(masks, land)
    plain = [rows for country, rows in lands if apart is not None and country not in apart]
    bodies = [rows for country, rows in lands if apart is None or country in apart]
    if plain:
        bodies.append([reduce(or_, rows) for rows in zip(*plain, strict=True)])
    dots = _without_borders(bodies, land)
    cells = [_cells(masks, land, dots, top, frame.width // 2) for top in range(0, frame.height, 4)]
    _give_every_country_a_cell(masks, cells)
    return Raster(tuple(country for country, _ in lands), tuple(map(tuple, cells)))


def _filled(outline: Outline, frame: DotFrame) -> DotRows:
    """Dots whose centre lies inside the rings; a country smaller than a dot still gets one."""
    rows = [0] * frame.height
    rings = [[frame.dot(point) for point in ring] for ring in outline.rings]
    for y, crossings in _crossings(rings, frame.height).items():
        crossings.sort()
        for start, stop in zip(crossings[::2], crossings[1::2], strict=False):
            first, last = max(0, int(start + 0.5)), min(frame.width, int(max(0.0, stop) + 0.5))
            if first < last:
                rows[y] |= (1 << last) - (1 << first)
    if not any(rows):
        largest = max(rings, key=len)
        x, y = int(sum(x for x, _ in largest) // len(largest)), int(sum(y for _, y in largest) // len(largest))
        if 0 <= x < frame.width and 0 <= y < frame.height:
            rows[y] = 1 << x
    return rows


def _crossings(rings: Sequence[Sequence[Point]], height: int) -> dict[int, list[float]]:
    """For each dot row the x at which edges cross the middle of its dots."""
    crossings: dict[int, list[float]] = {}
    for ring in rings:
        for (x0, y0), (x1, y1) in pairwise(ring):
            if y0 > y1:
                x0, y0, x1, y1 = x1, y1, x0, y0
            if y1 < 0 or y0 > height:
                continue
            first, last = max(0, int(y0 + 0.5)), min(height, int(y1 + 0.5))
            if first < last:
                slope = (x1 - x0) / (y1 - y0)
                for y in range(first, last):
                    crossings.setdefault(y, []).append(x0 + (y + 0.5 - y0) * slope)
    return crossings


def _fill_slivers(masks: Sequence[DotRows], land: DotRows) -> None:
    """Give a sea dot with land on three sides or more to the country at its side."""
    slivers = [0] * len(land)
    for y in range(1, len(land) - 1):
        up, down, left, right = land[y - 1], land[y + 1], land[y] << 1, land[y] >> 1
        slivers[y] = ((up & down & (left | right)) | (left & right & (up | down))) & ~land[y]
    for rows in masks:
        for y in [y for y, row in enumerate(slivers) if row]:
            side = (rows[y] << 1 | rows[y] >> 1) & slivers[y]
            rows[y] |= side
            land[y] |= side
            slivers[y] &= ~side


def _without_borders(masks: Sequence[DotRows], land: DotRows) -> DotRows:
    """Land less the dots that have another country at the right or below."""
    dots = list(land)
    below = [*land[1:], 0]
    for rows in masks:
        for y, row in enumerate(rows):
            if row:
                other_right = (land[y] & ~row) >> 1
                other_below = below[y] & ~(rows[y + 1] if y + 1 < len(rows) else 0)
                dots[y] &= ~(row & (other_right | other_below))
    return dots


def _cells(masks: Sequence[DotRows], land: DotRows, dots: DotRows, top: int, width: int) -> list[LandCell]:
    visible, solid = _patterns(dots[top : top + 4], width), _patterns(land[top : top + 4], width)
    owners: list[tuple[int, int, int]] = [(0, SEA, 0)] * width
    for index, rows in enumerate(masks):
        if any(rows[top : top + 4]):
            for column, pattern in enumerate(_patterns(rows[top : top + 4], width)):
                if pattern and pattern.bit_count() > owners[column][0]:
                    owners[column] = (pattern.bit_count(), index, pattern)
    return [
        _cell(visible[column], solid[column], owner, pattern) if solid[column] else _EMPTY
        for column, (_, owner, pattern) in enumerate(owners)
    ]


@lru_cache(maxsize=8192)
def _cell(visible: int, solid: int, owner: int, pattern: int) -> LandCell:
    upper = owner if (solid & 0x0F).bit_count() >= 2 else SEA
    lower = owner if (solid >> 4).bit_count() >= 2 else SEA
    return LandCell(_GLYPH[visible or pattern & -pattern], owner, solid == 0xFF, upper, lower)


def _patterns(rows: Sequence[int], width: int) -> bytes:
    """For each cell its eight dots, bits 0 to 7 row by row."""
    whole = 0
    for place, row in enumerate(rows):
        if row:
            spread = b"".join(map(_SPREAD.__getitem__, row.to_bytes(width // 4 + 1, "little")))
            whole |= int.from_bytes(spread, "little") << 2 * place
    return whole.to_bytes(width + 4, "little")[:width]


def _give_every_country_a_cell(masks: Sequence[DotRows], cells: list[list[LandCell]]) -> None:
    """A country that is the largest in no cell takes one, where it has most dots or beside, from one with others."""
    owned = Counter(cell.owner for row in cells for cell in row)
    for index in (index for index in range(len(masks)) if not owned[index]):
        where: Counter[tuple[int, int]] = Counter()
        for y in (y for y, row in enumerate(masks[index]) if row):
            where.update((y // 4, x // 2) for x in range(masks[index][y].bit_length()) if masks[index][y] >> x & 1)
        for row, column in _at_and_beside([place for place, _ in where.most_common()], len(cells), len(cells[0])):
            old = cells[row][column]
            if owned[old.owner] > 1:
                owned.update({index: 1, old.owner: -1})
                cells[row][column] = LandCell(old.glyph, index, old.whole, index, index)
                break


def _at_and_beside(places: Sequence[tuple[int, int]], rows: int, columns: int) -> Iterable[tuple[int, int]]:
    """These cells, then the cells that touch them."""
    yield from places
    for row, column in places:
        for y in range(max(0, row - 1), min(rows, row + 2)):
            yield from ((y, x) for x in range(max(0, column - 1), min(columns, column + 2)))
