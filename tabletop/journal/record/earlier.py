"""Saves of an earlier edition, read as records: what their entries hold is told, no rule is asked what follows.

What nobody recorded (forces, posts, money, figures between the ends of turns) is in none of the worlds made here; they
say so by `played_under`. Rules of an earlier edition stand nowhere in this code.
"""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from tabletop.journal.record.entry import Entry
from tabletop.journal.record.rulebook import Rulebook
from tabletop.model.injects import Inject, InjectState
from tabletop.model.moves import (
    Advance,
    Answer,
    CancelInject,
    End,
    FireInject,
    HoldInject,
    Move,
    Pause,
    PlaySeat,
    Practice,
    Red,
    ReleaseInject,
    Resume,
    Rule,
    Seal,
    Start,
    TakeBack,
    Unseal,
    WriteInject,
)
from tabletop.model.scenario import Scenario
from tabletop.model.seats import Order, Seat
from tabletop.model.world import Phase, RedOrder, Ruled, State, World
from tabletop.rules import EARLIER
from tabletop.rules.acts.act import ACTS
from tabletop.rules.acts.orders import replaced
from tabletop.rules.turn.opening import seats_of

_STATES = {Start: State.RUNNING, Resume: State.RUNNING, Pause: State.PAUSED, End: State.ENDED}
_INJECTS = {
    FireInject: InjectState.DELIVERED,
    HoldInject: InjectState.HELD,
    ReleaseInject: InjectState.ARMED,
    CancelInject: InjectState.CANCELLED,
}
_PHASES = tuple(Phase)
_BEFORE = (InjectState.DELIVERED, InjectState.SEEN, InjectState.ANSWERED)


def only_a_record(rules: str) -> str:
    """Why a save that was begun under these rules can only be read, "" when it can be played on."""
    plays = EARLIER.get(rules)
    return f"played under rules {rules} by tabletop {plays}, which plays it on; here it is a record" if plays else ""


def of_record(rules: Rulebook, version: str) -> Rulebook:
    """The rules of a record that was made under `version`: scenarios are read as `rules` read them."""

    def opening(*terms: Any) -> World:
        return evolve(_opening(*terms), played_under=version)

    return evolve(
        rules,
        version=version,
        opening=opening,
        step=lambda world, move, n: (_after(world, move, n), ()),
        digest=lambda world: "",
        recorded=_with_recorded,
        closed=only_a_record(version),
    )


def _opening(
    scenario: Scenario, seed: str, turns: int, players: dict[str, str], fold: int, without: tuple[str, ...]
) -> World:
    """The brief of turn 1 as far as a header tells it: who plays, how long, without what."""
    nothing: dict[str, Any] = {}
    return World(
        scenario=scenario,
        seed=seed,
        turns=turns or scenario.turns,
        turn=1,
        phase=Phase.BRIEF,
        state=State.READY,
        figures=nothing,
        members=nothing,
        forces=nothing,
        programmes=nothing,
        posts=nothing,
        seats=seats_of(scenario, players, fold),
        injects=nothing,
        chains=nothing,
        texts=nothing,
        without=without,
        history=({},),
    )


def _with_recorded(world: World, entry: Entry) -> World:
    """With what an entry holds beside its move: readings at a turn's end, injects that chance let fire."""
    if entry.scores:
        world = evolve(world, history=(*world.history, dict(entry.scores)))
    for words in entry.rolled:
        thing, _, outcome = words.partition(" ")
        if thing.startswith("inject/") and outcome == "fires":
            world = _inject(world, thing.removeprefix("inject/"), state=InjectState.DELIVERED, turn=world.turn)
    return world


