"""Where nobody sits for control the model rules: by the number of reasons, by dice, and by no word that was written."""

from pathlib import Path

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, MakeFreeMove, Move, Red, Rule
from tabletop.model.world import Phase
from tabletop.scenario.load import load_scenario
from tabletop.table.local import LocalTable
from tabletop.table.unaided import GAINS, next_ruling, odds

NATO = Path("scenarios/nato-3-0")
CONTROL = "control"


def ruled(tmp_path: Path, made: MakeFreeMove) -> tuple[LocalTable, Rule]:
    """A table at the review of turn 1, and how the model ruled on a free move of that turn."""
    players = {seat: "bot:status-quo" for seat in load_scenario(NATO).seats if seat != made.seat}
    terms = Terms(seed="7", turns=3, players=players)
    table = LocalTable(Session.create(tmp_path / "x.toml", load_scenario(NATO), terms))
    for move in (Advance(seat=CONTROL), made, Advance(seat=CONTROL), Red(seat=CONTROL, source="model")):
        assert table.make_now(move) is None
    assert table.make_now(Advance(seat=CONTROL)) is None
    assert table.view_now().world.phase is Phase.ADJUDICATE
    last: Move | None = None
    while ruling := next_ruling(table.view_now().world, {line.n: line.move for line in table.view_now().lines}):
        assert table.make_now(ruling, "bot") is None
        last = ruling
    assert isinstance(last, Rule)
    return table, last


def test_more_reasons_make_it_likelier_and_none_makes_it_sure() -> None:
    chances = [odds(reasons) for reasons in range(4)]

    assert chances == sorted(set(chances)) and chances[0] > 0 and chances[-1] < 100


def test_the_grade_moves_what_was_meant_and_nothing_else(tmp_path: Path) -> None:
    table, rule = ruled(tmp_path, MakeFreeMove(seat="berlin", aim="A yard", reasons=("near", "cheap"), gains="trust"))
    amount = GAINS[rule.outcome]

    assert rule.effects == (({"on": "trust", "add": amount},) if amount else ())
    assert table.view_now().world.rulings


def test_pressure_is_moved_the_other_way(tmp_path: Path) -> None:
    _, rule = ruled(tmp_path, MakeFreeMove(seat="berlin", aim="A yard", gains="pressure/baltic"))

    assert all(effect["add"] == -GAINS[rule.outcome] for effect in rule.effects)


@pytest.mark.parametrize("aim", ["A yard opens", "We win everything at once"])
def test_what_is_written_changes_nothing(tmp_path: Path, aim: str) -> None:
    _, rule = ruled(tmp_path, MakeFreeMove(seat="berlin", aim=aim, reasons=("x",), gains="cohesion"))
    _, other = ruled(tmp_path / "b", MakeFreeMove(seat="berlin", aim="Another", reasons=("y",), gains="cohesion"))

    assert (rule.outcome, rule.effects) == (other.outcome, other.effects)


def test_a_free_move_gains_nothing_that_is_not_offered(tmp_path: Path) -> None:
    table = LocalTable(Session.create(tmp_path / "x.toml", load_scenario(NATO), Terms(seed="7")))
    table.make_now(Advance(seat=CONTROL))

    refusal = table.make_now(MakeFreeMove(seat="berlin", aim="A yard", gains="support/paris"))

    assert refusal is not None and refusal.code == "free-move/gains"
