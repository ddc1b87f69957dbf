"""What is told with lines and bars: why a score moved, two ways the exercise went, what may come."""

from collections.abc import Mapping
from typing import Any, Final

from tabletop.model.figures.forms import DETERRENCE, MARGIN
from tabletop.model.figures.path import path_of
from tabletop.rules.world.arithmetic import sum_of
from tabletop.table.feed_file import Feed
from tabletop.table.moment import Moment
from tabletop.table.stage.scene import RoomView
from tabletop.words.causes import cause_bars
from tabletop.words.names import better, score_name
from tabletop.words.sentences import moves_by_number

_MOST: Final = 5
"""Causes that are named; the rest is one bar."""


def _scores(room: RoomView) -> dict[str, str]:
    world = room.view.world
    forms = (MARGIN, DETERRENCE)
    paths = [path_of(form, theatre) for form in forms for theatre in world.scenario.theatres]
    paths = ["deterrence", *paths, world.scenario.names.share, *world.scenario.tracks]
    return {path: score_name(world.scenario, path, world.seats) for path in paths}


# ---------------------------------------------------------------------- why


def explained(room: RoomView) -> Mapping[str, str]:
    """Every score, once something has moved."""
    return _scores(room) if room.view.played or room.view.world.changes else {}


def why(room: RoomView, about: str) -> Feed:
    """Why a score moved in the last turn in which anything has."""
    view = room.view
    world, turn = view.world, view.last_moved
    moment: Moment = view if turn == world.turn else view.ends[turn]
    account = moment.explained(about)
    bars = cause_bars(account, 0, moves_by_number(view.lines), moment.world)
    rows = [{"words": bar.label, "amount": bar.amount, "rest": False} for bar in bars[:_MOST]]
    if bars[_MOST:]:
        smaller = f"{len(bars) - _MOST} smaller causes"
        rows.append({"words": smaller, "amount": sum_of(bar.amount for bar in bars[_MOST:]), "rest": True})
    return {
        "name": score_name(world.scenario, about, world.seats),
        "of": turn,
        "before": account.before,
        "now": account.after,
        "better": better(world.scenario, about),
        "rows": rows,
    }


# ---------------------------------------------------------------------- two ways


def compared(room: RoomView) -> Mapping[str, str]:
    """Every score, where the record has parts that leave each other."""
    return _scores(room) if len(room.branches()) > 1 else {}


def compare(room: RoomView, about: str) -> Feed:
    """A score by turn on every branch, that which is played first."""
    world = room.view.world
    lines = {name: _values(past, about) for name, past in room.branches().items()}
    return {
        "name": score_name(world.scenario, about, world.seats),
        "lines": [{"name": name, "values": values} for name, values in lines.items() if values],
    }


def _values(past: Any, score: str) -> list[float]:
    return [float(value) for scores in past if isinstance(value := scores.get(score), float | int)]


# ---------------------------------------------------------------------- what may come


def shown(room: RoomView) -> Mapping[str, str]:
    """The look ahead, once control has shown one to the room this turn."""
    return {"": room.ahead} if room.ahead else {}


def ahead(room: RoomView, about: str) -> Feed:
    """As control showed it, in words."""
    return {"words": room.ahead}
