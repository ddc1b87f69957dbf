"""Who bears what is needed: parts of a hundred, by theatre, by area and in all; edges near and passed."""

from pathlib import Path

import pytest
from attrs import evolve

from tabletop.table.edges import brinks
from tabletop.table.moment import Moment
from tabletop.words.need import whole
from tests.tui.room import NATO, table


@pytest.fixture
def moment(tmp_path: Path) -> Moment:
    return Moment("control", table(tmp_path, NATO).session.world)


def test_the_others_part_is_their_share(moment: Moment) -> None:
    assert moment.bearers().others == pytest.approx(moment.scores[moment.world.scenario.names.share])


def test_parts_are_of_a_hundred_everywhere(moment: Moment) -> None:
    every = [moment.bearers(theatre) for theatre in moment.world.scenario.theatres]

    for bearers in (*every, *moment.bearers_by_area().values()):
        assert min(*bearers, bearers.nobody) >= 0
        assert sum(bearers) + bearers.nobody == pytest.approx(100)


def test_whole_parts_add_up() -> None:
    assert whole((36.4, 14.4, 5.6, 43.6)) == [36, 14, 6, 44]
    assert sum(whole((33.3, 33.3, 33.4, 0.0))) == 100


def test_an_edge_is_told_when_it_is_near(moment: Moment) -> None:
    world = moment.world
    near = evolve(world, figures={**world.figures, "cohesion": 41.0})

    assert "cohesion" in [brink.path for brink in brinks(Moment("control", near))]
    assert "cohesion" not in [brink.path for brink in brinks(moment)]
