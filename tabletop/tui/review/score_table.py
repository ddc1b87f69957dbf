"""Where scores stand after a turn: a row each, before and now on one scale, pressure, margin, most of the cause."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen
from textual.content import Content

from tabletop.model.figures.forms import DETERRENCE, MARGIN
from tabletop.model.figures.path import path_of
from tabletop.table.moment import Moment
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.look import palette
from tabletop.tui.review.because import Because
from tabletop.tui.review.dumbbell import LEGEND, Span, dumbbell, scale, span_of
from tabletop.words import marks
from tabletop.words.names import better, score_name

_CHART: Final = 10, 64
_BESIDE: Final = 96
"""Columns from which the cause stands in the score's own row; below them under it."""
_GAP: Final = 2


@frozen
class _ScoreRow:
    """`margin`: over the pressure, None where there is none. `change`: of the margin, else of the score."""

    name: str
    was: float
    now: float
    change: float
    better: str
    because: str
    pressure: float | None = None
    margin: float | None = None


def scores_part(before: Moment, after: Moment, because: Because, width: int) -> Content:
    """Theatres, then the alliance's figures."""
    was = before.scores
    return Content("\n\n").join([table(was, after, because, width) for table in (theatre_table, alliance_table)])


def theatre_table(was: Mapping[str, float], after: Moment, because: Because, width: int) -> Content:
    """Theatres, the weakest first; `because`: what moved their margins most."""
    scenario, rows = after.world.scenario, []
    for theatre in scenario.theatres:
        score, margin = path_of(DETERRENCE, theatre), path_of(MARGIN, theatre)
        now, over = after.scores[score], after.scores[margin]
        began, over_then = was.get(score, now), was.get(margin, over)
        rows.append(
            _ScoreRow(
                score_name(scenario, score, after.world.seats, short=True), began, now,
                marks.moved(over_then, over), "high", because.of(margin, over - over_then), now - over, over,
            )
        )  # fmt: skip
    rows.sort(key=lambda row: row.margin or 0.0)
    return _drawn(rows, width, LEGEND)


def alliance_table(was: Mapping[str, float], after: Moment, because: Because, width: int) -> Content:
    """The alliance's figures, what moved most first."""
    world, now = after.world, after.scores
    rows = [
        _ScoreRow(
            score_name(world.scenario, score, world.seats, short=True), was.get(score, now[score]), now[score],
            marks.moved(was.get(score, now[score]), now[score]), better(world.scenario, score),
            because.of(score, now[score] - was.get(score, now[score])),
        )
        for score in ("deterrence", world.scenario.names.share, *world.scenario.tracks)
    ]  # fmt: skip
    return _drawn(sorted(rows, key=lambda row: -abs(row.change)), width)


def _drawn(rows: Sequence[_ScoreRow], width: int, legend: str = "") -> Content:
    span = span_of([value for row in rows for value in (row.was, row.now, row.pressure) if value is not None])
    name, beside = max((len(row.name) for row in rows), default=0), width >= _BESIDE
    pressed = any(row.margin is not None for row in rows)
    figures = 6 + 6 + (7 if pressed else 0) + 7
    room = width - name - figures - 2 * _GAP
    chart = max(_CHART[0], min(_CHART[1], room * 45 // 100 if beside else room))
    cause = width - name - chart - figures - 2 * _GAP if beside else width - name - _GAP
    lines = [_head(name, chart, span, pressed=pressed, beside=beside)]
    for row in rows:
        lines += _lines(row, name, chart, span, cause, pressed=pressed, beside=beside)
    if legend:
        indent = min(name + _GAP, max(0, width - len(legend)))
        lines.append(Content.styled(f"{' ' * indent}{legend}", palette.DIM))
    return Content("\n").join(lines)


def _head(name: int, chart: int, span: Span, *, pressed: bool, beside: bool) -> Content:
    figures = f"{'was':>6}{'now':>6}{'margin' if pressed else '':>{7 if pressed else 0}}{'change':>7}"
    cause = f"{' ' * _GAP}most of it" if beside else ""
    return Content.styled(f"{' ' * (name + _GAP)}{scale(span, chart)}{figures}{cause}", palette.DIM)


def _lines(
    row: _ScoreRow, name: int, chart: int, span: Span, cause: int, *, pressed: bool, beside: bool
) -> list[Content]:
    ink = palette.margin_colour(row.margin) if row.margin is not None else palette.MIDDLE
    letters = palette.margin_ink(row.margin) if row.margin is not None else ink
    arrow, signed, colour = palette.change_mark(row.change, better=row.better)
    bare = signed.lstrip("+-")
    margin = f"{row.margin:+7.1f}" if row.margin is not None else " " * (7 if pressed else 0)
    head = Content.assemble(
        (f"{row.name:<{name}}", palette.LABEL), " " * _GAP,
        dumbbell(row.was, row.now, span, chart, row.pressure, ink),
        (f"{row.was:6.1f}", palette.DIM), (f"{row.now:6.1f}", f"bold {palette.BRIGHT}"),
        (margin, f"bold {letters}"), (f"{arrow + bare:>7}", colour),
    )  # fmt: skip
    words = wrapped(Content.styled(row.because, palette.TEXT), max(12, cause)) if row.because else []
    if beside:
        indent = " " * (head.cell_length + _GAP)
        first = Content.assemble(head, " " * _GAP, words[0]) if words else head
        return [first, *(Content.assemble(indent, line) for line in words[1:])]
    return [head, *(Content.assemble(" " * (name + _GAP), line) for line in words)]
