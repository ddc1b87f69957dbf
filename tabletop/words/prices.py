"""What an order costs and moves, in a plain line."""

from collections.abc import Mapping
from typing import Final

from tabletop.model.figures.glossary import figure_of
from tabletop.model.scenario import Scenario
from tabletop.words.money import money, signed
from tabletop.words.names import figure_words, score_name

_VISIBLE: Final = 0.05
"""Points under which nothing is said."""


def effect_words_of(scenario: Scenario, effects: Mapping[str, float], most: int, seat: str) -> str:
    """ "Baltic -5.9, Trust +1.0": the largest, "" for none. Margins and pressure say nothing beside deterrence.
    `seat`: whose own figures need no name."""
    told = [(name, points) for name, points in effects.items() if abs(points) >= _VISIBLE and _told(scenario, name)]
    largest = sorted(told, key=lambda each: -abs(each[1]))[:most]
    return ", ".join(f"{_name(scenario, name, seat)} {points:+.1f}" for name, points in largest)


def money_words(now: float, brings: float | None) -> str:
    """Billion dollars taken now, or what next turn brings more; "" for neither."""
    if brings is not None:
        return f"{signed(brings)} bn $ next turn"
    return f"{money(now)} bn $ now" if now else ""


def _told(scenario: Scenario, name: str) -> bool:
    figure = figure_of(name, scenario.tracks)
    return figure is None or figure.notice == "price"


def _name(scenario: Scenario, name: str, seat: str) -> str:
    head, _, whose = name.partition("/")
    if whose and whose == seat:
        return f"own {head}"
    return score_name(scenario, name, short=True) if name.startswith("deterrence") else figure_words(scenario, name)
