"""The map with its margins, what moved most in a turn, and the turns one after another."""

from typing import Final

from tabletop.model.figures.forms import DETERRENCE, MARGIN
from tabletop.model.figures.path import path_of
from tabletop.table.feed_file import Feed
from tabletop.table.figures import before_last, theatres_asking
from tabletop.table.moment import Moment
from tabletop.table.port import View
from tabletop.table.stage.carried import carried
from tabletop.table.stage.scene import RoomView
from tabletop.words.causes import cause_bars
from tabletop.words.marks import moved
from tabletop.words.names import better, score_name, theatre_name
from tabletop.words.sentences import moves_by_number

_MOST: Final = 3
"""What is shown of all that moved."""


def map_scene(room: RoomView, about: str) -> Feed:
    """Every theatre's margin over pressure, and who carries what is needed."""
    view = room.view
    return {"bands": room.bands, "theatres": theatres(view), "carried": carried(view)}


def theatres(moment: Moment) -> list[Feed]:
    """Where each lies and how it stands; `change` is that of its margin since the turn before the last review."""
    scenario, now, in_crisis = moment.world.scenario, moment.scores, theatres_asking(moment.world)
    rows = []
    for theatre, spec in scenario.theatres.items():
        margin = path_of(MARGIN, theatre)
        rows.append(
            {
                "id": theatre,
                "name": theatre_name(scenario, theatre, short=True),
                "members": list(spec.members),
                "lon": spec.lon,
                "lat": spec.lat,
                "value": now[path_of(DETERRENCE, theatre)],
                "margin": now[margin],
                "change": moved(before_last(moment, margin), now[margin]),
                "crisis": theatre in in_crisis,
            }
        )
    return rows


# ---------------------------------------------------------------------- what moved


def moved_scene(room: RoomView, about: str) -> Feed:
    """The three scores that moved most in the last turn played, theatres by their margin, each with its main cause."""
    view = room.view
    world, turn = view.world, view.played
    after = view if turn == world.turn else view.ends[turn]
    was, now = world.history[turn - 1], after.scores
    margins = {path_of(MARGIN, theatre): theatre for theatre in world.scenario.theatres}
    paths = [*margins, world.scenario.names.share, *world.scenario.tracks]
    changes = {path: moved(float(was[path]), now[path]) for path in paths if isinstance(was.get(path), float | int)}
    first = sorted(changes, key=lambda path: -abs(changes[path]))[:_MOST]
    return {
        "of": turn,
        "rows": [
            {
                "name": theatre_name(world.scenario, margins[path], short=True)
                if path in margins
                else score_name(world.scenario, path, world.seats),
                "margin": path in margins,
                "before": now[path] - changes[path],
                "now": now[path],
                "change": changes[path],
                "better": better(world.scenario, path),
                "cause": _main_cause(view, after, path),
            }
            for path in first
        ],
    }


def _main_cause(view: View, moment: Moment, path: str) -> str:
    bars = cause_bars(moment.explained(path), 0, moves_by_number(view.lines), moment.world)
    most = max(bars, key=lambda bar: abs(bar.amount), default=None)
    return f"{most.label} {most.amount:+.1f}" if most else ""


# ---------------------------------------------------------------------- turn by turn


def replay_scene(room: RoomView, about: str) -> Feed:
    """The map at the opening and at the end of each turn that was played."""
    view = room.view
    world = view.world
    frames = []
    for turn in range(view.played + 1):
        seen: Moment = view if turn == world.turn else view.ends[turn]
        now = seen.scores
        frames.append(
            {
                "turn": turn,
                "period": world.scenario.period(turn) if turn else "the opening",
                "margins": [now[path_of(MARGIN, theatre)] for theatre in world.scenario.theatres],
                "values": [now[path_of(DETERRENCE, theatre)] for theatre in world.scenario.theatres],
            }
        )
    return {"bands": room.bands, "theatres": theatres(view), "frames": frames}
