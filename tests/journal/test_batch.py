"""Many moves at once: all or nothing."""

from pathlib import Path
from typing import Any

from tabletop.journal.batch import Refused, apply_moves
from tabletop.journal.store.save_toml import load
from tests.builders import played

SPEND = {"seat": "berlin", "do": "set-spending", "member": "de", "share": 2.0}


def test_good_moves_are_all_entered(tmp_path: Path) -> None:
    with played(tmp_path / "s") as session:
        done = apply_moves(
            session, [SPEND, SPEND | {"id": "x", "entered_by": "operator"}, {"seat": "control", "do": "undo", "to": 13}]
        )

        assert (done.applied, done.refused) == (3, ())
        assert (done.digest, done.head) == (session.digest, session.head)
        assert session.entries[13].entered_by == "operator"
        assert load(session.path).entries == tuple(session.entries)


def test_one_bad_move_leaves_everything_as_it_was(tmp_path: Path) -> None:
    with played(tmp_path / "s") as session:
        before = session.path.read_bytes(), list(session.entries), session.digest, list(session.line), session.branches

        done = apply_moves(
            session,
            [
                SPEND | {"id": "x"},
                SPEND | {"share": 9.0},
                {"seat": "control", "do": "redact", "entry": 4},
                SPEND | {"share": "2,5"},
                {"seat": "control", "do": "undo", "to": 3},
            ],
        )

        assert done.applied == 0
        assert done.refused[0] == Refused(1, "spending/too-fast", "Too fast.")
        assert (done.refused[1].index, done.refused[1].code) == (3, "move/malformed")
        after = session.path.read_bytes(), list(session.entries), session.digest, list(session.line), session.branches
        assert after == before
        assert apply_moves(session, [SPEND | {"id": "x"}]).applied == 1
        assert load(session.path).entries == tuple(session.entries)


def test_a_batch_may_redact(tmp_path: Path) -> None:
    moves: list[dict[str, Any]] = [{"seat": "control", "do": "redact", "entry": 4}, SPEND]
    with played(tmp_path / "s") as session:
        assert apply_moves(session, moves).applied == 2

        assert "Ça va?" not in session.path.read_text(encoding="utf-8")
        assert load(session.path).entries == tuple(session.entries)
