"""A search over single moves of every kind, on top of a seat's own line: what gains most, and on fresh seeds how much.

Moves are drawn from what the rules offer the seat in a turn, a kind at a time, so that texts and forces that move are
tried as often as money. What helps is kept, what doesn't beside the others is dropped, and the rest is tried anew.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from random import Random
from statistics import fmean

from attrs import frozen

from tabletop.analysis.campaign import play_out
from tabletop.analysis.policies import POLICIES
from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.acts.check import check, sense
from tests.page.balance import worked
from tests.page.ended import half_way, opened
from tests.page.marks import Table
from tests.play import nato

OWN = "own-objectives"
SEEDS, FRESH = 3, 12
TURNS = range(1, 9)

Extra = tuple[int, Move]
"""A move and the turn in which it is made, if it is legal then."""


@frozen
class Climbed:
    seat: str
    before: float  # points on fresh seeds
    after: float
    kept: tuple[tuple[float, Extra], ...]  # what each is worth on fresh seeds by itself


def points(seat: str, extras: Iterable[Extra], seeds: Iterable[str]) -> float:
    """The seat's mean result, everybody on their own objectives, with some moves made beside its line."""
    start, by_turn = opened(nato()), defaultdict(list)
    for turn, move in extras:
        by_turn[turn].append(move)

    def played(world: World, who: str, seed: str) -> Iterable[Move]:
        for move in by_turn.get(world.turn, ()):
            if check(world, move) is None and sense(world, move) is None:
                yield move
        yield from POLICIES[OWN](world, who, seed)

    policies = dict.fromkeys(start.seats, POLICIES[OWN]) | {seat: played}
    return fmean(play_out(start, policies, seed).objectives[seat] for seed in seeds)


def drawn(seat: str, rng: Random) -> Extra | None:
    """A move of a kind drawn first, in a turn drawn first."""
    turn = rng.choice(TURNS)
    world = half_way(nato(), OWN, 0, turn)
    kinds = [act for act in ACTS.values() if act.kind.order or act.kind.do in ("table-text", "promise")]
    act = rng.choice(kinds)
    offered = [move for move in act.offers(world, seat) if check(world, move) is None] if act.offers else []
    return (turn, rng.choice(offered)) if offered else None


def climb(seat: str, tries: int) -> Climbed:
    """From the seat's own line, by what helps on a few seeds."""
    rng, known = Random(f"climb/{seat}"), [f"climb/{n}" for n in range(SEEDS)]
    kept: list[Extra] = []
    best = points(seat, kept, known)
    for _ in range(tries):
        extra = drawn(seat, rng)
        if extra is None or extra in kept:
            continue
        now = points(seat, [*kept, extra], known)
        if now > best + 0.05:
            kept, best = [*kept, extra], now
    for extra in list(kept):
        without = [other for other in kept if other != extra]
        now = points(seat, without, known)
        if now >= best - 0.05:
            kept, best = without, now
    fresh = [f"fresh/{n}" for n in range(FRESH)]
    plain = points(seat, [], fresh)
    alone = sorted(((points(seat, [each], fresh) - plain, each) for each in kept), key=lambda pair: -pair[0])
    return Climbed(seat, plain, points(seat, kept, fresh), tuple(alone))


def table(tries: int, workers: int) -> Table:
    found = worked([partial(climb, seat, tries) for seat in nato().seats], workers)
    rows = []
    for each in found:
        best = "; ".join(f"turn {turn}: {_told(move)} {gain:+.1f}" for gain, (turn, move) in each.kept[:3])
        row = (nato().seats[each.seat].name, f"{each.before:.0f}", f"{each.after - each.before:+.1f}")
        rows.append((*row, str(len(each.kept)), best))
    return (("seat", "own line", "all that was kept adds", "moves", "largest single ones, on fresh seeds"), *rows)


def _told(move: Move) -> str:
    """A move in its own words: what it does, and to what."""
    values = (getattr(move, a.name) for a in move.__attrs_attrs__ if a.name != "seat")  # type: ignore[attr-defined]
    return " ".join([move.do, *(f"{value:g}" if isinstance(value, float) else str(value) for value in values if value)])
