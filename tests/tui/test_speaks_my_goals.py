"""What a player may do speaks of its own goals: every order, answer and text says what it does for its objectives."""

from pathlib import Path
from typing import Final

import pytest

from tabletop.model.moves import Answer, Assign, Declare, Fund, Move, TableText
from tabletop.table.levers import Levers
from tabletop.table.local import LocalTable
from tabletop.tui.kit.effects import written
from tabletop.tui.levers.answer import AnswerDialog
from tabletop.tui.levers.handovers import handover_effects
from tabletop.tui.levers.pricing import aims_part, price_line
from tabletop.tui.levers.send import SendDialog
from tabletop.tui.levers.texts import text_effects
from tests.tui import states

MINE: Final = "your objectives "


def levers(tmp_path: Path, seat: str) -> Levers:
    return LocalTable(states.orders(tmp_path), seat).view_now().levers(seat)


def moving(mine: Levers, moves: list[Move]) -> list[Move]:
    """Those that move what the seat is scored by, by so much that it shows."""
    return [move for move in moves if aims_part(mine, mine.aims(move))]


@pytest.mark.parametrize("seat", ["warsaw", "paris", "washington"])
def test_an_answer_a_text_and_words_say_what_they_do_for_the_objectives(tmp_path: Path, seat: str) -> None:
    mine = levers(tmp_path, seat)
    scenario = mine.world.scenario
    for inject in mine.answers.to_give:
        dialog = AnswerDialog(mine, inject)
        for option in dialog.options:
            moves = moving(mine, [Answer(seat=seat, inject=inject, option=option.id)])
            said = dialog._own(option)
            assert (said is not None and MINE in said.plain) == bool(moves)
    for kind, spec in scenario.texts.items():
        if not spec.about:
            moves = moving(mine, [TableText(seat=seat, kind=kind)])
            assert (MINE in text_effects(mine, spec, None).plain) == bool(moves)
    stances = [Declare(seat=seat, stance=stance) for stance in scenario.stances]
    assert moving(mine, list(stances))


@pytest.mark.parametrize("seat", ["warsaw", "paris"])
def test_a_force_that_is_sent_says_it_in_every_row_where_it_moves_them(tmp_path: Path, seat: str) -> None:
    mine, told = levers(tmp_path, seat), 0
    for force in mine.packages.own:
        for choice in SendDialog(mine, force)._choices():
            assert isinstance(choice.value, Assign)
            if aims_part(mine, mine.quote(choice.value).aims):
                told += 1
                assert "objectives " in str(choice.does) and MINE in str(choice.below)
    assert told


def test_a_purchase_says_what_it_does_for_them_once_it_stands(tmp_path: Path) -> None:
    mine = levers(tmp_path, "warsaw")
    moves = [Fund(seat="warsaw", programme=each.programme) for each in mine.budget.purchases]
    told = [price_line(mine, move).plain for move in moves if aims_part(mine, mine.quote(move).aims)]

    assert told and all(MINE in line for line in told)
    late = [move for move in moves if mine.quote(move).arrives > mine.world.turns]
    assert all(not mine.quote(move).aims for move in late)


def test_a_handover_says_what_its_dip_does_for_them(tmp_path: Path) -> None:
    mine = levers(tmp_path, "berlin")
    posts = [(post, move.to) for post in mine.world.posts for move in mine.handovers.candidates(post)]
    told = [handover_effects(mine, *each).plain for each in posts if aims_part(mine, mine.handovers.aims(*each))]

    assert told and all(MINE in line for line in told)


def test_a_figure_of_ones_own_is_told_as_such_and_in_points(tmp_path: Path) -> None:
    mine = levers(tmp_path, "warsaw")
    scenario, seats = mine.world.scenario, mine.world.seats
    effects = [each for spec in scenario.injects.values() for option in spec.options for each in option.effects]
    own = [each for each in effects if each.on == "support/warsaw" and each.add]

    for effect in own:
        assert written([effect], scenario, seats, "warsaw").plain.startswith("your public support ")
        assert any(c.isdigit() for c in written([effect], scenario, seats, "warsaw").plain)
        assert not any(c.isdigit() for c in written([effect], scenario, seats, "berlin").plain)
    assert own
