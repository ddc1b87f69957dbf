"""The map's land: who owns which cell."""

import re

import pytest

from tabletop.tui.map.geography import geography
from tabletop.tui.map.outline import Centre, Outline, outlines, project
from tabletop.tui.map.raster import DotFrame, rasterise

IN_EUROPE = frozenset(
    re.findall("..", "alatbabebgbychcyczdedkeeesfifrgbgeglgrhrhuieisitltlulvmdmemknlnoplptrorsrusesisktruaxk")
)
SQUARE = ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0))


@pytest.mark.parametrize("size", [(60, 20), (120, 45), (40, 12)])
def test_every_country_of_europe_has_a_cell_of_its_own(size: tuple[int, int]) -> None:
    land = geography(*size)

    owning = {land.country(x, y) for y in range(land.height) for x in range(land.width)}

    assert not IN_EUROPE - owning


def test_the_raster_has_the_size_asked_for() -> None:
    for width, height in ((40, 12), (61, 21), (150, 50), (20, 6), (32, 30)):
        rows = geography(width, height).raster.rows

        assert len(rows) == height
        assert {len(row) for row in rows} == {width}


def test_the_projection_is_true_to_area_and_centred() -> None:
    centre = Centre(12, 55)

    assert project(12, 55, centre) == pytest.approx((0, 0), abs=1e-9)
    assert project(12, 65, centre)[1] > 0 > project(12, 45, centre)[1]
    assert project(20, 55, centre)[0] > 0 > project(5, 55, centre)[0]


def test_outlines_carry_a_code_each_and_no_code_twice() -> None:
    codes = [outline.country for outline in outlines(Centre(12, 55))]

    assert len(codes) == len(set(codes))
    assert all(len(code) == 2 and code.islower() for code in codes)


def test_a_square_fills_its_frame_and_is_whole() -> None:
    raster = rasterise([Outline("aa", (SQUARE,))], DotFrame(8, 8, 8.0, 0.0, 8.0))

    assert raster.countries == ("aa",)
    assert all(cell.whole and cell.glyph == "⣿" for row in raster.rows for cell in row)


def test_a_border_leaves_dots_off_but_the_cells_whole() -> None:
    left = Outline("aa", (SQUARE,))
    right = Outline("bb", (tuple((x + 1, y) for x, y in SQUARE),))

    raster = rasterise([left, right], DotFrame(16, 8, 8.0, 0.0, 8.0))

    assert {cell.owner for cell in raster.rows[0][:8]} == {0, 1}
    assert any(cell.whole and cell.glyph != "⣿" for cell in raster.rows[0][:8])


def test_a_country_smaller_than_a_dot_still_owns_a_cell() -> None:
    speck = Outline("bb", (tuple((0.5 + x / 1000, 0.5 + y / 1000) for x, y in SQUARE),))

    raster = rasterise([speck, Outline("aa", (SQUARE,))], DotFrame(40, 40, 40.0, 0.0, 40.0))

    assert any(raster.countries[cell.owner] == "bb" for row in raster.rows for cell in row if cell.owner >= 0)
