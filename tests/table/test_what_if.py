"""One decision otherwise: the rest is entered again on the same luck, and the line that was played stands as it did."""

import asyncio
from pathlib import Path
from shutil import copy

import pytest

from tabletop.journal.session import Session
from tabletop.model import moves as m
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase
from tabletop.table.local import LocalTable
from tabletop.table.turning_points import turning_points
from tabletop.table.what_if import Otherwise, play_otherwise
from tests.golden.example import EXAMPLE
from tests.tui.review_app import ADVANCE, RED, keys_session, play

CONTROL = "control"


@pytest.fixture
def day(tmp_path: Path) -> Session:
    """The day that ships, after its end."""
    copy(EXAMPLE, tmp_path / "day.toml")
    return Session.open(tmp_path / "day.toml")


def otherwise(session: Session, n: int, instead: m.Move | None = None) -> Otherwise:
    played = play_otherwise(session, n, instead)
    assert isinstance(played, Otherwise), played
    return played


def test_what_moved_most_is_offered_first_and_only_what_seats_decided(day: Session) -> None:
    view = LocalTable(day).view_now()
    points = turning_points(view)

    assert "withdraws Rota destroyers" in points[0].sentence
    assert [point.weight for point in points] == sorted((point.weight for point in points), reverse=True)
    assert all(point.seat in view.world.seats and view.lines[point.n - 1].live for point in points)


def test_the_line_that_was_played_goes_on_standing(day: Session) -> None:
    line, digest, world = list(day.line), day.digest, day.world
    otherwise(day, turning_points(LocalTable(day).view_now())[0].n)

    assert day.line[: len(line)] == line and day.digest == digest
    assert day.world.history == world.history
    day.close()
    with Session.open(day.path) as again:
        assert again.line[: len(line)] == line and again.digest == digest


def test_three_turns_are_played_again_and_what_hung_on_the_decision_is_listed(day: Session) -> None:
    point = turning_points(LocalTable(day).view_now())[0]
    played = otherwise(day, point.n)
    world = day.world_at(played.last)

    assert (world.turn, world.phase) == (point.turn + 2, Phase.REVIEW)
    assert "us-rota-ddg" in world.forces and world.forces["us-rota-ddg"].theatre == "mediterranean"
    assert played.kept > 60
    told = "\n".join(played.told)
    assert "No longer passes: Washington sends Rota destroyers to the Mediterranean and south." in told
    assert "us-rota-ddg" not in told


def test_without_a_change_everything_comes_out_as_it_did(day: Session) -> None:
    """A message moves nothing: without it every draw falls as it fell."""
    n = next(n for n in day.line if isinstance(day.entries[n - 1].move, m.Message) and day.entries[n - 1].turn == 2)
    played = otherwise(day, n)
    then, now = day.world.history, day.world_at(played.last).history

    assert played.lost == ()
    assert now == then[: len(now)] and len(now) == 5


def test_numbers_of_moves_are_those_of_the_branch(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    play(
        session, ADVANCE, m.Declare(seat="harrow", stance="friendship"),
        m.MakeFreeMove(seat="lyre", aim="Lamps", means="a levy", reasons=("rich",)), ADVANCE, RED, ADVANCE,
    )  # fmt: skip
    declared, free = session.world.seats["harrow"].orders[0].ref, session.world.free_moves[0].ref
    play(
        session, m.Odds(seat=CONTROL, move=free, chance=65), m.Roll(seat=CONTROL, move=free),
        m.Rule(seat=CONTROL, item=free, outcome="yes-but", effects=({"on": "concord", "add": 2.0},), public="Half"),
        m.Rule(seat=CONTROL, item=declared, outcome="accept", public="heard"), ADVANCE,
    )  # fmt: skip
    rolled = session.world.free_moves[0].rolled
    played = otherwise(session, declared)
    world = session.world_at(played.last)

    assert [each.rolled for each in world.free_moves] == [rolled]
    assert world.free_moves[0].ref != free and world.rulings["free/lyre/1"].outcome == "yes-but"
    assert [why for _, why in played.lost] == [f"Move {declared}, which it is about, is not made on this line."]


def test_something_else_in_its_place_is_read_as_on_the_order_line(tmp_path: Path) -> None:
    session = keys_session(tmp_path)
    play(session, ADVANCE, m.Declare(seat="harrow", stance="friendship"), ADVANCE, RED, ADVANCE, ADVANCE)
    n = session.world.seats["harrow"].orders[0].ref
    control, before = LocalTable(session).control, len(session.entries)
    assert control is not None

    for words in ("withdraw nothing-of-that-name 1", "fly to the moon"):
        assert isinstance(control.otherwise(n, words), Refusal)
        assert len(session.entries) == before

    played = control.otherwise(n, "withdraw galleys 1")
    assert isinstance(played, Otherwise)
    orders = session.world_at(played.last).seats["harrow"].orders
    assert [order.move for order in orders] == [m.Withdraw(seat="harrow", force="harrow-galleys", turn=1)]
    assert [run.name for run in control.runs()] == ["played on", "what if"]


def test_the_same_decision_played_otherwise_twice_is_one_way_beside_the_one_that_stands(day: Session) -> None:
    n = turning_points(LocalTable(day).view_now())[0].n
    otherwise(day, n)
    otherwise(day, n)
    control = LocalTable(day).control

    assert control is not None
    assert [run.name for run in control.runs()] == ["played on", "what if"]


def test_what_is_refused_leaves_the_record_as_it_was(day: Session) -> None:
    n, before = turning_points(LocalTable(day).view_now())[0].n, len(day.entries)
    refused = play_otherwise(day, n, m.Withdraw(seat="washington", force="us-rota-ddg", turn=1))

    assert isinstance(refused, Refusal)
    assert len(day.entries) == before and day.play.fork_at is None
    assert asyncio.run(LocalTable(day).make(m.Note(seat=CONTROL, text="goes on"))) is None
