"""Bars, sparklines and the palette."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.tui.kit.bars import bar, sparkline
from tabletop.tui.look import palette
from tabletop.words.bands import margin_band

FLOATS = st.floats(-1e6, 1e6)


@given(FLOATS, st.integers(0, 80), st.none() | FLOATS)
def test_a_bar_is_exactly_as_wide_as_asked(value: float, width: int, marker: float | None) -> None:
    content = bar(value, width, palette.LOW, marker=marker)

    assert content.cell_length == width
    assert content.plain.count("│") == (marker is not None and width > 0)


@given(st.lists(FLOATS, max_size=30), st.integers(0, 40), FLOATS, FLOATS)
def test_a_sparkline_is_exactly_as_wide_as_asked(values: list[float], width: int, low: float, high: float) -> None:
    content = sparkline(values, width, low, high)

    assert content.cell_length == width


def test_a_bar_fills_in_eighths_and_never_touches_the_row_above() -> None:
    assert bar(50, 10).plain == "▇▇▇▇▇▁▁▁▁▁"
    assert bar(53.75, 10).plain == "▇▇▇▇▇▃▁▁▁▁"
    assert bar(0, 4).plain == "▁▁▁▁"
    assert bar(1000, 4).plain == "▇▇▇▇"
    assert "█" not in bar(77, 9).plain


def test_the_least_a_bar_shows_is_an_eighth_in_its_own_colour() -> None:
    content = bar(0.01, 4, palette.LOW)

    assert str(content.spans[0].style) == palette.LOW
    assert content.spans[0].end == 1


def test_a_sparkline_shows_the_last_values_at_the_right() -> None:
    assert sparkline([0, 50, 100], 5, 0, 100).plain == "  ▁▅█"
    assert sparkline([1, 2, 0, 50, 100], 3, 0, 100).plain == "▁▅█"
    assert sparkline([4, 5, 6], 3, 4, 6).plain == "▁▅█"


@pytest.mark.parametrize(
    ("margin", "colour", "word"),
    [(-20, palette.LOW, "short"), (8, palette.MIDDLE, "holds"), (30, palette.HIGH, "ample")],
)
def test_a_margin_has_a_colour_and_a_word(margin: float, colour: str, word: str) -> None:
    assert palette.margin_colour(margin) == colour
    assert margin_band(margin) == word


def test_a_change_is_arrow_and_sign_as_well_as_colour() -> None:
    assert palette.change_mark(3.14)[:2] == ("▲", "+3.1")
    assert palette.change_mark(-6, 0)[:2] == ("▼", "-6")
    assert palette.change_mark(0.01)[:2] == ("·", "")


def contrast(colour: str, other: str) -> float:
    """WCAG contrast ratio of two hex colours, 1 to 21."""
    lighter, darker = sorted((luminance(colour), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = palette.rgb(colour)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


@pytest.mark.parametrize("colour", ["TEXT", "LABEL", "DIM", "ACCENT", "LOW", "MIDDLE", "HIGH", "HIGH_TEXT", "CRISIS"])
def test_text_colours_stand_out_from_the_background(colour: str) -> None:
    grounds = (palette.BACKGROUND, palette.SURFACE, palette.PLATE)

    assert min(contrast(getattr(palette, colour), ground) for ground in grounds) >= 4.5
    assert contrast(palette.CRISIS_TEXT, palette.CRISIS) >= 7


def test_low_middle_and_high_fall_in_brightness() -> None:
    low, middle, high = (contrast(colour, palette.BACKGROUND) for colour in (palette.LOW, palette.MIDDLE, palette.HIGH))

    assert low > middle > high
