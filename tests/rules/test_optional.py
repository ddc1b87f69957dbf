"""Optional rules: left out, nothing of theirs ever happens; everything else stays as it was."""

from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from attrs import evolve

from tabletop.errors import TabletopError
from tabletop.model.cause import Cause
from tabletop.model.events import Event, ForceChanged, FreeMoveChanged, InjectChanged, Moved, Probed
from tabletop.model.injects import InjectState
from tabletop.model.moves import Advance, FireInject, MakeFreeMove, Move, Red
from tabletop.model.optional import (
    CHANCE_INJECTS,
    DIRECTOR,
    ELECTIONS,
    FREE_MOVES,
    MOODS,
    OPTIONAL,
    PLANS,
    PROBES,
    SLIPS,
    left_out,
)
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.turn.injects import only_by_hand
from tabletop.rules.turn.opening import opening
from tabletop.rules.world import digest as digests
from tabletop.rules.world.digest import digest
from tabletop.table.bots import orders_of_bots
from tests.long import sweep
from tests.play import fresh, make, nato, orders, some_move, two_keys

Happened = tuple[World, Move, tuple[Event, ...]]
"""The world before a move, the move, and what followed."""

LEAST, MOST = sweep(4, 2), 20
"""Wild sessions played: so many, and more until something of every rule that is on has happened."""


def wild(world: World, seed: str) -> Iterator[Happened]:
    """Random moves of everybody, control included, and bots in half the seats, to the end of the exercise."""
    rng = Random(seed)
    while world.state is not State.ENDED:
        tries = [some_move(world, rng) for _ in range(12 if world.phase is Phase.ORDERS else 3)]
        bots = list(orders_of_bots(world)) if world.phase is Phase.ORDERS else []
        for move in [*tries, *bots, Red(seat="control", source="model"), Advance(seat="control")]:
            if move.do not in ("end", "pause") and check(world, move) is None:
                after, events = step(world, move, 1)
                yield world, move, events
                world = after


def rule_of(world: World, move: Move, event: Event) -> str:
    """The optional rule by which an event came about, or ""."""
    match event:
        case InjectChanged(inject=name, state=state) if state.state is InjectState.DELIVERED:
            spec = world.scenario.injects.get(name)
            if spec is not None and spec.stock:
                return DIRECTOR if isinstance(move, Advance) else ""
            certain = spec is None or spec.chance + sum(max(0.0, add) for _, add in spec.chance_if) >= 100
            return CHANCE_INJECTS if isinstance(move, Advance) and not certain else ""
        case Probed(theatre=theatre):
            by_control = world.red is not None and world.red.source == "control"
            ordered = {lever[1] for lever in world.red.levers if lever[0] == "probe"} if world.red else set()
            return "" if by_control and theatre in ordered else PROBES
        case Moved(cause=Cause(kind="lever")):
            return "" if world.red is not None and world.red.source == "control" else PROBES
        case Moved(cause=Cause(kind="election-closer" | "election-away")):
            return ELECTIONS
        case Moved(cause=Cause(kind="mood" | "rebuilds-faster" | "rebuilds-slower")):
            return MOODS
        case Moved(cause=Cause(kind="needs-grow-faster" | "needs-grow-slower")):
            return MOODS
        case ForceChanged(cause=Cause(kind="slips" | "waits-behind")):
            return SLIPS
        case FreeMoveChanged():
            return FREE_MOVES
    return ""


def budgets_lucky(world: World, move: Move) -> bool:
    """Whether a move ends a turn in which some budget is another than it would be if no plan had luck."""
    if world.phase is not Phase.ADJUDICATE or not isinstance(move, Advance) or PLANS in world.without:
        return False
    expected = step(evolve(world, without=(*world.without, PLANS)), move)[0]
    return expected.members != step(world, move)[0].members


