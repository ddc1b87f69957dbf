"""Four prices of one departure, side by side: with notice or by surprise, matched or not. Pure."""

from math import ceil

from attrs import evolve, frozen

from tabletop.model.events import TurnOpened
from tabletop.model.figures.forms import LEDGER
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Withdraw
from tabletop.model.world import World
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.ahead.project import later, without
from tabletop.rules.turn.ledger import coverage
from tabletop.rules.turn.programmes import deliver
from tabletop.rules.turn.relief import added_by, relief
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.frame import frame_of

_BEYOND = 1e9


@frozen
class Exit:
    """A way to leave: in `turn`, matched or not, and by how much each score differs at the review after it."""

    turn: int
    surprise: bool
    matched: bool
    effects: dict[str, float]
    possible: bool = True


def cover(world: World, force: str) -> float:
    """How much of a package the ledger covers as it stands, 0..1."""
    return coverage(world, frame_of(world.scenario).contribution(force, world.forces[force]))


def standing_in(world: World, force: str) -> list[tuple[str, float]]:
    """Seats that would stand in for a package if it left now, each with its part of what covers it, largest first."""
    shares = relief(world, frame_of(world.scenario).contribution(force, world.forces[force]), added_by(world))
    return sorted(shares.items(), key=lambda share: -share[1])


def cover_then(world: World, force: str, turn: int) -> float:
    """How much of a package the ledger will cover in a turn, 0..1: what arrives until then under the sheets as they
    stand counts, what others take out of it too; chance left out."""
    draft = Draft(world, luck=False)
    for ahead in range(world.turn + 1, turn + 1):
        adjudicate(draft)
        draft.emit(TurnOpened(ahead))
    deliver(draft)
    return coverage(draft, frame_of(world.scenario).contribution(force, world.forces[force]))


def notice(world: World) -> int:
    """Turns ahead from which a departure is no surprise."""
    return ceil(world.scenario.coefficients.notice_turns)


def exits(world: World, seat: str, force: str, ahead: int) -> tuple[Exit, ...]:
    """With `ahead` turns of notice and by surprise, each matched and unmatched. A turn past the end is not possible."""
    base = without(world, Withdraw(seat=seat, force=force, turn=world.turn))
    ways = []
    for turns in (ahead, 0):
        for matched in (True, False):
            turn = base.turn + turns
            possible = turn <= base.turns
            move = Withdraw(seat=seat, force=force, turn=turn)
            effects = later(_with_cover(base, force, matched), move, turns + 1) if possible else {}
            ways.append(Exit(turn, turns < notice(base), matched, effects, possible))
    return tuple(ways)


def _with_cover(world: World, force: str, matched: bool) -> World:
    """The world with a ledger that covers a package in full, or not at all, whatever arrives before it leaves.

    No score is made of the ledger, so figures beyond all measure in it move nothing but the match.
    """
    frame = frame_of(world.scenario)
    figures = dict(world.figures)
    for t, i, _ in frame.contribution(force, world.forces[force]):
        figures[path_of(LEDGER, frame.theatres[t], frame.areas[i])] = _BEYOND if matched else -_BEYOND
    return evolve(world, figures=figures)
