"""The tree of a record in text: a line a part, none wider than asked, every part's figures behind it."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tabletop.analysis.tree_lines import drawing, drawn, pruned, state_of, without_undone
from tabletop.journal.record.tree import Limb

TRUNK = Limb(moves=(1, 2, 3, 6), live=True, score=51.25)
LEFT = Limb(parent=0, depth=1, parted=2, turn=1, moves=(4, 5), score=49.0)
UNDONE = Limb(parent=0, depth=1, parted=3, turn=2, moves=(7,), undone=8)
UNDER = Limb(parent=1, depth=2, parted=4, turn=1, moves=(9, 10))


@st.composite
def trees(draw: st.DrawFn) -> tuple[Limb, ...]:
    """Parents before children, each limb where its parent has an entry, deep or wide."""
    limbs = [TRUNK]
    for n in range(draw(st.integers(0, 14))):
        parent = draw(st.integers(0, n))
        own = tuple(range(100 * n + 100, 100 * n + 100 + draw(st.integers(1, 9))))
        undone = draw(st.sampled_from((0, 5000)))
        limbs.append(Limb(parent=parent, depth=limbs[parent].depth + 1, parted=limbs[parent].last, turn=2, moves=own,
                          undone=undone, score=draw(st.none() | st.floats(0, 100))))  # fmt: skip
    return tuple(limbs)


def test_a_record_that_never_parted_is_one_line() -> None:
    assert drawn([TRUNK]) == "● 1 to 6, 4 moves, deterrence 51.2: one line"
    assert drawn([Limb(live=True)]) == "● the opening, 0 moves: one line"
    assert drawn([Limb(moves=(1,), live=True)]) == "● 1, 1 move: one line"


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
def test_each_limb_has_a_line_and_none_is_too_wide(limbs: tuple[Limb, ...], width: int) -> None:
    _, rows = drawing(limbs, width)

    assert [row.limb for row in rows] == list(range(len(limbs)))
    assert all(len(row.text) <= width for row in rows)
    assert all(state_of(limb) in row.rest for limb, row in zip(limbs, rows, strict=True))


@given(trees())
def test_what_was_taken_back_and_led_nowhere_is_left_out_and_what_led_on_is_not(limbs: tuple[Limb, ...]) -> None:
    kept = without_undone(limbs)
    parents = {limb.parent for limb in kept}

    assert kept[0] == limbs[0]
    assert all(not limb.undone or n in parents for n, limb in enumerate(kept))
    assert all(limb.depth == kept[limb.parent].depth + 1 for limb in kept[1:])
    assert {limb.moves for limb in limbs if not limb.undone} <= {limb.moves for limb in kept}


def test_a_pruned_tree_hangs_together() -> None:
    assert pruned([TRUNK, LEFT, UNDONE, UNDER], {0, 1, 3}) == (TRUNK, LEFT, evolve(UNDER, parent=1))


@pytest.mark.parametrize(("limb", "state"), [(TRUNK, "stands"), (LEFT, "left"), (UNDONE, "undone by 8")])
def test_a_part_stands_was_left_or_was_taken_back(limb: Limb, state: str) -> None:
    assert state_of(limb) == state
