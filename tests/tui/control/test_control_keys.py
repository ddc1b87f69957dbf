"""Control's keys work on every screen of control, the same way; seats and players have none of them, and who only looks
on is told so before anything is typed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tabletop.journal.session import Session
from tabletop.journal.store.inbox import inbox_path
from tabletop.journal.store.lock import Holder
from tabletop.model.moves import Adjust, Advance, Move, Note, Pause, Red, Resume
from tabletop.model.world import State
from tabletop.table.exercise import Exercise
from tabletop.table.feed_file import feed_path, read_feed
from tabletop.table.local import LocalTable
from tabletop.tui.adjudicate.adjudicate import AdjudicateScreen
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.inject import InjectDialog
from tabletop.tui.board.solo import SoloScreen
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.control.paused import PausedNotice
from tabletop.tui.control.place import in_control
from tabletop.tui.kit.commands import commands
from tabletop.tui.kit.screen import ALWAYS, TableScreen
from tabletop.tui.replay.replay import ReplayScreen
from tabletop.tui.review.ahead import AheadScreen
from tabletop.tui.review.aloud import AloudScreen
from tabletop.tui.review.compare import CompareScreen
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.review.review import ReviewScreen
from tabletop.tui.review.why import WhyScreen
from tabletop.tui.seat.seat import SeatScreen
from tests.long import some
from tests.tui.room import KEYS, on_top, session_of, table, text_of
from tests.tui.test_app import settled

SIZE = (120, 36)
RED = Red(seat="control", source="model")
ADVANCE = Advance(seat="control")
TRUST = Adjust(seat="control", what="trust", amount=1.0, reason="heard in the room")

OPENED: dict[str, Callable[[LocalTable], TableScreen]] = {
    "board": BoardScreen,
    "injects": lambda control: InjectDialog(control, next(iter(control.session.world.injects))),
    "adjudicate": AdjudicateScreen,
    "review": ReviewScreen,
    "close": EndexScreen,
    "read aloud": AloudScreen,
    "why": WhyScreen,
    "look ahead": lambda control: AheadScreen(control, runs=1),
    "replay": lambda control: _replay(control),
    "compare": lambda place: CompareScreen(place, place.control.runs() if place.control else []),
}
OWN = [action for action in OF_CONTROL if action not in ALWAYS]
SOME = some(list(OPENED), 3)
PAST = ("replay", "compare")


def _replay(table: LocalTable) -> ReplayScreen:
    return ReplayScreen(table, table.record)


"""Where what is shown is past: nothing is taken back, marked or established. In the replay c compares."""


def at(control: LocalTable, name: str) -> LocalTable:
    """The session in the phase in which a screen is looked at."""
    moves: tuple[Move, ...] = {"adjudicate": (ADVANCE, RED, ADVANCE), "review": (ADVANCE, RED, *[ADVANCE] * 2)}.get(
        name, ()
    )
    for move in (*moves[1:], TRUST):
        assert control.make_now(move) is None, move
    return control


def heard(app: TabletopApp) -> list[str]:
    """Every toast from now on."""
    told: list[str] = []
    app.notify = lambda message, **_: told.append(message)  # type: ignore[method-assign]
    return told


async def opened(pilot: Pilot[Any], name: str) -> TableScreen:
    """A screen of control over the board, at the session in hand."""
    app = pilot.app
    await settled(pilot)
    assert isinstance(app, TabletopApp) and app.exercises.in_hand is not None
    if name != "board":
        app.push_screen(OPENED[name](LocalTable(session_of(app))))
        await settled(pilot)
    screen = app.screen
    assert isinstance(screen, TableScreen)
    return screen


@pytest.mark.parametrize("name", SOME)
async def test_what_control_can_do_anywhere_it_can_do_here(tmp_path: Path, name: str) -> None:
    session = at(table(tmp_path, KEYS), name).session
    start = len(session.entries)
    app = TabletopApp(exercise=Exercise(session))

    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, name)
        await settled(pilot, "H")
        notice = app.screen
        assert isinstance(notice, PausedNotice) and session.world.state is State.PAUSED
        await settled(pilot, "n", *"a", "enter", "space")
        assert app.screen is screen
        for keys in (("n", *"b", "enter"), ("ctrl+n", *"d", "enter"), ("C",), ("B",), ("p", "space")):
            await settled(pilot, *keys)
            assert app.screen is screen
        if name != "replay":
            await settled(pilot, "c", "c")
        if name not in PAST:
            session.make(TRUST)
            await settled(pilot, "u", "escape", "u", "enter", "ctrl+r")
            await settled(pilot, "m", "j", *"it rains", "enter")
            assert app.screen is screen
        told = {each.words for each in commands(screen)}

    made = [entry.move.do for entry in session.entries[start:]]
    clock = ["clock", "clock"] * (name != "replay")
    back = ["adjust", "undo", "redo", "bookmark", "fact"] * (name not in PAST)
    assert made == ["pause", "note", "resume", "note", "note", "clock", "display", "display", *clock, *back]
    assert {"take a note", "pause for the real world", "blank the public screen"} <= told


@pytest.mark.parametrize("name", OPENED)
async def test_the_room_reads_of_a_pause_from_any_screen_as_soon_as_it_is_on_record(tmp_path: Path, name: str) -> None:
    session = at(table(tmp_path, KEYS), name).session
    app = TabletopApp(exercise=Exercise(session))

    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, name)
        await settled(pilot, "ctrl+l")
        feed = read_feed(feed_path(session.path))

    assert session.entries[-1].move == Pause(seat="control")
    assert feed is not None and feed["now"]["word"] == "PAUSED"


@pytest.mark.parametrize("name", SOME)
async def test_the_clock_is_seen_to_run_here_and_under_a_dialog(tmp_path: Path, name: str) -> None:
    ticks = [0.0]
    session = at(table(tmp_path, KEYS), name).session
    app = TabletopApp(exercise=Exercise(session), now=lambda: ticks[0])

    def clock() -> str:
        app.time.tick()
        return text_of(app).splitlines()[1].split()[-1]

    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, name)
        await settled(pilot, "C")
        if name == "replay":
            app.pop_screen()
            await settled(pilot, "c")
            app.push_screen(_replay(LocalTable(session)))
        await settled(pilot, "c")
        await settled(pilot)
        seen = [clock()]
        for keys in ((), ("n",)):
            await settled(pilot, *keys)
            ticks[0] += 7
            app.time.tick()
            await settled(pilot)
            seen.append(clock())
        assert (app.screen is screen) is False

    assert len({*seen}) == 3, seen


def test_no_screen_declares_these_keys_but_one() -> None:
    def classes(kind: type[Any]) -> Iterator[type[Any]]:
        yield kind
        for each in kind.__subclasses__():
            yield from classes(each)

    names = {action.name for action in OWN}
    copies = {
        kind.__name__
        for kind in {*classes(TableScreen)}
        for action in kind.ACTIONS
        if action.name in names and action.when is not in_control
    }

    assert copies <= {"SoloScreen", "DemoScreen"}  # a player's own undo; a film's pause
    assert len(names) == 12


async def test_a_seat_and_a_player_alone_have_none_of_them(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS)
    session, seat = control.session, next(iter(control.session.world.seats))
    start = len(session.entries)
    app = TabletopApp(exercise=Exercise(session))
    keys = [action.key for action in OWN]

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for screen in (SeatScreen, WhyScreen, _replay, AloudScreen):
            app.push_screen(screen(control.at(seat)))
            await settled(pilot)
            bound = app.screen.active_bindings.values()
            here = {active.binding.action for active in bound if active.node is app.screen}
            assert not {action.call for action in OWN} & here, screen
            app.pop_screen()
            await settled(pilot)

        app.exercises.open_seat(Exercise(session), seat)
        await settled(pilot, "escape")
        assert isinstance(app.screen, SoloScreen)
        for key in keys:
            await settled(pilot, key, "escape")
        app.push_screen(EndexScreen(control))
        await settled(pilot)
        for key in keys:
            await settled(pilot, key, "escape")

    assert {entry.move.do for entry in session.entries[start:]} <= {"redo"}


# ------------------------------------------------------------------ a terminal that only looks on


@pytest.fixture
def pair(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Session, Session]]:
    """A session, and the same opened a second time."""
    name = getattr(request, "param", "")
    held = at(table(tmp_path, KEYS), name).session
    with held, Session.open(held.path) as looked_at:
        assert looked_at.read_only
        yield held, looked_at


@pytest.mark.parametrize(("name", "pair"), [(name, name) for name in SOME], indirect=["pair"], ids=SOME)
async def test_who_looks_on_types_nothing_that_would_be_refused(pair: tuple[Session, Session], name: str) -> None:
    held, looked_at = pair
    before = held.text
    app = TabletopApp(exercise=Exercise(looked_at))
    typed: list[str] = []

    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, name)
        keys = [
            key for key, active in screen.active_bindings.items() if active.node is screen and active.binding.action
        ]
        for key in keys:
            if key in ("q", "escape", "question_mark") or "leave" in screen.active_bindings[key].binding.action:
                continue
            await settled(pilot, key)
            if app.screen.query("Input, TextArea"):
                typed.append(on_top(app))
            if screen not in app.screen_stack:  # the next step led away from it
                screen = await opened(pilot, name)
            while app.screen is not screen:
                app.pop_screen()
                await settled(pilot)

    assert {*typed} <= {"NoteDialog", "JumpDialog", "NameDialog"} and "NoteDialog" in typed
    assert name == "replay" or "NameDialog" not in typed  # a fork becomes a file of its own
    assert held.text == before and held.path.read_text() == before


async def test_a_note_of_who_looks_on_goes_to_control_and_onto_the_record(pair: tuple[Session, Session]) -> None:
    held, looked_at = pair
    app, control = TabletopApp(exercise=Exercise(looked_at)), TabletopApp(exercise=Exercise(held))
    told, known = heard(app), heard(control)

    async with app.run_test(size=SIZE) as pilot, control.run_test(size=SIZE) as other:
        await settled(pilot, "n")
        assert "goes to" in text_of(app)
        await settled(pilot, *"hm", "enter")
        assert "on record there" in told[-1]
        control.following.follow()
        await settled(other)
        assert (
            held.entries[-1].move == Note(seat="control", text="hm", at=1) and held.entries[-1].entered_by == "recorder"
        )
        assert "another terminal" in known[-1]


async def test_a_note_that_can_t_be_left_is_still_there_to_be_sent_again(pair: tuple[Session, Session]) -> None:
    _, looked_at = pair
    inbox_path(looked_at.path).mkdir()
    app = TabletopApp(exercise=Exercise(looked_at))
    told = heard(app)

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "n", *"hm", "enter")
        assert "can't be left" in told[-1]
        await settled(pilot, "n")
        assert app.screen.query_one(Input).value == "hm"


async def test_a_pause_reaches_who_looks_on_and_goes_with_it(
    pair: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    held, looked_at = pair
    monkeypatch.setattr(Session, "held_by", Holder(1, "laptop", "now"))  # as if another process had it
    app = TabletopApp(exercise=Exercise(looked_at))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for move, paused in ((Pause(seat="control"), True), (Resume(seat="control"), False)):
            assert LocalTable(held).make_now(move) is None
            looked_at.refresh()
            app.time.tick()
            await settled(pilot)
            assert isinstance(app.screen, PausedNotice) is paused
            await settled(pilot, "space")
            assert isinstance(app.screen, PausedNotice) is paused
