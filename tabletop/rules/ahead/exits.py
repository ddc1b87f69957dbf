"""Four prices of one departure, side by side: with notice or by surprise, matched or not. Pure."""

from math import ceil

from attrs import evolve, frozen

from tabletop.model.events import TurnOpened
from tabletop.model.moves import Withdraw
from tabletop.model.world import World
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.ahead.project import aims_between, difference, review_in, without
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.programmes import deliver
from tabletop.rules.turn.relief import relief
from tabletop.rules.world import book
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.book import Match
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.frame import frame_of


@frozen
class Exit:
    """A way to leave: in `turn`, matched or not, and by how much each score differs at the review after it; `own`:
    points of the seat's objectives, all together."""

    turn: int
    surprise: bool
    matched: bool
    effects: dict[str, float]
    possible: bool = True
    own: float = 0.0


def cover(world: World, force: str) -> Match:
    """How a package is covered as things stand: by what is solid, what readiness bridges, and in all."""
    return book.cover(world, force)


def standing_in(world: World, force: str) -> list[tuple[str, float]]:
    """Seats that would stand in for a package if it left now, each with its part of what covers it, largest first."""
    shares = relief(world, frame_of(world.scenario).contribution(force, world.forces[force]))
    return sorted(shares.items(), key=lambda share: -share[1])


def cover_then(world: World, force: str, turn: int) -> Match:
    """How a package will be covered in a turn: what arrives until then under the sheets as they stand counts, what
    others take out of the book too; chance left out."""
    draft = Draft(world, luck=False)
    for ahead in range(world.turn + 1, turn + 1):
        adjudicate(draft)
        draft.emit(TurnOpened(ahead))
    deliver(draft)
    return book.cover(draft, force)


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
            effects, own = (
                _told(evolve(base, assumed={force: float(matched)}), move, turns + 1) if possible else ({}, 0.0)
            )
            ways.append(Exit(turn, turns < notice(base), matched, effects, possible, own))
    return tuple(ways)


def _told(base: World, move: Withdraw, turns: int) -> tuple[dict[str, float], float]:
    """Scores that differ then, and what the seat's objectives differ by."""
    plain, other = review_in(base, turns), review_in(base, turns, move)
    return difference(scores(plain), scores(other)), sum_of(aims_between(plain, other, move.seat).values())
