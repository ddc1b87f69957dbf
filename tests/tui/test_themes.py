"""Themes: what is painted is of the theme that is in use, wherever one is, and letters can be read on their ground."""

from pathlib import Path
from typing import Any

import pytest
from textual._context import visible_screen_stack

from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.preferences import USUAL, Preferences
from tabletop.tui.look import palette
from tabletop.tui.look.contrast import LETTERS, contrast, pairs
from tabletop.tui.look.schemes import LIGHT, OURS
from tabletop.tui.look.themes import NAMES, Themes
from tabletop.words.bands import BANDS
from tests.long import some
from tests.tui.everywhere import PLACES, Place
from tests.tui.test_app import settled

CARET = LIGHT.bright
"""The ground of a text field's cursor, which blinks."""
Cell = tuple[str, str, str]
"""A character, its ink and its ground."""


def cells(app: TabletopApp) -> list[list[Cell]]:
    """What stands on the screen, row by row."""
    visible_screen_stack.set(app._background_screens)
    rows = []
    for strip in app.screen._compositor.render_strips():
        row: list[Cell] = []
        for text, style, _ in strip:
            ink = str(style.color.name) if style and style.color else ""
            ground = str(style.bgcolor.name) if style and style.bgcolor else ""
            row += [
                (letter, ground if style and style.reverse else ink, ink if style and style.reverse else ground)
                for letter in text
            ]
        rows.append(row)
    return rows


async def at(pilot: Any, place: Place) -> None:
    await settled(pilot)
    await settled(pilot, *place.keys)
    await pilot.pause(0.3 if place.slow else 0.05)


def above(app: TabletopApp) -> list[list[Cell]]:
    """The cells of the uppermost screen: what a box lies over is dimmed, and not to be read."""
    rows = cells(app)
    if not app.screen.is_modal:
        return rows
    boxes = [box.region for box in app.screen.children if box.display]
    return [row[box.x : box.right] for box in boxes for row in rows[box.y : box.bottom]]


def illegible(rows: list[list[Cell]]) -> set[tuple[str, str, str, float]]:
    """Words whose letters are too near to their ground."""
    found = set()
    for row in rows:
        for letter, ink, ground in row:
            if letter.isalnum() and contrast(ink, ground) < LETTERS:
                word = "".join(each[0] for each in row if each[1:] == (ink, ground))
                found.add((word, ink, ground, round(contrast(ink, ground), 2)))
    return found


@pytest.mark.parametrize("colours", ["truecolor", "256", "standard", None])
@pytest.mark.parametrize("name", NAMES)
def test_every_ink_can_be_read_on_every_ground_that_it_may_stand_on(name: str, colours: str | None) -> None:
    scheme = Themes(colours).scheme(name)
    assert scheme.name == name
    assert [pair for pair in pairs(scheme) if contrast(*pair[:2]) < pair[2]] == []


@pytest.mark.painted
@pytest.mark.parametrize("place", some(PLACES, 20), ids=lambda place: place.name)
async def test_in_each_theme_all_can_be_read_and_another_is_painted_at_once_as_if_there_from_the_start(
    tmp_path: Path, place: Place
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    app = place.app(tmp_path / "a", USUAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await at(pilot, place)
        for theme in OURS:
            app.choose_theme(theme.name)
            await pilot.pause(0.1)
            assert not illegible(above(app)), theme.name
        app.choose_theme("light")
        await pilot.pause(0.2)
        changed = cells(app)

    fresh = place.app(tmp_path / "b", Preferences("light"))
    async with fresh.run_test(size=(120, 36)) as pilot:
        await at(pilot, place)
        assert palette.in_use().name == "light"
        expected = cells(fresh)

    wrong = [
        (y, x, is_now, should_be)
        for y, (row, other) in enumerate(zip(changed, expected, strict=True))
        for x, (is_now, should_be) in enumerate(zip(row, other, strict=True))
        if is_now != should_be and is_now[0] == should_be[0] != " " and CARET not in (should_be[2], is_now[2])
    ]
    assert not wrong, wrong[:10]


def test_on_a_light_map_short_and_level_are_apart_in_brightness() -> None:
    """Both are browns, dark enough for letters; on a dark ground one of them is dull."""
    palette.use(LIGHT)
    try:
        low, level, holds = (palette.band_colour(band) for band in BANDS[:3])
        assert contrast(low, level) >= 1.5 and contrast(level, holds) >= 1.5
    finally:
        palette.use(OURS[0])
