"""Sessions and branches side by side: where they part, which decisions differ, which injects ended otherwise."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from tabletop.analysis.decisions import decisions, differing
from tabletop.analysis.decisions import outcomes as ended_otherwise
from tabletop.model.record import Line
from tabletop.model.world import Phase, World
from tabletop.rules.scores.deterrence import scores
from tabletop.words.decided import decided
from tabletop.words.names import inject_name, seat_name
from tabletop.words.sentences import deed_line

MOST: Final = 6
"""Runs that can be told apart in one chart."""
_CLOSED: Final = (Phase.ORDERS, Phase.RED)
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
        return tuple(value for told in self.world.history if isinstance(value := told.get(score), float | int))


@frozen
class Difference:
    """`said`: for each run what was decided, "" where nothing was."""

    turn: int
    who: str
    said: tuple[str, ...]


def parted(runs: Sequence[Run]) -> tuple[int, Line] | None:
    """The number of the last entry that all runs share, and the last of them that may be read; None for none."""
    shared = _heads_shared(runs)
    if shared < 2:
        return None
    n = runs[0].line[shared - 2]
    readable = [line for line in runs[0].lines if line.n <= n]
    return (n, readable[-1]) if readable else None


def never_one(runs: Sequence[Run]) -> bool:
    """Whether some of the runs were begun apart from the others."""
    return not _heads_shared(runs)


def _heads_shared(runs: Sequence[Run]) -> int:
    shared = 0
    for heads in zip(*(run.heads for run in runs), strict=False):
        if len(set(heads)) > 1:
            break
        shared += 1
    return shared


def differences(runs: Sequence[Run]) -> list[Difference]:
    """Decisions about the same thing, by the same seat in the same turn, that were not the same in all runs."""
    scenario, seats = runs[0].world.scenario, runs[0].world.seats
    closed = {run.world.turn for run in runs if run.world.phase in _CLOSED}
    found = []
    for told in differing([decisions([(line.n, line.turn, line.move) for line in run.lines]) for run in runs]):
        if told.turn in closed:  # orders of that turn lie sealed in one of the runs
            continue
        said = tuple(
            deed_line(move, run.world.scenario, run.world.seats) if move else ""
            for move, run in zip(told.moves, runs, strict=True)
        )
        found.append(Difference(told.turn, seat_name(scenario, told.seat, seats), said))
    return [told for told in found if len(set(told.said)) > 1]


def outcomes(runs: Sequence[Run]) -> list[tuple[str, tuple[str, ...]]]:
    """Injects that ended otherwise, each with its outcome by run, "" where it never came."""
    scenario = runs[0].world.scenario
    return [
        (
            inject_name(scenario, inject),
            tuple(_ending(run, inject) if word else "" for run, word in zip(runs, told, strict=True)),
        )
        for inject, told in ended_otherwise([run.world for run in runs])
    ]


def _ending(run: Run, inject: str) -> str:
    """What was decided in a run, else how far the inject has come."""
    return decided(run.world, inject, {}) or run.world.injects[inject].state.value


def spreads(runs: Sequence[Run]) -> dict[str, float]:
    """Points between the highest and the lowest run by score, at the last turn that all have played."""
    last = min(len(run.world.history) for run in runs) - 1
    made = {}
    for score in scores(runs[0].world):
        values = [run.score(score) for run in runs]
        if all(len(value) > last for value in values):
            ends = [value[last] for value in values]
            made[score] = max(ends) - min(ends)
    return made


_LADDER = ("EXERCISE", "UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
"""Words of markings from the lowest to the highest, as they are in use."""


def marking_of(runs: Sequence[Run]) -> str:
    """The highest marking of the runs. Where one has no known place among the others all stand: none is lost."""
    told = list(dict.fromkeys(run.marking for run in runs if run.marking))
    heights = [max((n for n, word in enumerate(_LADDER) if word in marking.upper()), default=-1) for marking in told]
    if -1 in heights:
        return " / ".join(told)
    return " / ".join(marking for marking, height in zip(told, heights, strict=True) if height == max(heights))


def caveat_of(runs: Sequence[Run]) -> str:
    """Every caveat that one of the runs carries."""
    return " / ".join(dict.fromkeys(run.caveat for run in runs if run.caveat))
