"""How a turn opens, what falls due in it and what its end leaves to read. Its order stands in
`tabletop.rules.acts.adjudicate`, which knows the orders."""

from typing import Any

from tabletop.model.cause import Cause, because
from tabletop.model.events import EffectsDue, TurnOpened
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.paths import value_at
from tabletop.rules.turn import injects
from tabletop.rules.turn.director import direct
from tabletop.rules.turn.effects import affect
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.frame import Frame
from tabletop.rules.world.memory import by_scenario


def open_turn(draft: Draft, turn: int) -> None:
    """A new turn: last turn's orders are gone, due injects fire."""
    draft.emit(TurnOpened(turn))
    injects.fire_due(draft)
    direct(draft)


def effects_due(draft: Draft) -> None:
    """Lasting effects whose turn has come."""
    due = [waiting for waiting in draft.lasting if waiting.turn <= draft.turn]
    for waiting in due:
        affect(draft, waiting.effect, waiting.cause, waiting.ref)
    if due:
        draft.emit(EffectsDue(draft.turn))


def carry_out_rulings(draft: Draft) -> None:
    """Effects of control's rulings, in a fixed order."""
    for item in sorted(draft.rulings):
        ruling = draft.rulings[item]
        for effect in ruling.effects:
            affect(draft, effect, _cause_of(draft, item), ruling.ref)


def _cause_of(draft: Draft, item: str) -> Cause:
    """The cause of a ruling's effects; on a free move, the roll it follows, if the program rolled."""
    if not item.startswith("free/"):
        return because("ruling", item)
    keyed = any(
        free.turn == draft.turn and free.source == "keyed" and item == f"free/{free.seat}/{free.number}"
        for free in draft.free_moves
    )
    return because("argument", item, luck=item.replace("free/", "free move/", 1) if keyed else "")


def readings(draft: Draft) -> dict[str, Any]:
    """What the end of a turn leaves for objectives, charts and comparison: all scores and every measured path."""
    values: dict[str, Any] = scores(draft)  # our own copy
    for path in objective_paths(draft.frame):
        if path not in values:
            values[path] = value_at(draft, path)
    return values


@by_scenario
def objective_paths(frame: Frame) -> tuple[str, ...]:
    """Paths that objectives and edges measure."""
    parts = [part for seat in frame.scenario.seats.values() for each in seat.objectives for part in each.measures]
    asked = [path for part in parts for path in (*part.paths, *((part.only.path,) if part.only else ()))]
    edges = [condition.path for edge in frame.scenario.edges.values() for condition in edge.when]
    return tuple(dict.fromkeys((*asked, *edges)))
