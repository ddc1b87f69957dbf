"""What a terminal would obey is shown as a mark; everything else of a text stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.plain import MARK, controls, one_line, plain, unseen

RAW = [*map(chr, (*range(9), *range(11, 32), *range(127, 160))), "\u2028", "\u2029", "\u202e", "\u2066", "\udc9b"]


@pytest.mark.parametrize("char", RAW, ids=ascii)
def test_a_character_that_a_terminal_obeys_is_shown_as_a_mark(char: str) -> None:
    assert plain(f"a{char}b") == f"a{MARK}b"


@given(st.text(st.characters(codec="utf-8")))
def test_nothing_but_line_ends_and_tabs_is_left_of_what_has_no_shape(text: str) -> None:
    shown = plain(text)

    assert not controls(shown)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert plain(shown) == shown


@pytest.mark.parametrize(
    "text", ["two\nlines", "a\ttab", "[/] [b]", "Zażółć", "漢字", "👩\u200d👩\u200d👧", "☎\ufe0f", "a\u0301"]
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert plain(text) == text
    assert not controls(text)
    assert not unseen(text)


def test_a_line_end_of_another_machine_is_a_line_end() -> None:
    assert plain("one\r\ntwo\rthree") == f"one\ntwo{MARK}three"


def test_lines_become_one_and_no_word_of_them_is_lost() -> None:
    assert (
        one_line("Report of 06:40:\n  three boats.\r\nCrew:\t42.\rWho?\n")
        == "Report of 06:40: three boats. Crew: 42. Who?"
    )


def test_characters_are_named_once_each() -> None:
    assert controls("\x1b]0;x\x07\x1b") == ["U+001B", "U+0007"]
    assert unseen("a\u200bb\u202ec") == ["U+200B", "U+202E"]
