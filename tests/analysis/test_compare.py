"""Sessions and branches side by side: the contract of `compare --json`, from sessions whose difference is known."""

import json
from pathlib import Path
from typing import Any

import pytest

from tabletop.analysis.compare import Played, branches_of, compare_sessions, shared_beginning
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Adjust, Declare, Fund, Move, Undo
from tests.journal.sessions import begun, turn

PRICE, FRIENDS = (Declare(seat="lyre", stance=stance) for stance in ("price", "friendship"))


def session(path: Path, *first: Move, **terms: Any) -> Session:
    """One turn with some orders, and a second without any."""
    made = begun(path, **terms)
    turn(made, *first)
    turn(made)
    return made


def played(made: Session) -> Played:
    return Played.of(made.path.stem, load(made.path), made.play)


def test_a_session_differs_in_nothing_from_itself(tmp_path: Path) -> None:
    made = session(tmp_path / "one.toml", PRICE)

    told = compare_sessions([played(made), played(made)])

    assert (told["differences"], told["decisions"], told["injects"]) == ([], [], [])
    assert told["parted_at"] == len(made.entries)


def test_what_a_session_is_told_as(tmp_path: Path) -> None:
    made = session(tmp_path / "one.toml", PRICE)

    (told,) = compare_sessions([played(made)])["sessions"]

    assert (told["save"], told["scenario"], told["seed"]) == ("one", "two-keys", "7")
    assert (told["turn"], told["turns"], told["phase"], told["state"]) == (3, 3, "brief", "running")
    assert (told["moves"], told["digest"], told["head"]) == (len(made.entries), made.digest, made.head)
    assert told["seats"] == {"harrow": "team", "lyre": "team", "herald": "team"}
    assert told["scores"]["trust"] == [reading["trust"] for reading in made.world.history]
    assert set(told["results"]) == set(made.world.seats) and "branch" not in told
    assert told["edges"] == {"slack": None}


def test_differences_are_told_from_the_turn_they_begin_the_widest_first(tmp_path: Path) -> None:
    one, other = session(tmp_path / "one.toml", PRICE), session(tmp_path / "other.toml", FRIENDS)

    told = compare_sessions([played(one), played(other)])["differences"]

    by_score = {each["score"]: each for each in told}
    assert [each["spread"] for each in told] == sorted((each["spread"] for each in told), reverse=True)
    assert all(each["spread"] == pytest.approx(max(each["values"]) - min(each["values"])) for each in told)
    assert (by_score["faith"]["turn"], by_score["faith"]["since"]) == (2, 1)
    assert by_score["faith"]["values"] == [each.world.history[2]["faith"] for each in (one, other)]


def test_an_edge_is_told_by_session_with_the_turn_it_was_passed(tmp_path: Path) -> None:
    pulled = Adjust(seat="control", what="concord", amount=-45.0, reason="a quarrel")
    one, other = session(tmp_path / "one.toml", pulled), session(tmp_path / "other.toml")

    told = compare_sessions([played(one), played(other)])["sessions"]

    assert [each["edges"] for each in told] == [{"slack": 1}, {"slack": None}]


def test_a_decision_that_only_one_made_is_none_for_the_other(tmp_path: Path) -> None:
    fund = Fund(seat="lyre", programme="chain-boats", pays=10)
    one, other = session(tmp_path / "one.toml", PRICE, fund), session(tmp_path / "other.toml", FRIENDS)

    told = compare_sessions([played(one), played(other)])["decisions"]

    assert [(each["turn"], each["seat"]) for each in told] == [(1, "lyre"), (1, "lyre")]
    declared, funded = sorted(told, key=lambda each: str(each["about"]))
    assert [move["stance"] for move in declared["moves"]] == ["price", "friendship"]
    assert funded["moves"][0]["programme"] == "chain-boats" and funded["moves"][1] is None


def test_sessions_of_other_seeds_never_were_one(tmp_path: Path) -> None:
    one, other = session(tmp_path / "one.toml"), session(tmp_path / "other.toml", seed="8")

    assert compare_sessions([played(one), played(other)])["parted_at"] is None


def branched(path: Path) -> Session:
    """Two turns; then back to the second, and on with friendship."""
    made = session(path, PRICE)
    second = next(entry.n for entry in made.entries if entry.turn == 2)
    made.make(Undo(seat="control", to=second - 1))
    turn(made, FRIENDS)
    return made


def test_branches_of_one_record_are_compared_as_sessions_are(tmp_path: Path) -> None:
    made = branched(tmp_path / "one.toml")
    stands, left = branches_of("one", load(made.path), made.play)
    assert left.branch is not None

    told = compare_sessions([stands, left])

    assert [each["branch"]["stands"] for each in told["sessions"]] == [True, False]
    assert told["parted_at"] == shared_beginning(stands.line, left.line) == left.branch.fork
    assert told["sessions"][1]["branch"]["parted_at"] == told["parted_at"]
    assert told["differences"]
    assert all(each["since"] == 2 for each in told["differences"])


def test_a_branch_that_closed_no_turn_of_its_own_is_none(tmp_path: Path) -> None:
    made = session(tmp_path / "one.toml", PRICE)
    made.make(Undo(seat="control", to=made.line[-2]))

    assert [each.world.turn for each in branches_of("one", load(made.path), made.play)] == [2]


def test_all_of_it_is_plain_values(tmp_path: Path) -> None:
    made = branched(tmp_path / "one.toml")
    told = compare_sessions(branches_of("one", load(made.path), made.play))

    assert json.loads(json.dumps(told)) == told
    assert set(told) == {"sessions", "parted_at", "differences", "decisions", "injects"}


def test_what_two_lines_share_is_their_beginning_and_no_more() -> None:
    assert shared_beginning((1, 2, 5), (1, 2, 4, 5)) == 2
    assert shared_beginning((), (1,)) == 0
    assert shared_beginning((1, 2), (1, 2)) == 2
