"""Set-up: optional rules and minutes are chosen, told, kept in the save, and found again when it is resumed."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Advance
from tabletop.model.optional import OPTIONAL
from tabletop.scenario.load import load_scenario
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.tui.adjudicate.adjudicate import AdjudicateScreen
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.kit.rows import Rows
from tabletop.tui.levers.pages import brief_content
from tabletop.tui.seat.seat import SeatScreen
from tabletop.tui.start.presets import plan, presets
from tabletop.tui.start.setup import SetupScreen
from tests.tui.room import NATO, Room, session_of, text_of
from tests.tui.test_app import SIZE, SMALL, here, settled

__all__ = ["here"]

SIZES = [(80, 24), (100, 30), (120, 36), (200, 60)]


async def on_row(pilot: Pilot[Any], name: str) -> SetupScreen:
    """Set-up with the cursor on a row."""
    if not isinstance(pilot.app.screen, SetupScreen):
        await settled(pilot, "down", "down", "enter")
    screen = pilot.app.screen
    assert isinstance(screen, SetupScreen)
    rows = screen.query_one(Rows)
    rows.highlighted = rows.get_option_index(name)
    await settled(pilot)
    return screen


def values_of(screen: SetupScreen) -> dict[str, str]:
    """What every row says, by its id."""
    return {term.name: term.value for group in screen.groups() for term in group.rows}


@pytest.mark.parametrize("size", SIZES)
async def test_the_sentence_of_every_row_stands_whole_on_the_screen(here: Path, size: tuple[int, int]) -> None:
    async with TabletopApp().run_test(size=size) as pilot:
        screen = await on_row(pilot, "turns")
        for name in values_of(screen):
            await on_row(pilot, name)
            said = screen.query_one("#said", Static)
            x, y, width, height = said.content_region

            shown = [line[x : x + width] for line in text_of(pilot.app).split("\n")[y : y + height]]

            assert " ".join(" ".join(shown).split()) == str(said.content), name


async def test_rules_left_out_and_minutes_are_in_the_save_and_found_again(here: Path) -> None:
    app = TabletopApp()
    async with app.run_test(size=SIZE) as pilot:
        await on_row(pilot, "rule/probes")
        await settled(pilot, "right")
        await on_row(pilot, "rule/free-moves")
        await settled(pilot, "left")
        await on_row(pilot, "rule/slips")
        await settled(pilot, "left", "right")
        await on_row(pilot, "minutes/brief")
        await settled(pilot, "right", "right")
        await on_row(pilot, "minutes/orders")
        await settled(pilot, "right", "left")
        await settled(pilot, "enter")

        assert isinstance(app.screen, BoardScreen) and app.exercises.in_hand is not None
        path = session_of(app).path
        assert session_of(app).header.without == session_of(app).world.without == ("free-moves", "probes")
        assert session_of(app).header.minutes == {"brief": 7.0}
        assert app.time.clock().seconds == 7 * 60

        await settled(pilot, "o", "z")  # in ordinary type
        told = " ".join(text_of(app).replace("│", " ").split())
        assert "This exercise is played without free moves and probes by chance." in told
        await settled(pilot, "escape", "q")

    resumed = TabletopApp(exercise=Exercise(Session.open(path)))
    async with resumed.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert resumed.time.clock().seconds == 7 * 60
        assert "07:00" in text_of(resumed)


async def test_the_start_screen_resumes_with_the_minutes_of_the_save(here: Path) -> None:
    app = TabletopApp()
    async with app.run_test(size=SIZE) as pilot:
        await on_row(pilot, "minutes/adjudicate")
        await settled(pilot, *["right"] * 5)
        await settled(pilot, "enter", "q")

    again = TabletopApp()
    async with again.run_test(size=SIZE) as pilot:
        await settled(pilot, *["down"] * 4, "enter")
        await pilot.pause(0.3)
        await settled(pilot, "enter")
        assert isinstance(again.screen, BoardScreen) and again.exercises.in_hand is not None

        await settled(pilot, "space", "space", "space", "A")
        assert again.time.clock().seconds == 13 * 60
        if not isinstance(again.screen, AdjudicateScreen):
            await settled(pilot, "space")
        assert isinstance(again.screen, AdjudicateScreen)
        assert "13 minutes" in text_of(again)


async def test_every_optional_rule_has_its_row_and_is_on(here: Path) -> None:
    async with TabletopApp().run_test(size=SIZE) as pilot:
        screen = await on_row(pilot, "turns")

        rules = {name: value for name, value in values_of(screen).items() if name.startswith("rule/")}

        assert rules == {f"rule/{name}": "on" for name in OPTIONAL}


async def test_a_seat_is_told_at_once_that_there_are_no_free_moves(tmp_path: Path) -> None:
    session = Session.create(
        tmp_path / "s.toml", load_scenario(SMALL), Terms(seed="7", without=("free-moves", "elections"))
    )
    session.make(Advance(seat="control"))
    app = Room(SeatScreen(LocalTable(session, next(iter(session.world.seats)))))

    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("v", "g"):
            await settled(pilot, key)
            assert "played without elections and free moves" in text_of(app)
        await settled(pilot, "1", "end")
        assert "Rules left out" in text_of(app)


async def test_a_preset_sets_turns_and_minutes_and_the_head_says_how_long_it_takes(here: Path) -> None:
    async with TabletopApp().run_test(size=SIZE) as pilot:
        screen = await on_row(pilot, "preset")
        seen = []
        for _ in range(3):
            seen.append((values_of(screen)["preset"], screen.groups()[0].sum))
            await settled(pilot, "right")

        assert seen == [
            ("a day", "8 turns of 40 minutes: 5 h 20; 7:10 in all"),
            ("an afternoon", "4 turns of 40 minutes: 2 h 40; 3:40 in all"),
            ("90 minutes", "3 turns of 22 minutes: 1 h 06; 1:30 in all"),
        ]
        await on_row(pilot, "minutes/orders")
        await settled(pilot, "right")
        assert values_of(screen)["preset"] == "your own"


async def test_a_preset_says_how_many_teams_until_somebody_has_counted_them(here: Path) -> None:
    async with TabletopApp().run_test(size=SIZE) as pilot:
        screen = await on_row(pilot, "preset")
        teams = []
        for _ in range(3):
            teams.append((values_of(screen)["fold"], screen.players["ankara"]))
            await settled(pilot, "right")

        assert teams == [("one team a seat", "team"), ("6 teams", "bot:status-quo"), ("4 teams", "team")]
        await on_row(pilot, "fold")
        await settled(pilot, "left")
        assert values_of(screen)["fold"] == "8 teams"
        await on_row(pilot, "preset")
        await settled(pilot, "right")
        assert values_of(screen)["preset"] == "an afternoon" and values_of(screen)["fold"] == "8 teams"


async def test_beside_a_preset_stand_its_times_and_what_each_joined_team_reads(here: Path) -> None:
    async with TabletopApp().run_test(size=(200, 60)) as pilot:
        screen = await on_row(pilot, "preset")
        await settled(pilot, "left")
        told = " ".join(str(screen.query_one("#brief", Static).content).split())

    fold = load_scenario(NATO).folds[4]
    assert "turn 3, " in told
    assert all(" ".join(brief.split()) in told for _, brief in fold.briefs)
    assert all(name in told for _, name in fold.names)


async def test_the_footer_offers_to_change_a_row_only_where_a_row_has_the_cursor(here: Path) -> None:
    async with TabletopApp().run_test(size=(80, 24)) as pilot:
        await on_row(pilot, "preset")
        assert "← → change" in text_of(pilot.app).splitlines()[-2]
        await settled(pilot, "tab")
        assert "← →" not in text_of(pilot.app).splitlines()[-2]


async def test_values_stand_in_one_column_beside_their_names(here: Path) -> None:
    async with TabletopApp().run_test(size=(120, 50)) as pilot:
        await on_row(pilot, "preset")
        rows = [line.split("│")[1] for line in text_of(pilot.app).splitlines() if "‹" in line]

    assert len(rows) == len(OPTIONAL) + 8 + 8
    assert len({row.index("‹") for row in rows}) == 1


def test_the_plan_of_every_preset_ends_when_its_name_says() -> None:
    scenario = load_scenario(NATO)
    ends = {each.name: [*plan(scenario, each.turns, each.minutes)][-1] for each in presets(scenario)}

    assert ends["90 minutes"] == ("1:30", "end")
    assert all(what == "end" for _, what in ends.values())
    assert "3:00" < ends["an afternoon"][0] < "4:30" and "6:30" < ends["a day"][0] < "8:00"


def test_there_is_a_fold_for_four_to_eight_teams_and_every_joined_team_has_a_brief_of_its_own() -> None:
    scenario = load_scenario(NATO)

    assert {4, 5, 6, 7, 8} <= {*scenario.folds}
    for teams, fold in scenario.folds.items():
        assert len(scenario.seats) - len(fold.join) - len(fold.bots) == teams
        assert {host for _, host in fold.join} == {host for host, _ in fold.briefs}


@pytest.mark.parametrize("teams", [4, 5, 6])
def test_a_joined_team_reads_the_briefs_of_all_its_seats(tmp_path: Path, teams: int) -> None:
    scenario = load_scenario(NATO)
    session = Session.create(tmp_path / "x.toml", scenario, Terms(seed="7", fold=teams))
    for host in {host for _, host in scenario.folds[teams].join}:
        levers = LocalTable(session, host).view_now().levers(host)
        told = " ".join(brief_content(levers).plain.split())

        assert " ".join(dict(scenario.folds[teams].briefs)[host].split()) in told
        for seat in scenario.folds[teams].seats_of(host):
            brief = scenario.seats[seat].brief
            assert all(" ".join(words.split()) in told for words in (*brief.interests, *brief.red_lines, *brief.levers))
            assert " ".join(brief.situation.split("\n\n")[0].split()) in told
