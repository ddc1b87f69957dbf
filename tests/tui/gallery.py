"""Every widget of the map and charts with made-up figures: `uv run python tests/tui/gallery.py`, keys 1 to 7, b, h."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ContentSwitcher, Static

from tabletop.tui.charts.fan import FanChart, FanEvent, FanSeries
from tabletop.tui.charts.linechart import LineChart, LineSeries
from tabletop.tui.charts.waterfall import Waterfall, WaterfallRow
from tabletop.tui.kit.bars import bar, sparkline
from tabletop.tui.kit.program import Program
from tabletop.tui.look import palette
from tabletop.tui.map.map import MapTheatre, TheatreMap

THEATRES = (
    MapTheatre("baltic", "Baltic", ("ee", "lv", "lt"), 24.0, 57.3, 62, 3, 3.1, False),
    MapTheatre("high-north", "High North", ("no", "fi", "se", "is"), 17.0, 66.0, 41, -9, -6.2, True),
    MapTheatre("central", "Central", ("de", "pl", "cz", "sk", "nl", "be", "lu", "dk"), 14.5, 51.5, 70, 22, 0, False),
    MapTheatre("black-sea", "Black Sea", ("ro", "bg", "tr", "hu"), 29.0, 43.5, 46, -12, -2.0, False),
    MapTheatre("atlantic", "N. Atlantic", ("gb", "fr", "ca", "us", "gl"), -11.0, 54.0, 55, 6, 1.2, False),
    MapTheatre("med", "Mediterranean", ("it", "es", "pt", "gr", "hr", "si", "al", "me", "mk"), 9.0, 39.5, 71, 18, 0.3,
               False),
)  # fmt: skip

FAN = FanSeries(
    past=(52, 55, 49, 46.5),
    p10=(42, 38, 35, 33, 30),
    p50=(47, 49, 52, 54, 57),
    p90=(52, 58, 64, 69, 74),
    labels=("2026 H1", "2026 H2", "2027 H1", "2027 H2", "2028 H1", "2028 H2", "2029 H1", "2029 H2", "2030 H1"),
)
FAN_EVENTS = (FanEvent(1, "Greenland II"), FanEvent(3, "Cable cut"), FanEvent(6, "US mid-terms"))

LINES = (
    LineSeries("this session", (52, 55, 49, 46.5, 51, 56, 61)),
    LineSeries("pilot, March", (52, 53, 55, 58, 60, 61, 60)),
    LineSeries("bots: status quo", (52, 50, 45, 41, 36, 33, 31)),
    LineSeries("bots: step by step", (52, 53, 54, 53, 56, 57, 59)),
)

CAUSES = (
    WaterfallRow("German brigade in Lithuania complete", 4.2, "45th Panzer Brigade, arrived this turn"),
    WaterfallRow("US armoured brigade leaves Poland", -6.3, "notice given two turns ago; match pending"),
    WaterfallRow("Russian exercise in the Leningrad district", -2.15, "pressure is not deterrence: readiness only"),
    WaterfallRow("Allied credibility after the Council's statement", 1.26, "unanimous"),
    WaterfallRow("Air defence batteries", 0.44),
    WaterfallRow("Munitions stocks", 0.31, "152 mm and 155 mm, 30 days reached in two of four states"),
    WaterfallRow("Command post dip (Norfolk to Brunssum)", -0.82, "recovers over two turns"),
)


class Gallery(Program):
    CSS = """
    #frame { border: round $rule; padding: 0 1; border-title-color: $label; height: 1fr; }
    #frame > * { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *((str(number), f"page({number})", "") for number in range(1, 7)),
        ("b", "bands", ""),
        ("h", "bold", ""),
        ("c", "calm", ""),
    ]

    def compose(self) -> ComposeResult:
        with ContentSwitcher(initial="p1", id="frame"):
            yield TheatreMap(THEATRES, id="p1")
            yield Static(bars(), id="p2")
            yield FanChart(FAN, FAN_EVENTS, id="p3")
            yield Waterfall(CAUSES, 58.0, 54.9, "Deterrence, Baltic: turn 3", id="p4")
            yield LineChart(LINES, FAN.labels[:7], id="p5")
            with Vertical(id="p6"):
                yield FanChart(FAN, FAN_EVENTS)
                yield LineChart(LINES, FAN.labels[:7])

    def action_page(self, number: int) -> None:
        self.query_one(ContentSwitcher).current = f"p{number}"
        if number == 4:
            self.query_one(Waterfall).focus()

    def action_bands(self) -> None:
        self.query_one(TheatreMap).bands ^= True

    def action_bold(self) -> None:
        self.query_one(TheatreMap).bold ^= True

    def action_calm(self) -> None:
        calm = [evolve(one, margin=5.0, crisis=False, change=0.0) for one in THEATRES]
        self.query_one(TheatreMap).set_theatres(calm)


def bars() -> Content:
    """The board's left column."""
    lines = []
    for theatre in THEATRES:
        arrow, signed, colour = palette.change_mark(theatre.change)
        lines += [
            Content.assemble(
                (f"{theatre.name:<14}", palette.LABEL),
                bar(theatre.value, 22, palette.margin_colour(theatre.margin), marker=theatre.value - theatre.margin),
                (f" {theatre.value:3.0f} ", f"bold {palette.BRIGHT}"),
                (f"{arrow} {signed:>4}", colour),
            ),
        ]
    for name, values in (("European share", (31, 33, 36, 40, 46)), ("Cohesion", (72, 70, 58, 55, 61))):
        lines.append(
            Content.assemble(
                (f"{name:<14}", palette.LABEL),
                sparkline(values, 12, last_colour=palette.BRIGHT),
                (f" {values[-1]:3.0f}", f"bold {palette.BRIGHT}"),
            )
        )
    return Content("\n").join(lines)


if __name__ == "__main__":
    Gallery().run()
