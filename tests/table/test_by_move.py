"""What each move would do to deterrence before control has ruled."""

from tabletop.model.moves import Withdraw
from tabletop.model.world import Phase
from tabletop.table.by_move import deterrence_by_move
from tests.play import advance, fresh, make, orders


def test_a_departure_takes_from_deterrence_under_its_own_number_and_nothing_is_said_of_others() -> None:
    world = make(orders(fresh()), Withdraw(seat="washington", force="us-abct-pl", turn=1), ref=7)
    world = advance(world, Phase.ADJUDICATE)

    by_move = deterrence_by_move(world)

    assert min(by_move[7].values()) < 0
    assert all(score.startswith("deterrence/") for scores in by_move.values() for score in scores)
