"""Where the exercise stands, as the room is told it at once and without a push: made from what the public may see,
never from the save. `stage` makes the scenes that are pushed, `feed_file` puts both on disk."""

from typing import Final

from tabletop.model.seats import PUBLIC
from tabletop.model.world import Phase, State, World
from tabletop.table.countdown import Countdown
from tabletop.table.feed_file import Feed
from tabletop.table.port import View

PAUSED: Final = "PAUSED"


def where_it_stands(view: View, clock: Feed | None, *, is_new: bool = False) -> Feed:
    """`is_new`: the exercise's beginning is still to be called out; `clock` as `clock_feed` tells it.

    Raises ValueError for any other place's view than the public's.
    """
    if view.who != PUBLIC:
        raise ValueError(f"the feed is made from the public's view, not from {view.who}'s")
    world = view.world
    words = {State.READY: "begins soon", State.PAUSED: PAUSED, State.ENDED: "ENDEX"}
    return {
        "marking": view.marking,
        "caveat": view.caveat,
        "title": world.scenario.title,
        "state": world.state.value,
        "word": words.get(world.state, "STARTEX" if is_new else ""),
        "turn": world.turn,
        "turns": world.turns,
        "period": world.period,
        "phase": world.phase.value,
        "lamps": _lamps(world),
        "clock": None if world.state is State.ENDED else clock,
    }


def _lamps(world: World) -> list[Feed]:
    """While orders are given, the teams and whether each has sealed."""
    if world.phase is not Phase.ORDERS or world.state is State.ENDED:
        return []
    seats = [(seat.name or name, seat) for name, seat in world.seats.items() if seat.player == "team"]
    return [{"name": name, "sealed": seat.sealed} for name, seat in seats]


def clock_feed(clock: Countdown, wall: float) -> Feed | None:
    """The clock as a feed carries it: `ends`, seconds of the wall clock, while it runs; else `left`."""
    if clock.seconds is None:
        return None
    when = {"ends": round(wall + clock.seconds, 1)} if clock.running else {"left": round(clock.seconds, 1)}
    return {"planned": clock.planned} | when
