"""What the journal asks of the rules. Given from outside, so that a record can be read under any rules."""

from collections.abc import Callable, Sequence
from typing import Any

from attrs import frozen

from tabletop.journal.record.entry import Entry
from tabletop.model.cause import Cause
from tabletop.model.events import ForceChanged, FreeMoveChanged, InjectChanged, Moved, Probed
from tabletop.model.injects import InjectState
from tabletop.model.moves import Advance, Move, Roll
from tabletop.model.refusal import Refusal
from tabletop.model.scenario import Scenario
from tabletop.model.world import World

ScenarioFiles = tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Rulebook:
    """`rolled` puts outcomes of chance into words, from a move, the events that followed, and the world it was made in.
    `opens` gives the numbers of the moves that a step opens to everybody, from the world it was made in, the move, and
    the world it made.

    `sense` is asked of new moves alone, beside `check`.

    `recorded` adds to a world what stands in the entry that made it, of records that nobody plays on; `closed` says why
    nobody does, "" of rules that are played.
    """

    version: str
    parse: Callable[[ScenarioFiles, str], Scenario]
    opening: Callable[[Scenario, str, int, dict[str, str], int, tuple[str, ...]], World]
    check: Callable[[World, Move], Refusal | None]
    step: Callable[[World, Move, int], tuple[World, Sequence[Any]]]
    digest: Callable[[World], str]
    rolled: Callable[[Move, Sequence[Any], World], tuple[str, ...]]
    opens: Callable[[World, Move, World], Sequence[int]] = lambda was, move, now: ()
    sense: Callable[[World, Move], Refusal | None] = lambda world, move: None
    recorded: Callable[[World, Entry], World] | None = None
    closed: str = ""


def our_rules() -> Rulebook:
    """The rules of this version."""
    from tabletop import rules
    from tabletop.rules.acts.check import check, sense
    from tabletop.rules.acts.step import step
    from tabletop.rules.sight import disclosures
    from tabletop.rules.turn.opening import opening
    from tabletop.rules.world.digest import digest
    from tabletop.scenario.load import parse_scenario

    return Rulebook(version=rules.RULES, parse=parse_scenario, opening=opening, check=check, step=step, digest=digest,
                    rolled=rolled, opens=disclosures, sense=sense)  # fmt: skip


def rolled(move: Move, events: Sequence[Any], world: World) -> tuple[str, ...]:
    """What chance gave: rolls of free moves, injects that fired, probes, votes, deliveries that slipped.

    It stands in saves, a vote by its member's name: made of values alone, and never to be worded otherwise.
    """
    if not isinstance(move, Roll | Advance):
        return ()
    words = []
    for event in events:
        match event:
            case FreeMoveChanged(state=free) if free.rolled is not None and isinstance(move, Roll):
                words.append(f"free/{free.seat}/{free.number} {free.rolled} {free.grade} {free.source}")
            case InjectChanged(inject=name, state=state) if state.state is InjectState.DELIVERED:
                words.append(f"inject/{name} fires")
            case Probed():
                words.append(f"probe/{event.theatre} {event.kind or 'chance'} {'hit' if event.hit else 'repelled'}")
            case ForceChanged(force=name, cause=Cause(kind="slips")):
                words.append(f"force/{name} slips a turn")
            case Moved(figure=figure, amount=amount, cause=Cause(kind="election-closer" | "election-away", who=member)):
                if figure.startswith("support/"):
                    words.append(f"election/{world.scenario.members[member].name} {figure} {amount:+.3f}")
    return tuple(words)
