"""What stands on the look ahead, as text and as a fan: scores at their end, how futures spread, on what they stand."""

from typing import Any

from textual.content import Content

from tabletop.model.figures.forms import DETERRENCE, PRESSURE
from tabletop.model.figures.path import path_of
from tabletop.model.world import Phase, World
from tabletop.table.ahead import Futures
from tabletop.table.figures import theatre_of
from tabletop.tui.charts.fan import FanSeries
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.look import palette
from tabletop.words.names import score_name


def scores_ahead(world: World) -> list[str]:
    """Scores that are looked at, the alliance's first."""
    theatres = [path_of(DETERRENCE, theatre) for theatre in world.scenario.theatres]
    return ["deterrence", *theatres, world.scenario.names.share, *world.scenario.tracks]


def score_row(world: World, futures: Futures | None, score: str, room: int, *, drawn: bool = False) -> Content:
    """A score, and where 10, 50 and 90 of 100 futures end; also `drawn` below, on a line from 0 to 100."""
    name = score_name(world.scenario, score, world.seats, short=True)
    if not futures:
        return Content.styled(fitted(name, room), palette.LABEL)
    fan = futures.fan(score)
    ends = Content.assemble(
        (f"{fan.p10[-1]:4.0f}", palette.DIM), (f"{fan.p50[-1]:4.0f}", f"bold {palette.BRIGHT}"),
        (f"{fan.p90[-1]:4.0f}", palette.DIM),
    )  # fmt: skip
    space = room - ends.cell_length
    row = Content.assemble((f"{fitted(name, space):<{space}}", palette.LABEL), ends)
    spread = fan.p10[-1], fan.p50[-1], fan.p90[-1]
    return Content("\n").join([row, spread_line(spread, room)]) if drawn else row


def spread_line(spread: tuple[float, float, float], width: int) -> Content:
    """Low, middle and high end on a line of 0 to 100 in so many cells: the band in the accent, its middle a dot."""
    low, middle, high = (min(width - 1, max(0, int(value / 100 * width))) for value in spread)
    band = f"bold {palette.ACCENT}"
    return Content.assemble(
        ("─" * low, palette.RULE), ("━" * (middle - low), band), ("●", f"bold {palette.BRIGHT}"),
        ("━" * (high - middle), band), ("─" * (width - 1 - high), palette.RULE),
    )  # fmt: skip


def fan_series(world: World, futures: Futures | None, score: str) -> FanSeries | None:
    """What a score has been, and how it goes on."""
    if not futures:
        return None
    past = _past(world, score)
    fan = futures.fan(score)
    labels = ("start", *(world.scenario.period(turn) for turn in range(1, len(past) + len(fan.p50))))
    pressure = path_of(PRESSURE, theatre) if (theatre := theatre_of(score)) else ""
    against = (*_past(world, pressure), *futures.fan(pressure).p50) if pressure else ()
    return FanSeries(past, fan.p10, fan.p50, fan.p90, labels, against)


def _past(world: World, score: str) -> tuple[float, ...]:
    return tuple(v for scores in world.history if isinstance(v := scores.get(score), float | int))


def short_words(futures: Futures | None, score: str) -> str:
    """In how many futures a theatre ends short of the pressure on it, as a sentence; nothing for other scores."""
    theatre = theatre_of(score)
    if not futures or not theatre:
        return ""
    return f"Short in {futures.short(theatre)} of {len(futures)}: deterrence ends under the pressure."


def basis(world: World, *, orders_counted: bool) -> str:
    """From which orders futures are played."""
    if world.phase is Phase.REVIEW:
        orders = "From the end of this turn, bots in every seat."
    elif orders_counted:
        orders = "Under the orders on the table; later turns are played by bots."
    else:
        orders = "Orders are not opened yet: bots play this turn too."
    return f"{orders} Frequencies of the model with bots, not a forecast."


def shown_fan(world: World, futures: Futures | None, score: str) -> tuple[dict[str, Any], ...]:
    """The fan as it goes on record, to the tenth that a chart can show; nothing before there is a future."""
    if not futures:
        return ()
    fan, theatre = futures.fan(score), theatre_of(score)
    columns = {"low": fan.p10, "middle": fan.p50, "high": fan.p90}
    if theatre:
        columns["pressure"] = futures.fan(path_of(PRESSURE, theatre)).p50
    return tuple(
        {"turn": turn, **{name: round(values[n], 1) for name, values in columns.items()}}
        for n, turn in enumerate(fan.turns)
    )


def shown_words(world: World, futures: Futures | None, score: str) -> str:
    """The look ahead in a sentence: what is on record, and what the room's screen carries."""
    name = score_name(world.scenario, score, world.seats)
    if not futures:
        return f"the look ahead, {name}"
    fan = futures.fan(score)
    until = world.scenario.period(fan.turns[-1])
    low, middle, high = (f"{values[-1]:.0f}" for values in (fan.p10, fan.p50, fan.p90))
    short = f"; short in {futures.short(theatre)} of {len(futures)}" if (theatre := theatre_of(score)) else ""
    return f"the look ahead ({name} by {until}: {low} to {high} in 80 of 100 futures, middle {middle}{short})"
