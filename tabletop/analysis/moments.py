"""Turns of a record: which are done, and the world as each of them ended, on the line that stands."""

from tabletop.journal.record.play import Play
from tabletop.model.world import World


def last_adjudicated(world: World) -> int:
    """The last turn that has been adjudicated; 0 is the opening."""
    return len(world.history) - 1


def past_of(world: World, score: str) -> tuple[float, ...]:
    """A score by turn, from the opening; turns in which it was none are left out."""
    return tuple(value for scores in world.history if isinstance(value := scores.get(score), float | int))


def end_of(play: Play, turn: int) -> World:
    """The world at the end of a turn from 1, or as far as a turn under way has come."""
    if play.world.turn == turn:
        return play.world
    for n in reversed(play.tree.line(play.cursor)):
        if play.entries[n - 1].turn <= turn:
            world = play.world_at(n)
            if world.turn == turn:
                return world
    return play.worlds.at(0)
