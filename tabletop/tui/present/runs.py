"""Sessions and branches side by side: where they part, which decisions differ, which injects ended otherwise."""

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from tabletop.journal.session import Session
from tabletop.model.moves import (
    Answer,
    BreakSilence,
    CancelInject,
    Consent,
    FireInject,
    Footnote,
    HoldInject,
    Move,
    Red,
)
from tabletop.model.world import World
from tabletop.rules.deterrence import scores
from tabletop.rules.orders import thing
from tabletop.table.local import lines
from tabletop.table.port import Line
from tabletop.tui.present.names import inject_name, seat_name
from tabletop.tui.present.sentences import deed_line


@frozen(eq=False)
class Run:
    """One way an exercise went. `lines`: what stands on it, as control reads it."""

    name: str
    world: World
    lines: tuple[Line, ...]
    marking: str

    def score(self, score: str) -> tuple[float, ...]:
        """By turn from the opening."""
        return tuple(value for told in self.world.history if isinstance(value := told.get(score), float | int))


@frozen
class Difference:
    """`said`: for each run what was decided, "" where nothing was."""

    turn: int
    who: str
    said: tuple[str, ...]


def runs_of(session: Session) -> list[Run]:
    """Branches of a session that came to another end, the one that is played now first."""
    course, now = session.play.course, list(session.line)
    found: list[Run] = []
    for branch in sorted(session.branches, key=lambda branch: not branch.live):
        line = list(course.line(course.spots[branch.tip]))
        name = "played on" if branch.live else f"left at {_shared(now, line)}"
        told = tuple(each for each in lines(session.entries, set(line), "control", session.world) if each.live)
        found.append(Run(name, session.world_at(branch.tip), told, session.header.marking))
    return [run for n, run in enumerate(found) if not n or not _told_elsewhere(run, found)]


def _shared(one: Sequence[int], other: Sequence[int]) -> int:
    """The last entry of the beginning that both lines have, 0 for none."""
    n = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        n = mine
    return n


def _told_elsewhere(run: Run, others: Sequence[Run]) -> bool:
    """Whether every turn it closed stands in another run too: a move undone, and no way of its own."""
    mine = run.world.history
    return any(other is not run and other.world.history[: len(mine)] == mine for other in others)


def run_of(path: str | Path) -> Run:
    """The run that a save holds. Raises what Session.open raises."""
    with Session.open(path, read_only=True) as session:
        told = tuple(line for line in lines(session.entries, set(session.line), "control", session.world) if line.live)
        return Run(Path(path).stem, session.world, told, session.header.marking)


def parted(runs: Sequence[Run]) -> Line | None:
    """The last entry that all runs share, None when they share none."""
    shared = None
    for each in zip(*(run.lines for run in runs), strict=False):
        if any((line.n, line.time, line.move) != (each[0].n, each[0].time, each[0].move) for line in each[1:]):
            break
        shared = each[0]
    return shared


def differences(runs: Sequence[Run]) -> list[Difference]:
    """Decisions about the same thing, by the same seat in the same turn, that were not the same in all runs."""
    tables = [_decisions(run) for run in runs]
    keys = sorted({key for table in tables for key in table}, key=lambda key: (key[0], key[1], str(key[2])))
    found = []
    for key in keys:
        said = tuple(table.get(key, "") for table in tables)
        if len(set(said)) > 1:
            turn, seat, _ = key
            found.append(Difference(turn, seat_name(runs[0].world.scenario, seat, runs[0].world.seats), said))
    return found


def _decisions(run: Run) -> dict[tuple[int, str, tuple[str, ...]], str]:
    """The last word of each seat on each thing in each turn."""
    told = {}
    for line in run.lines:
        about = _about(line.move)
        if about:
            told[line.turn, line.move.seat, about] = deed_line(line.move, run.world.scenario, run.world.seats)
    return told


def _about(move: Move) -> tuple[str, ...]:
    match move:
        case Answer():
            return ("answer", move.inject)
        case BreakSilence() | Consent() | Footnote():
            return ("voice", move.proposal)
        case FireInject() | HoldInject() | CancelInject():
            return ("inject", move.inject)
        case Red():
            return ("red",)
    return thing(move)


def outcomes(runs: Sequence[Run]) -> list[tuple[str, tuple[str, ...]]]:
    """Injects that ended otherwise, each with its outcome by run, "" where it never came."""
    scenario = runs[0].world.scenario
    found = []
    for inject in dict.fromkeys(name for run in runs for name in run.world.injects):
        told = tuple(_outcome(run.world, inject) for run in runs)
        if len(set(told)) > 1:
            found.append((inject_name(scenario, inject), told))
    return found


def _outcome(world: World, inject: str) -> str:
    state = world.injects.get(inject)
    if state is None or not state.turn:
        return ""
    return (state.outcome or state.state.value).replace("-", " ")


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


def marking_of(runs: Sequence[Run]) -> str:
    """Every marking that one of the runs carries: none is lost."""
    return " / ".join(dict.fromkeys(run.marking for run in runs if run.marking))
