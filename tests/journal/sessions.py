"""Whole sessions under the real rules, by random moves of every kind, with undos, forks and practice turns."""

from pathlib import Path
from random import Random
from typing import Any

from tabletop.journal.opened import Terms
from tabletop.journal.record.tree import Leaf
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Practice, Red, Redo, Undo
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase, State
from tests.builders import clock, salts
from tests.play import some_move, two_keys

ADVANCE = Advance(seat="control")


def begun(
    path: Path, scenario: Scenario | None = None, seed: str = "7", *, mirror: Path | None = None, **terms: Any
) -> Session:
    """A session of the small scenario with a clock and salts of its own."""
    scenario = scenario or two_keys()
    return Session.create(path, scenario, Terms(seed=seed, **terms), mirror=mirror, now=clock(), salt=salts())


def leaves(session: Session) -> tuple[Leaf, ...]:
    """Its lines as its record has them, wherever the next move would follow."""
    return session.play.tree.leaves(session.entries)


def at_random(session: Session, rng: Random, moves: int, *, back: bool = True) -> None:
    """Enters so many moves of any kind, or until the end; `back`: undoes, redoes and forks now and then."""
    entered = 0
    while entered < moves and session.world.state is not State.ENDED:
        n, world = len(session.entries), session.world
        luck = rng.random()
        if luck < 0.06:
            if world.phase is Phase.RED:
                session.make(Red(seat="control", source="model"))
            session.make(ADVANCE)
        elif back and luck < 0.075 and session.line:
            session.make(Undo(seat="control", to=rng.choice([0, *session.line])))
        elif back and luck < 0.085:
            session.make(Redo(seat="control"))
        elif back and luck < 0.09 and n:
            session.fork_here(rng.randrange(n))
        elif luck < 0.1:
            session.make(Practice(seat="control", act=rng.choice(("begin", "end"))))
        else:
            session.make(some_move(world, rng), rng.choice(("", "", "operator", "Anna")))
        entered += len(session.entries) > n
        if len(session.entries) == n and world.state is State.PAUSED:
            session.make(some_move(world, rng))


def turn(session: Session, *moves: Any) -> None:
    """Plays moves in the orders phase of a turn, and the turn to the brief of the next."""
    for move in (ADVANCE, *moves, ADVANCE, Red(seat="control", source="model"), ADVANCE, ADVANCE, ADVANCE):
        session.make(move)
