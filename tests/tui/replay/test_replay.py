"""Replay: stepping, jumping, other eyes, forking, and that it is quick."""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Static

from tabletop.journal.session import Session
from tabletop.model.moves import Note
from tabletop.model.seats import PUBLIC
from tabletop.rules.world.digest import digest
from tabletop.table.local import LocalTable
from tabletop.table.local_record import LocalRecord
from tabletop.table.record import Mark, Place, matching
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.scores import Scores
from tabletop.tui.charts.scorelines import BESIDE, Along, Level, ScoreLines, draw_along
from tabletop.tui.charts.scrubber import Scrubber, scrubber
from tabletop.tui.charts.track import column, entry_at
from tabletop.tui.kit.grouped import Grouped
from tabletop.tui.kit.keyline import Key
from tabletop.tui.replay.replay import ReplayScreen
from tests.tui.review_app import ADVANCE, OneScreen, forked, keys_session, play, played
from tests.tui.room import text_of, until
from tests.tui.test_app import settled


def footer(screen: ReplayScreen) -> list[Key]:
    return screen.keys()


def shown(
    table: LocalTable, act: Callable[[Pilot[str], ReplayScreen], Awaitable[None]], size: tuple[int, int] = (120, 36)
) -> OneScreen:
    app = OneScreen(ReplayScreen(table, table.record))

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReplayScreen)
            await act(pilot, screen)

    asyncio.run(run())
    return app


def test_the_board_is_the_one_of_the_move(tmp_path: Path) -> None:
    table = played(tmp_path, 3)

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        last = len(table.session.entries)
        assert screen.at == last
        await pilot.press("left", "left")
        assert screen.at == last - 2
        assert screen.view.world.phase is table.session.world_at(last - 2).phase
        await pilot.press("home")
        assert (screen.at, screen.view.world.turn) == (0, 1)
        await pilot.press("pagedown")
        assert screen.view.world.turn == 2
        await pilot.press("end")
        assert screen.at == last

    shown(table, act)


def test_jump_finds_turns_notes_bookmarks_seats_and_moves(tmp_path: Path) -> None:
    table = played(tmp_path, 3)

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        world = screen.view.world
        found = screen.places()
        assert [place.n for place in matching(found, "t2", world)] == [screen.stops.turns[2]]
        assert all(place.kind == "note" for place in matching(found, "note observation", world))
        assert matching(found, "bookmark", world)[0].text.endswith('"before red"')
        assert {place.seat for place in matching(found, "warsaw withdraws", world)} <= {"warsaw"}
        assert matching(found, "branch", world)
        await pilot.press("g", *"t2", "enter")
        await pilot.pause()
        assert screen.at == screen.stops.turns[2]

    shown(table, act)


def test_the_places_to_jump_to_stand_in_groups_and_moves_among_them_once_one_types(tmp_path: Path) -> None:
    table = forked(tmp_path)

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        await pilot.press("left", "left", "g")
        await pilot.pause()
        found: Grouped[Place] = screen.app.screen.query_one("#found", Grouped)
        assert heads(found) == ["Turns", "Injects", "Marks", "Branches"]
        assert found.under and found.under.kind == "turn" and found.under.n <= screen.at, (
            "the cursor begins with the turn one is in"
        )
        assert "Deterrence over pressure" in text_of(screen.app), "what it lies over is still seen"
        kinds = [value.kind for value in found.values if value]
        assert {"bookmark", "note", "inject", "turn", "branch"} == set(kinds)
        await pilot.press("up")
        assert found.under and found.under.kind == "turn"
        await pilot.press(*"paris")
        await pilot.pause()
        assert heads(found)[-1] == "Moves"
        assert all("paris" in f"{value.text} {value.seat} {value.about}".lower() for value in found.values if value)
        await pilot.press(*"xyz")
        await pilot.pause()
        assert found.under is None and "Nothing of that kind" in text_of(screen.app)
        await pilot.press("enter")
        assert screen.app.screen is not screen

    shown(table, act)


def heads(found: Grouped[Place]) -> list[str]:
    """What stands over the groups of a list."""
    rows = enumerate(found.values)
    texts = [str(found.get_option_at_index(n).prompt) for n, value in rows if value is None]
    return [text for text in texts if "more:" not in text]


