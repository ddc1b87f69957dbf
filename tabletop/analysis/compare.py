"""Sessions side by side: where their records part, how their scores ran, what ended differently."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from tabletop.journal.fork import parted_at
from tabletop.journal.save import Save
from tabletop.model.world import World
from tabletop.rules.deterrence import scores
from tabletop.rules.digest import digest
from tabletop.rules.objectives import total

_SAME = 1e-9  # points


@frozen
class Played:
    """A session to compare: what it is called, its record, and its world at the end."""

    name: str
    save: Save
    world: World

    def score(self, name: str) -> list[float]:
        """By turn, from the opening; empty for a score that this session doesn't have."""
        return [float(told[name]) for told in self.world.history if name in told]


def compare(sessions: Sequence[Played]) -> dict[str, Any]:
    """As plain values. `parted_at`: the last entry all share, 0 for only the header, None when never one session."""
    names = list(dict.fromkeys(name for played in sessions for name in scores(played.world)))
    return {
        "sessions": [_session(played, names) for played in sessions],
        "parted_at": _parted(sessions),
        "differences": _differences(sessions, names),
    }


def _session(played: Played, names: Sequence[str]) -> dict[str, Any]:
    world, header = played.world, played.save.header
    return {
        "save": played.name,
        "scenario": header.scenario,
        "seed": header.seed,
        "turns": world.turns,
        "turn": world.turn,
        "phase": world.phase.value,
        "state": world.state.value,
        "moves": len(played.save.entries),
        "digest": digest(world),
        "head": played.save.head,
        "seats": {name: seat.player for name, seat in world.seats.items()},
        "scores": {name: told for name in names if (told := played.score(name))},
        "results": {name: total(world, name) for name in world.seats},
    }


def _parted(sessions: Sequence[Played]) -> int | None:
    first, *others = sessions
    shared = [parted_at(first.save, other.save) for other in others]
    known = [n for n in shared if n is not None]
    return min(known) if known and len(known) == len(shared) else None


def _differences(sessions: Sequence[Played], names: Sequence[str]) -> list[dict[str, Any]]:
    """Scores that differ at the last turn all have played, the widest apart first; `since`: the first turn they do."""
    made = []
    last = min(len(played.world.history) for played in sessions) - 1
    for name in names:
        runs = [played.score(name) for played in sessions]
        if not all(len(run) > last for run in runs):
            continue
        spreads = [max(values) - min(values) for values in zip(*runs, strict=False)][: last + 1]
        if spreads[last] > _SAME:
            made.append({
                "score": name,
                "turn": last,
                "values": [run[last] for run in runs],
                "spread": spreads[last],
                "since": next(turn for turn, spread in enumerate(spreads) if spread > _SAME),
            })  # fmt: skip
    return sorted(made, key=lambda told: -told["spread"])
