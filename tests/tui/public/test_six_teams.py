"""The pilot session of six teams on the room's stage: each scene tells what was done, in words of which none is cut."""

from collections.abc import Iterator
from typing import Any, Final

import pytest

from tabletop.model.seats import PUBLIC
from tabletop.table.eyes import Eyes
from tabletop.table.feed_file import SHAPES, Feed
from tabletop.table.result import three_lines
from tabletop.tui.public.head import head_height
from tabletop.tui.public.type import Extent
from tests.tui.public.in_sight import in_sight, pages
from tests.tui.six_teams import AGAINST, AIM, MEANS, REASON, RULED, SAID, STAYS, SixTeams, Told, words_of

SIZES: Final = [(80, 24), (120, 36), (200, 60)]
_NOT_DRAWN: Final = {"period", "periods", "labels", "frames"}
"""Of a scene: what the head says, and what stands at an axis in short."""


@pytest.fixture(scope="module")
def teams(tmp_path_factory: pytest.TempPathFactory) -> SixTeams:
    return SixTeams(tmp_path_factory.mktemp("teams"))


def display(width: int, height: int) -> Extent:
    """What a scene has on a display of so many columns and rows; that with a map has half of it."""
    return Extent(width - 2, height - head_height(width - 2, height) - 1 - (height > 30))


def causes(told: Told, score: str) -> list[str]:
    return [row["words"] for row in told.scenes[f"why {score}"]["rows"]]


def row_of(scene: Feed, seat: str) -> dict[str, Any]:
    found: dict[str, Any] = next(row for row in scene["seats"] if row["name"] == seat)
    return found


# ---------------------------------------------------------------------- what each scene tells


def test_every_scene_is_there_in_the_course_of_the_session(teams: SixTeams) -> None:
    assert {scene["kind"] for told in teams.every for scene in told.scenes.values()} == {*SHAPES}


def test_a_settled_inject_names_who_chose_what_and_who_only_came_to_it(teams: SixTeams) -> None:
    split, in_words = teams.first.scenes["inject romania-gap"], teams.first.scenes["inject greenland-1"]

    assert [option["by"] for option in split["options"]] == [
        ["Paris & the South"],
        ["Warsaw & the East"],
        ["Washington"],
    ]
    assert [option["by"] for option in in_words["options"]] == [
        ["Washington"],
        ["Secretary General", "The Northern group, who answered in words"],
        [],
    ]


def test_the_argument_stands_there_with_both_sides_the_dice_and_what_was_ruled(teams: SixTeams) -> None:
    scene = teams.first.scenes["argument 1"]

    assert (scene["who"], scene["aim"], scene["means"]) == ("Warsaw & the East", AIM, MEANS)
    assert (scene["reasons"], scene["counters"]) == ([REASON], [AGAINST])
    assert (scene["odds"], scene["rolled"], scene["grade"], scene["public"]) == (65.0, 60, "yes, but", RULED)


def test_why_names_the_amended_withdrawal_the_argument_the_broken_promise_and_the_handover(teams: SixTeams) -> None:
    assert f"Ruling: {STAYS}" in causes(teams.first, "trust")
    assert "Argument of Warsaw & the East" in causes(teams.first, "cohesion")
    assert "Promise of Washington broken" in causes(teams.second, "trust")
    assert "Joint Force Command Brunssum handed over" in causes(teams.third, "cohesion")


def test_what_moved_is_the_story_s_and_adds_up(teams: SixTeams) -> None:
    for told in (teams.first, teams.second, teams.third):
        rows = told.scenes["moved"]["rows"]
        assert len(rows) == 3
        for row in rows:
            assert row["now"] - row["before"] == pytest.approx(row["change"])
            assert float(row["cause"].rsplit(" ", 1)[1])


def test_replay_and_ribbon_go_from_the_opening_to_the_last_turn_played(teams: SixTeams) -> None:
    for turn, told in enumerate((teams.first, teams.second, teams.third), 1):
        assert [frame["turn"] for frame in told.scenes["replay"]["frames"]] == [*range(turn + 1)]
        assert [row["turn"] for row in told.scenes["ribbon"]["rows"]] == [*range(turn + 1)]
        assert all(sum(row["parts"]) == 100 for row in told.scenes["ribbon"]["rows"])


def test_the_look_ahead_says_that_it_is_none_and_the_poster_what_the_close_says(teams: SixTeams) -> None:
    view = Eyes(teams.session, PUBLIC).view_now()

    assert teams.third.scenes["ahead"]["words"].endswith("bots, no forecast.")
    assert teams.ended.scenes["poster"]["lines"] == list(three_lines(view))


def test_in_the_hotwash_each_seat_has_its_line_and_two_ways_lie_side_by_side(teams: SixTeams) -> None:
    seats, world = teams.ended.scenes["hotwash"]["seats"], teams.session.world
    assert [text for seat in seats for text in seat["lines"]] == [*SAID.values()]
    for seat, text in SAID.items():
        assert row_of(teams.ended.scenes["hotwash"], world.seats[seat].name)["lines"] == [text]

    assert not any(name.startswith("compare") for name in teams.ended.scenes)
    as_it_was, other = teams.otherwise.scenes["compare trust"]["lines"]
    assert as_it_was["values"][0] == other["values"][0] and as_it_was["values"][1] != other["values"][1]


def test_the_poster_counts_secret_objectives_only_once_they_are_told(teams: SixTeams) -> None:
    poster, secret = teams.ended.scenes["poster"], teams.ended.scenes["reveal"]

    assert not poster["told"] and len(poster["reached"]) == len(teams.session.world.seats)
    titles = [each["title"] for seat in secret["seats"] for each in seat["objectives"] if each["secret"]]
    assert titles and not any(title in word for title in titles for word in words_of(poster))


# ---------------------------------------------------------------------- what the room can read of it


def read(scene: Feed) -> Iterator[str]:
    for key, value in scene.items():
        if key not in _NOT_DRAWN:
            yield from words_of(value) if key != "kind" else ()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_word_of_every_scene_is_in_sight_and_none_is_cut(teams: SixTeams, size: tuple[int, int]) -> None:
    room = display(*size)
    for told in teams.every:
        for name, scene in told.scenes.items():
            shown = pages(scene, room)
            assert not any("…" in row for page in shown for row in page), name
            if scene["kind"] in ("why", "replay") or (" " in name and scene["kind"] == "story"):
                continue
            for text in scene["names"] if scene["kind"] == "ribbon" else read(scene):
                assert not text or in_sight(text, shown), (name, text)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_why_shows_the_largest_causes_whole_and_counts_the_rest(teams: SixTeams, size: tuple[int, int]) -> None:
    room = display(*size)
    for told in teams.every:
        for name, scene in told.scenes.items():
            if scene["kind"] == "why" and scene["rows"]:
                shown = pages(scene, room)
                seen = [in_sight(row["words"], shown) for row in scene["rows"]]
                assert sum(seen) >= min(3, len(seen)) and seen == sorted(seen, reverse=True), name
                assert all(seen) or shown[0][-1].startswith("and "), name