def test_a_seats_eyes_see_no_others_orders_of_this_turn(tmp_path: Path) -> None:
    table = played(tmp_path, 2)
    session = table.session
    from tabletop.model.moves import Withdraw

    for move in (ADVANCE, ADVANCE, Withdraw(seat="washington", force="us-abct-de", turn=8)):
        assert table.make_now(move) is None
    record = LocalRecord(session)
    for who in ("berlin", PUBLIC, "control"):
        record.look_as(who)
        assert not any(line.move.do == "withdraw" and line.turn == 3 for line in record.lines()), who
    record.look_as("washington")
    assert any(line.move.do == "withdraw" and line.turn == 3 for line in record.lines())


def test_eyes_go_round_and_undone_moves_are_struck_through(tmp_path: Path) -> None:
    table = played(tmp_path, 3)

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        undone = next(line for line in screen.record.lines() if not line.live)
        screen.go(undone.n)
        await pilot.pause()
        pane = screen.query_one("#moves", Static)
        assert any("strike" in str(span.style) for span in pane.content.spans)  # type: ignore[union-attr]
        await pilot.press("E")
        assert screen.view.who == PUBLIC
        await pilot.press("E")
        assert screen.view.who == "washington"

    shown(table, act)


def test_it_plays_and_stops_at_the_end(tmp_path: Path) -> None:
    table = played(tmp_path, 1)

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        screen.go(len(table.session.entries) - 2)
        await pilot.press("plus", "plus", "plus", "space")
        for _ in range(100):
            if not screen.playing.on:
                break
            await pilot.pause(0.1)
        assert not screen.playing.on
        assert screen.at == len(table.session.entries)

    shown(table, act, (80, 24))


def test_a_fork_in_the_same_save_goes_on_from_the_move(tmp_path: Path) -> None:
    table = played(tmp_path, 2)
    at = len(table.session.entries) - 5

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        screen.go(at)
        await pilot.press("b", "enter")
        await pilot.pause()

    app = shown(table, act)

    assert app.opened.saves == [None]
    assert digest(table.session.world) == digest(table.session.world_at(at))


def test_a_read_only_save_forks_into_a_new_file(tmp_path: Path) -> None:
    table = played(tmp_path, 2)
    table.session.close()
    session = Session.open(tmp_path / "nato.toml", read_only=True)

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        screen.go(30)
        await pilot.press("b", "enter")
        await pilot.pause()

    app = shown(LocalTable(session), act)

    assert app.opened.saves == [tmp_path / "nato-fork-1.toml"]
    with Session.open(tmp_path / "nato-fork-1.toml") as fresh:
        assert len(fresh.entries) == 30
        assert digest(fresh.world) == digest(session.world_at(30))


