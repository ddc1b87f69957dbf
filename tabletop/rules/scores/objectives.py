"""Objectives, measured on what was. Any turn can be the last: only turns that were played count."""

from attrs import evolve

from tabletop.model.seats import Marked, MeasureSpec, ObjectiveSpec
from tabletop.model.world import World
from tabletop.rules.scores.paths import holds, number_at, value_at
from tabletop.rules.scores.reader import Reading
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.hosts import guests_of


def mark(world: World, seat: str) -> list[Marked]:
    """Every objective of a seat with its points so far. A joined seat's first secret is its host's too."""
    objectives = [each.within(world.turns) for each in objectives_of(world, seat)]
    total = sum_of(o.weight for o in objectives) or 1.0
    return [Marked(seat, o, points(world, o), 100 * o.weight / total, due(world, o)) for o in objectives]


def total(world: World, seat: str) -> float:
    """A seat's result, 0..100."""
    return sum_of(m.points * m.weight for m in mark(world, seat)) / 100


def due(world: World, objective: ObjectiveSpec) -> int:
    """The turn at whose end an objective can be scored: the last one that it names, or the last of the session."""
    return max((_due(world, part) for part in objective.parts), default=1)


def _due(world: World, part: MeasureSpec) -> int:
    match part.when:
        case "final":
            return world.turns
        case "at":
            return max(part.at, default=world.turns)
    return part.since


def turns_played(world: World) -> int:
    """Turns that have been played to their end."""
    return len(world.history) - 1


def objectives_of(world: World, seat: str) -> list[ObjectiveSpec]:
    """What a seat is scored by: its own objectives, and some of those that have joined it."""
    spec = world.scenario.seats[seat]
    guests = [world.scenario.seats[name] for name in guests_of(world, seat)]
    if not guests:
        return list(spec.objectives)
    mine = [o for o in spec.objectives if not o.secret] + [o for o in spec.objectives if o.secret][:2]
    for other in guests:
        mine += [evolve(o, id=f"{other.id}-{o.id}") for o in other.objectives if o.secret][:1]
    return mine


def points(world: World, objective: ObjectiveSpec) -> float:
    """0..100, parts by their shares in per cent; shares over 100 in all make up for one another."""
    return min(100.0, sum_of(part.share * _part(world, part) for part in objective.parts) / 100)


def _part(world: World, part: MeasureSpec) -> float:
    if part.only is not None and not holds(world, part.only):
        return 0.0
    values = [_sum(world, readings, part) for readings in _turns(world, part)]
    if part.steps:
        steps = dict(part.steps)
        marks = [steps.get(str(value), 0.0) for value in values]
        return sum_of(marks) / len(marks) if marks else 0.0
    numbers = [value for value in values if not isinstance(value, str)]
    if not numbers:
        return 0.0
    value = min(numbers) if part.when == "min" else sum_of(numbers) / len(numbers)
    low, high = part.floor, part.target
    if (part.relative or part.grows) and world.history:
        low, high = _from_the_opening(world, part, low, high)
    if low == high:
        return 100.0 if value >= high else 0.0
    return 100 * max(0.0, min(1.0, (value - low) / (high - low)))


def _from_the_opening(world: World, part: MeasureSpec, low: float, high: float) -> tuple[float, float]:
    """Floor and target of a measure that starts from the opening's value; of an amount that grows, as much of the way
    as turns were played. Before any was, what one turn should bring: nothing done is no target met."""
    start = float(_sum(world, world.history[0], part))
    if part.relative:
        low, high = low + start, high + start
    if part.grows:
        way = min(1.0, max(1, turns_played(world)) / _set_for(world, part))
        low, high = start + way * (low - start), start + way * (high - start)
    return low, high


def _set_for(world: World, part: MeasureSpec) -> float:
    """Turns after which a measure's floor and target hold as they are written."""
    return sum_of(part.at) / len(part.at) if part.when == "at" and part.at else world.scenario.turns


def _turns(world: World, part: MeasureSpec) -> list[dict[str, Reading]]:
    """Readings that a measure counts: of the turns that were played."""
    history = world.history
    if len(history) <= 1:
        return list(history)
    if part.when == "final":
        return [history[-1]]
    if part.when == "at":
        some = [history[min(turn, len(history) - 1)] for turn in part.at]
        return some or [history[-1]]
    return list(history[part.since :]) or [history[-1]]


def _sum(world: World, readings: dict[str, Reading], part: MeasureSpec) -> Reading:
    if part.steps:
        return readings.get(part.paths[0], "") if part.paths[0] in readings else value_at(world, part.paths[0])
    total = 0.0
    for path in part.paths:
        value = readings[path] if path in readings else number_at(world, path)
        if not isinstance(value, str):
            total += value
    return total
