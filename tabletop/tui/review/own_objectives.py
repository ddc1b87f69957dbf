"""A seat's own objectives over a turn: where all of them stand together, which moved, and because of what."""

from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content

from tabletop.model.figures.forms import DETERRENCE, MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.seats import Marked
from tabletop.table.moment import Moment
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.review.because import Because
from tabletop.words.names import own_name
from tabletop.words.said import decimal

_SHOWN: Final = 0.5
"""Points of an objective from which a move is told: they are told whole."""


def objectives_title(before: Moment, after: Moment, seat: str) -> str:
    """ "Your objectives 43 → 51"."""
    was, now = (_all(moment.marked(seat)) for moment in (before, after))
    return f"Your objectives {was:.0f} → {now:.0f}"


def objective_rows(before: Moment, after: Moment, seat: str, because: Because, width: int) -> Content:
    """Those that moved, the most first, each with the largest cause of the figures it reads; the rest by name."""
    pairs = list(zip(before.marked(seat), after.marked(seat), strict=True))
    pairs.sort(key=lambda pair: -abs(_weighed(pair)))
    moved = [pair for pair in pairs if abs(pair[1].points - pair[0].points) >= _SHOWN]
    rows = [_row(was, now, before, after, because, width) for was, now in moved]
    still = [f"{now.objective.title} {now.points:.0f}" for was, now in pairs if (was, now) not in moved]
    if still:
        rows.append(hanging(Content.styled(f"as before: {', '.join(still)}", palette.LABEL), width, 2))
    return Content("\n").join(rows)


def _all(marks: Sequence[Marked]) -> float:
    return sum(each.points * each.weight for each in marks) / (sum(each.weight for each in marks) or 1.0)


def _weighed(pair: tuple[Marked, Marked]) -> float:
    was, now = pair
    return (now.points - was.points) * now.weight


def _row(was: Marked, now: Marked, before: Moment, after: Moment, because: Because, width: int) -> Content:
    arrow, _, ink = palette.change_mark(now.points - was.points)
    reasons = "; ".join(dict.fromkeys(_reasons(now, before, after, because)))
    text = Content.assemble(
        (now.objective.title, f"bold {palette.TEXT}"), (f"  {was.points:.0f} → {now.points:.0f}", f"bold {ink}"),
        (f", {now.weight:.0f} % of the whole", palette.DIM), (f"  {reasons}" if reasons else "", palette.LABEL),
    )  # fmt: skip
    return hanging(text, width, 2, Content.styled(arrow, ink))


def _reasons(now: Marked, before: Moment, after: Moment, because: Because) -> Iterator[str]:
    """Of every figure it reads that moved: the largest cause where the turn's story has one, else from what to what."""
    for path in dict.fromkeys(path for part in now.objective.parts for path in part.paths):
        was, is_now = before.figure(path), after.figure(path)
        if reason := because.of(_told_as(path, after), _moved(was, is_now)):
            yield reason
        elif was != is_now and is_now is not None:
            name = own_name(after.world.scenario, path, now.seat, after.world.seats)
            yield f"{name} {_figure(was)} → {_figure(is_now)}"


def _told_as(path: str, moment: Moment) -> str:
    """The score under which the story tells what moved a figure."""
    theatres = moment.world.scenario.theatres
    if path == "least-margin":
        return path_of(MARGIN, min(theatres, key=lambda theatre: moment.scores[path_of(MARGIN, theatre)]))
    return next((path_of(MARGIN, each) for each in theatres if path == path_of(DETERRENCE, each)), path)


def _moved(was: float | str | None, now: float | str | None) -> float:
    return now - was if isinstance(was, float | int) and isinstance(now, float | int) else 0.0


def _figure(value: float | str | None) -> str:
    return decimal(round(value, 1)) if isinstance(value, float | int) else (value or "none").replace("-", " ")
