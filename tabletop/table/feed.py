"""What the public display is shown: pictures made from what the public may see, never from the save.

`welcome` is there before anything was pushed, `prepared` is the picture that is pushed, `where_it_stands` what is told
at once, without a push: phase, clock, whether the exercise begins, is stopped or over. `feed_file` puts them on disk.
"""

from collections.abc import Sequence

from tabletop.model.figures.forms import DETERRENCE, MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.world import State
from tabletop.table.countdown import Countdown
from tabletop.table.feed_file import Feed
from tabletop.table.figures import alliance_trends, before_last, theatres_asking
from tabletop.table.injects import OPEN
from tabletop.table.port import View


def welcome(view: View) -> Feed:
    """What the room sees as it walks in. Raises ValueError for any other place's view."""
    _only_public(view)
    world = view.world
    return {
        "title": world.scenario.title,
        "question": world.scenario.exercise.question,
        "seats": [seat.name or name for name, seat in world.seats.items()],
    }


def where_it_stands(view: View, clock: Feed | None, *, is_new: bool = False) -> Feed:
    """Where the exercise stands. `is_new`: its beginning is still to be called out; `clock` as `clock_feed` tells it.

    Raises ValueError for any other place's view than the public's.
    """
    _only_public(view)
    world = view.world
    words = {State.READY: "begins soon", State.PAUSED: "PAUSED", State.ENDED: "ENDEX"}
    return {
        "marking": view.marking,
        "caveat": view.caveat,
        "state": world.state.value,
        "word": words.get(world.state, "STARTEX" if is_new else ""),
        "turn": world.turn,
        "turns": world.turns,
        "period": world.period,
        "phase": world.phase.value,
        "clock": None if world.state is State.ENDED else clock,
    }


def clock_feed(clock: Countdown, wall: float) -> Feed | None:
    """The clock as a feed carries it: `ends`, seconds of the wall clock, while it runs; else `left`."""
    if clock.seconds is None:
        return None
    when = {"ends": round(wall + clock.seconds, 1)} if clock.running else {"left": round(clock.seconds, 1)}
    return {"planned": clock.planned} | when


def prepared(view: View, headlines: Sequence[str], *, bands: bool = True) -> Feed:
    """The picture of a public view: figures, what is open, the story. Raises ValueError for any other place's view."""
    _only_public(view)
    world = view.world
    scenario = world.scenario
    now = view.scores
    names = [name for name, state in world.injects.items() if state.state in OPEN and name in scenario.injects]
    on_table, asking = [scenario.injects[name] for name in names], theatres_asking(world)
    return {
        "title": scenario.title,
        "turn": world.turn,
        "sealed": [seat.name for seat in world.seats.values() if seat.sealed],
        "bands": bands,
        "theatres": [
            {
                "id": theatre,
                "name": spec.short or spec.name,
                "members": list(spec.members),
                "lon": spec.lon,
                "lat": spec.lat,
                "value": now[path_of(DETERRENCE, theatre)],
                "margin": now[path_of(MARGIN, theatre)],
                "change": now[path_of(MARGIN, theatre)] - before_last(view, path_of(MARGIN, theatre)),
                "crisis": theatre in asking,
            }
            for theatre, spec in scenario.theatres.items()
        ],
        "figures": [
            {"id": each.score, "name": each.name, "value": each.value,
             "change": each.value - before_last(view, each.score), "better": each.better}
            for each in alliance_trends(view)
        ],
        "headlines": list(headlines),
        "open": [spec.title for spec in on_table],
    }  # fmt: skip


def _only_public(view: View) -> None:
    if view.who != "public":
        raise ValueError(f"the feed is made from the public's view, not from {view.who}'s")
