"""What an order costs and does, before it is given and once it is on the sheet. Numbers only; how they read is for
words and screens."""

from collections.abc import Mapping

from attrs import field, frozen

from tabletop.model.moves import Assign, Deploy, Fund, Move, SetSpending, Withdraw
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.options import delivered, theatre_gains
from tabletop.rules.acts.orders import cost
from tabletop.rules.ahead.plans import brings
from tabletop.rules.ahead.project import aims_between, difference, rehearsed, review_in, without
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.objectives import mark
from tabletop.table.memory import PlaceMemory
from tabletop.words.acts.saying import SAYINGS


@frozen
class Quote:
    """`refusal`: why there is no price. `waits`: what an order waits for whose effect lies in others' hands, so that it
    has none, in words.

    `money`: billion dollars taken now. `brings`: billion dollars that next turn brings above what today's share does,
    None where nothing of that kind is ordered. `effects`: points by score at the next review, at the end of `by` where
    that is not 0: of what moves, once it has arrived. `gain`: points of overall deterrence once what is bought stands,
    in turn `arrives` (0: nothing is bought), and of its theatres (`places`); `short`: it is ordered only when others
    add to the offer. `aims`: points of the seat's whole by its objectives, then; `serves`: objectives that name what
    is bought.
    """

    refusal: Refusal | None = None
    waits: str = ""
    money: float = 0.0
    brings: float | None = None
    effects: Mapping[str, float] = field(factory=dict)
    by: int = 0
    gain: float = 0.0
    arrives: int = 0
    short: bool = False
    places: Mapping[str, float] = field(factory=dict)
    aims: Mapping[str, float] = field(factory=dict)
    serves: tuple[str, ...] = ()


def quote(world: World, move: Move, memory: PlaceMemory) -> Quote:
    """The price of an order against a sheet that says nothing about the same thing, from what the given (perhaps
    blanked) world knows."""
    if waits := SAYINGS[type(move)].waits:
        return Quote(waits=waits)
    base = without(world, move)
    refusal = check(base, move)
    if refusal:
        return Quote(refusal=refusal)
    match move:
        case Fund():
            return _purchase(base, move, memory)
        case Withdraw() if move.turn > world.turn:
            return _later(base, move, move.turn)
        case Assign() | Deploy():
            there = max(world.turn, move.turn if isinstance(move, Assign) else 0) + 1
            by = min(there, world.turns)
            return _later(base, move, by)
        case SetSpending():
            more = brings(base, move.seat, move.member, move.share)
            return Quote(brings=more, effects=memory.effects(base, move), aims=memory.aims(base, move))
    return Quote(money=cost(base, move), effects=memory.effects(base, move), aims=memory.aims(base, move))


def _later(world: World, move: Move, by: int) -> Quote:
    """What has come of it at the end of turn `by`."""
    turns = by - world.turn + 1
    plain, other = review_in(world, turns), review_in(world, turns, move)
    return Quote(by=by, effects=difference(scores(plain), scores(other)), aims=aims_between(plain, other, move.seat))


def _purchase(world: World, move: Fund, memory: PlaceMemory) -> Quote:
    """Money now, deterrence when the tranche stands."""
    whole = cost(world, Fund(seat=move.seat, programme=move.programme))
    gain = memory.worth(world, (move.programme,)).get(move.programme, 0.0) * whole
    arrives = world.turn + world.scenario.programmes[move.programme].first_lead
    stands = rehearsed(delivered(world, move.programme)) if arrives <= world.turns else memory.after(world)
    return Quote(
        money=cost(world, move), gain=gain, arrives=arrives, short=move.pays < 100,
        aims=aims_between(memory.after(world), stands, move.seat),
        places=theatre_gains(world, move.programme), serves=serving(world, move.seat, move.programme),
    )  # fmt: skip


def serving(world: World, seat: str, programme: str) -> tuple[str, ...]:
    """Ids of the seat's objectives that read what a programme brings."""
    head = f"programme/{programme}/"
    return tuple(
        each.objective.id
        for each in mark(world, seat)
        if any(path.startswith(head) for part in each.objective.parts for path in part.paths)
    )
