"""What a seat is told of its own orders: those that stood, as they stood last."""

from pathlib import Path

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Message, Move, SetSpending, TakeBack
from tabletop.table.local import LocalTable
from tabletop.table.stood import that_stood
from tests.play import nato


def at_orders(folder: Path) -> LocalTable:
    """Orders of turn 1, all seats played by teams."""
    table = LocalTable(Session.create(folder / "x.toml", nato(), Terms(seed="7")))
    assert table.make_now(Advance(seat="control")) is None
    return table


def told(folder: Path, *moves: Move, open_turn: int = 0) -> list[Move]:
    """Of moves made at one table, those that a seat is told."""
    table = at_orders(folder)
    for move in moves:
        assert table.make_now(move) is None
    lines = table.at("berlin").view_now().lines
    return [line.move for line in that_stood(lines, "berlin", open_turn) if line.move in moves]


FIRST = SetSpending(seat="berlin", member="de", share=2.5)
CHANGED = SetSpending(seat="berlin", member="de", share=2.6)
OTHER = SetSpending(seat="berlin", member="nl", share=2.6)
LETTER = Message(seat="berlin", to="paris", text="We move.")


def test_an_order_that_was_changed_is_told_as_it_stood_last(tmp_path: Path) -> None:
    assert told(tmp_path, FIRST, OTHER, CHANGED) == [OTHER, CHANGED]


def test_what_is_still_on_the_sheet_is_not_told_and_what_was_said_is(tmp_path: Path) -> None:
    assert told(tmp_path, FIRST, LETTER, open_turn=1) == [LETTER]


def test_what_another_seat_said_is_told_as_it_is_read(tmp_path: Path) -> None:
    theirs = Message(seat="paris", to="berlin", text="So do we.")

    assert told(tmp_path, theirs, FIRST) == [theirs, FIRST]


def test_an_order_that_was_taken_back_is_told_no_more(tmp_path: Path) -> None:
    table = at_orders(tmp_path)
    assert table.make_now(FIRST) is None
    number = table.view_now().lines[-1].n
    assert table.make_now(TakeBack(seat="berlin", entry=number)) is None

    lines = that_stood(table.at("berlin").view_now().lines, "berlin")

    assert not any(isinstance(line.move, SetSpending | TakeBack) for line in lines)
