"""Causes with their sentences, which whoever shows them brings along. Knows no word itself."""

from collections.abc import Callable

from tabletop.analysis.explain import Explanation, TurnSoFar
from tabletop.model.account import Account, Worded
from tabletop.model.cause import Cause
from tabletop.model.world import World

#: What a cause is called in a world: with the scenario's names and those its seats have in this session.
Wording = Callable[[Cause, World], str]


def account(world: World, score: str, wording: Wording, turn: TurnSoFar | None = None) -> Account:
    """Why a score moved over the world's turn so far. Raises KeyError for an unknown score. `turn`: the world's, where
    several scores are asked for."""
    return in_words((turn or TurnSoFar(world)).explanation(score), world, wording)


def in_words(explained: Explanation, world: World, wording: Wording) -> Account:
    """An explanation with its sentences, the largest cause first, of equals by the alphabet."""
    causes = [Worded(wording(each.cause, world), *each) for each in explained.causes]
    causes.sort(key=lambda each: (-abs(each.amount), each.words, each.ref))
    return Account(*explained[:3], tuple(causes))
