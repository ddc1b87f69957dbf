"""Slips are handed in at a seat's screen, or typed in by control from paper, until the objectives are told."""

from pathlib import Path

from tabletop.model.moves import End, HandIn, Reveal
from tabletop.table.exercise import Exercise
from tabletop.table.survey import slips
from tabletop.tui.app import TabletopApp
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.seat.seat import SeatScreen
from tests.tui.control.test_control_keys import SIZE, heard
from tests.tui.room import KEYS, on_top, table, text_of
from tests.tui.test_app import settled


async def test_a_seat_hands_in_a_slip_at_its_own_screen(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS)
    session = control.session
    app = TabletopApp(exercise=Exercise(session))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        app.push_screen(SeatScreen(control.at("lyre")))
        await settled(pilot)
        assert "N survey" in text_of(app)
        await settled(pilot, "N")
        assert on_top(app) == "SurveyDialog"
        await settled(pilot, "l", "tab", *"ours", "ctrl+s")
        assert "N survey" not in text_of(app)

    (slip,) = slips(control.view_now().lines)
    assert (slip.seat, slip.ticks, slip.words) == ("lyre", {"majority": "likely"}, {"whose": "ours"})
    assert session.entries[-1].entered_by == ""


async def test_an_empty_slip_is_not_handed_in_and_a_half_written_one_is_kept(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS)
    app = TabletopApp(exercise=Exercise(control.session))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        app.push_screen(SeatScreen(control.at("lyre")))
        await settled(pilot, "N", "ctrl+s")
        assert "the slip is empty" in text_of(app)
        await settled(pilot, "tab", *"half", "escape", "N")
        assert "half" in text_of(app)

    assert not slips(control.view_now().lines)


async def test_control_types_in_a_pile_of_slips_for_the_seats(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, End(seat="control"))
    session, (first, *_) = control.session, tuple(control.session.world.seats)
    app = TabletopApp(exercise=Exercise(session))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "N", "enter", "enter")
        assert "Survey at the end" in text_of(app)
        await settled(pilot, *"this", "ctrl+s")
        assert "1 slip" in text_of(app)
        await settled(pilot, "enter", *"that", "ctrl+s", "escape")

    assert [slip.words for slip in slips(control.view_now().lines)] == [{"decision": "this"}, {"decision": "that"}]
    assert {(entry.seat, entry.entered_by) for entry in session.entries if isinstance(entry.move, HandIn)} == {
        (first, "control")
    }


async def test_the_reveal_tells_who_has_handed_in_nothing_and_closes_the_survey(tmp_path: Path) -> None:
    slip = HandIn(seat="lyre", when="end", ticks={"pace": "4"})
    control = table(tmp_path, KEYS, End(seat="control"), slip)
    app = TabletopApp(exercise=Exercise(control.session))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        app.push_screen(EndexScreen(control))
        await settled(pilot, "S")
        words = " ".join(text_of(app).split())
        assert "This closes the survey" in words and "Lyre" not in words.partition("has come from")[2][:60]
        await settled(pilot, "space")
        told = heard(app)
        await settled(pilot, "N")

    assert isinstance(control.session.entries[-1].move, Reveal)
    assert any(words.startswith("The survey is closed") for words in told)
