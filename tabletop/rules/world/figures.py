"""How a figure may move: softened near the ends of a gauge, clamped to its range. The one place that moves one."""

from tabletop.model.cause import Cause
from tabletop.model.figures.figure import ANY
from tabletop.model.figures.glossary import figure_of
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.frame import frame_of


def nudge(draft: Draft, figure: str, amount: float, cause: Cause, ref: int = 0) -> float:
    """Adds to a gauge with a change that shrinks near the ends; returns what it really moved."""
    scenario = draft.scenario
    if figure in scenario.tracks:
        value = draft.figures[figure]
        room = (value if amount < 0 else 100 - value) / scenario.coefficients.soft_edge
        if room < 1:
            amount *= room if room > 0 else 0.0
    return move(draft, figure, amount, cause, ref)


def move(draft: Draft, figure: str, amount: float, cause: Cause, ref: int = 0) -> float:
    """Adds to a figure within its range; returns what it really moved."""
    figures = draft.figures
    value = figures.get(figure, 0.0)
    try:
        low, high = draft.limits[figure]
    except KeyError:
        low, high = limits(draft, figure)
    to = value + amount
    if not low <= to <= high:
        to = max(low, min(high, to))
    amount = to - value
    if amount:
        if draft.record:
            draft.change_figure(figure, amount, cause, ref)
        else:
            if draft.answers:
                draft.forget()
            figures[figure] = value + amount
    return amount


def settle(draft: Draft, figure: str, value: float, cause: Cause, ref: int = 0) -> None:
    """Brings a figure to a value."""
    amount = value - draft.figures.get(figure, 0.0)
    if amount:
        draft.change_figure(figure, amount, cause, ref)


def limits(world: World, figure: str) -> tuple[float, float]:
    """The range of a figure."""
    memory = frame_of(world.scenario).limits
    ends = memory.get(figure)
    if ends is None:
        ends = memory[figure] = _limits(world.scenario, figure)
    return ends


def _limits(scenario: Scenario, key: str) -> tuple[float, float]:
    figure = figure_of(key, scenario.tracks)
    if figure is None or not figure.held:
        return ANY
    low, high = figure.range
    return low, getattr(scenario.coefficients, figure.most) if figure.most else high
