"""Votes to come, in words: when, and between what."""

from tabletop.model.optional import ELECTIONS
from tabletop.model.world import World
from tabletop.words.names import positions


def next_vote(world: World, member: str) -> int:
    """The turn of a member's next vote, 0 for none within what its scenario names."""
    spec = world.scenario.members.get(member)
    if spec is None or ELECTIONS in world.without:
        return 0
    return min((turn for turn in spec.elections if turn >= world.turn), default=0)


def vote_words(world: World, member: str) -> str:
    """A member's next vote and what is up for it, "" for none."""
    turn = next_vote(world, member)
    closer, away = positions(world.scenario, member)
    return f"Votes in turn {turn}: {closer}, or {away}" if turn else ""
