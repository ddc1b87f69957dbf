"""load(save(s)) is s, field by field: random sessions, every kind of move with any values, what bots and `apply` write.

What screens and all else in the tests write: tests/loaded_again.py, after each test.
"""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.analysis.policies import POLICIES
from tabletop.journal.batch import apply_moves
from tabletop.journal.session import Session
from tabletop.model.moves import Move, Red
from tabletop.model.moves.table import to_table
from tabletop.model.world import State
from tabletop.table.local import LocalTable
from tests.builders import new_session, open_session
from tests.journal.sessions import ADVANCE, at_random, begun, leaves
from tests.loaded_again import fields, loaded_again
from tests.play import nato, two_keys
from tests.strategies import moves, words

acts = st.one_of(st.tuples(moves, words, words), st.integers(0, 12))


@given(st.lists(acts, max_size=14))
@settings(deadline=None)
def test_any_moves_with_any_values_come_back(tmp_path_factory: pytest.TempPathFactory, todo: list[object]) -> None:
    path = tmp_path_factory.mktemp("any") / "s"
    with new_session(path) as session:
        for act in todo:
            match act:
                case int() if act <= len(session.entries):
                    session.fork_here(act)
                case (Move() as move, str() as who, str() as sender):
                    session.make(move, who, sender)
        loaded_again(session, path)
    with open_session(path) as again:
        assert [fields(entry) for entry in again.entries] == [fields(entry) for entry in session.entries]
        assert (leaves(again), again.notices) == (leaves(session), ())


@given(st.integers(0, 2**32), st.integers(1, 45), st.sampled_from([nato, two_keys]))
@settings(max_examples=settings().max_examples // 4, deadline=None)
def test_any_session_under_the_real_rules_comes_back(
    tmp_path_factory: pytest.TempPathFactory, seed: int, length: int, scenario: object
) -> None:
    path = tmp_path_factory.mktemp("real") / "s"
    with begun(path, nato() if scenario is nato else two_keys(), seed=str(seed)) as session:
        at_random(session, Random(seed), length)
        if seed % 3 == 0:
            session.redact(everything=True)
        loaded_again(session, path)
        digest = session.digest
    with Session.open(path) as again:
        assert [fields(entry) for entry in again.entries] == [fields(entry) for entry in session.entries]
        assert again.digest == digest or session.play.fork_at is not None
        assert (leaves(again), again.notices) == (leaves(session), ())


@pytest.mark.parametrize("policy", POLICIES)
def test_what_bots_write_is_loaded_again(tmp_path: Path, policy: str) -> None:
    scenario = two_keys()
    players = dict.fromkeys(scenario.seats, f"bot:{policy}")
    with begun(tmp_path / "s.toml", scenario, players=players) as session:
        table = LocalTable(session)
        while session.world.state is not State.ENDED:
            if session.world.phase == "red":
                table.make_now(Red(seat="control", source="model"))
            assert table.make_now(ADVANCE) is None
        loaded_again(session, session.path)


def test_what_apply_writes_is_loaded_again(tmp_path: Path) -> None:
    with begun(tmp_path / "first.toml") as session:
        at_random(session, Random(3), 90)
        tables = [to_table(entry.move) | {"id": f"m{entry.n}"} for entry in session.entries if entry.parent is None]
    with begun(tmp_path / "s.toml") as session:
        for table in tables:
            apply_moves(session, [table])
        assert len(session.entries) > 20
        loaded_again(session, session.path)
