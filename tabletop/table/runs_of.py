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
    course, now = session.play.course, list(session.line)
    found: list[Run] = []
    for branch in session.tree:
        line = list(course.line(course.cursors[branch.last]))
        name = "played on" if branch.live else f"left at {shared_beginning(now, line)}"
        told = tuple(each for each in Eyes(session).lines_of(set(line), session.world) if each.live)
        found.append(_run(name, session, line, session.world_at(branch.last), told))
    return [run for n, run in enumerate(found) if not n or not _told_elsewhere(run, found)]


def _run(name: str, session: Session, line: Sequence[int], world: World, told: tuple[Line, ...]) -> Run:
    header = session.header
    heads = (header.head, *(session.entries[n - 1].head for n in line))
    return Run(name, with_written(world, session.entries), told, header.marking, header.caveat, tuple(line), heads)


def _told_elsewhere(run: Run, others: Sequence[Run]) -> bool:
    """Whether every turn it closed stands in another run too: a move undone, and no way of its own."""
    mine = run.world.history
    return any(other is not run and other.world.history[: len(mine)] == mine for other in others)


def run_of(path: str | Path) -> Run:
    """The run that a save holds. Raises what Session.open raises."""
    with Session.open(path, read_only=True) as session:
        told = tuple(line for line in Eyes(session).view_now().lines if line.live)
        return _run(Path(path).stem, session, list(session.line), session.world, told)


def runs_of_saves(paths: Sequence[str | Path]) -> list[Run]:
    """One run a save. Raises what `run_of` raises, SaveError for saves of several scenarios: nothing is comparable."""
    runs = [run_of(path) for path in paths]
    titles = {run.world.scenario.id: run.world.scenario.title for run in runs}
    if len(titles) > 1:
        raise SaveError(f"these are saves of several scenarios: {', '.join(sorted(titles.values()))}",
                        hint="choose saves of one")  # fmt: skip
    return runs
