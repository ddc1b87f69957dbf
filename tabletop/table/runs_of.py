"""Runs read off a session's branches, and off saves. None of them is written to."""

from collections.abc import Sequence
from pathlib import Path

from tabletop.analysis.compare import shared_beginning
from tabletop.errors import SaveError
from tabletop.journal.record.written import with_written
from tabletop.journal.session import Session
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.table.eyes import Eyes
from tabletop.table.runs import Run


def runs_of(session: Session) -> list[Run]:
    """Branches of a session that came to another end, the one that is played now first."""
    tree, now = session.play.tree, list(session.line)
    runs: list[Run] = []
    for branch in session.branches:
        line = list(tree.line(tree.cursors[branch.last]))
        name = "played on" if branch.live else f"left at {shared_beginning(now, line)}"
        lines = Eyes(session).lines_of(set(line), session.world)
        runs.append(_run(name, session, line, session.world_at(branch.last), lines))
    return [run for n, run in enumerate(runs) if not n or not _stands_elsewhere(run, runs)]


def _run(name: str, session: Session, line: Sequence[int], world: World, lines: Sequence[Line]) -> Run:
    header, live = session.header, tuple(each for each in lines if each.live)
    heads = (header.head, *(session.entries[n - 1].head for n in line))
    return Run(name, with_written(world, session.entries), live, header.marking, header.caveat, tuple(line), heads)


def _stands_elsewhere(run: Run, others: Sequence[Run]) -> bool:
    """Whether every turn it closed stands in another run too: a move undone, and no way of its own."""
    mine = run.world.history
    return any(other is not run and other.world.history[: len(mine)] == mine for other in others)


def run_of(path: str | Path) -> Run:
    """The run that a save holds. Raises what Session.open raises, SaveError for one that is only a record here."""
    with Session.open(path, read_only=True) as session:
        if why := session.play.rules.closed:
            raise SaveError(why, place=Path(path).name, hint="compare without --screen shows recorded scores")
        return _run(Path(path).stem, session, list(session.line), session.world, Eyes(session).view_now().lines)


def runs_of_saves(paths: Sequence[str | Path]) -> list[Run]:
    """One run a save. Raises what `run_of` raises, SaveError for saves of several scenarios: nothing is comparable."""
    runs = [run_of(path) for path in paths]
    titles = {run.world.scenario.id: run.world.scenario.title for run in runs}
    if len(titles) > 1:
        raise SaveError(f"these are saves of several scenarios: {', '.join(sorted(titles.values()))}",
                        hint="choose saves of one")  # fmt: skip
    return runs
