"""What hung on a move is told by its turn without it: all else is as it was."""

from pathlib import Path

import pytest

from tabletop.journal.session import Session
from tabletop.model.moves import Adjust, Advance, Red
from tabletop.model.seats import CONTROL
from tabletop.paper.desk import at_desk
from tabletop.paper.editions import EDITIONS, look_of
from tabletop.rules.scores.deterrence import scores
from tabletop.table.hung import hung_on, played_again
from tabletop.table.local import LocalTable
from tabletop.table.port import View
from tests.golden.example import EXAMPLE
from tests.long import some
from tests.tui.room import KEYS, table

ADVANCE = Advance(seat=CONTROL)


@pytest.fixture(scope="module")
def view() -> View:
    return LocalTable(Session.open(EXAMPLE, read_only=True)).view_now()


@pytest.mark.parametrize("turn", some([2, 3, 8], 2))
def test_a_turn_played_again_with_everything_ends_as_it_did(view: View, turn: int) -> None:
    end = view if turn == view.world.turn else view.ends[turn]

    assert scores(played_again(view, turn)) == end.scores


def test_what_hung_on_a_ruling_is_the_difference_that_it_made_at_the_end_of_its_turn(tmp_path: Path) -> None:
    trust = Adjust(seat=CONTROL, what="trust", amount=3.0, reason="heard in the room")
    moves = (trust, Red(seat=CONTROL, source="model"), ADVANCE, ADVANCE)
    control = table(tmp_path, KEYS, ADVANCE, *moves)
    bare = table(tmp_path, KEYS, ADVANCE, *moves[1:], name="bare.toml")
    here = control.view_now()
    (n,) = (line.n for line in here.lines if line.move == trust)

    hung = hung_on(here, n)

    assert {score: here.scores[score] - by for score, by in hung.items()} == pytest.approx(bare.view_now().scores)
    assert hung["trust"] > 1


def test_nothing_is_said_of_a_turn_that_is_not_over(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, Adjust(seat=CONTROL, what="trust", amount=3.0, reason="heard in the room"))

    assert hung_on(control.view_now(), control.view_now().n) == {}


def test_the_quick_look_tells_what_hung_on_each_ruling_to_control_alone() -> None:
    desk = at_desk(LocalTable(Session.open(EXAMPLE, read_only=True)), "example")
    control, players = (look_of(desk, EDITIONS[name]).rulings for name in ("quick-look", "players"))

    assert control and all(each.hung is not None for each in control)
    assert any(each.hung for each in control)
    for each in control:
        every = hung_on(desk.control, each.entry)
        assert {by for _, by in each.hung or ()} <= set(every.values())
    assert all(each.hung is None for each in players)
