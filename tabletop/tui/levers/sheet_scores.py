"""Beside the sheet, where there is room: the scores that a seat sees, now and as its sheet would leave them.

Pure: levers in, lines out; knows no widget.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from textual.content import Content

from tabletop.model.figures.forms import CAPITAL, DETERRENCE, MARGIN, PRESSURE, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.table.levers import Levers
from tabletop.tui.kit.bars import bar, margin_bar
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.rows import ends
from tabletop.tui.look import palette
from tabletop.words.bands import margin_figure
from tabletop.words.names import better, own_name, score_name, theatre_name

FIGURES: Final = 17
"""Columns right of a bar: "100 → 85 ▼-15.3", and a gap."""
_LEAST_BAR: Final = 10
OVERALL: Final = "deterrence"
"""Of all theatres together."""

ByScore = Mapping[str, float]


def score_blocks(levers: Levers, after: ByScore | None, width: int) -> Iterator[list[Content]]:
    """Margins, the weakest theatre first; then the alliance's figures, and the seat's own. Each with a head."""
    yield [_head("Margin by theatre"), *_margins(levers, after, width)]
    yield [_head("Alliance, and your own"), *_figures(levers, after, width)]


def moved(now: float, then: float | None, form: Callable[[float], str], good: str = "high") -> Content:
    """ "62 → 59 ▼-3.1"; what does not move has a dot."""
    if then is None:
        return Content.styled(form(now), f"bold {palette.BRIGHT}")
    arrow, points, ink = palette.change_mark(then - now, better=good)
    if not points:
        return Content.assemble((form(now), f"bold {palette.BRIGHT}"), ("  ·", palette.DIM))
    return Content.assemble(
        (form(now), palette.TEXT), (" → ", palette.LABEL), (form(then), f"bold {palette.BRIGHT}"),
        (f" {arrow}{points}", ink),
    )  # fmt: skip


def whole(value: float) -> str:
    """Without decimals."""
    return f"{value:.0f}"


def _head(words: str) -> Content:
    return Content.styled(words, f"bold {palette.LABEL}")


def _margins(levers: Levers, after: ByScore | None, width: int) -> Iterator[Content]:
    scenario, now = levers.world.scenario, levers.scores
    names = {theatre: theatre_name(scenario, theatre, short=True) for theatre in scenario.theatres}
    label = max(map(len, names.values()), default=0) + 1
    for theatre in sorted(names, key=lambda each: now[path_of(MARGIN, each)]):
        margin = path_of(MARGIN, theatre)
        have, against = now[path_of(DETERRENCE, theatre)], now[path_of(PRESSURE, theatre)]
        room = width - label - FIGURES
        drawn = margin_bar(have, against, room, palette.margin_colour(now[margin])) if room >= _LEAST_BAR else ""
        figures = moved(now[margin], after[margin] if after else None, margin_figure)
        yield ends(Content.assemble((f"{names[theatre]:<{label}}", palette.LABEL), drawn), figures, width)


def _figures(levers: Levers, after: ByScore | None, width: int) -> Iterator[Content]:
    scenario, now = levers.world.scenario, levers.scores
    own = [path_of(form, levers.seat) for form in (SUPPORT, CAPITAL)]
    paths = [each for each in (OVERALL, scenario.names.share, *scenario.tracks, *own) if each in now]
    names = {each: score_name(scenario, each, levers.world.seats, short=True) for each in paths}
    names |= {each: own_name(scenario, each, levers.seat, levers.world.seats) for each in own if each in names}
    label = max(map(len, names.values()), default=0) + 1
    for path in paths:
        figures = moved(now[path], after[path] if after else None, whole, better(scenario, path))
        room = width - label - FIGURES
        drawn = bar(now[path], room) if room >= _LEAST_BAR else ""
        name = fitted(names[path], min(label, width - figures.cell_length - 1))
        yield ends(Content.assemble((f"{name:<{label}}", palette.LABEL), drawn), figures, width)
