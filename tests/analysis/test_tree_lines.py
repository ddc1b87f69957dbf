"""The tree of a record in text: a line a part, none wider than asked, every part's figures behind it."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tabletop.analysis.tree_lines import drawing, drawn, pruned, state_of, without_undone
from tabletop.journal.record.branches import Branch

TRUNK = Branch(moves=(1, 2, 3, 6), live=True, score=51.25)
LEFT = Branch(parent=0, depth=1, fork=2, turn=1, moves=(4, 5), score=49.0)
UNDONE = Branch(parent=0, depth=1, fork=3, turn=2, moves=(7,), undone=8)
UNDER = Branch(parent=1, depth=2, fork=4, turn=1, moves=(9, 10))


@st.composite
def trees(draw: st.DrawFn) -> tuple[Branch, ...]:
    """Parents before children, each branch where its parent has an entry, deep or wide."""
    branches = [TRUNK]
    for n in range(draw(st.integers(0, 14))):
        parent = draw(st.integers(0, n))
        own = tuple(range(100 * n + 100, 100 * n + 100 + draw(st.integers(1, 9))))
        undone = draw(st.sampled_from((0, 5000)))
        depth, fork = branches[parent].depth + 1, branches[parent].last
        branches.append(Branch(parent=parent, depth=depth, fork=fork, turn=2, moves=own, undone=undone,
                               score=draw(st.none() | st.floats(0, 100))))  # fmt: skip
    return tuple(branches)


def test_a_record_that_never_parted_is_one_line() -> None:
    assert drawn([TRUNK]) == "● 1 to 6, 4 moves, deterrence 51.2: one line"
    assert drawn([Branch(live=True)]) == "● the opening, 0 moves: one line"
    assert drawn([Branch(moves=(1,), live=True)]) == "● 1, 1 move: one line"


def test_a_tree_is_drawn_with_its_heads_and_states() -> None:
    assert drawn([TRUNK, LEFT, UNDER, UNDONE], 80).split("\n") == [
        "part           leaves after  moves  deterrence",
        "● 1 to 6                         4        51.2  stands",
        "├─ 4 to 5      2, turn 1         2        49.0  left",
        "│  └─ 9 to 10  4, turn 1         2              left",
        "└─ 7           3, turn 2         1              undone by 8",
    ]


def test_a_column_can_be_given() -> None:
    _, rows = drawing([TRUNK, LEFT], 80, ["mine", "yours"])

    assert [row.text.rsplit(maxsplit=1)[-1] for row in rows] == ["mine", "yours"]


@given(trees(), st.integers(74, 160))
def test_each_branch_has_a_line_and_none_is_too_wide(branches: tuple[Branch, ...], width: int) -> None:
    _, rows = drawing(branches, width)

    assert [row.branch for row in rows] == list(range(len(branches)))
    assert all(len(row.text) <= width for row in rows)
    assert all(state_of(branch) in row.rest for branch, row in zip(branches, rows, strict=True))


@given(trees())
def test_what_was_taken_back_and_led_nowhere_is_left_out_and_what_led_on_is_not(branches: tuple[Branch, ...]) -> None:
    kept = without_undone(branches)
    parents = {branch.parent for branch in kept}

    assert kept[0] == branches[0]
    assert all(not branch.undone or n in parents for n, branch in enumerate(kept))
    assert all(branch.depth == kept[branch.parent].depth + 1 for branch in kept[1:])
    assert {branch.moves for branch in branches if not branch.undone} <= {branch.moves for branch in kept}


def test_a_pruned_tree_hangs_together() -> None:
    assert pruned([TRUNK, LEFT, UNDONE, UNDER], {0, 1, 3}) == (TRUNK, LEFT, evolve(UNDER, parent=1))


@pytest.mark.parametrize(("branch", "state"), [(TRUNK, "stands"), (LEFT, "left"), (UNDONE, "undone by 8")])
def test_a_part_stands_was_left_or_was_taken_back(branch: Branch, state: str) -> None:
    assert state_of(branch) == state
