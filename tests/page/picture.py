"""The hindcast as a picture: what the alliance's members spent together, and what the rule of spending would have said.

Drawn by hand as SVG, with fixed colours on a ground of its own: pages are read on light and on dark.
"""

from collections.abc import Sequence

from tests.page.hindcast import FIRST, LAST, climbs, record, weighed
from tests.page.spread import alliance

ORIGINS = (2014, 2018, 2021)
AHEAD = 4
WIDTH, HEIGHT = 720, 340
LEFT, RIGHT, TOP, FOOT = 50, 20, 34, 34
LOW, HIGH = 1.3, 2.7
GROUND, INK, DIM, GRID = "#ffffff", "#1f2937", "#6b7280", "#e5e7eb"
BAND, LINE, HALF = "#bfdbfe", "#2563eb", "#b45309"

Point = tuple[float, float]
"""A year and a share of output in per cent."""


def happened() -> list[Point]:
    """Members' shares by output, a point a year."""
    return [
        (float(year), weighed((shares[year], member) for member, shares in record().items()))
        for year in range(FIRST, LAST + 1)
    ]


def drawing() -> str:
    """The picture."""
    real = happened()
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        ' font-size="12">',
        "<title>Members' spending by output, 2014 to 2025, and the rule of spending four years ahead</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{GROUND}"/>',
        *_axes(),
        *(part for origin in ORIGINS for part in _fan(origin, dict(real)[origin])),
        _line(real, INK, 2.5),
        *(f'<circle cx="{_x(year)}" cy="{_y(share)}" r="3" fill="{INK}"/>' for year, share in real),
        *_legend(),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _fan(origin: int, share: float) -> list[str]:
    bands = [alliance(origin, ahead) for ahead in range(1, AHEAD + 1)]
    years = [float(origin + ahead) for ahead in range(1, AHEAD + 1)]
    start = (float(origin), share)
    upper, lower, middle = (
        [start, *zip(years, line, strict=True)]
        for line in zip(*((each.high, each.low, each.middle) for each in bands), strict=True)
    )
    half = climbs(0.07)
    paced = [
        (year, weighed((half(of, who, origin, ahead), who) for who, of in record().items()))
        for ahead, year in enumerate([start[0], *years])
    ]
    return [
        f'<polygon points="{_points([*upper, *reversed(lower)])}" fill="{BAND}" fill-opacity="0.7"/>',
        _line(middle, LINE, 1.5),
        _line(paced, HALF, 1.2, "4 3"),
    ]


def _axes() -> list[str]:
    parts = []
    for tenths in range(14, 28, 2):
        y = _y(tenths / 10)
        parts.append(f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}" stroke="{GRID}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="{DIM}">{tenths / 10:.1f}</text>')
    for year in range(FIRST, LAST + 1):
        parts.append(f'<text x="{_x(year)}" y="{HEIGHT - 12}" text-anchor="middle" fill="{DIM}">{year}</text>')
    return parts


def _legend() -> list[str]:
    said = (
        (LEFT, INK, "━ what happened, per cent of GDP"),
        (LEFT + 230, LINE, "━ the game's rule, and 80 of 100 draws"),
        (LEFT + 500, HALF, "╌ half the path's pace"),
    )
    return [f'<text x="{x}" y="18" fill="{ink}">{words}</text>' for x, ink, words in said]


def _line(points: Sequence[Point], ink: str, width: float, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<polyline points="{_points(points)}" fill="none" stroke="{ink}" stroke-width="{width}"{dashed}/>'


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_x(year)},{_y(share)}" for year, share in points)


def _x(year: float) -> float:
    return round(LEFT + 20 + (year - FIRST) / (LAST - FIRST) * (WIDTH - LEFT - RIGHT - 40), 1)


def _y(share: float) -> float:
    return round(TOP + (HIGH - share) / (HIGH - LOW) * (HEIGHT - TOP - FOOT), 1)
