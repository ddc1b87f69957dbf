"""A turn in figures: scores before and after with their bars, what seats expected beside what came, promises told."""

from collections.abc import Iterator, Mapping

from textual.content import Content

from tabletop.model.figures.forms import DETERRENCE, MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.table.expectations import expectations
from tabletop.table.moment import Moment
from tabletop.tui.kit.bars import bar
from tabletop.tui.look import palette
from tabletop.words import marks
from tabletop.words.names import better as way_of
from tabletop.words.names import score_name, seat_name
from tabletop.words.said import deed_words

_WIDE = 100
"""Columns from which before and after stand as two bars."""


def score_lines(moment: Moment, width: int, since: Mapping[str, float | str] | None = None) -> Content:
    """Theatres, then the alliance's figures: value, bar, change since the turn opened or since the readings `since`."""
    world, now = moment.world, moment.scores
    if since is None:
        since = world.history[world.turn - 1] if world.turn - 1 < len(world.history) else {}
    was = {score: value for score, value in since.items() if not isinstance(value, str)}
    theatres = [path_of(DETERRENCE, theatre) for theatre in world.scenario.theatres]
    others = ["deterrence", world.scenario.names.share, *world.scenario.tracks]
    names = {score: score_name(world.scenario, score, world.seats, short=True) for score in theatres + others}
    label = max(map(len, names.values()))
    rows = [
        score_line(
            names[score], label, was.get(score, now[score]), now[score], width,
            margin=now[path_of(MARGIN, score.partition('/')[2])] if score in theatres else None,
            better=way_of(world.scenario, score),
        )
        for score in theatres + others
    ]  # fmt: skip
    return Content("\n").join([*rows[: len(theatres)], Content(""), *rows[len(theatres) :]])


def score_line(
    name: str, label: int, was: float, now: float, width: int, *, margin: float | None = None, better: str = "high"
) -> Content:
    """ "Pass   41.0 ▇▇▇  ▲+2.1  43.1 ▇▇▇▇": before, change, after; one bar where there is no room for two."""
    colour = palette.MIDDLE if margin is None else palette.margin_colour(margin)
    arrow, change, ink = palette.change_mark(marks.moved(was, now), better=better)
    shift = Content.styled(f"{arrow}{change:>6}", ink)
    head = Content.assemble((f"{name:<{label}}", palette.LABEL), (f" {was:5.1f} ", palette.DIM))
    after = Content.styled(f" {now:5.1f}", f"bold {palette.BRIGHT}")
    room = width - head.cell_length - shift.cell_length - after.cell_length - 4
    if width < _WIDE:
        return Content.assemble(head, shift, after, "  ", bar(now, max(4, room), colour, marker=was))
    half = max(4, min(44, room // 2))
    grey = palette.darkened(colour, 0.45)
    return Content.assemble(head, bar(was, half, grey), "  ", shift, after, "  ", bar(now, half, colour, marker=was))


def expectation_lines(after: Moment, before: Moment) -> Iterator[Content]:
    """By seat, each score it named: what it expected, what came, and whether the direction was foreseen."""
    world = after.world
    words = {"up": "up", "down": "down", "same": "unchanged"}
    for each in expectations(after, before):
        arrow, signed, ink = palette.change_mark(each.change, better=way_of(world.scenario, each.score))
        mark, colour = _foreseen(each.foreseen)
        name = score_name(world.scenario, each.score, world.seats, short=True)
        yield Content.assemble(
            (f"{mark} ", f"bold {colour}"),
            (seat_name(world.scenario, each.seat, world.seats), f"bold {palette.LABEL}"),
            f" expected {name} {words.get(each.way, each.way)}; ",
            "it went ",
            (f"{arrow}{signed}" if signed else "nowhere", ink),
        )


def promise_lines(before: World, after: World) -> Iterator[Content]:
    """Promises that were told kept, broken or void since, and those still open that are due."""
    states = {promise.ref: promise.state for promise in before.promises}
    for promise in after.promises:
        who, to = (seat_name(after.scenario, seat, after.seats) for seat in (promise.seat, promise.to))
        deed = f": {deed_words(promise.deed, after.scenario, after.seats)}" if promise.deed else ""
        sentence = f"{who} to {to}{deed}"
        if promise.state != "open" and states.get(promise.ref, "open") == "open":
            good = promise.state == "kept"
            mark, ink = ("✓", palette.HIGH_TEXT) if good else ("×" if promise.state == "broken" else "·", palette.LOW)
            yield Content.assemble((f"{mark} ", f"bold {ink}"), (f"promise {promise.state} ", palette.LABEL), sentence)
        elif promise.state == "open" and promise.due <= after.turn:
            yield Content.assemble(
                ("? ", f"bold {palette.CRISIS_INK}"), ("promise due, for control to tell: ", palette.LABEL), sentence
            )


def _foreseen(rightly: bool | None) -> tuple[str, str]:
    """The mark of an expectation, and its colour."""
    if rightly is None:
        return "·", palette.LABEL
    return ("✓", palette.HIGH_TEXT) if rightly else ("×", palette.LOW)
