"""How fast a bot's shares rise, and what it puts into readiness."""

from collections.abc import Iterator

from tabletop.analysis.policies.course import Course
from tabletop.model.figures.forms import CAPITAL, READINESS
from tabletop.model.figures.path import path_of
from tabletop.model.inner import ALARM
from tabletop.model.moves import SetPace, SetReadiness
from tabletop.model.world import World
from tabletop.rules.turn.money import on_path
from tabletop.rules.turn.readiness import readiness_price
from tabletop.rules.turn.spending import path_after
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.frame import frame_of

#: Shares a climber is content with, per cent of GDP.
ENOUGH = 4.0
#: Points of GDP that a follower goes beyond what voters ask for.
BEYOND = 0.03


def pace(world: World, seat: str, course: Course) -> Iterator[SetPace]:
    """The order for the seat's members that are still on their way; none when the standing one does."""
    k = world.scenario.coefficients
    state = world.seats[seat]
    members = world.members
    if course.pace == "plan" and {members[m].pace for m in state.members} == {k.pledge_step}:
        return  # all go along their paths as it is
    on_way = on_path(frame_of(world.scenario), state.members)
    if course.pace == "ride":
        wanted = -course.step
    else:
        enough = min(ENOUGH, k.pledge_top + 0.5)
        on_way = [m for m in on_way if members[m].spending < enough]
        rise = 0.0 if course.pace == "plan" or state.provisional else _rise(world, seat, course)
        wanted = _pace(world, seat, on_way, rise) if rise > 0.005 else k.pledge_step
    wanted = round(max(-k.max_rise, min(k.max_rise, wanted)), 3)
    if any(abs(members[m].pace - wanted) > 1e-9 for m in on_way):
        yield SetPace(seat=seat, pace=wanted, members=tuple(on_way))


def _rise(world: World, seat: str, course: Course) -> float:
    """Points above the path this turn, within the seat's political capital."""
    k = world.scenario.coefficients
    alarm = world.figures[ALARM]
    want = k.want_per_alarm * max(0.0, alarm - k.want_from)
    borne = max(want + BEYOND, k.accept_base + k.accept_alarm * alarm)
    rise = course.step if course.pace == "climb" else min(course.step, borne)
    if course.pace == "measured":
        rise = min(course.step, max(0.0, want - k.readiness_credit * world.figures.get(path_of(READINESS, seat), 0.0)))
    return min(rise, 0.9 * world.figures[path_of(CAPITAL, seat)] / k.capital_per_point)


def _pace(world: World, seat: str, on_way: list[str], rise: float) -> float:
    """The pace for some members at which the whole seat rises so far above its paths, by GDP."""
    specs = world.scenario.members
    total = sum_of([specs[m].gdp for m in world.seats[seat].members])
    free = [(max(0.0, path_after(world, m) - world.members[m].spending), specs[m].gdp) for m in on_way]
    if not free:
        return 0.0
    free.sort()
    least = free[-1][0]  # below it somebody falls behind the path
    needed = rise * total
    part = spent = 0.0
    for n, (own, gdp) in enumerate(free):
        part += gdp
        spent += gdp * own
        level = (needed + spent) / part
        if n + 1 == len(free) or level <= free[n + 1][0]:
            return max(level, least)
    return least


def readiness(world: World, seat: str, money: float) -> Iterator[SetReadiness]:
    """As much readiness as the money left buys; an order only where the level changes."""
    price = readiness_price(world, seat)
    level = int(min(1.0, money / price) * 100) / 100 if price > 0 else 0.0
    now = world.figures.get(path_of(READINESS, seat), 0.0)
    if level < 0.05:
        level = 0.0
    if abs(level - now) > 0.004:
        yield SetReadiness(seat=seat, level=level)
