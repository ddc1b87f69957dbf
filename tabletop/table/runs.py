"""Sessions and branches side by side: where they part, which decisions differ, which injects ended otherwise."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from attrs import frozen

from tabletop.analysis.decisions import decisions, differing, inject_endings
from tabletop.analysis.moments import past_of
from tabletop.model.record import Line
from tabletop.model.world import Phase, World
from tabletop.rules.scores.deterrence import scores
from tabletop.words.decided import decided
from tabletop.words.names import inject_name, seat_name
from tabletop.words.sentences import deed_line

MOST: Final = 6
"""Runs that can be told apart in one chart."""
_SEALED: Final = (Phase.ORDERS, Phase.RED)
"""Phases in which orders lie sealed."""


@frozen(eq=False)
class Run:
    """One way an exercise went. `lines`: what stands on it, as control reads it; `line`: the numbers of all its
    entries, those too that nobody may read yet; `heads`: theirs in the chain, after that of the header."""

    name: str
    world: World
    lines: tuple[Line, ...]
    marking: str
    caveat: str = ""
    line: tuple[int, ...] = ()
    heads: tuple[str, ...] = ()

    def score(self, score: str) -> tuple[float, ...]:
        """By turn from the opening."""
        return past_of(self.world, score)


@frozen
class Difference:
    """`decisions`: for each run what was decided, "" where nothing was."""

    turn: int
    who: str
    decisions: tuple[str, ...]


def last_shared(runs: Sequence[Run]) -> tuple[int, Line] | None:
    """The number of the last entry that all runs share, and the last of them that may be read; None for none."""
    shared = _count_shared(runs)
    if shared < 2:
        return None
    n = runs[0].line[shared - 2]
    readable = [line for line in runs[0].lines if line.n <= n]
    return (n, readable[-1]) if readable else None


def never_one(runs: Sequence[Run]) -> bool:
    """Whether some of the runs were begun apart from the others."""
    return not _count_shared(runs)


def _count_shared(runs: Sequence[Run]) -> int:
    heads = zip(*(run.heads for run in runs), strict=False)
    return len(list(takewhile(lambda each: len(set(each)) == 1, heads)))


def differences(runs: Sequence[Run]) -> list[Difference]:
    """Decisions about the same thing, by the same seat in the same turn, that were not the same in all runs."""
    scenario, seats = runs[0].world.scenario, runs[0].world.seats
    sealed = {run.world.turn for run in runs if run.world.phase in _SEALED}
    rows = []
    for each in differing([decisions([(line.n, line.turn, line.move) for line in run.lines]) for run in runs]):
        words = tuple(
            deed_line(move, run.world.scenario, run.world.seats) if move else ""
            for move, run in zip(each.moves, runs, strict=True)
        )
        if each.turn not in sealed and len(set(words)) > 1:
            rows.append(Difference(each.turn, seat_name(scenario, each.seat, seats), words))
    return rows


def inject_outcomes(runs: Sequence[Run]) -> list[tuple[str, tuple[str, ...]]]:
    """Injects that ended otherwise, each with its outcome by run, "" where it never came."""
    scenario = runs[0].world.scenario
    return [
        (
            inject_name(scenario, inject),
            tuple(_ending(run, inject) if word else "" for run, word in zip(runs, words, strict=True)),
        )
        for inject, words in inject_endings([run.world for run in runs])
    ]


def _ending(run: Run, inject: str) -> str:
    """What was decided in a run, else how far the inject has come."""
    return decided(run.world, inject, {}) or run.world.injects[inject].state.value


def last_common(runs: Sequence[Run]) -> int:
    """The last turn at whose end all runs have been; 0 for the opening."""
    return max(0, min((len(run.world.history) for run in runs), default=1) - 1)


def spreads(runs: Sequence[Run]) -> dict[str, float]:
    """Points between the highest and the lowest run by score, at the last turn that all have played."""
    last = last_common(runs)
    ends = {score: [run.score(score)[last:] for run in runs] for score in scores(runs[0].world)}
    return {score: max(values)[0] - min(values)[0] for score, values in ends.items() if all(values)}


_LADDER = ("EXERCISE", "UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
"""Words of markings from the lowest to the highest, as they are in use."""


def marking_of(runs: Sequence[Run]) -> str:
    """The highest marking of the runs. Where one has no known place among the others all stand: none is lost."""
    markings = list(dict.fromkeys(run.marking for run in runs if run.marking))
    height = {each: max((n for n, word in enumerate(_LADDER) if word in each.upper()), default=-1) for each in markings}
    if -1 in height.values():
        return " / ".join(markings)
    return " / ".join(marking for marking in markings if height[marking] == max(height.values()))


def caveat_of(runs: Sequence[Run]) -> str:
    """Every caveat that one of the runs carries."""
    return " / ".join(dict.fromkeys(run.caveat for run in runs if run.caveat))
