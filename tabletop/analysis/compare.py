"""Sessions or branches side by side: where they part, how their scores ran, what was decided and ended otherwise."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from attrs import field, frozen

from tabletop.analysis.decisions import decisions, differing, inject_endings
from tabletop.journal.fork import fork_point
from tabletop.journal.record.branches import Branch, split
from tabletop.journal.record.play import Play
from tabletop.journal.store.save import Save
from tabletop.model.moves.table import to_table
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.edges import passed
from tabletop.rules.scores.objectives import total
from tabletop.rules.world.digest import digest

_SAME = 1e-9  # points


@frozen
class Played:
    """A session to compare, or with `branch` one of its branches: its name, its record, its world at the end.

    `line`: numbers of the entries that stand on it.
    """

    name: str
    save: Save
    world: World
    line: tuple[int, ...] = field(repr=False)
    branch: Branch | None = None

    @classmethod
    def of(cls, name: str, save: Save, play: Play) -> "Played":
        return cls(name, save, play.world, tuple(play.tree.line(play.cursor)))

    def score(self, name: str) -> list[float | None]:
        """By turn, from the opening; empty for a score that this session doesn't have.

        The opening of what is only a record here is None: nobody recorded it.
        """
        run = [float(readings[name]) for readings in self.world.history if name in readings]
        return [None, *run] if run and self.world.played_under else [*run]

    @property
    def head(self) -> str:
        return self.branch.head if self.branch else self.save.head


def branches_of(name: str, save: Save, play: Play) -> list[Played]:
    """The line that stands and every branch that closed a turn of its own, the one that stands first."""
    branches: list[Played] = []
    for branch in split(play.tree, play.entries, play.cursor):
        line = tuple(play.tree.line(play.tree.cursors[branch.last]))
        world = play.world_at(branch.last)
        past = world.history
        if not branches or all(each.world.history[: len(past)] != past for each in branches):
            branches.append(Played(name, save, world, line, branch))
    return branches


def compare_sessions(sessions: Sequence[Played]) -> dict[str, Any]:
    """As plain values. `parted_at`: the last entry all share, 0 for only the header, None when never one session."""
    names = list(dict.fromkeys(name for played in sessions for name in scores(played.world)))
    return {
        "sessions": [_session(played, names) for played in sessions],
        "parted_at": _fork_point(sessions),
        "differences": _differences(sessions, names),
        "decisions": _decisions(sessions),
        "injects": _injects(sessions),
    }


def _injects(sessions: Sequence[Played]) -> list[dict[str, Any]]:
    """Injects that ended otherwise; none beside a session that is only a record here, where no end is known."""
    worlds = [each.world for each in sessions]
    if any(world.played_under for world in worlds):
        return []
    return [{"inject": inject, "outcomes": list(words)} for inject, words in inject_endings(worlds)]


def _session(played: Played, names: Sequence[str]) -> dict[str, Any]:
    world, header = played.world, played.save.header
    turns = passed(world)
    document = {
        "save": played.name,
        "scenario": header.scenario,
        "seed": header.seed,
        "turns": world.turns,
        "turn": world.turn,
        "phase": world.phase.value,
        "state": world.state.value,
        "moves": len(played.line if played.branch else played.save.entries),
        "digest": "" if world.played_under else digest(world),
        "head": played.head,
        "seats": {name: seat.player for name, seat in world.seats.items()},
        "scores": {name: run for name in names if (run := played.score(name))},
        "results": {} if world.played_under else {name: total(world, name) for name in world.seats},
        "edges": {name: turns.get(name) for name in world.scenario.edges},
    }
    if world.played_under:
        document["record"] = world.played_under
    if played.branch:
        branch = played.branch
        document["branch"] = {"last": branch.last, "parted_at": branch.fork, "turn": branch.turn, "stands": branch.live}
    return document


def _fork_point(sessions: Sequence[Played]) -> int | None:
    first, *others = sessions
    if first.branch:
        return min((shared_beginning(first.line, other.line) for other in others), default=first.branch.last)
    shared = [fork_point(first.save, other.save) for other in others]
    forks = [n for n in shared if n is not None]
    return min(forks) if forks and len(forks) == len(shared) else None


def shared_beginning(one: Sequence[int], other: Sequence[int]) -> int:
    """The last entry of the beginning that two lines of one record have in common, 0 for none."""
    common = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return max((n for n, _ in common), default=0)


def _decisions(sessions: Sequence[Played]) -> list[dict[str, Any]]:
    """What a seat decided otherwise about one thing in one turn; None for a session in which it decided nothing."""
    ways = []
    for played in sessions:
        entries = [played.save.entries[n - 1] for n in played.line]
        ways.append(decisions([(entry.n, entry.turn, entry.move) for entry in entries]))
    return [
        {
            "turn": decision.turn,
            "seat": decision.seat,
            "about": list(decision.about),
            "moves": [to_table(move) if move else None for move in decision.moves],
        }
        for decision in differing(ways)
    ]


def _differences(sessions: Sequence[Played], names: Sequence[str]) -> list[dict[str, Any]]:
    """Scores that differ at the last turn all have played, the widest apart first; `since`: the first turn they do."""
    differences = []
    last = min(len(played.world.history) for played in sessions) - 1
    for name in names:
        runs = [played.score(name) for played in sessions]
        if not all(len(run) > last for run in runs):
            continue
        spreads = [_apart(values) for values in zip(*runs, strict=False)][: last + 1]
        if spreads[last] > _SAME:
            differences.append({
                "score": name,
                "turn": last,
                "values": [run[last] for run in runs],
                "spread": spreads[last],
                "since": next(turn for turn, spread in enumerate(spreads) if spread > _SAME),
            })  # fmt: skip
    return sorted(differences, key=lambda difference: -difference["spread"])


def _apart(values: Sequence[float | None]) -> float:
    """Points between the highest and the lowest, 0 where one is not known."""
    known = [value for value in values if value is not None]
    return max(known) - min(known) if len(known) == len(values) else 0.0
