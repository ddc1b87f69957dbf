"""A score before and now in one row, with the pressure on it ┃ and what is short of it ░. Knows no exercise."""

from collections.abc import Iterable
from typing import Final

from attrs import frozen
from textual.content import Content

from tabletop.tui.look import palette

WAS, NOW, WAY, PRESSURE, SHORT, GROUND = "○", "●", "━", "┃", "░", "·"
LEGEND: Final = f"{WAS} before  {NOW} now  {PRESSURE} pressure  {SHORT} short of it"
_STEP: Final = 10


@frozen
class Span:
    """What a row of cells stands for, in points."""

    low: float
    high: float

    def cell(self, value: float, width: int) -> int:
        share = (value - self.low) / (self.high - self.low)
        return min(width - 1, max(0, round(share * (width - 1))))


def span_of(values: Iterable[float]) -> Span:
    """Whole tens around all values, twenty points at least."""
    points = list(values) or [0.0, 100.0]
    low, high = _STEP * (min(points) // _STEP), -_STEP * (-max(points) // _STEP)
    return Span(low, max(high, low + 2 * _STEP))


def scale(span: Span, width: int) -> str:
    """Numbers over the cells, as many as have room."""
    text, ticks = [" "] * width, int((span.high - span.low) // _STEP)
    every = 1 + max(0, ticks * 5 // max(1, width))
    for n in range(0, ticks + 1, every):
        number = f"{span.low + n * _STEP:.0f}"
        at = min(width - len(number), span.cell(span.low + n * _STEP, width))
        text[at : at + len(number)] = number
    return "".join(text[:width])


def dumbbell(was: float, now: float, span: Span, width: int, pressure: float | None = None, ink: str = "") -> Content:
    """Exactly `width` cells. `ink`: of the way and of now; the pressure's colour is always the same."""
    cells = [(GROUND, palette.EMPTY)] * width
    first, last = span.cell(was, width), span.cell(now, width)
    if pressure is not None:
        tick = span.cell(pressure, width)
        for at in range(last, tick):
            cells[at] = (SHORT, palette.LOW)
        cells[tick] = (PRESSURE, palette.BRIGHT)
    ink = ink or palette.TEXT
    for at in range(min(first, last), max(first, last)):
        cells[at] = (WAY, ink)
    cells[first] = (WAS, palette.LABEL)
    cells[last] = (NOW, f"bold {ink}")
    return Content.assemble(*cells)
