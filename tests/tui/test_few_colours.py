"""Terminals with few colours or none: nothing is left to be the nearest, and bands are told by hatch."""

from itertools import product
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve
from textual import constants

from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.preferences import Preferences
from tabletop.tui.look import palette
from tabletop.tui.look.schemes import OURS
from tabletop.tui.look.themes import Themes
from tabletop.tui.map.map import TheatreMap
from tests.tui.everywhere import PLACES
from tests.tui.room import text_of
from tests.tui.test_app import settled
from tests.tui.test_themes import cells, illegible

_CUBE: Final = ("00", "5f", "87", "af", "d7", "ff")
COLOURS: Final = {
    "256": {f"#{''.join(each)}" for each in product(_CUBE, repeat=3)}
    | {"#" + f"{8 + 10 * n:02x}" * 3 for n in range(24)},
    "standard": {f"#{''.join(each)}" for high in (("00", "aa"), ("55", "ff")) for each in product(high, repeat=3)}
    | {"#aa5500"},
}  # fmt: skip


def board(folder: Path, theme: str = "dark") -> TabletopApp:
    return next(place for place in PLACES if place.name == "board").app(folder, Preferences(theme))


@pytest.mark.parametrize("theme", [scheme.name for scheme in OURS])
@pytest.mark.parametrize("system", ["256", "standard"])
async def test_every_colour_is_one_that_the_terminal_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, theme: str
) -> None:
    monkeypatch.setattr(constants, "COLOR_SYSTEM", system)
    app = board(tmp_path, theme)

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        for keys in ((), ("3", "down", "down"), ("w",)):
            await settled(pilot, *keys)
            rows = cells(app)
            painted = {colour for row in rows for _, *colours in row for colour in colours if colour}
            assert painted <= COLOURS[system], painted - COLOURS[system]
            assert not illegible(rows)


@pytest.mark.parametrize(("margin", "sign"), [(-9.0, "░"), (0.0, "▒"), (30.0, "█")])
async def test_without_colours_bars_and_land_are_hatched_by_band(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, margin: float, sign: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = board(tmp_path)

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert palette.HATCHED and palette.hatch(palette.margin_colour(margin), "█") == sign
        shown = app.screen.query_one(TheatreMap)
        shown.set_theatres([evolve(each, margin=margin) for each in shown._theatres])
        await settled(pilot)
        rows = text_of(app).splitlines()[shown.region.y : shown.region.bottom]
        land = "".join(row[shown.region.x : shown.region.right] for row in rows)
        assert sign in land and not set("░▒█") - {sign} & set(land)


@pytest.mark.parametrize("system", ["truecolor", "256", "standard"])
@pytest.mark.parametrize("name", [scheme.name for scheme in OURS])
def test_a_list_without_focus_marks_its_row(system: str, name: str) -> None:
    scheme = Themes(system).scheme(name)

    assert scheme.resting not in (scheme.background, scheme.surface)
