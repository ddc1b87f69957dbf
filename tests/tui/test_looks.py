"""What a room sees: colours that say good or bad, words that are whole, keys for what can't be seen at once."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.injects import InjectState
from tabletop.model.moves import Advance, End, PlaySeat, Red, Seal
from tabletop.model.world import Phase
from tabletop.scenario.load import load_scenario
from tabletop.table.countdown import Countdown
from tabletop.table.demo import beats, demo_session
from tabletop.table.exercise import Exercise
from tabletop.table.next_step import StepKind, next_step
from tabletop.table.publishing import stands
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.injects import state_word
from tabletop.tui.board.scores import Scores
from tabletop.tui.board.solo import SoloScreen
from tabletop.tui.board.tabs import Tables
from tabletop.tui.board.waiting import waiting
from tabletop.tui.charts.causes import WaterfallLine, WaterfallRow, columns, draw_line
from tabletop.tui.charts.ledger import ledger
from tabletop.tui.kit.effects import effects_text
from tabletop.tui.kit.fit import GridColumn, shortened, widths
from tabletop.tui.kit.help import HelpDialog
from tabletop.tui.look import palette
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.map.theatre import MapTheatre
from tabletop.tui.public.head import feed_clock
from tabletop.tui.public.prepared import Prepared
from tabletop.tui.replay.replay import ReplayScreen
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.review.review import ReviewScreen
from tabletop.tui.review.why import WhyScreen
from tabletop.words.names import better, score_name
from tests.play import phase
from tests.table.scenes import every_scene
from tests.tui.review_app import OneScreen, played
from tests.tui.room import KEYS, NATO, Room, table, text_of
from tests.tui.test_app import session, settled


@pytest.mark.parametrize(("way", "colour"), [("high", "HIGH_TEXT"), ("low", "LOW"), ("", "TEXT")])
def test_a_rise_has_the_colour_of_good_only_where_more_is_better(way: str, colour: str) -> None:
    layout = columns([WaterfallRow("A probe", 4.0)], ledger(20, [4.0], 24), 80)
    line = WaterfallLine("A probe", (200, 240), tenths=40)
    strip = draw_line(line, layout, 200, palette.BACKGROUND, way)

    assert palette.change_mark(4.0, better=way) == ("▲", "+4.0", getattr(palette, colour))
    assert palette.change_mark(0.0, better=way) == ("·", "", palette.DIM)
    inks = {
        segment.style.color.name
        for segment in strip
        if segment.style and segment.style.color and "+4.0" in segment.text
    }
    assert inks == {getattr(palette, colour)}


def test_the_scenario_says_which_way_is_good() -> None:
    for folder in (NATO, KEYS):
        scenario = load_scenario(folder)
        low = [track for track, spec in scenario.tracks.items() if spec.better == "low"]
        assert low
        assert all(better(scenario, track) == "low" for track in low)
        assert better(scenario, f"pressure/{next(iter(scenario.theatres))}") == "low"
        assert score_name(scenario, "pressure") == "Pressure"


def test_an_effect_too_small_for_its_digits_is_not_told() -> None:
    scenario = load_scenario(NATO)
    told = effects_text({"trust": -0.04, "cohesion": -0.06, "wallet/berlin": -0.01}, scenario).plain

    assert "Trust" not in told
    assert "-0.1" in told
    assert "-0.01 bn" in told


def test_brackets_go_before_a_word_is_cut_and_a_small_column_before_that() -> None:
    assert shortened(Content("Second brigade (Germany, Baltic states)"), 20).plain == "Second brigade"
    assert shortened(Content("one two (three)"), 15).plain == "one two (three)"

    titles = (GridColumn("", flex=True, keep=9, least=10), GridColumn("Status", keep=8), GridColumn("Weight", keep=3))
    cells = [(Content("Information Systems"), Content("held"), Content("2%"))]
    assert widths(titles, cells, 40) == [19, 6, 6]
    assert widths(titles, cells, 28) == [19, 6, 0]


async def test_what_is_prepared_for_the_room_is_whole_on_the_smallest_screen(tmp_path: Path) -> None:
    here = played(tmp_path, 2)
    app = TabletopApp(exercise=Exercise(here.session))

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot, "p")
        assert isinstance(app.screen, Prepared)
        while app.screen.row.scene.kind != "map":
            await settled(pilot, "up")
        shown = text_of(app)

    for theatre in every_scene(here.session)["map"]["theatres"]:
        assert theatre["name"].upper() in shown


def test_the_room_s_clock_is_gone_after_the_end(tmp_path: Path) -> None:
    here = table(tmp_path)
    clock = Countdown(480.0, running=False, planned=1080.0)
    assert feed_clock({"now": stands(here.session, clock)}).seconds == 480.0

    here.make_now(End(seat="control"))

    assert feed_clock({"now": stands(here.session, clock)}).seconds is None


async def test_after_the_end_the_room_s_screen_can_still_be_pushed(tmp_path: Path) -> None:
    here = table(tmp_path, NATO, End(seat="control"))
    app = TabletopApp(exercise=Exercise(here.session))
    told: list[str] = []
    app.notify = lambda message, **_: told.append(message)  # type: ignore[method-assign]

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await settled(pilot, "p")
        await settled(pilot, "space")

    assert told == ["Pushed to the room's stage."]


async def test_the_close_shows_every_score_from_the_opening_on(tmp_path: Path) -> None:
    here = played(tmp_path, 2)
    opening = here.session.world.history[0]
    app = Room(EndexScreen(here))

    async with app.run_test(size=(120, 60)) as pilot:
        await settled(pilot)
        shown = text_of(app)

    rows = [line for line in shown.splitlines() if "Cohesion" in line and f"{opening['cohesion']:.1f}" in line]
    assert rows


async def test_in_help_a_long_line_goes_on_below_itself(tmp_path: Path) -> None:
    keys = [(chr(97 + n), "does a thing " * (5 if n == 12 else 1)) for n in range(20)]

    app = Room(HelpDialog("Board", "What it is for.", {"One": keys[:10], "Two": keys[10:]}))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        lines = text_of(app).splitlines()

    left = [line.split("│")[1][:12] for line in lines if "thing" in line]
    assert all(not part.strip() or (part.rstrip()[-1] in "abcdefghij" and len(part.strip()) == 1) for part in left)


async def test_the_options_of_an_inject_are_reached_with_the_keyboard_on_the_smallest_screen(tmp_path: Path) -> None:
    here = table(tmp_path)
    world = here.session.world
    inject = next(n for n, i in world.injects.items() if i.state is InjectState.DELIVERED and n == "greenland-1")
    last = world.scenario.injects[inject].options[-1].text.split()[0]
    app = TabletopApp(exercise=Exercise(here.session))

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot, "i")
        assert last not in text_of(app)
        await settled(pilot, "tab", "end")
        assert app.screen.query_one(VerticalScroll).has_focus
        foot = text_of(app)
        await settled(pilot, "pageup")  # reasons and figures stand below an option
        assert last in text_of(app) or last in foot


async def test_why_from_the_replay_is_about_the_turn_and_the_score_under_the_cursor(tmp_path: Path) -> None:
    here = played(tmp_path, 3)
    app = OneScreen(ReplayScreen(here, here.record))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await settled(pilot, "home", "full_stop", "down")
        under = app.screen.query_one(Scores).row
        await settled(pilot, "w")
        why = app.screen

    assert isinstance(why, WhyScreen)
    assert why.at == 1
    assert why.score == under.replace("deterrence", "margin")


async def test_names_of_scores_are_whole_on_the_smallest_screen(tmp_path: Path) -> None:
    app = OneScreen(WhyScreen(played(tmp_path, 1)))

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        listed = app.screen.query_one("#scores", OptionList)
        rows = [str(listed.get_option_at_index(n).prompt) for n in range(listed.option_count)]

    assert not [row for row in rows if "…" in row and not row.startswith(("Support", "Capital"))]


def test_theatres_without_outlines_stand_on_open_sea_apart_from_each_other() -> None:
    town = MapTheatre("one", "Outer harbour", ("ly",), 3.0, 43.0, 60, 3, 0, False)
    theatres = (town, evolve(town, id="two", name="Mule pass", members=("mo", "ly")))

    rows, plates = TheatreMap(theatres).drawn(60, 20, palette.BACKGROUND)

    assert not [char for row in rows for char in row.text if "⠀" < char <= "⣿"]
    assert [row for row in rows if "Mule pass" in row.text]
    assert abs(plates[0].box.y - plates[1].box.y) > 1


async def test_the_accent_is_in_the_focused_panel_alone(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(table(tmp_path).session))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        tables = app.screen.query_one(Tables)

        def inks() -> set[str]:
            top = app.screen._compositor.render_strips()[tables.region.y]
            inside = top.crop(tables.region.x, tables.region.right)
            return {str(segment.style.color.name) for segment in inside if segment.style and segment.style.color}

        assert palette.ACCENT not in inks()
        await settled(pilot, "3")
        assert palette.ACCENT in inks()


async def test_after_taking_over_space_goes_from_the_seal_to_the_review(tmp_path: Path) -> None:
    made = session(tmp_path)
    for seat in list(made.world.seats)[1:]:
        made.make(PlaySeat(seat="control", name=seat, player="bot:status-quo"))
    made.make(Advance(seat="control"))
    made.make(Seal(seat=next(iter(made.world.seats))))
    app = TabletopApp()

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.exercises.open(Exercise(made), model_red=True)
        await settled(pilot)
        board = app.screen
        assert isinstance(board, BoardScreen)
        await settled(pilot, "space")
        assert phase(made) is Phase.RED
        assert board.step().kind is StepKind.MODEL_RED
        assert next_step(made.world).kind is StepKind.RED
        await settled(pilot, "space")
        assert phase(made) is Phase.ADJUDICATE
        await settled(pilot, "A")
        await settled(pilot)
        assert isinstance(app.screen, ReviewScreen)


@pytest.mark.parametrize(("entered_by", "asked"), [("bot", False), ("", True)])
async def test_who_resumes_is_asked_for_red_only_where_somebody_was(
    tmp_path: Path, entered_by: str, asked: bool
) -> None:
    """A session taken over from a demo goes on as it was left; one in which control sealed Red asks again."""
    made = session(tmp_path)
    for _ in range(2):
        assert made.make(Advance(seat="control"), "control") is not None
    made.make(Red(seat="control", source="model"), entered_by)
    path = made.path
    made.close()
    app = TabletopApp(exercise=Exercise(Session.open(path)))

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        board = app.screen
        assert isinstance(board, BoardScreen)
        for _ in range(8):
            if board.view.world.phase is Phase.RED and board.view.world.red is None:
                break
            await board.give(Advance(seat="control"))
        assert board.view.world.turn == 2
        assert board.step().kind is (StepKind.RED if asked else StepKind.MODEL_RED)


async def test_who_takes_a_seat_asks_why_as_that_seat_and_sees_no_inject_in_store(tmp_path: Path) -> None:
    made = Session.create(tmp_path / "one.toml", load_scenario(NATO), Terms(seed="7", turns=3))
    app = TabletopApp()

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.exercises.open_seat(Exercise(made), "berlin")
        await settled(pilot, "escape")
        assert isinstance(app.screen, SoloScreen)
        await settled(pilot, "w")
        assert isinstance(app.screen, WhyScreen)
        assert app.screen.view.who == "berlin"
        await settled(pilot, "escape")
        await settled(pilot, "i")
        in_store = [s.title for n, s in made.world.scenario.injects.items()
                    if made.world.injects[n].state in (InjectState.ARMED, InjectState.PLANNED)]  # fmt: skip
        assert not [title for title in in_store if title in text_of(app)]


def test_an_inject_that_can_come_no_more_names_no_turn(tmp_path: Path) -> None:
    world = table(tmp_path).session.world
    armed = (name for name, inject in world.injects.items() if inject.state is InjectState.ARMED)
    name = next(name for name in armed if not world.scenario.injects[name].by_hand)
    last = evolve(world, turn=world.turns)

    assert state_word(last, name)[0] == "-"


def test_the_demo_s_causes_lead_to_the_change_it_tells() -> None:
    made = demo_session()
    try:
        beat = next(b for b in beats(made) if b.title.endswith("what moved most"))
    finally:
        made.close()

    causes, _, ends = beat.lines[0].rstrip(".").rpartition(": ")
    was, _, now = ends.rpartition(" to ")
    added = sum(float(cause.rsplit(" ", 1)[1]) for cause in causes.split("; "))
    assert added == pytest.approx(float(now) - float(was.rsplit(" ", 1)[1]), abs=0.3)


def test_one_free_move_is_one(tmp_path: Path) -> None:
    from tabletop.model.moves import MakeFreeMove

    moves: tuple[Any, ...] = (
        MakeFreeMove(seat="lyre", aim="Lamps", means="a levy", reasons=("rich",)),
        Advance(seat="control"),
        Red(seat="control", source="model"),
        Advance(seat="control"),
    )
    world = table(tmp_path, KEYS, *moves).session.world

    assert "results, 1 free move among them" in waiting(world)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_trouble_with_the_disk_is_said_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    app = TabletopApp(exercise=Exercise(table(tmp_path).session))

    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        board = app.screen
        assert isinstance(board, BoardScreen)
        board.view = evolve(board.view, trouble="the disk is full: nothing is saved")
        board.frame_lines()
        await pilot.pause()
        assert "the disk is full" in text_of(app)


async def test_the_status_line_names_the_file_where_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = table(tmp_path)
    monkeypatch.chdir(tmp_path)
    app = TabletopApp(exercise=Exercise(here.session))

    async with app.run_test(size=(200, 60)) as pilot:
        await settled(pilot)
        assert "1 move on disk, x.toml" in text_of(app)