def _after(world: World, move: Move, n: int) -> World:
    """A world after a move, as far as the move itself tells."""
    match move:
        case Advance():
            return _advanced(world)
        case Start() | Resume() | Pause() | End():
            return evolve(world, state=_STATES[type(move)])
        case Practice():
            return evolve(world, practice=move.act == "begin")
        case PlaySeat():
            return _seat(world, move.name, player=move.player)
        case Seal():
            return _seat(world, move.seat, sealed=True, seal=n, expect=tuple(sorted(move.expect.items())))
        case Unseal():
            return _seat(world, move.seat, sealed=False, expect=())
        case TakeBack():
            orders = world.seats[move.seat].orders
            return _seat(world, move.seat, orders=tuple(order for order in orders if order.ref != move.entry))
        case Red():
            return evolve(world, red=RedOrder(tuple(map(_lever, move.levers)), move.source, n))
        case Rule():
            ruling = Ruled(move.outcome, mode=move.mode, ref=n)
            return evolve(world, rulings=world.rulings | {_item(world, move.item): ruling})
        case FireInject() | HoldInject() | ReleaseInject() | CancelInject():
            return _handled(world, move, n)
        case WriteInject():
            now = {"state": InjectState.HELD} if move.held else {"state": InjectState.DELIVERED, "turn": world.turn}
            return _inject(world, move.inject, asked=move.answers, written=n, **now)
        case Answer():
            return _answered(world, move, n)
    return _ordered(world, move, n) if ACTS[type(move)].sheet else world


def _advanced(world: World) -> World:
    """The next phase; a turn's sheets, rulings and red order lie open in its review, and go with the next brief."""
    world = evolve(world, state=State.RUNNING)
    if world.phase is Phase.ADJUDICATE:
        injects = {name: _closed(state) for name, state in world.injects.items()}
        return evolve(world, phase=Phase.REVIEW, injects=injects)
    if world.phase is not Phase.REVIEW:
        return evolve(world, phase=_PHASES[_PHASES.index(world.phase) + 1])
    if world.turn >= world.turns:
        return evolve(world, state=State.ENDED)
    seats = {name: evolve(seat, orders=(), sealed=False, expect=()) for name, seat in world.seats.items()}
    return evolve(world, turn=world.turn + 1, phase=Phase.BRIEF, seats=seats, rulings={}, red=None)


def _closed(state: Inject) -> Inject:
    return evolve(state, state=InjectState.CLOSED) if state.state in _BEFORE else state


def _seat(world: World, name: str, **changes: Any) -> World:
    seats: dict[str, Seat] = world.seats | {name: evolve(world.seats[name], **changes)}
    return evolve(world, seats=seats)


def _inject(world: World, name: str, **changes: Any) -> World:
    return evolve(world, injects=world.injects | {name: evolve(world.injects.get(name, Inject()), **changes)})


def _ordered(world: World, move: Move, n: int) -> World:
    orders = list(world.seats[move.seat].orders)
    if (index := replaced(orders, move)) >= 0:
        del orders[index]
    return _seat(world, move.seat, orders=(*orders, Order(move, n)))


def _handled(world: World, move: Any, n: int) -> World:
    """An inject that control fires, holds, lets go or takes out; one written in play has no window to wait for."""
    state = _INJECTS[type(move)]
    if state is InjectState.ARMED and move.inject not in world.scenario.injects:
        state = InjectState.DELIVERED
    coming = {"turn": world.turn, "ref": n} if state is InjectState.DELIVERED else {}
    return _inject(world, move.inject, state=state, **coming)


def _answered(world: World, move: Answer, n: int) -> World:
    state = world.injects.get(move.inject, Inject(state=InjectState.DELIVERED, turn=world.turn))
    by_seat = {seat: (option, ref) for (seat, option), ref in zip(state.answers, state.refs, strict=True)}
    by_seat = dict(sorted((by_seat | {move.seat: (move.option, n)}).items()))
    answers = tuple((seat, option) for seat, (option, _) in by_seat.items())
    refs = tuple(ref for _, ref in by_seat.values())
    return evolve(world, injects=world.injects | {move.inject: evolve(state, answers=answers, refs=refs)})


def _item(world: World, n: int) -> str:
    """What is ruled on, as rules name it where it is an order; else by its number."""
    for name, seat in world.seats.items():
        for index, order in enumerate(seat.orders):
            if order.ref == n:
                return f"{name}/{index}"
    return f"move/{n}"


def _lever(table: Mapping[str, Any]) -> tuple[str, str, str, float]:
    lever, theatre, kind = (str(table.get(key, "")) for key in ("lever", "theatre", "kind"))
    step = table.get("step")
    return lever, theatre, kind, float(step) if isinstance(step, int | float) else 0.0
