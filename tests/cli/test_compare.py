"""`compare`: the tree of what is laid side by side, exactly the decisions that differ, branches of one save."""

import json
from pathlib import Path

from tabletop.journal.session import Session
from tabletop.model.moves.table import from_table
from tests.cli.said import ADVANCE, SPEND, WITHDRAW, a_turn, apply, control, new, run


def make(session: Session, *tables: dict[str, object]) -> None:
    for table in tables:
        made = session.make(from_table(table))
        assert not hasattr(made, "message"), made


def branched(save: Path) -> Path:
    """Two turns, the first of them played again otherwise, and something undone."""
    new(save)
    with Session.open(save) as session:
        make(session, *a_turn(SPEND), *a_turn())
        session.fork_here(1)
        make(session, *a_turn(WITHDRAW)[1:], ADVANCE, control("note", text="x"), control("undo", to=20))
    return save


def test_a_fork_with_one_move_edited_gives_exactly_that_move(save: Path) -> None:
    new(save)
    apply(save, *a_turn(SPEND, WITHDRAW))
    other = save.with_name("other.toml")
    run("fork", save, "--at", "1", "--save", other)
    edited = SPEND | {"share": 2.5}
    apply(other, *a_turn(edited, WITHDRAW)[1:])

    told = run("compare", save, other, "--json").json

    assert [(each["turn"], each["seat"], each["moves"]) for each in told["decisions"]] == [
        (1, SPEND["seat"], [SPEND, edited])
    ]
    assert told["injects"] == []
    assert told["differences"]
    text = run("compare", save, other).out
    assert "They part after move 1." in text and "  B  set-spending member=" in text


def test_an_edge_that_was_passed_is_told_with_its_turn(save: Path) -> None:
    other, pulled = save.with_name("other.toml"), control("adjust", what="concord", amount=-45.0, reason="a quarrel")
    for path, *first in ((save, pulled), (other,)):
        new(path)
        apply(path, *first, *a_turn())

    told = run("compare", save, other, "--json").json
    said = run("compare", save, other).out

    assert [each["edges"]["slack"] for each in told["sessions"]] == [1, None]
    assert "slack  A at the end of turn 1, B not" in said


def test_saves_forked_from_each_other_are_drawn_as_a_tree(save: Path) -> None:
    new(save)
    apply(save, *a_turn(SPEND))
    second, third = save.with_name("second.toml"), save.with_name("third.toml")
    run("fork", save, "--at", "1", "--save", second)
    apply(second, *a_turn(WITHDRAW)[1:])
    run("fork", second, "--at", "2", "--save", third)
    apply(third, SPEND, *a_turn()[1:])

    said = run("compare", third, save, second)
    told = run("compare", third, save, second, "--json").json

    drawn = said.out.split("\n")[5:9]
    assert [line[:20].split("  ")[0] for line in drawn] == ["part", "● 1 to 8", "├─ 2 to 7", "└─ 3 to 7"]
    assert [line.split("  ")[-1] for line in drawn[1:]] == ["third.toml", "save.toml", "second.toml"]
    assert [(part["session"], part["parent"], part["parted_at"]) for part in told["tree"]] == [
        (0, None, 0), (1, 0, 1), (2, 0, 2),
    ]  # fmt: skip
    assert all(len(line) <= 80 for line in said.out.split("\n"))


def test_branches_of_one_save_stand_side_by_side(save: Path) -> None:
    branched(save)

    told = run("compare", save, "--branches", "--json").json
    said = run("compare", save, "--branches").out

    assert [each["branch"]["stands"] for each in told["sessions"]] == [True, False]
    assert told["parted_at"] == 1
    assert [part["parted_at"] for part in told["tree"]] == [0, 1, 20]
    assert [part["undone_by"] for part in told["tree"]] == [None, None, 22]
    assert {each["seat"] for each in told["decisions"] if each["turn"] == 1} == {SPEND["seat"], WITHDRAW["seat"]}
    assert "● 1 to " in said and "A  stands" in said and "B  left" in said and "undone by" in said
    assert "They part after move 1." in said
    assert json.dumps(told)


def test_a_save_of_one_line_is_one_line(save: Path) -> None:
    new(save)
    apply(save, *a_turn(SPEND))

    said = run("compare", save, "--branches")

    assert said.code == 0
    assert "● 1 to 7, 7 moves" in said.out and "nothing to compare" in said.out
    assert run("compare", save, "--branches", "--json").json["parted_at"] == 7


def test_branches_are_of_one_save_and_one_save_needs_them(save: Path) -> None:
    new(save)

    assert run("compare", save).code == 2
    assert run("compare", save, save, "--branches").code == 2
