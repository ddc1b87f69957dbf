"""Watching shows what a step is about: its theatre lit on the map, its causes below, the phase in the foot."""

from itertools import takewhile

import pytest

from tabletop.table.figures import theatre_of
from tabletop.table.watching import Watched
from tabletop.tui.charts.waterfall import Waterfall
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.replay.demo import DemoScreen
from tabletop.words.bands import BANDS
from tests.tui.room import Room, text_of


async def test_the_theatre_of_a_step_alone_keeps_its_colour_and_its_causes_are_drawn() -> None:
    screen = DemoScreen(Watched())

    async with Room(screen).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        screen.paused = True
        assert not screen.query_one(Waterfall).display
        for _ in takewhile(lambda _: not theatre_of(screen.beat.score), range(20)):
            screen.step(1)
        await pilot.pause()
        theatre = theatre_of(screen.beat.score)
        loud = [each.id for each in screen.query_one(TheatreMap)._theatres if not each.quiet]

        assert loud == [theatre]
        assert "before" in text_of(pilot.app) and "REVIEW" in text_of(pilot.app)


@pytest.mark.parametrize(
    ("size", "told"), [((80, 24), False), ((120, 30), False), ((120, 36), True), ((200, 60), False)]
)
async def test_where_rows_are_free_it_tells_a_newcomer_how_to_read_the_map(size: tuple[int, int], told: bool) -> None:
    screen = DemoScreen(Watched())

    async with Room(screen).run_test(size=size) as pilot:
        await pilot.pause()
        screen.paused = True
        await pilot.pause()
        shown = text_of(pilot.app)

        assert ("How to read it" in shown) == told
        assert not told or (all(f"■ {band}" in shown for band in BANDS) and "ample above." in shown)
        assert "Freed for the Pacific" in shown and "nobody" in shown
