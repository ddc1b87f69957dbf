"""Slips with few questions: before the first turn, after each, at the end. By seat, never by person; handed in before
anybody's objectives are told."""

from collections.abc import Iterator
from typing import Final

from tabletop.model.likelihood import SCALE
from tabletop.paper.blocks import Block, Break, Head, Prose, Rules, Ticks
from tabletop.table.port import View
from tabletop.words.names import seat_name

_GRADED: Final = ("The briefing", "The pace", "The model", "The rulings", "What you learned")
_GRADES: Final = ("1", "2", "3", "4", "5")


def survey(view: View, seat: str) -> Iterator[Block]:
    """Three slips, a page each."""
    scenario, world = view.world.scenario, view.world
    name = seat_name(scenario, seat, world.seats)
    chances = tuple(word.word for word in SCALE)
    yield Head(f"{name}: before the first turn", 1)
    yield _no_names()
    question = f"How likely is it that the {scenario.names.own} side carries most of what is needed"
    yield Ticks(f"{question} by turn {world.turns}?", chances, stacked=True)
    yield Rules("Whose decisions will matter most, and why?", 2)
    yield Rules("What would surprise you?", 2)
    yield Break()
    yield Head(f"{name}: after turn ____", 1)
    yield _no_names()
    yield Rules("What mattered most this turn, in one line?", 2)
    yield Rules("Was any result not credible? Which, and why?", 2)
    yield Break()
    yield Head(f"{name}: at the end", 1)
    yield Prose("Hand it in before the objectives are told: memory is rewritten by the outcome.", "lead")
    yield _no_names()
    yield Rules("The most important decision of the exercise:", 2)
    yield Rules("The biggest surprise:", 2)
    yield Rules("What would you do otherwise?", 2)
    yield Rules("Was any result not credible? Which, and why?", 2)
    for about in _GRADED:
        yield Ticks(f"{about} (1 poor, 5 very good):", _GRADES)
    yield Rules("Keep:", 2)
    yield Rules("Change:", 2)


def _no_names() -> Prose:
    return Prose("One slip a seat or one a person, without names. What is kept is kept by seat.", "note")
