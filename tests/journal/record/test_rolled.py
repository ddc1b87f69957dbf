"""What chance gave, as saves keep it: strings that saves from before hold, made of values."""

import pytest

from tabletop.journal.record.rulebook import rolled
from tabletop.model.cause import because, worn_off
from tabletop.model.council import FreeMove
from tabletop.model.events import Event, ForceChanged, FreeMoveChanged, InjectChanged, Moved, Probed
from tabletop.model.forces import Force, Status
from tabletop.model.injects import Inject, InjectState
from tabletop.model.moves import Advance, Declare, Move, Roll
from tests.play import fresh

ADVANCE, ROLL = Advance(seat="control"), Roll(seat="control", move=4)
LATE = Force(status=Status.BUILDING, theatre="baltic", turn=3)
FREE = FreeMove(seat="berlin", turn=1, number=2, reasons=1, ref=4)
ARGUED = FreeMove(seat="berlin", turn=1, number=2, reasons=1, odds=50.0, rolled=37, source="keyed", grade="yes-but")
VOTE = because("election-closer", who="de", luck="election/de")


@pytest.mark.parametrize(
    "move, event, told",
    [
        (ROLL, FreeMoveChanged(0, ARGUED), "free/berlin/2 37 yes-but keyed"),
        (ADVANCE, InjectChanged("romania-gap", Inject(state=InjectState.DELIVERED)), "inject/romania-gap fires"),
        (ADVANCE, Probed("baltic", "", True, False), "probe/baltic chance hit"),
        (ADVANCE, Probed("baltic", "cable", False, True), "probe/baltic cable repelled"),
        (ADVANCE, ForceChanged("us-2cr", LATE, because("slips", "us-2cr")), "force/us-2cr slips a turn"),
        (ADVANCE, Moved("support/berlin", -1.25, VOTE), "election/Germany support/berlin -1.250"),
        (ADVANCE, Moved("support/berlin", 0.5, VOTE), "election/Germany support/berlin +0.500"),
    ],
)
def test_every_outcome_of_chance_is_kept_in_its_own_words(move: Move, event: Event, told: str) -> None:
    assert rolled(move, [event], fresh()) == (told,)


@pytest.mark.parametrize(
    "move, event",
    [
        (ROLL, FreeMoveChanged(0, FREE)),
        (ADVANCE, FreeMoveChanged(0, ARGUED)),
        (ADVANCE, InjectChanged("romania-gap", Inject(state=InjectState.ARMED))),
        (ADVANCE, ForceChanged("us-2cr", LATE, because("waits-behind", "us-2cr"))),
        (ADVANCE, ForceChanged("us-2cr", LATE, because("waits-for-soldiers", "us-2cr"))),
        (ADVANCE, Moved("capital/berlin", -1.25, VOTE)),
        (ADVANCE, Moved("support/berlin", -1.25, worn_off(because("ruling", "berlin/0")))),
        (Declare(seat="berlin", stance="solidarity"), Probed("baltic", "", True, False)),
    ],
)
def test_what_no_draw_decided_is_left_out(move: Move, event: Event) -> None:
    assert rolled(move, [event], fresh()) == ()
