"""Moves as tables: what goes out comes back, and what is wrong is named with its mend."""

import math
from typing import Any

import pytest
from hypothesis import given

from tabletop.errors import MoveError
from tabletop.journal.record.entry_toml import KEYS
from tabletop.model.moves import REGISTRY, MakeFreeMove, MakePromise, Move, Note, Rule, Withdraw
from tabletop.model.moves.table import from_table, read_envelope, to_table
from tabletop.model.moves.values import ENVELOPE, slots
from tests.strategies import moves


@given(moves)
def test_a_move_comes_back_from_its_table(move: Move) -> None:
    assert from_table(to_table(move)) == move
    assert to_table(from_table(to_table(move))) == to_table(move)


def test_defaults_are_left_out_and_names_are_the_contract_s() -> None:
    promise = MakePromise(seat="berlin", to="paris", due=3, if_="trust >= 60")

    assert to_table(promise) == {"seat": "berlin", "do": "promise", "to": "paris", "due": 3, "if": "trust >= 60"}


def test_a_note_s_seat_is_what_it_is_about() -> None:
    note = from_table({"do": "note", "seat": "berlin", "text": "quiet"})

    assert note == Note(seat="control", about="berlin", text="quiet")
    assert from_table({"do": "note", "seat": "control", "text": "x"}) == Note(seat="control", text="x")


def test_no_field_of_a_move_is_named_like_a_key_of_the_record() -> None:
    ours = (set(KEYS) | set(ENVELOPE)) - {"seat", "do"}

    for kind in REGISTRY.values():
        assert not ours & set(slots(kind).parts), kind.do
        assert not any(key.endswith("_hash") for key in slots(kind).parts), kind.do


def test_the_envelope_is_read_apart_from_the_move() -> None:
    table = {"seat": "washington", "do": "withdraw", "force": "x", "turn": 3, "entered_by": "operator", "id": "a1"}

    assert read_envelope(table) == (Withdraw(seat="washington", force="x", turn=3), "operator", "a1")


def test_reasons_may_be_a_list_or_lines() -> None:
    move = from_table({"seat": "paris", "do": "free-move", "aim": "a", "reasons": "one\n two \n\n"})

    assert isinstance(move, MakeFreeMove)
    assert move.reasons == ("one", "two")


def test_effects_may_be_lines_of_the_grammar() -> None:
    move = from_table({"seat": "control", "do": "rule", "item": 3, "outcome": "amend", "effects": ["trust +1 for 2"]})

    assert isinstance(move, Rule)
    assert move.effects == ({"on": "trust", "add": 1.0, "turns": 2},)


_WITHDRAW = {"seat": "washington", "do": "withdraw", "force": "us-abct-pl", "turn": 3}
_SPEND = {"seat": "berlin", "do": "set-spending", "member": "de", "share": 3.5}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"seat": "berlin"}, "'do' is missing"),
        ({"seat": "berlin", "do": 3}, "'do' is a number"),
        ({"seat": "berlin", "do": "withdrew"}, "did you mean 'withdraw'"),
        (_WITHDRAW | {"forse": "x"}, "'withdraw' has no field 'forse'; did you mean 'force'"),
        ({"seat": "washington", "do": "withdraw", "turn": 3}, "'force' is missing"),
        ({"do": "withdraw", "force": "x", "turn": 3}, "'seat' is missing"),
        (_WITHDRAW | {"turn": "3"}, "withdraw.turn: must be a whole number, not the text '3'"),
        (_WITHDRAW | {"turn": True}, "whole number, not a yes or no"),
        (_WITHDRAW | {"turn": 2.5}, "whole number, not 2.5"),
        (_WITHDRAW | {"turn": None}, "not empty"),
        (_WITHDRAW | {"turn": 2**60}, "too large"),
        (_SPEND | {"share": "3,5"}, "write 3.5 without quotes"),
        (_SPEND | {"share": math.nan}, "no number that can be used"),
        (_SPEND | {"share": math.inf}, "no number that can be used"),
        (_SPEND | {"share": [3.5]}, "not a list"),
        (_SPEND | {"member": "\ud800"}, "half a character"),
        (_SPEND | {"seat": ["berlin"]}, "set-spending.seat: must be text"),
        ({"seat": "control", "do": "talk", "seats": ["a", 3]}, "talk.seats[1]: must be text"),
        ({"seat": "control", "do": "red", "levers": ["probe"]}, "red.levers[0]: must be a table"),
        ({"seat": "control", "do": "red", "levers": [{"step": math.nan}]}, "red.levers[0].step"),
        ({"seat": "a", "do": "seal", "expect": ["up"]}, "seal.expect: must be a table"),
        ({"seat": "a", "do": "fund", "programme": "x", "standing": 1}, "must be true or false"),
        ({"seat": "control", "do": "rule", "item": 1, "outcome": "amend", "effects": ["trust up"]}, "can't be read"),
        (_SPEND | {"entered_by": 3}, "entered_by: must be text"),
    ],
)
def test_a_wrong_table_is_told_with_place_and_mend(table: dict[str, Any], said: str) -> None:
    with pytest.raises(MoveError) as told:
        read_envelope(table)

    assert said in str(told.value)
