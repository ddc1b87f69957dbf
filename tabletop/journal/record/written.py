"""The words of injects that control wrote in play. They stand in the record alone, so that they can be redacted; here
a world's scenario gets them as it has those of its own injects. Knows no place: who may read them is for sight."""

from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve

from tabletop.journal.record.entry import Entry
from tabletop.model.injects import InjectSpec
from tabletop.model.moves import WriteInject
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.turn.injects import WRITTEN_IN_PLAY

BY = "control"
"""How such an inject arrives."""


def with_written(world: World, entries: Iterable[Entry]) -> World:
    """The world with every inject that was written in play among its scenario's. `entries`: the whole record.

    Where two branches gave one id to two injects, this world's own is told.
    """
    moves = {entry.n: entry.move for entry in entries if isinstance(entry.move, WriteInject)}
    if not moves:
        return world
    last = {move.inject: n for n, move in moves.items()}
    here = {name: state.written for name, state in world.injects.items() if state.written in moves}
    specs = tuple(_spec(moves[n]) for n in (last | here).values() if moves[n].inject not in world.scenario.injects)
    return evolve(world, scenario=_with(world.scenario, specs))


def _spec(move: WriteInject) -> InjectSpec:
    return InjectSpec(
        id=move.inject,
        title=move.title.strip() or WRITTEN_IN_PLAY,
        storyline="",
        text=move.text,
        channel=BY,
        by_hand=True,
        answers=move.answers,
    )


@lru_cache(maxsize=64)
def _with(scenario: Scenario, specs: tuple[InjectSpec, ...]) -> Scenario:
    return evolve(scenario, injects=scenario.injects | {spec.id: spec for spec in specs})
