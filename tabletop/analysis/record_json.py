"""A save that is only a record here, as plain values: what stands in it, nothing that its rules would have made of it.

Keys are those of `world_json` as far as they are known; forces, posts, money and causes are left out.
"""

from collections.abc import Sequence

from tabletop.analysis.world_json import Json
from tabletop.journal.record.play import Play
from tabletop.model.moves.table import to_table
from tabletop.model.seats import CONTROL
from tabletop.model.world import World
from tabletop.rules import EARLIER
from tabletop.rules.scores.deterrence import recorded_scores, scores
from tabletop.rules.turn.injects import OPEN


def record_json(play: Play, world: World, who: str | None = None) -> Json:
    """`world` is already blanked for `who`: a seat, "public", or control (None)."""
    control = who in (None, CONTROL)
    rules = world.played_under
    return {
        "record": {"rules": rules, "tabletop": EARLIER[rules], "says": play.rules.closed},
        "scenario": world.scenario.id,
        "title": world.scenario.title,
        "turn": world.turn,
        "turns": world.turns,
        "phase": world.phase.value,
        "period": world.period,
        "state": world.state.value,
        "practice": world.practice,
        "without": list(world.without),
        "moves": len(play.entries) if control else len(play.gate.numbers(who or CONTROL)),
        "digest": "",
        "head": play.head if control else "",
        "scores": scores(world),
        "history": [_turn(world, turn) for turn in range(1, len(world.history))],
        "seats": {
            name: {"name": seat.name, "player": seat.player, "members": list(seat.members), "sealed": seat.sealed}
            for name, seat in world.seats.items()
        },
        "open_injects": [name for name, state in world.injects.items() if state.state in OPEN],
        "injects": {name: _inject(world, name) for name in world.injects},
        "entries": list(_entries(play, world, who or CONTROL)),
    }


def _turn(world: World, turn: int) -> Json:
    """What was recorded at a turn's end: scores, and the other paths that objectives measured."""
    by_name, readings = recorded_scores(world, turn), world.history[turn]
    return {
        "turn": turn,
        "period": world.scenario.period(turn),
        "scores": by_name,
        "readings": {path: value for path, value in readings.items() if path not in by_name},
    }


def _inject(world: World, name: str) -> Json:
    state, spec = world.injects[name], world.scenario.injects.get(name)
    return {
        "title": spec.title if spec else "",
        "state": state.state.value,
        "turn": state.turn,
        "answers": dict(state.answers),
    }


def _entries(play: Play, world: World, who: str) -> Sequence[Json]:
    """The entries that a place may read, as it counts them. What chance gave is told to control alone."""
    standing = set(play.tree.line(play.cursor))
    lines = []
    for k, n in enumerate(play.gate.numbers(who), 1):
        entry = play.entries[n - 1]
        line = {"n": k, "turn": entry.turn, "phase": entry.phase, "stands": n in standing}
        line |= to_table(play.gate.as_read(entry, who, world))
        if who == CONTROL and entry.rolled:
            line["rolled"] = list(entry.rolled)
        lines.append(line)
    return lines
