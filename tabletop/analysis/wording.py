"""Causes with their sentences, which whoever shows them brings along. Knows no word itself."""

from collections.abc import Callable

from tabletop.analysis.explain import Explanation, explanation
from tabletop.model.account import Account, Worded
from tabletop.model.cause import Cause
from tabletop.model.world import World

#: What a cause is called in a world: with the scenario's names and those its seats have in this session.
Wording = Callable[[Cause, World], str]


def account(world: World, score: str, wording: Wording) -> Account:
    """Why a score moved over the world's turn so far. Raises KeyError for an unknown score."""
    return in_words(explanation(world, score), world, wording)


def in_words(explained: Explanation, world: World, wording: Wording) -> Account:
    """An explanation with its sentences, the largest cause first, of equals by the alphabet."""
    causes = [Worded(wording(each.cause, world), *each) for each in explained.causes]
    causes.sort(key=lambda each: (-abs(each.amount), each.words, each.ref))
    return Account(*explained[:3], tuple(causes))
