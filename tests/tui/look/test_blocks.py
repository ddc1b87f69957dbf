"""Letters of half blocks: every line of type is as wide and high as it says, and nothing of a text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.tui.look.blocks import Setting, broken, letters, plain_capitals, rows, setting, spells, width

TEXTS = st.text("ABCXYZ abcxyz 0123456789 .,:;!?'\"-+=/()%&▲▼→●○·×–", max_size=40)


@given(TEXTS, st.integers(1, 4))
def test_a_line_of_type_is_as_wide_and_as_high_as_it_says(text: str, scale: int) -> None:
    drawn = letters(text, scale)

    assert len(drawn) == rows(scale)
    assert {len(row) for row in drawn} == {width(text, scale)}
    assert not set("".join(drawn)) - set("█▀▄ ")


@given(TEXTS)
def test_every_letter_is_drawn_otherwise_than_another(text: str) -> None:
    marks = sorted({mark for mark in plain_capitals(text) if mark != " "})

    assert len({letters(mark) for mark in marks}) == len(marks)


@given(TEXTS, st.integers(8, 200), st.integers(1, 3))
def test_breaking_loses_no_word_and_keeps_to_the_room_but_for_a_longer_word(text: str, room: int, scale: int) -> None:
    lines = broken(text, room, scale)

    assert " ".join(lines).split() == text.split()
    assert all(width(line, scale) <= room or " " not in line for line in lines)


@given(TEXTS, st.integers(8, 200), st.integers(1, 60))
def test_a_setting_fits_into_what_it_was_given(text: str, room: int, height: int) -> None:
    fit = setting(text, room, height)

    assert fit is None or (fit.height <= height and all(width(line, fit.scale) <= room for line in fit.lines))


def test_the_largest_type_that_fits_is_taken() -> None:
    assert setting("PAUSED", 200, 60) == Setting(("PAUSED",), 3)
    assert setting("PAUSED", 60, 5) == Setting(("PAUSED",), 2)
    assert setting("PAUSED", 30, 3) == Setting(("PAUSED",), 1)
    assert setting("PAUSED", 10, 3) is None


@pytest.mark.parametrize(
    ("text", "drawn"), [("Åland", "ALAND"), ("Łódź", "LODZ"), ("Straße", "STRASSE"), ("“a”", '"A"')]
)
def test_accents_and_marks_are_drawn_as_the_letters_below_them(text: str, drawn: str) -> None:
    assert plain_capitals(text) == drawn and spells(text)


def test_other_writing_is_left_to_the_terminal() -> None:
    assert not spells("Київ") and setting("Київ", 200, 60) is None
