"""Saves that were forked from each other as a tree: each hangs where it leaves the one it shares most with."""

from collections.abc import Sequence

from attrs import evolve

from tabletop.journal.fork import fork_point
from tabletop.journal.record.branches import Branch
from tabletop.journal.store.save import Save


def tree_of(saves: Sequence[Save]) -> list[tuple[int, Branch]]:
    """A branch a save, with the save's place in `saves`; the first is the trunk. Empty for saves of several sessions.

    Parents before children, depth first. Moves are a file's entries, those that were undone too.
    """
    parents, forks = [-1], [0]
    for n, save in enumerate(saves[1:], 1):
        shared = [fork_point(earlier, save) for earlier in saves[:n]]
        points = [at for at in shared if at is not None]
        if len(points) < len(shared):
            return []
        forks.append(max(points))
        parents.append(points.index(forks[n]))
    order = _depth_first(parents, forks)
    place = {n: at for at, n in enumerate(order)} | {-1: -1}
    depth = {-1: -1}
    branches = []
    for n in order:
        depth[n] = depth[parents[n]] + 1
        branch = evolve(_branch(saves[n], forks[n]), parent=place[parents[n]], depth=depth[n], live=n == 0)
        branches.append((n, branch))
    return branches


def _depth_first(parents: Sequence[int], forks: Sequence[int]) -> list[int]:
    order, waiting = [], [0]
    while waiting:
        n = waiting.pop()
        order.append(n)
        children = [child for child, parent in enumerate(parents) if parent == n]
        waiting += sorted(children, key=lambda child: (-forks[child], -child))
    return order


def _branch(save: Save, fork: int) -> Branch:
    own = save.entries[fork:]
    scores = [entry.scores["deterrence"] for entry in save.entries if "deterrence" in entry.scores]
    return Branch(
        fork=fork,
        turn=own[0].turn if own else save.entries[-1].turn if save.entries else 1,
        moves=tuple(entry.n for entry in own),
        score=scores[-1] if scores else None,
        head=save.head,
    )
