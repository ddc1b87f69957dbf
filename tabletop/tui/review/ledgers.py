"""What seats expected of a turn beside what came, and the promises that were told in it."""

from collections.abc import Iterator

from textual.content import Content

from tabletop.model.world import World
from tabletop.table.expectations import expectations
from tabletop.table.moment import Moment
from tabletop.tui.look import palette
from tabletop.words.names import better as way_of
from tabletop.words.names import score_name, seat_name
from tabletop.words.said import deed_words


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
        who = seat_name(after.scenario, promise.seat, after.seats)
        to = seat_name(after.scenario, promise.to, after.seats, the=True)
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
