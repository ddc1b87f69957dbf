"""A player alone, key by key: whatever it opens, nothing of another seat or of control stands there.

Secrets are planted: in every other seat's brief and secret objectives, in what control alone reads of an inject, in
injects that have not come, in a message between others, in a note of control.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from textual.pilot import Pilot
from textual.widgets import Static

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Message, Note, Start
from tabletop.model.refusal import Refusal
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase, State
from tabletop.table import demo, watching
from tabletop.table.exercise import Exercise
from tabletop.table.injects import WAITING
from tabletop.table.unmanned import PLAYER
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.solo import SoloScreen
from tabletop.tui.levers.answer import AnswerDialog
from tabletop.tui.levers.seal import SealDialog
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.seat.job import JobScreen
from tabletop.tui.seat.seat import SeatScreen
from tests.long import LONG, sweep
from tests.play import nato
from tests.tui.room import text_of

SIZE = 180, 56
BOARD = ("2", "3", "4", "5", "8", "7", "6", "1")
SEAT = ("1", "2", "3", "4", "5", "7", "8", "6")
OPENED = ("w", "r", "R", "o")
"""What is opened from the board once a turn: why, the review, the record, what is read aloud."""


SEARCHED = "planted"
"""What is typed in the palette: small letters, so that only what is found can stand there in large ones."""


def planted(seat: str) -> Scenario:
    """The scenario with a word in everything that a seat may not read."""
    scenario = nato()
    seats = {}
    for name, spec in scenario.seats.items():
        if name != seat:
            brief = evolve(
                spec.brief, situation=f"{spec.brief.situation}\nPLANTED-BRIEF", dilemmas=("PLANTED-DILEMMA",)
            )
            aims = tuple(evolve(o, title=f"PLANTED-AIM {o.title}") if o.secret else o for o in spec.objectives)
            spec = evolve(spec, brief=brief, objectives=aims)
        seats[name] = spec
    injects = {
        name: evolve(spec, title=f"{spec.title} <{name}>", control=f"{spec.control} PLANTED-FOR-CONTROL")
        for name, spec in scenario.injects.items()
    }
    return evolve(scenario, seats=seats, injects=injects, notes="PLANTED-NOTES")


def begun(tmp_path: Path, seat: str, turns: int) -> Session:
    """A session that a player alone has begun, with words between others on record."""
    scenario = planted(seat)
    players = dict.fromkeys(scenario.seats, "bot:mixed") | {seat: "team"}
    session = Session.create(tmp_path / "alone.toml", scenario, Terms(seed="7", turns=turns, players=players))
    session.make(Start(seat="control"), PLAYER)
    others = [name for name in scenario.seats if name != seat]
    session.make(Note(seat="control", text="PLANTED-NOTE"))
    session.make(Message(seat=others[0], to=others[1], text="PLANTED-MESSAGE"))
    return session


def told(app: TabletopApp) -> Iterator[str]:
    """All text of the screen that is up: as it is painted, and what of its parts lies below the edge."""
    yield text_of(app)
    yield from (str(part.content) for part in app.screen.query(Static))


def check(app: TabletopApp, session: Session) -> None:
    """Nothing that was planted, and no inject that has not come, stands on the screen."""
    text = "\n".join(told(app))
    assert "PLANTED" not in text, (type(app.screen).__name__, text[max(0, text.find("PLANTED") - 200) :][:400])
    for name, state in session.world.injects.items():
        hidden = state.state in WAITING and not state.outcome  # one that may come again has been told
        assert not hidden or f"<{name}>" not in text, (type(app.screen).__name__, name)


async def pressed(app: TabletopApp, pilot: Pilot[Any], session: Session, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        check(app, session)


async def look_around(app: TabletopApp, pilot: Pilot[Any], session: Session) -> None:
    """Every panel of the screen, and what is opened from it, and back."""
    here = app.screen
    if isinstance(here, SoloScreen):
        await pressed(app, pilot, session, *BOARD)
        await pressed(app, pilot, session, "ctrl+p", *SEARCHED)
        while app.screen is not here:
            await pressed(app, pilot, session, "escape")
        for key in OPENED:
            await pressed(app, pilot, session, key)
            while app.screen is not here:
                await pressed(app, pilot, session, "escape")
    elif isinstance(here, SeatScreen) and not here.sealed:
        await pressed(app, pilot, session, *SEAT)


async def walk(tmp_path: Path, seat: str, turns: int, *, around: bool) -> list[str]:
    """Plays to the end by the key that every screen names as the next step; gives the screens, in order."""
    session, app = begun(tmp_path, seat, turns), TabletopApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.exercises.open_seat(Exercise(session), seat)
        await pilot.pause()
        assert isinstance(app.screen, JobScreen)
        return await play_on(app, pilot, session, around=around)


async def play_on(app: TabletopApp, pilot: Pilot[Any], session: Session, *, around: bool) -> list[str]:
    """From the job page to the end; gives the screens, in order."""
    seen: list[str] = []
    looked: set[tuple[int, Phase, str]] = set()
    for _ in range(40 * session.world.turns):
        check(app, session)
        seen.append(type(app.screen).__name__)
        if isinstance(app.screen, EndexScreen):
            break
        here = session.world.turn, session.world.phase, seen[-1]
        if around and here not in looked:
            looked.add(here)
            await look_around(app, pilot, session)
        if isinstance(app.screen, AnswerDialog):
            await pressed(app, pilot, session, "down")
        asked = isinstance(app.screen, AnswerDialog | SealDialog)
        await pressed(app, pilot, session, "enter" if asked else "space")
    assert session.world.state is State.ENDED and isinstance(app.screen, EndexScreen)
    assert "Your objectives" in "\n".join(str(part.border_title) for part in app.screen.query(Static))
    return seen


@pytest.mark.parametrize("seat", ["warsaw", "washington", "secretary-general"])
async def test_a_seat_taken_now_is_played_to_its_end_and_shows_nothing_of_anybody_else(
    tmp_path: Path, seat: str
) -> None:
    seen = await walk(tmp_path, seat, 3, around=True)

    assert {"JobScreen", "SeatScreen", "SealDialog", "ReviewScreen", "EndexScreen"} <= set(seen)


async def test_a_whole_campaign_alone_needs_only_the_next_step(tmp_path: Path) -> None:
    turns = sweep(8, 4)
    seen = await walk(tmp_path, "berlin", turns, around=bool(LONG))

    assert seen.count("SealDialog") == turns


async def taken_over(app: TabletopApp, pilot: Pilot[Any]) -> Exercise:
    """From the start screen to *Watch*, and from there to the job of the seat that is chosen."""
    for key in ("enter", "right", "right", "right", "right", "enter", "down", "enter"):
        await pilot.pause()
        await pilot.press(key)
    await pilot.pause()
    assert isinstance(app.screen, JobScreen)
    exercise = app.exercises.in_hand
    assert exercise is not None and exercise.seat_alone == app.screen.table.who == "paris"
    return exercise


async def test_who_takes_a_seat_over_from_watch_reads_its_job_first_and_nothing_of_control_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # saves go there
    app = TabletopApp()
    async with app.run_test(size=SIZE) as pilot:
        exercise = await taken_over(app, pilot)
        waiting = [n for n, each in exercise.world.injects.items() if each.state in WAITING]
        hidden = [exercise.world.scenario.injects[name].title for name in waiting]
        hidden += [o.title for s, spec in nato().seats.items() if s != "paris" for o in spec.objectives if o.secret]
        known = str(nato().seats["paris"]) + str([text.title for text in nato().texts.values()])
        hidden = [title for title in hidden if len(title) > 8 and title not in known]
        for key in ("escape", *BOARD, "e", *SEAT):
            text = "\n".join(told(app))
            assert not [title for title in hidden if title in text], type(app.screen).__name__
            await pilot.press(key)
            await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_seat_taken_over_from_watch_is_shown_nothing_that_was_planted_for_others(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # saves go there
    monkeypatch.setattr(demo, "load_scenario", lambda folder: planted("paris"))
    monkeypatch.setattr(demo, "Terms", partial(Terms, turns=3))
    monkeypatch.setattr(watching, "demo_session", with_secrets)
    app = TabletopApp()
    async with app.run_test(size=size) as pilot:
        exercise = await taken_over(app, pilot)
        kept = [entry.move for entry in exercise.session.entries]
        assert any(isinstance(move, Note) for move in kept) and any(isinstance(move, Message) for move in kept)

        await play_on(app, pilot, exercise.session, around=True)


def with_secrets() -> Session:
    """What is watched, with a note of control and words between others on record."""
    session = demo.demo_session()
    for move in (
        Start(seat="control"),
        Note(seat="control", text="PLANTED-NOTE"),
        Message(seat="berlin", to="warsaw", text="PLANTED-MESSAGE"),
    ):
        assert not isinstance(session.make(move), Refusal)
    return session
