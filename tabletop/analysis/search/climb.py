"""A climb from a seat's own line: single moves that help are kept, what does not help beside the others is dropped, and
what is left is tried on fresh seeds. The same moves are tried whoever plays, however many there are.
"""

from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from random import Random
from statistics import stdev

from attrs import frozen

from tabletop.analysis.hands import ALONE, Hands
from tabletop.analysis.kept import Kept
from tabletop.analysis.search.offers import Offers
from tabletop.analysis.search.trial import Extra, Points, Trial, made, plain, trials_of
from tabletop.analysis.team import HandsLost, Team
from tabletop.model.world import World
from tabletop.rules.scores.objectives import mark

OWN = "own-objectives"
TRIES = 150
KNOWN, FRESH = 3, 48  # campaigns of a try, and of what was found
LEAST = 0.05  # points that count as help
_BATCH = 10  # tries at once, whoever plays: what is tried next hangs on them


@frozen
class Find:
    """A move and what it adds by itself, in points of the seat's result; `through` which objectives, the largest first.

    On fresh seeds, or on those it was found on where the search was stopped. `error`: the gain's standard error.
    """

    extra: Extra
    gain: float
    error: float
    through: tuple[tuple[str, float], ...]


@frozen(kw_only=True)
class Finds:
    """`before`: the seat's result on its own line; `after`: with all that was kept, both on the same seeds.

    `tries` of `asked` were made; `lost`: why nobody was left to make all.
    """

    seat: str
    policy: str
    seed: str
    before: float
    after: float
    finds: Sequence[Find]
    tries: int
    asked: int
    fresh: bool
    workers: int
    lost: str = ""


def search(
    start: World,
    seat: str,
    seed: str,
    tries: int = TRIES,
    policy: str = OWN,
    hands: Hands = ALONE,
    progress: Callable[[int], None] = lambda _: None,
    kept: Kept | None = None,
) -> Finds:
    """Tries so many moves; `progress` hears how many more. Interrupted, or when hands are lost, it tells what was found
    so far; raises KeyboardInterrupt or HandsLost before anything was. What is `kept` is not played again."""
    with hands.at(trials_of(start, seat, policy, seed)) as team:
        done, offers = Kept() if kept is None else kept, Offers(start, seat, policy, f"{seed}/offers")
        climb = _Climb(team, done, offers, f"{seed}/{seat}")
        lost, fresh = "", None
        try:
            climb.up(tries, progress)
            climb.prune()
            fresh = climb.fresh()
        except (KeyboardInterrupt, HandsLost) as why:
            if climb.base is None:
                raise
            lost = str(why)
    assert climb.base is not None
    plainly, together, alone = fresh or (climb.base, climb.best, [climb.alone[each] for each in climb.kept])
    weights = {each.objective.id: each.weight / 100 for each in mark(start, seat)}
    finds = [_find(extra, plainly, each, weights) for extra, each in zip(climb.kept, alone, strict=True)]
    return Finds(
        seat=seat, policy=policy, seed=seed, before=plainly.points, after=together.points,
        finds=sorted(finds, key=lambda find: -find.gain), tries=climb.tried, asked=tries, fresh=fresh is not None,
        workers=team.many, lost=lost,
    )  # fmt: skip


def _find(extra: Extra, before: Points, after: Points, weights: dict[str, float]) -> Find:
    through = [(name, weight * (after.marks[name] - before.marks[name])) for name, weight in weights.items()]
    moved = sorted((each for each in through if abs(each[1]) >= LEAST), key=lambda each: -abs(each[1]))
    gains = [b - a for a, b in zip(before.each, after.each, strict=True)]
    error = stdev(gains) / sqrt(len(gains)) if len(gains) > 1 else 0.0
    return Find(extra, after.points - before.points, error, tuple(moved))


class _Climb:
    """How far a search has come: what is kept, what it gives on the known seeds, how many tries were made."""

    def __init__(self, team: Team, done: Kept, offers: Offers, seed: str) -> None:
        self._team, self._done, self._offers, self._rng = team, done, offers, Random(seed)
        self._trials = 0
        self.base: Points | None = None
        self.kept: tuple[Extra, ...] = ()
        self.alone: dict[Extra, Points] = {}
        self.tried = 0

    def up(self, tries: int, progress: Callable[[int], None]) -> None:
        """Of every batch the move that helps most is kept; others that helped are tried again beside it."""
        (self.base,) = self._known([()])
        self.best = self.base
        again: list[Extra] = []
        while self.tried < tries:
            batch = self._batch(again, min(_BATCH, tries - self.tried))
            if not batch:
                return
            gave = self._known([(*self.kept, extra) for extra in batch])
            self.tried += len(batch)
            progress(len(batch))
            helped = sorted(
                ((points.points, -n) for n, points in enumerate(gave) if points.points > self.best.points + LEAST),
                reverse=True,
            )
            again = [batch[-n] for _, n in helped[1:]]
            if helped:
                n = -helped[0][1]
                self.kept, self.best = (*self.kept, batch[n]), gave[n]
                self.alone |= dict(zip(self.kept[-1:], self._known([(batch[n],)]), strict=True))

    def prune(self) -> None:
        """What adds nothing beside the others is dropped, one after another, that first which adds least."""
        while self.kept:
            fewer = [tuple(other for other in self.kept if other != extra) for extra in self.kept]
            gave = self._known(fewer)
            n = max(range(len(fewer)), key=lambda n: gave[n].points)
            if gave[n].points < self.best.points - LEAST:
                return
            self.kept, self.best = fewer[n], gave[n]

    def fresh(self) -> tuple[Points, Points, list[Points]]:
        """On seeds that nothing was chosen by: the own line, with all that was kept, and with each of it alone."""
        before, after, *alone = self._points([(), self.kept, *((each,) for each in self.kept)], "fresh", FRESH)
        return before, after, alone

    def _batch(self, again: Sequence[Extra], many: int) -> list[Extra]:
        """Those to try again, then fresh ones; fewer where the seat has little to do."""
        batch = list(again[:many])
        for _ in range(20 * many):
            if len(batch) == many:
                break
            extra = self._offers.draw(self._rng)
            if extra is not None and extra not in batch and extra not in self.kept:
                batch.append(extra)
        return batch

    def _known(self, tries: Iterable[Sequence[Extra]]) -> list[Points]:
        return self._points(tries, "known", KNOWN)

    def _points(self, tries: Iterable[Sequence[Extra]], series: str, campaigns: int) -> list[Points]:
        trials = [Trial(self._trials + n, extras, series, 0, campaigns) for n, extras in enumerate(tries)]
        self._trials += len(trials)
        gave = {points.task: points for points in self._done.results(self._team, trials, plain, made)}
        return [gave[trial.id] for trial in trials]