def test_a_step_takes_less_than_fifty_milliseconds_of_a_processor(tmp_path: Path) -> None:
    table = played(tmp_path, 4)

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        taken = []
        for n in (len(table.session.entries) * k // 17 for k in range(17)):
            begun = time.process_time()
            screen.go(n)
            taken.append(time.process_time() - begun)
        assert sorted(taken)[len(taken) // 2] < 0.05

    shown(table, act)


def test_branches_stand_as_lanes_and_enter_goes_to_the_end_of_one(tmp_path: Path) -> None:
    table = forked(tmp_path)
    branches = table.session.branches

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        assert "T" in [key.key for key in footer(screen)]
        await pilot.press("T")
        await pilot.pause()
        text = text_of(screen.app)
        assert "T1" in text and "played on" in text and "━●" in text and "╰" in text
        assert "It begins with the opening" in text
        await pilot.press("down")
        await pilot.pause()
        lane = screen.record.lanes()[1]
        assert f"It leaves after move {lane.leaves}" in text_of(screen.app)
        await pilot.press("enter")
        await pilot.pause()
        assert screen.at == lane.last in {branch.last for branch in branches}
        assert "left for another branch" in str(screen.query_one("#moves", Static).content)
        await pilot.press("T", "g")
        await pilot.pause()
        assert screen.at == lane.leaves

    shown(table, act, (80, 24))


def test_a_record_without_branches_says_so_and_a_seat_sees_no_tree(tmp_path: Path) -> None:
    table = play(keys_session(tmp_path), ADVANCE)

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        assert "t" not in [key.key for key in footer(screen)]
        await pilot.press("T")
        await pilot.pause()
        assert "There is one line so far" in text_of(screen.app)

    async def as_a_seat(pilot: Pilot[str], screen: ReplayScreen) -> None:
        await pilot.press("T")
        await pilot.pause()
        assert screen.app.screen is screen

    shown(table, act, (80, 24))
    shown(table.at("harrow"), as_a_seat, (80, 24))


def test_a_move_that_begins_a_branch_changed_what_it_follows(tmp_path: Path) -> None:
    table = forked(tmp_path)
    session = table.session
    session.fork_here(10)
    play(session, Note(seat="control", text="here"))

    assert LocalRecord(session).changed(len(session.entries)) == {}


def test_of_thousands_of_places_only_those_on_screen_are_put_in_words(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    for n in range(150):
        session.make(Note(seat="control", text=f"note {n}"))

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        found = screen.places()
        assert found is screen.places()
        assert sum(isinstance(place._text, str) for place in found) < 10
        await pilot.press("g")
        await until(pilot, lambda: all(isinstance(place._text, str) for place in found))
        assert all(isinstance(place._text, str) for place in found)

    shown(LocalTable(session), act)


def test_what_was_done_and_by_whom_stands_in_one_row_at_80_columns(tmp_path: Path) -> None:
    table = forked(tmp_path)
    n = next(entry.n for entry in table.session.entries if entry.entered_by == "bot" and entry.n > 44)

    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        screen.go(n)
        await pilot.pause()
        told = str(screen.query_one("#moves", Static).content).split("\n")
        assert any("left for another branch  entered by bot  moved no score" in row for row in told)
        assert max(map(len, told)) <= 76

    shown(table, act, (80, 24))


def test_the_scrubber_is_exactly_as_wide_as_asked_and_marks_its_places() -> None:
    drawn = scrubber(50, 100, {1: 0, 2: 40, 3: 99}, (Mark("note", 40), Mark("bookmark", 40)), set(range(61, 81)), 60)
    above, track, turns = str(drawn).split("\n")

    assert {len(above), len(track)} == {60}
    assert track.index("●") == 30
    assert above[24] == "▼"
    assert "turn 2" in turns and turns.endswith("turn 3"), "the last is moved left where it would be cut"
    assert track[0] == "┿" and set(track[37:48]) == {"╌"} and set(track[49:53]) == {"─"}


def test_branches_stand_side_by_side_with_what_differs(tmp_path: Path) -> None:
    from tabletop.model.moves import Declare
    from tabletop.table.runs import differences, last_shared
    from tabletop.table.runs_of import runs_of
    from tabletop.tui.review.compare import CompareScreen
    from tests.tui.review_app import RED, keys_orders, keys_session, play

    session = keys_session(tmp_path)
    table = play(session, *keys_orders(), Declare(seat="harrow", stance="price"), ADVANCE, RED, ADVANCE, ADVANCE)
    session.fork_here(5)
    play(session, Declare(seat="harrow", stance="friendship"), ADVANCE, RED, ADVANCE, ADVANCE)

    runs = runs_of(session)
    shared = last_shared(runs)
    told = differences(runs)

    assert shared is not None and shared[0] == 5
    assert [(each.turn, each.who, each.decisions) for each in told] == [
        (1, "The Council of Harrow", ('declares "Friendship"', 'declares "A price"'))
    ]

    async def run() -> None:
        assert table.control is not None
        app = OneScreen(CompareScreen(table, table.control.runs()))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("down", "2")
            await pilot.pause()
            assert "They part after move 5" in str(app.screen.query_one("#words", Static).content)

    asyncio.run(run())


def test_jump_finds_an_inject_by_its_title_its_chain_and_its_storyline() -> None:
    from tabletop.journal.session import Session
    from tabletop.table.record import places
    from tests.golden.example import EXAMPLE

    with Session.open(EXAMPLE, read_only=True) as session:
        record = LocalRecord(session)
        found = places(record.lines(), session.world, record.turns())

        assert [place.text for place in matching(found, "inject on the table", session.world)] == [
            '"A draft on the table" is delivered'
        ]
        chain = matching(found, "inject greenland", session.world)
        assert {place.kind for place in chain} == {"inject"} and len(chain) >= 4
        assert {place.n for place in chain} <= {place.n for place in matching(found, "greenland", session.world)}


@given(
    st.dictionaries(st.integers(1, 400), st.floats(-40, 80), min_size=1, max_size=9),
    st.integers(0, 400),
    st.integers(10, 200),
    st.integers(3, 14),
    st.booleans(),
)
def test_a_turn_s_mark_stands_under_its_point(
    ends: dict[int, float], here: int, width: int, height: int, stands: bool
) -> None:
    points = [(0, 5.0), *sorted(ends.items())]
    along = Along("Margin", "x", points, here, 3.0, 400, stands, Level(0.0, "pressure"))
    turns = {n: entry for n, (entry, _) in enumerate(points, 1)}

    rows = [strip.text for strip in draw_along(along, width, height, "#000000")]
    track = str(scrubber(here, 400, turns, (), frozenset(), width)).split("\n")[1]

    assert [len(row) for row in rows] == [width] * height
    for x in (at for at, sign in enumerate(track) if sign in "┼┿●"):
        assert any("\u2800" < row[x] <= "\u28ff" for row in rows[1:]), "a spot over every mark"


def test_a_score_stands_at_the_value_the_board_shows_at_that_move() -> None:
    along = Along("Margin", "x", [(0, 0.0), (50, 10.0), (100, -10.0)], 50, 7.0, 100, level=Level(0.0, "pressure"))
    rows = [strip.text for strip in draw_along(along, 41, 7, "#000000")]

    assert rows[0].startswith("Margin  7.0") and len(rows) == 7
    assert [row[20] for row in rows[1:]].count("┊") >= 3, "where one stands"
    assert any("┈" in row for row in rows), "where pressure is met"


@given(st.integers(0, 500), st.integers(1, 500), st.integers(4, 300))
def test_a_click_on_the_line_comes_back_to_its_column(entry: int, last: int, width: int) -> None:
    x = column(min(entry, last), last, width)

    assert 0 <= x < width
    if last >= width:
        assert column(entry_at(x, last, width), last, width) == x


async def test_the_score_under_the_cursor_stands_over_the_line_at_every_size(tmp_path: Path) -> None:
    for size in ((200, 60), (120, 36), (80, 24)):
        app = TabletopApp(replay=Path("saves/example.toml"))
        async with app.run_test(size=size) as pilot:
            await settled(pilot, "end", *["left"] * 20)
            screen = app.screen
            assert isinstance(screen, ReplayScreen)
            along = screen.query_one(ScoreLines)._along
            assert along and along.name.startswith("Margin") and along.points[-1][0] == along.last
            assert along.now == screen.view.scores[screen.query_one(Scores).asked]
            assert bool(along.others) is (size == (200, 60))
            await settled(pilot, "tab")
            assert screen.query_one(ScoreLines)._along.name == "Deterrence overall"  # type: ignore[union-attr]
            painted = text_of(app).split("\n")
            lines, line = screen.query_one(ScoreLines).content_region, screen.query_one(Scrubber).content_region
            assert lines.x == line.x and line.width == lines.width - (BESIDE if along.others else 0)
            track = painted[line.y + 1]
            above = painted[lines.y + 1 : lines.bottom]
            for x in (at for at, sign in enumerate(track) if sign in "┼┿"):
                assert any("\u2800" < row[x] <= "\u28ff" for row in above)


@pytest.mark.parametrize(
    ("size", "bars"), [((60, 18), 0), ((80, 24), 3), ((100, 36), 20), ((120, 36), 9), ((200, 60), 20)]
)
def test_scores_have_the_room_that_the_map_leaves(tmp_path: Path, size: tuple[int, int], bars: int) -> None:
    async def act(pilot: Pilot[str], screen: ReplayScreen) -> None:
        await pilot.pause()
        figures, theatre = screen.query_one("#figures"), screen.query_one("#theatre")
        assert figures.size.width + (theatre.outer_size.width if theatre.display else 0) == size[0]
        rows = text_of(pilot.app).splitlines()
        row = next(row for row in rows if "Black Sea" in row[:20])
        assert len(re.findall("[▁-█]", row[: figures.size.width])) >= bars
        if size[0] >= 100:
            assert all(word in "\n".join(rows) for word in ("Cohesion", "Freed for the Pacific", "nobody"))

    shown(played(tmp_path, 1), act, size)
