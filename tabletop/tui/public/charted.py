"""Scenes with a chart: one score on two ways the exercise went. Pure."""

from typing import Any

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from tabletop.tui.charts.linechart import LineSeries, draw_lines
from tabletop.tui.look import palette
from tabletop.tui.public.type import Extent, Lines, beside, big, blocks, opposite, widest


def compare(scene: dict[str, Any], room: Extent) -> Lines:
    """The score's name, and a line for each way."""
    lines = [each for each in scene["lines"] if each["values"]]
    figures: Lines = []
    for n, each in enumerate(lines):
        drawn = blocks(f"{each['values'][-1]:.0f}", palette.SERIES[n % len(palette.SERIES)])
        figures = beside(figures, drawn, widest(figures), 5) if figures else drawn
    name = big(scene["name"], room.width - widest(figures) - 3, 3, palette.BRIGHT, (1,))
    title = opposite(name, figures, room.width)
    series = [LineSeries(each["name"], tuple(each["values"])) for each in lines]
    longest = max((len(each["values"]) for each in lines), default=0)
    labels = ["open", *(f"T{turn}" for turn in range(1, longest))]
    chart = draw_lines(series, labels, room.width, room.height - len(title) - 1, palette.BACKGROUND)
    return [*title, Content(""), *map(as_content, chart)]


def as_content(strip: Strip) -> Content:
    """A strip of a picture as text."""
    return Content.assemble(*map(_part, strip))


def _part(segment: Segment) -> tuple[str, str]:
    style = segment.style
    if style is None:
        return segment.text, ""
    ink = style.color.name if style.color else ""
    ground = f" on {style.bgcolor.name}" if style.bgcolor else ""
    return segment.text, f"{'bold ' if style.bold else ''}{ink}{ground}".strip()
