"""Saves that were forked from each other as a tree: each hangs where it leaves the one it shares most with."""

from pathlib import Path

from tabletop.analysis.forked import tree_of
from tabletop.journal.fork import fork_save
from tabletop.journal.session import Session
from tabletop.journal.store.save import Save
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Declare, Note
from tests.journal.sessions import begun, turn


def gone_on(save: Save, at: int, path: Path) -> Save:
    """A fork of a save that goes on with two notes of its own."""
    fork_save(save, at, path)
    with Session.open(path) as session:
        for n in range(2):
            session.make(Note(seat="control", text=f"{path.stem} {n}"))
    return load(path)


def trunk(folder: Path, seed: str = "7") -> Save:
    """Two turns of the small scenario: 14 entries."""
    with begun(folder / f"trunk-{seed}.toml", seed=seed) as session:
        for stance in ("price", "friendship"):
            turn(session, Declare(seat="lyre", stance=stance))
    return load(folder / f"trunk-{seed}.toml")


def test_a_fork_of_a_fork_hangs_on_that_fork(tmp_path: Path) -> None:
    whole = trunk(tmp_path)
    early = gone_on(whole, 1, tmp_path / "early.toml")
    later = gone_on(early, 2, tmp_path / "later.toml")

    found = tree_of([whole, later, early])

    assert [n for n, _ in found] == [0, 1, 2]
    assert [(branch.parent, branch.fork, branch.depth) for _, branch in found] == [(-1, 0, 0), (0, 1, 1), (1, 2, 2)]
    assert [branch.live for _, branch in found] == [True, False, False]


def test_a_branch_has_the_entries_its_save_does_not_share_and_its_last_deterrence(tmp_path: Path) -> None:
    whole = trunk(tmp_path)
    fork_save(whole, 7, tmp_path / "other.toml")
    with Session.open(tmp_path / "other.toml") as session:
        turn(session, Declare(seat="lyre", stance="price"))
    other = load(tmp_path / "other.toml")

    (_, first), (_, second) = tree_of([whole, other])

    assert first.moves == tuple(range(1, 15)) and second.moves == tuple(range(8, 15))
    assert second.turn == 2
    assert second.score == [e.scores["deterrence"] for e in other.entries if "deterrence" in e.scores][-1]
    assert second.head == other.head


def test_children_stand_by_where_they_leave_the_later_behind_the_earlier_and_parents_before_them(
    tmp_path: Path,
) -> None:
    whole = trunk(tmp_path)
    forks = [gone_on(whole, at, tmp_path / f"{at}.toml") for at in (8, 2, 5)]

    found = tree_of([whole, *forks])

    assert [branch.fork for _, branch in found] == [0, 2, 5, 8]
    assert [n for n, _ in found] == [0, 2, 3, 1]


def test_saves_that_never_were_one_session_are_no_tree(tmp_path: Path) -> None:
    assert tree_of([trunk(tmp_path), trunk(tmp_path, "8")]) == []
    assert len(tree_of([trunk(tmp_path, "9")])) == 1
