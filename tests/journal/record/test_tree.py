"""The record as a tree: every entry in one part, parents first, whatever was undone, redone and forked."""

from pathlib import Path
from random import Random

import pytest

from tabletop.analysis.tree_lines import drawing, drawn, pruned, without_undone
from tabletop.journal.record.branches import Course
from tabletop.journal.record.entry import Entry
from tabletop.journal.record.tree import Limb, tree
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Move, Note, Redo, Undo
from tabletop.model.refusal import Refusal
from tests.journal.sessions import ADVANCE, at_random, begun, turn

NOTE = Note(seat="control", text="x")


def entered(course: Course, entries: list[Entry], move: Move, parent: int | None = None) -> bool:
    """Enters a move behind the last entry, or behind `parent`; whether it could be."""
    cursor = course.here if parent is None else course.cursors[parent]
    to = course.next_from(cursor, move)
    if isinstance(to, Refusal):
        return False
    n = len(entries) + 1
    entries.append(Entry(n=n, time="", turn=1 + n // 9, phase="orders", move=move, parent=parent, head=f"{n:04}"))
    course.add(to, cursor.node.state)
    return True


def at_random_alone(rng: Random, moves: int) -> tuple[Course, list[Entry]]:
    course, entries = Course(), list[Entry]()
    for _ in range(moves):
        move: Move = rng.choice((ADVANCE, ADVANCE, NOTE, Redo(seat="control")))
        if rng.random() < 0.15:
            move = Undo(seat="control", to=rng.randrange(len(entries) + 1))
        entered(course, entries, move, rng.randrange(len(entries) + 1) if rng.random() < 0.08 else None)
    return course, entries


def sound(limbs: tuple[Limb, ...], course: Course, entries: list[Entry]) -> None:
    """What holds of every tree."""
    lines = [{node.n for node in cursor.node.back()} for cursor in course.cursors]
    held = sorted(n for limb in limbs for n in limb.entries)
    assert held == [entry.n for entry in entries]
    assert limbs[0].parent == -1 and limbs[0].live and not any(limb.live for limb in limbs[1:])
    for n, limb in enumerate(limbs):
        assert limb.parent < n
        assert list(limb.moves) == sorted(limb.moves)
        if n:
            parent = limbs[limb.parent]
            assert limb.depth == parent.depth + 1
            assert limb.moves and limb.parted < limb.first
            assert limb.parted in parent.moves or limb.parted == 0
            assert any({limb.parted, *limb.moves} - {0} <= line for line in lines)


@pytest.mark.parametrize("seed", range(150))
def test_every_entry_is_in_exactly_one_part_and_parents_come_first(seed: int) -> None:
    course, entries = at_random_alone(Random(seed), 120)

    limbs = tree(course, entries)

    sound(limbs, course, entries)
    assert list(limbs[0].moves) == course.line()


@pytest.mark.parametrize("seed", range(8))
def test_it_holds_for_sessions_under_the_rules_and_after_opening_them_again(tmp_path: Path, seed: int) -> None:
    with begun(tmp_path / "s.toml") as session:
        at_random(session, Random(seed), 250)
        limbs = session.tree
        sound(limbs, session.play.course, session.entries)
    with Session.open(tmp_path / "s.toml", read_only=True) as again:
        assert tree(again.play.course, again.play.entries) == tree(session.play.course, session.entries)


def made(*steps: Move | tuple[int, Move]) -> tuple[Limb, ...]:
    course, entries = Course(), list[Entry]()
    for step in steps:
        parent, move = step if isinstance(step, tuple) else (None, step)
        assert entered(course, entries, move, parent)
    return tree(course, entries)


def shape(limbs: tuple[Limb, ...]) -> list[tuple[int, int, tuple[int, ...], int]]:
    return [(limb.parent, limb.parted, limb.moves, limb.undone) for limb in limbs]


def back(to: int) -> Undo:
    return Undo(seat="control", to=to)


def test_one_line_is_one_part() -> None:
    limbs = made(ADVANCE, NOTE, ADVANCE)

    assert shape(limbs) == [(-1, 0, (1, 2, 3), 0)]
    assert drawn(limbs) == "● 1 to 3, 3 moves: one line"


def test_an_empty_record_is_its_opening() -> None:
    limbs = made()

    assert shape(limbs) == [(-1, 0, (), 0)]
    assert drawn(limbs) == "● the opening, 0 moves: one line"


def test_what_was_undone_hangs_where_play_went_on() -> None:
    limbs = made(ADVANCE, ADVANCE, ADVANCE, back(1), ADVANCE)

    assert shape(limbs) == [(-1, 0, (1, 5), 0), (0, 1, (2, 3), 4)]
    assert limbs[1].entries == (2, 3, 4)


def test_an_undo_of_everything_leaves_a_trunk_without_a_move() -> None:
    limbs = made(ADVANCE, ADVANCE, back(0))

    assert shape(limbs) == [(-1, 0, (), 0), (0, 0, (1, 2), 3)]


def test_what_a_redo_brought_back_stands() -> None:
    limbs = made(ADVANCE, ADVANCE, back(1), NOTE, Redo(seat="control"), ADVANCE)

    assert shape(limbs) == [(-1, 0, (1, 2, 4, 6), 0)]
    assert limbs[0].made_on == (3, 5)


def test_a_fork_of_a_fork_and_three_at_one_point() -> None:
    limbs = made(ADVANCE, ADVANCE, (1, ADVANCE), ADVANCE, (1, ADVANCE), (3, ADVANCE), (1, ADVANCE), (2, NOTE))

    assert shape(limbs) == [(-1, 0, (1, 2, 8), 0), (0, 1, (3, 6), 0), (1, 3, (4,), 0), (0, 1, (5,), 0), (0, 1, (7,), 0)]
    assert drawn(limbs).split("\n") == [
        "part       leaves after  moves  deterrence",
        "● 1 to 8                     3              stands",
        "├─ 3 to 6  1, turn 1         2              left",
        "│  └─ 4    3, turn 1         1              left",
        "├─ 5       1, turn 1         1              left",
        "└─ 7       1, turn 1         1              left",
    ]


def test_without_the_undone_what_grew_from_it_stays() -> None:
    limbs = made(ADVANCE, ADVANCE, ADVANCE, back(1), ADVANCE, ADVANCE, back(5), (2, ADVANCE), (5, ADVANCE))

    assert [limb.moves for limb in without_undone(limbs)] == [(1, 5, 9), (2, 8)]
    assert [limb.moves for limb in limbs] == [(1, 5, 9), (2, 8), (3,), (6,)]
    assert pruned(limbs, {0, 3})[1].parent == 0


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_line_is_never_wider_than_asked_however_deep(width: int) -> None:
    steps: list[Move | tuple[int, Move]] = [ADVANCE]
    for n in range(1, 60):
        steps += [ADVANCE, (n, ADVANCE)] if n % 2 else [(max(1, len(steps) - 1), ADVANCE)]
    limbs = made(*steps)

    over, rows = drawing(limbs, width)

    assert max(len(over), *(len(row.text) for row in rows)) <= width
    assert [row.limb for row in rows] == list(range(len(limbs)))


def test_the_last_score_is_that_of_the_last_turn_closed_on_its_line(tmp_path: Path) -> None:
    with begun(tmp_path / "s.toml") as session:
        turn(session)
        closed = next(entry for entry in reversed(session.entries) if entry.scores)
        at = len(session.entries)
        session.make(ADVANCE)
        session.fork_here(at)
        turn(session)
        trunk, branch = session.tree

    assert branch.score == closed.scores["deterrence"]
    assert branch.parted == at and branch.turn == 2
    assert trunk.score != branch.score and trunk.score is not None


def test_ten_thousand_entries_take_no_time_to_speak_of() -> None:
    import time

    course, entries = Course(), list[Entry]()
    for n in range(10_000):
        entered(course, entries, back(n - 2) if n % 20 == 19 and n - 2 in course.line() else Advance(seat="control"))

    began = time.perf_counter()
    limbs = tree(course, entries)
    text = drawn(limbs)

    assert time.perf_counter() - began < 2
    assert text.count("\n") == len(limbs)
