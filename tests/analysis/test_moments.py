"""The world as each turn ended, on the line that stands."""

from pathlib import Path

import pytest

from tabletop.analysis.moments import end_of, last_adjudicated
from tabletop.journal.session import Session
from tabletop.model.moves import Declare, Undo
from tabletop.model.world import Phase
from tabletop.rules.world.digest import digest
from tests.journal.sessions import ADVANCE, begun, turn


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Two turns played, the third in its orders."""
    session = begun(tmp_path / "s.toml")
    for stance in ("price", "friendship"):
        turn(session, Declare(seat="lyre", stance=stance))
    session.make(ADVANCE)
    return session


def test_the_last_turn_done_is_counted_from_the_opening(session: Session) -> None:
    assert last_adjudicated(session.world_at(0)) == 0
    assert last_adjudicated(session.world) == 2


def test_the_end_of_a_turn_is_its_last_entry_and_of_the_one_in_play_what_is_now(session: Session) -> None:
    one, two, now = (end_of(session.play, n) for n in (1, 2, 3))

    assert (one.turn, two.turn, now.turn) == (1, 2, 3)
    assert (one.phase, two.phase, now.phase) == (Phase.REVIEW, Phase.REVIEW, Phase.ORDERS)
    assert [last_adjudicated(world) for world in (one, two)] == [1, 2]
    assert digest(now) == session.digest


def test_what_was_taken_back_is_no_end(session: Session) -> None:
    second = end_of(session.play, 2).history[2]
    start = next(entry.n for entry in session.entries if entry.turn == 2)
    session.make(Undo(seat="control", to=start))
    before = end_of(session.play, 1)
    turn(session, Declare(seat="lyre", stance="price"))

    again = end_of(session.play, 2)
    assert digest(end_of(session.play, 1)) == digest(before)
    assert again.history[:2] == before.history and again.history[2] != second


def test_before_any_turn_has_ended_it_is_the_opening(tmp_path: Path) -> None:
    session = begun(tmp_path / "s.toml")

    assert digest(end_of(session.play, 1)) == session.digest
    assert end_of(session.play, 0).turn == 1
