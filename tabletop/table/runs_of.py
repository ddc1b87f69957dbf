"""Runs read off a session's branches, and off saves. None of them is written to."""

from collections.abc import Sequence
from pathlib import Path

from tabletop.errors import SaveError
from tabletop.journal.record.branches import Branch
from tabletop.journal.record.written import with_written
from tabletop.journal.session import Session
from tabletop.model.moves import Bookmark
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import count_of
from tabletop.table.branches import names
from tabletop.table.eyes import Eyes
from tabletop.table.runs import Run
from tabletop.table.what_if import WHAT_IF


def runs_of(session: Session) -> list[Run]:
    """Branches of a session that came to another end, the one that is played now first."""
    tree = session.play.tree
    runs: list[Run] = []
    branches = session.branches
    for branch, called in zip(branches, names(branches), strict=True):
        line = list(tree.line(tree.cursors[branch.last]))
        name = called if branch.live else _otherwise(session, branch, runs) or called
        lines = Eyes(session).lines_of(set(line), session.world)
        runs.append(_run(name, session, line, session.world_at(branch.last), lines))
    return [run for n, run in enumerate(runs) if not n or not _stands_elsewhere(run, runs[:n], runs[n + 1 :])]


def _otherwise(session: Session, branch: Branch, runs: Sequence[Run]) -> str:
    """What a branch is called on which one decision was played otherwise; "" for any other."""
    own = (session.entries[n - 1].move for n in branch.moves)
    if not any(isinstance(move, Bookmark) and move.text.startswith(WHAT_IF) for move in own):
        return ""
    before = count_of(run.name.startswith("what if") for run in runs)
    return f"what if {before + 1}" if before else "what if"


def _run(name: str, session: Session, line: Sequence[int], world: World, lines: Sequence[Line]) -> Run:
    header, live = session.header, tuple(each for each in lines if each.live)
    heads = (header.head, *(session.entries[n - 1].head for n in line))
    return Run(name, with_written(world, session.entries), live, header.marking, header.caveat, tuple(line), heads)


def _stands_elsewhere(run: Run, before: Sequence[Run], after: Sequence[Run]) -> bool:
    """Whether every turn it closed stands in another run too: a move undone, and no way of its own. Of runs that went
    alike the first is one."""
    mine = run.world.history
    longer = (other for other in after if len(other.world.history) > len(mine))
    return any(other.world.history[: len(mine)] == mine for other in (*before, *longer))


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
