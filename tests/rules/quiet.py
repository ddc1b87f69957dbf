"""Whole courses of an exercise without chance: what a plan does, beside what happens without it."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from tabletop.model.events import PhaseBegan, TurnOpened
from tabletop.model.moves import Move
from tabletop.model.world import Phase, World
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import resolve
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.world.draft import Draft
from tests.play import fresh


@frozen
class Course:
    """`worlds[n]` is the world at the review of turn n, before anything of the next; 0 is the opening."""

    worlds: tuple[World, ...]

    def score(self, name: str, turn: int) -> float:
        return scores(self.worlds[turn])[name]


def at_orders(**given: object) -> World:
    """The orders of turn 1 of a fresh exercise."""
    draft = Draft(fresh(**given))  # type: ignore[arg-type]
    draft.emit(PhaseBegan(Phase.ORDERS))
    return draft.freeze()


def course(world: World, plan: Mapping[int, Sequence[Move]], turns: int) -> Course:
    """Plays legal orders by turn, numbered by turn, on the expected course. No inject fires by itself."""
    worlds = [world]
    for turn in range(world.turn, turns + 1):
        draft = Draft(world, luck=False)
        for move in plan.get(turn, []):
            refused = check(draft, move)
            assert refused is None, (turn, move, refused)
            resolve(draft, move, turn)
        adjudicate(draft)
        worlds.append(draft.freeze())
        draft = Draft(worlds[-1], luck=False)
        draft.emit(TurnOpened(turn + 1))
        world = draft.freeze()
    return Course(tuple(worlds))


def adjudicated(world: World, *moves: Move) -> World:
    """The world at the review of this turn under some legal orders, without chance."""
    return course(world, {world.turn: list(moves)}, world.turn).worlds[-1]
