"""Scenes with a chart: one score on two ways the exercise went, and what may come. Pure."""

from typing import Any

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from tabletop.tui.charts.fan import FanSeries, draw_fan
from tabletop.tui.charts.linechart import LineSeries, draw_lines
from tabletop.tui.look import palette
from tabletop.tui.public.type import Extent, Lines, beside, big, blocks, opposite, read, widest


def compare(scene: dict[str, Any], room: Extent) -> Lines:
    """The score's name, and a line for each way."""
    lines = [each for each in scene["lines"] if each["values"]]
    figures: Lines = []
    for n, each in enumerate(lines):
        ink = palette.SERIES[n % len(palette.SERIES)]
        drawn = [*blocks(f"{each['values'][-1]:.0f}", ink), *(blocks(each["name"], ink) if room.high else ())]
        figures = beside(figures, drawn, widest(figures), 5) if figures else drawn
    name = big(scene["name"], room.width - widest(figures) - 3, 3, palette.BRIGHT, (1,))
    title = opposite(name, figures, room.width)
    series = [LineSeries(each["name"], tuple(each["values"])) for each in lines]
    longest = max((len(each["values"]) for each in lines), default=0)
    labels = ["open", *(f"T{turn}" for turn in range(1, longest))]
    chart = draw_lines(series, labels, room.width, room.height - len(title) - 1, palette.BACKGROUND, filled=True)
    return [*title, Content(""), *map(as_content, chart)]


def ahead(scene: dict[str, Any], room: Extent) -> Lines:
    """What a score has been and the band that holds 80 of 100 futures; below it the same as it was said. In words alone
    where no fan was shown."""
    if not scene["middle"]:
        return big(scene["words"], room.width, room.height, palette.BRIGHT, (2, 1))
    figures = blocks(f"{scene['low'][-1]:.0f}–{scene['high'][-1]:.0f}", palette.ACCENT)
    name = big(scene["name"], room.width - widest(figures) - 3, 3, palette.BRIGHT, (1,))
    title = opposite(name, figures, room.width)
    words = (
        big(scene["words"], room.width, 6, palette.TEXT, (1,))
        if room.high
        else read(scene["words"], room.width, f"bold {palette.TEXT}")
    )
    lines = (scene[name] for name in ("past", "low", "middle", "high", "labels", "against"))
    series = FanSeries(*map(tuple, lines))
    height = room.height - len(title) - len(words) - 2
    chart = draw_fan(series, room.width, height, palette.BACKGROUND)
    return [*title, Content(""), *map(as_content, chart), Content(""), *words]


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
