"""Watching shows what a step is about: its theatre lit on the map, its causes below, the phase in the foot."""

from itertools import takewhile

from tabletop.table.figures import theatre_of
from tabletop.table.watching import Watched
from tabletop.tui.charts.waterfall import Waterfall
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.replay.demo import DemoScreen
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
