"""Entries and lines: what is written is TOML, reads back equal, and every free text can go."""

import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.journal.record import flat
from tabletop.journal.record.entry import REDACTED, Entry, personal
from tabletop.journal.record.entry_toml import chained, decode, redacted
from tabletop.journal.store.ending import cut_short
from tabletop.model.moves import MakeFreeMove, Move
from tests.long import sweep
from tests.strategies import moves, numbers, scalars, words

tables = st.dictionaries(words, st.one_of(scalars, st.lists(scalars, max_size=3)), max_size=4)
values = st.one_of(scalars, st.lists(words, max_size=3), tables, st.lists(tables, max_size=2))


def entry_of(move: Move, **more: Any) -> Entry:
    told = personal(more.get("entered_by", ""), more.get("id", ""))
    made = Entry(n=1, time="t", turn=2, phase="orders", move=move, personal=told, salt="5a" * 16, **more)
    return chained(made, "0" * 32)


@given(st.dictionaries(st.from_regex(r"\A[a-z_]{1,8}\Z"), values, max_size=6))
@settings(max_examples=sweep(300, 80))
def test_lines_read_the_same_by_us_and_by_any_toml_reader(given_values: dict[str, Any]) -> None:
    text = "".join(f"{key} = {flat.value(item)}\n" for key, item in given_values.items())

    assert tomllib.loads(text) == given_values
    assert flat.read_lines(text) == given_values
    together = flat.read_all([text, text])
    assert together in (None, [given_values, given_values])


@given(moves, words, words, st.dictionaries(words, numbers, max_size=2))
@settings(max_examples=sweep(300, 80))
def test_an_entry_comes_back_from_its_text(move: Move, who: str, sender: str, scores: dict[str, float]) -> None:
    made = entry_of(move, entered_by=who, id=sender, saw=3, parent=0, rolled=("a 1",), digest="d", scores=scores)

    table = flat.read_lines(made.text)

    assert table == tomllib.loads(made.text)
    assert decode(table, made.text, "0" * 32) == made


@given(moves, words, words)
@settings(max_examples=sweep(200, 60))
def test_a_redacted_entry_keeps_its_head_and_holds_no_word(move: Move, who: str, sender: str) -> None:
    made = entry_of(move, entered_by=who, id=sender)

    gone = redacted(made)

    assert gone.head == made.head
    assert decode(flat.read_lines(gone.text), gone.text, "0" * 32) == gone
    assert redacted(gone) == gone
    assert "\nsalt = " not in gone.text


@given(moves, words, words, st.dictionaries(words, numbers, max_size=2), st.booleans())
@settings(max_examples=sweep(60, 20))
def test_the_beginning_of_an_entry_is_told_from_a_changed_one(
    move: Move, who: str, sender: str, scores: dict[str, float], gone: bool
) -> None:
    made = entry_of(move, entered_by=who, id=sender, saw=3, parent=0, rolled=("a 1",), digest="d", scores=scores)
    text = redacted(made).text if gone else made.text

    for at in range(len(text) - 1):
        assert cut_short(text[:at]), text[:at]
    for to in "x#\n":
        for back in (43, 42, 38, 36, 2, 1):  # the line end before the head, letters of its line, its own line end
            changed = f"{text[:-back]}{to}{text[len(text) - back + 1 :]}"
            assert not cut_short(changed), changed


def test_how_many_reasons_were_given_survives_redaction() -> None:
    made = entry_of(MakeFreeMove(seat="paris", aim="secret plan", reasons=("because", "indeed")))

    gone = redacted(made)

    assert gone.move == MakeFreeMove(seat="paris", aim=REDACTED, reasons=(REDACTED, REDACTED))
    assert "secret" not in gone.text and "because" not in gone.text
