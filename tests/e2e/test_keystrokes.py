"""How many keys a turn costs whoever runs it, beside what people say in it: to go on, tell the room, keep time."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from textual.pilot import Pilot

from tabletop.journal.session import Session
from tabletop.model.moves import Answer, MakeFreeMove, Message, Seal
from tabletop.model.world import Phase
from tabletop.table.exercise import Exercise
from tabletop.table.feed_file import feed_path, read_feed
from tabletop.table.local import LocalTable
from tabletop.tui.adjudicate.adjudicate import AdjudicateScreen
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.red import RedDialog
from tabletop.tui.review.compare import CompareScreen
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.review.review import ReviewScreen
from tests.e2e.screens import SIZE
from tests.golden.example import EXAMPLE
from tests.tui.review_app import nato_session
from tests.tui.room import until
from tests.tui.test_app import settled

TURN, PUSH, FORK = 8, 2, 12
"""What a turn, a push and the fork of the hotwash may cost."""


class Counted:
    """Presses keys for a purpose, and counts them by it."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self._pilot = pilot
        self.keys: Counter[str] = Counter()

    async def press(self, purpose: str, *keys: str) -> None:
        self.keys[purpose] += len(keys)
        await settled(self._pilot, *keys)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with nato_session(tmp_path) as session:
        yield session


def _orders(session: Session) -> None:
    """What the teams say and control enters for them: content, whatever it costs."""
    control = LocalTable(session)
    inject = next(name for name, state in session.world.injects.items() if state.state.value == "delivered")
    spec = session.world.scenario.injects[inject]
    for move in (
        Message(seat="warsaw", to="berlin", text="Will you lend the engineers?"),
        MakeFreeMove(seat="warsaw", aim="A common border command", reasons=("The staff exists",)),
        *(Answer(seat=seat, inject=inject, option=spec.options[0].id) for seat in spec.answers[:1]),
        *(Seal(seat=seat) for seat in session.world.seats),
    ):
        refusal = control.make_now(move)
        assert refusal is None, (move, refusal)


async def test_a_turn_takes_eight_keys_beside_what_is_said_in_it_with_its_clock_and_the_room_s_stage(
    session: Session,
) -> None:
    app = TabletopApp(exercise=Exercise(session))
    scenes: list[str] = []
    running: list[bool] = []
    turn: Counter[str] = Counter()

    def stage() -> str:
        feed = read_feed(feed_path(session.path))
        return str(feed["scene"]["kind"]) if feed and feed.get("scene") else ""

    async with app.run_test(size=SIZE) as pilot:
        hand = Counted(pilot)
        await hand.press("the clock of all turns", "c")
        for number in (1, 2):
            before = Counter(hand.keys)
            await hand.press("go on", "space")
            assert session.world.phase is Phase.ORDERS
            running.append(app.time.clock().running)
            _orders(session)
            await hand.press("go on", "space")
            assert isinstance(app.screen, RedDialog)
            await hand.press("go on", "A")
            assert isinstance(app.screen, AdjudicateScreen)
            running.append(app.time.clock().running)
            await hand.press("the argument", "p", "v")
            scenes.append(stage())
            await hand.press("go on", "A")
            await hand.press("the argument that nobody ruled on", "enter")
            assert isinstance(app.screen, ReviewScreen)
            await hand.press("tell the room", "p", "r")
            scenes.append(stage())
            await hand.press("the story, told sentence by sentence", *["space"] * 3)
            await hand.press("go on", "end", "space")
            assert isinstance(app.screen, BoardScreen) and session.world.turn == number + 1
            running.append(app.time.clock().running)
            turn = hand.keys - before

    overhead = turn["go on"] + turn["tell the room"]
    assert overhead <= TURN, f"overhead {overhead} of {dict(turn)}"
    assert scenes == ["argument", "story"] * 2
    assert all(running), "the clock runs on from phase to phase once it was started"
    print(f"overhead {overhead}: {dict(turn)}; once for all turns: {hand.keys['the clock of all turns']}")


async def test_the_fork_of_the_hotwash_is_at_its_picture_in_a_dozen_keys_and_on_the_wall_in_two_more(
    tmp_path: Path,
) -> None:
    copy(EXAMPLE, tmp_path / "day.toml")
    with Session.open(tmp_path / "day.toml") as session:
        app = TabletopApp(exercise=Exercise(session))
        async with app.run_test(size=SIZE) as pilot:
            await settled(pilot)
            hand = Counted(pilot)
            await hand.press("fork", "space")
            assert isinstance(app.screen, EndexScreen)
            await hand.press("fork", "b", "enter", "enter")
            await until(pilot, lambda: isinstance(app.screen, CompareScreen))
            assert isinstance(app.screen, CompareScreen)
            await hand.press("push", "p", "space")
            feed = read_feed(feed_path(session.path))

    assert hand.keys["fork"] <= FORK and hand.keys["push"] == PUSH, f"{dict(hand.keys)}"
    assert feed is not None and feed["scene"]["kind"] == "compare"
    print(dict(hand.keys))
