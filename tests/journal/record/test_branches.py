"""The record as a tree: every entry in one part, parents first, whatever was undone, redone and forked."""

from pathlib import Path
from random import Random

import pytest

from tabletop.analysis.tree_lines import drawing, drawn, pruned, without_undone
from tabletop.journal.record.branches import Branch, split
from tabletop.journal.record.entry import Entry
from tabletop.journal.record.tree import Tree
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Move, Note, Redo, Undo
from tabletop.model.refusal import Refusal
from tests.journal.sessions import ADVANCE, at_random, begun, turn

NOTE = Note(seat="control", text="x")


def entered(tree: Tree, entries: list[Entry], move: Move, parent: int | None = None) -> bool:
    """Enters a move behind the last entry, or behind `parent`; whether it could be."""
    cursor = tree.here if parent is None else tree.cursors[parent]
    to = tree.next_from(cursor, move)
    if isinstance(to, Refusal):
        return False
    n = len(entries) + 1
    entries.append(Entry(n=n, time="", turn=1 + n // 9, phase="orders", move=move, parent=parent, head=f"{n:04}"))
    tree.add(to, cursor.node.state)
    return True


def at_random_alone(rng: Random, moves: int) -> tuple[Tree, list[Entry]]:
    tree, entries = Tree(), list[Entry]()
    for _ in range(moves):
        move: Move = rng.choice((ADVANCE, ADVANCE, NOTE, Redo(seat="control")))
        if rng.random() < 0.15:
            move = Undo(seat="control", to=rng.randrange(len(entries) + 1))
        entered(tree, entries, move, rng.randrange(len(entries) + 1) if rng.random() < 0.08 else None)
    return tree, entries


def sound(branches: tuple[Branch, ...], tree: Tree, entries: list[Entry]) -> None:
    """What holds of every tree."""
    lines = [{node.n for node in cursor.node.back()} for cursor in tree.cursors]
    held = sorted(n for branch in branches for n in branch.entries)
    assert held == [entry.n for entry in entries]
    assert branches[0].parent == -1 and branches[0].live and not any(branch.live for branch in branches[1:])
    for n, branch in enumerate(branches):
        assert branch.parent < n
        assert list(branch.moves) == sorted(branch.moves)
        if n:
            parent = branches[branch.parent]
            assert branch.depth == parent.depth + 1
            assert branch.moves and branch.fork < branch.first
            assert branch.fork in parent.moves or branch.fork == 0
            assert any({branch.fork, *branch.moves} - {0} <= line for line in lines)


@pytest.mark.parametrize("seed", range(150))
def test_every_entry_is_in_exactly_one_part_and_parents_come_first(seed: int) -> None:
    tree, entries = at_random_alone(Random(seed), 120)

    branches = split(tree, entries)

    sound(branches, tree, entries)
    assert list(branches[0].moves) == tree.line()


@pytest.mark.parametrize("seed", range(8))
def test_it_holds_for_sessions_under_the_rules_and_after_opening_them_again(tmp_path: Path, seed: int) -> None:
    with begun(tmp_path / "s.toml") as session:
        at_random(session, Random(seed), 250)
        branches = session.branches
        sound(branches, session.play.tree, session.entries)
    with Session.open(tmp_path / "s.toml", read_only=True) as again:
        assert split(again.play.tree, again.play.entries) == split(session.play.tree, session.entries)


def made(*steps: Move | tuple[int, Move]) -> tuple[Branch, ...]:
    tree, entries = Tree(), list[Entry]()
    for step in steps:
        parent, move = step if isinstance(step, tuple) else (None, step)
        assert entered(tree, entries, move, parent)
    return split(tree, entries)


def shape(branches: tuple[Branch, ...]) -> list[tuple[int, int, tuple[int, ...], int]]:
    return [(branch.parent, branch.fork, branch.moves, branch.undone) for branch in branches]


def back(to: int) -> Undo:
    return Undo(seat="control", to=to)


def test_one_line_is_one_part() -> None:
    branches = made(ADVANCE, NOTE, ADVANCE)

    assert shape(branches) == [(-1, 0, (1, 2, 3), 0)]
    assert drawn(branches) == "● 1 to 3, 3 moves: one line"


def test_an_empty_record_is_its_opening() -> None:
    branches = made()

    assert shape(branches) == [(-1, 0, (), 0)]
    assert drawn(branches) == "● the opening, 0 moves: one line"


def test_what_was_undone_hangs_where_play_went_on() -> None:
    branches = made(ADVANCE, ADVANCE, ADVANCE, back(1), ADVANCE)

    assert shape(branches) == [(-1, 0, (1, 5), 0), (0, 1, (2, 3), 4)]
    assert branches[1].entries == (2, 3, 4)


def test_an_undo_of_everything_leaves_a_trunk_without_a_move() -> None:
    branches = made(ADVANCE, ADVANCE, back(0))

    assert shape(branches) == [(-1, 0, (), 0), (0, 0, (1, 2), 3)]


def test_what_a_redo_brought_back_stands() -> None:
    branches = made(ADVANCE, ADVANCE, back(1), NOTE, Redo(seat="control"), ADVANCE)

    assert shape(branches) == [(-1, 0, (1, 2, 4, 6), 0)]
    assert branches[0].made_on == (3, 5)


def test_a_fork_of_a_fork_and_three_at_one_point() -> None:
    branches = made(ADVANCE, ADVANCE, (1, ADVANCE), ADVANCE, (1, ADVANCE), (3, ADVANCE), (1, ADVANCE), (2, NOTE))

    assert shape(branches) == [
        (-1, 0, (1, 2, 8), 0),
        (0, 1, (3, 6), 0),
        (1, 3, (4,), 0),
        (0, 1, (5,), 0),
        (0, 1, (7,), 0),
    ]
    assert drawn(branches).split("\n") == [
        "part       leaves after  moves  deterrence",
        "● 1 to 8                     3              stands",
        "├─ 3 to 6  1, turn 1         2              left",
        "│  └─ 4    3, turn 1         1              left",
        "├─ 5       1, turn 1         1              left",
        "└─ 7       1, turn 1         1              left",
    ]


def test_without_the_undone_what_grew_from_it_stays() -> None:
    branches = made(ADVANCE, ADVANCE, ADVANCE, back(1), ADVANCE, ADVANCE, back(5), (2, ADVANCE), (5, ADVANCE))

    assert [branch.moves for branch in without_undone(branches)] == [(1, 5, 9), (2, 8)]
    assert [branch.moves for branch in branches] == [(1, 5, 9), (2, 8), (3,), (6,)]
    assert pruned(branches, {0, 3})[1].parent == 0


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_line_is_never_wider_than_asked_however_deep(width: int) -> None:
    steps: list[Move | tuple[int, Move]] = [ADVANCE]
    for n in range(1, 60):
        steps += [ADVANCE, (n, ADVANCE)] if n % 2 else [(max(1, len(steps) - 1), ADVANCE)]
    branches = made(*steps)

    over, rows = drawing(branches, width)

    assert max(len(over), *(len(row.text) for row in rows)) <= width
    assert [row.branch for row in rows] == list(range(len(branches)))


def test_the_last_score_is_that_of_the_last_turn_closed_on_its_line(tmp_path: Path) -> None:
    with begun(tmp_path / "s.toml") as session:
        turn(session)
        closed = next(entry for entry in reversed(session.entries) if entry.scores)
        at = len(session.entries)
        session.make(ADVANCE)
        session.fork_here(at)
        turn(session)
        trunk, branch = session.branches

    assert branch.score == closed.scores["deterrence"]
    assert branch.fork == at and branch.turn == 2
    assert trunk.score != branch.score and trunk.score is not None


def test_ten_thousand_entries_take_no_time_to_speak_of() -> None:
    import time

    tree, entries = Tree(), list[Entry]()
    for n in range(10_000):
        entered(tree, entries, back(n - 2) if n % 20 == 19 and n - 2 in tree.line() else Advance(seat="control"))

    began = time.perf_counter()
    branches = split(tree, entries)
    text = drawn(branches)

    assert time.perf_counter() - began < 2
    assert text.count("\n") == len(branches)