@cache
def rules_seen(kind: str, without: tuple[str, ...]) -> frozenset[str]:
    """Optional rules of which something happened in wild sessions."""
    scenario: Scenario = {"nato": nato, "keys": two_keys}[kind]()
    players = dict.fromkeys(list(scenario.seats)[::2], "bot:random")
    seen = {""}
    for n in range(MOST if kind == "nato" else LEAST):
        if n >= LEAST and seen >= set(OPTIONAL) - set(without):
            break
        world = opening(scenario, str(n), 0, players, 0, without)
        for before, move, events in wild(world, str(n)):
            seen |= {rule_of(before, move, event) for event in events}
            if PLANS not in seen and budgets_lucky(before, move):
                seen.add(PLANS)
    return frozenset(seen - {""})


def test_with_every_rule_on_something_of_each_happens() -> None:
    assert rules_seen("nato", ()) == set(OPTIONAL)


@pytest.mark.parametrize("kind", ["nato", "keys"])
@pytest.mark.parametrize("rule", OPTIONAL)
def test_nothing_of_a_rule_left_out_ever_happens(kind: str, rule: str) -> None:
    seen = rules_seen(kind, (rule,))

    assert rule not in seen
    assert kind == "keys" or seen == set(OPTIONAL) - {rule}


def test_with_all_left_out_nothing_is_left_to_the_seed() -> None:
    one, other = (bots_only(opening(nato(), seed, 0, {}, 0, tuple(OPTIONAL))) for seed in ("1", "2"))

    assert one.injects == other.injects
    assert one.history == other.history


def test_what_a_rule_left_out_does_not_touch_stays_as_it_was() -> None:
    with_it, without = (bots_only(opening(nato(), "7", 0, {}, 0, left)) for left in ((), (FREE_MOVES,)))

    assert digest(with_it) != digest(without)
    assert digest(with_it) == digest(evolve(without, without=()))


def test_the_digest_of_a_world_with_every_rule_knows_nothing_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    world = bots_only(opening(two_keys(), "7"))
    known = digest(world)

    monkeypatch.setattr(digests, "_LEFT_OUT", digests._LEFT_OUT | {"without"})

    assert digest(world) == known


def test_control_still_fires_what_chance_may_not() -> None:
    world = orders(opening(nato(), "7", 0, {}, 0, (CHANCE_INJECTS,)))
    name = next(n for n, spec in nato().injects.items() if 0 < spec.chance < 100 and spec.options)

    fired = make(world, FireInject(seat="control", inject=name))

    assert only_by_hand(world, nato().injects[name]) and not only_by_hand(fresh(), nato().injects[name])
    assert fired.injects[name].state is InjectState.DELIVERED


def test_the_adversary_still_probes_where_control_orders_it() -> None:
    world = orders(opening(nato(), "7", 0, {}, 0, (PROBES,)))
    world = make(world, Advance(seat="control"))
    theatre = next(iter(nato().theatres))
    kind = next(lever for lever in nato().red.levers if lever.id == "probe").kinds[0]
    world = make(
        world, Red(seat="control", source="control", levers=({"lever": "probe", "theatre": theatre, "kind": kind},))
    )
    world = make(world, Advance(seat="control"))

    _, events = step(world, Advance(seat="control"))

    assert [event.theatre for event in events if isinstance(event, Probed)] == [theatre]


def test_a_free_move_is_refused_in_a_sentence() -> None:
    world = orders(opening(nato(), "7", 0, {}, 0, (FREE_MOVES,)))

    refused = check(world, MakeFreeMove(seat="berlin", aim="A parade"))

    assert refused is not None and refused.code == "free-move/left-out"
    assert "without free moves" in refused.message


def test_names_are_sorted_and_an_unknown_one_is_told_with_the_one_that_was_meant() -> None:
    assert left_out(["slips", "probes", "slips"]) == ("probes", "slips")

    with pytest.raises(TabletopError, match=r"there is no optional rule 'prob'.*did you mean 'probes'"):
        opening(nato(), "7", 0, {}, 0, ("prob",))


def bots_only(world: World) -> World:
    """The end of an exercise in which bots play every seat, on luck of their own."""
    world = evolve(world, seats={s: evolve(state, player="bot:status-quo") for s, state in world.seats.items()})
    while world.state is not State.ENDED:
        moves = list(orders_of_bots(world)) if world.phase is Phase.ORDERS else []
        red = [Red(seat="control", source="model")] if world.phase is Phase.RED else []
        world = make(world, *moves, *red, Advance(seat="control"), ref=1)
    return world
