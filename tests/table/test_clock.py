"""The countdown is a fold of the record: the same for who plays on, who resumes after a kill and who looks on."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.journal.store.lock import Lock
from tabletop.model.moves import Advance, Clock, End, Move, Pause, Redo, Resume, Undo
from tabletop.table.clock import PhaseClock, away
from tabletop.table.countdown import Countdown
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.clockface import clock_words
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.passing_time import span
from tests.play import two_keys
from tests.tui.test_app import settled

ORDERS, BRIEF = 12 * 60.0, 5 * 60.0
"""Seconds that the two phases of these sessions are given."""
START, STOP = Clock(seat="control", act="start"), Clock(seat="control", act="stop")
MORE = Clock(seat="control", act="extend", seconds=60.0)
ADVANCE, PAUSE, RESUME = Advance(seat="control"), Pause(seat="control"), Resume(seat="control")


class Time:
    """One time for the wall and for seconds that go forward."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def wall(self) -> str:
        return (datetime(2026, 2, 10, 9, tzinfo=UTC) + timedelta(seconds=self.seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")

    def on(self) -> float:
        return self.seconds


@pytest.fixture
def time() -> Time:
    return Time()


def begun(path: Path, time: Time) -> Session:
    minutes = {"brief": BRIEF / 60, "orders": ORDERS / 60, "red": 1.0}
    return Session.create(path, two_keys(), Terms(seed="7", minutes=minutes), now=time.wall)


def play(session: Session, time: Time, clock: PhaseClock, *moves: Move | float) -> None:
    """Makes moves; a number lets so many seconds go by."""
    for move in moves:
        if isinstance(move, Move):
            made = session.make(move)
            assert not hasattr(made, "code"), made
            clock.follow(session)
        else:
            time.seconds += move


DAYS: dict[str, tuple[tuple[Move | float, ...], float, bool]] = {
    "not started": ((ADVANCE, 100.0), ORDERS, False),
    "started": ((ADVANCE, 10.0, START, 100.0), ORDERS - 100, True),
    "stopped": ((ADVANCE, START, 100.0, STOP, 50.0), ORDERS - 100, False),
    "a minute more": ((ADVANCE, START, 100.0, MORE, 20.0), ORDERS - 60, True),
    "over": ((ADVANCE, START, ORDERS + 30.0), -30.0, True),
    "paused": ((ADVANCE, START, 100.0, PAUSE, 500.0), ORDERS - 100, False),
    "after a pause": ((ADVANCE, START, 100.0, PAUSE, 500.0, RESUME, 20.0), ORDERS - 120, True),
    "after a pause of a clock that stood": ((ADVANCE, PAUSE, 500.0, RESUME, 20.0), ORDERS, False),
    "a pause taken back": ((ADVANCE, START, 100.0, PAUSE, 9.0, Undo(seat="control", to=2), 20.0), ORDERS - 120, True),
    "the next phase": ((START, 100.0, ADVANCE, 30.0), ORDERS, False),
    "a phase taken back": ((START, 100.0, ADVANCE, 30.0, Undo(seat="control", to=1), 10.0), BRIEF - 110, True),
    "and done again": (
        (START, 100.0, ADVANCE, START, 7.0, Undo(seat="control", to=1), 10.0, Redo(seat="control"), 1.0),
        ORDERS - 8,
        True,
    ),
    "ended": ((ADVANCE, START, 100.0, End(seat="control"), 500.0), ORDERS - 100, False),
    "an end taken back": (
        (ADVANCE, START, 100.0, End(seat="control"), 500.0, Undo(seat="control", to=2), 20.0),
        ORDERS - 120,
        True,
    ),
    "set": ((ADVANCE, START, 100.0, Clock(seat="control", act="set", seconds=90.0), 20.0), 70.0, True),
}


@pytest.mark.parametrize(("moves", "left", "running"), DAYS.values(), ids=DAYS)
def test_the_clock_of_who_plays_is_the_one_that_is_rebuilt_from_the_record(
    tmp_path: Path, time: Time, moves: tuple[Move | float, ...], left: float, running: bool
) -> None:
    session = begun(tmp_path / "s.toml", time)
    clock = PhaseClock(time.on, session.header.minutes)
    clock.follow(session)
    play(session, time, clock, *moves)

    with Session.open(session.path, read_only=True, now=time.wall) as looked_at:
        rebuilt = PhaseClock(time.on, looked_at.header.minutes)
        rebuilt.follow(looked_at)

    clock.follow(session)
    for each in (clock, rebuilt):
        told = each.read()
        assert told.seconds == pytest.approx(left) and told.running is running
    assert clock.read() == rebuilt.read()


def test_who_looks_on_has_the_clock_of_who_plays(tmp_path: Path, time: Time) -> None:
    session = begun(tmp_path / "s.toml", time)
    clock, other = (PhaseClock(time.on, session.header.minutes) for _ in range(2))
    with Session.open(session.path, now=time.wall) as looked_at:
        other.follow(looked_at)
        play(session, time, clock, ADVANCE, 5.0, START, 2.0)
        looked_at.refresh()
        other.follow(looked_at)

        assert other.read() == clock.read() and other.read().running


def test_a_wall_clock_that_is_put_right_moves_no_countdown(tmp_path: Path, time: Time) -> None:
    seconds = [0.0]
    session = begun(tmp_path / "s.toml", time)
    clock = PhaseClock(lambda: seconds[0], session.header.minutes)
    clock.follow(session)
    play(session, time, clock, ADVANCE, START, 86_400.0, MORE)
    seconds[0] = 10.0

    assert clock.seconds == ORDERS + 50


def test_what_a_stop_says_was_left_is_what_counts(tmp_path: Path, time: Time) -> None:
    session = begun(tmp_path / "s.toml", time)
    clock = PhaseClock(time.on, session.header.minutes)
    clock.follow(session)
    play(session, time, clock, ADVANCE, START, 3600.0, Clock(seat="control", act="stop", seconds=400.0), 5.0)

    assert clock.read().seconds == 400.0 and not clock.read().running


def test_a_clock_warns_at_a_share_of_a_short_phase_and_never_from_its_first_second() -> None:
    def warns(left: float, planned: float) -> str:
        return clock_words(Countdown(left, planned=planned))[0].strip()[0]

    assert [warns(left, 60.0) for left in (60, 59, 21, 19, 5)] == ["0", "0", "0", "!", "!"]
    assert [warns(left, 1080.0) for left in (301, 299)] == ["0", "!"]
    for planned in (20.0, 60.0, 300.0, 1080.0):
        assert not Countdown(planned, planned=planned).soon and Countdown(0.0, planned=planned).last
    assert not Countdown(5.0, running=False, planned=1080.0).soon


# ------------------------------------------------------------------ after the program was away


def killed(session: Session) -> None:
    """As a kill leaves it: the lock's file lies there, touched last when the process was last alive."""
    session.writer.close()


@pytest.mark.parametrize(
    ("answer", "left", "running"), [("enter", ORDERS - 190, True), ("escape", ORDERS - 100, False)]
)
async def test_a_clock_that_ran_is_asked_about_and_the_answer_is_on_record(
    tmp_path: Path, time: Time, answer: str, left: float, running: bool
) -> None:
    session = begun(tmp_path / "s.toml", time)
    for move in (ADVANCE, START):
        session.make(move)
    time.seconds += 100
    session.make(Clock(seat="control", act="extend"))  # the last sign of life
    killed(session)
    time.seconds += 90

    again = Session.open(session.path, now=time.wall)
    app = TabletopApp(exercise=Exercise(again), now=time.on)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Confirm) and away(again) == 90
        await settled(pilot, answer)
        here = app.time.clock()
    assert (here.seconds, here.running) == (left, running)

    third = PhaseClock(time.on, again.header.minutes)
    with Session.open(session.path, read_only=True, now=time.wall) as looked_at:
        third.follow(looked_at)
    assert (third.read().seconds, third.read().running) == (left, running)


async def test_a_clock_that_stood_is_not_asked_about(tmp_path: Path, time: Time) -> None:
    session = begun(tmp_path / "s.toml", time)
    session.make(ADVANCE)
    killed(session)
    time.seconds += 90

    app = TabletopApp(exercise=Exercise(Session.open(session.path, now=time.wall)), now=time.on)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert not isinstance(app.screen, Confirm) and app.time.clock().seconds == ORDERS


@pytest.mark.parametrize("ran", [100.0, ORDERS, ORDERS + 320])
async def test_after_a_night_a_clock_stands_where_it_was_and_nobody_is_asked(
    tmp_path: Path, time: Time, ran: float
) -> None:
    session = begun(tmp_path / "s.toml", time)
    for move in (ADVANCE, START):
        session.make(move)
    time.seconds += ran
    session.make(MORE)
    killed(session)
    time.seconds += 14 * 3600

    again = Session.open(session.path, now=time.wall)
    app = TabletopApp(exercise=Exercise(again), now=time.on)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert not isinstance(app.screen, Confirm)
        here = app.time.clock()
    left = ORDERS + 60 - ran
    assert (here.seconds, here.running) == (left, False)
    assert again.entries[-1].move == Clock(seat="control", act="stop", seconds=left)


def test_a_process_that_died_leaves_the_time_of_its_last_sign(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    place = tmp_path / ".s.toml.lock"
    place.write_text("{}")
    long_ago = datetime(2026, 2, 10, 9, 30, tzinfo=UTC).timestamp()
    os.utime(place, (long_ago, long_ago))

    lock = Lock.take(path, "2026-02-10T10:00:00Z")
    assert lock.last_sign == "2026-02-10T09:30:00Z"
    os.utime(place, (long_ago, long_ago))
    lock.alive()
    assert place.stat().st_mtime > long_ago
    lock.release()

    after = Lock.take(path, "2026-02-10T10:00:00Z")
    assert after.last_sign == ""  # who leaves in good order leaves none
    after.release()


def test_a_length_of_time_is_told_in_words() -> None:
    assert [span(s) for s in (-3, 0, 59.6, 185)] == ["0 s", "0 s", "1 min 0 s", "3 min 5 s"]
    assert [span(s) for s in (50_520, 3 * 86_400)] == ["14 h 2 min", "3 days"]
