"""Moves tried beside a seat's own line, as tasks: what the seat then gets, and through which of its objectives."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from tabletop.analysis.campaign import play_out
from tabletop.analysis.distributions import mean
from tabletop.analysis.policies import POLICIES, Policy
from tabletop.analysis.team import Work
from tabletop.model.figures.forms import WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.acts.check import check, sense
from tabletop.rules.acts.orders import committed, cost, thing


@frozen
class Extra:
    """A move and the turn in which it is made, if it is legal then."""

    turn: int
    move: Move


@frozen(eq=False)
class Trial:
    """Some moves tried in campaigns `first` to `last - 1` of a series of seeds."""

    id: int
    extras: Sequence[Extra]
    series: str
    first: int
    last: int


@frozen(eq=False)
class Points:
    """The seat's points in each campaign, 0 to 100, and the mean of each of its objectives, 0 to 100."""

    task: int
    each: tuple[float, ...]
    marks: dict[str, float]

    @property
    def points(self) -> float:
        """Their mean."""
        return mean(self.each)


def trials_of(start: World, seat: str, policy: str, seed: str) -> Work:
    """What trials are played with: everybody on a policy, the seat's extra moves before its own."""
    return Work(_begin, (start, seat, policy, seed), _tried)


def plain(result: Points) -> Any:
    return [result.task, result.each, result.marks]


def made(told: Any) -> Points:
    task, each, marks = told
    return Points(task, tuple(each), marks)


def beside(extras: Sequence[Extra], policy: Policy) -> Policy:
    """A policy with moves before its own. One about the same thing takes the place of the policy's, and of what the
    policy would buy nothing is left that the seat has no money for."""
    by_turn: dict[int, list[Move]] = defaultdict(list)
    for extra in extras:
        by_turn[extra.turn].append(extra.move)

    def played(world: World, seat: str, seed: str) -> Iterator[Move]:
        purse = world.figures.get(path_of(WALLET, seat), 0.0) - committed(world, seat)
        taken = set()
        for move in by_turn.get(world.turn, ()):
            price = cost(world, move)
            if price <= purse and check(world, move) is None and sense(world, move) is None:
                purse -= price
                taken.add(thing(move))
                yield move
        taken.discard(())
        for move in policy(world, seat, seed):
            price = cost(world, move) if taken else 0.0
            if thing(move) in taken or (price and price > purse):
                continue
            purse -= price
            yield move

    return played


_start: World
_seat: str
_policy: str
_seed: str


def _begin(start: World, seat: str, policy: str, seed: str) -> None:
    global _start, _seat, _policy, _seed
    _start, _seat, _policy, _seed = start, seat, policy, seed


def _tried(trial: Trial) -> Points:
    own = POLICIES[_policy]
    policies = dict.fromkeys(_start.seats, own) | {_seat: beside(trial.extras, own) if trial.extras else own}
    seeds = (f"{_seed}/{trial.series}/{n}" for n in range(trial.first, trial.last))
    campaigns = [play_out(_start, policies, seed) for seed in seeds]
    marks = {name: mean([c.marks[_seat][name] for c in campaigns]) for name in campaigns[0].marks[_seat]}
    return Points(trial.id, tuple(c.objectives[_seat] for c in campaigns), marks)
