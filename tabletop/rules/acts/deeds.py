"""Deeds of promises: what can be checked, and whether it has happened. A deed is kept when it is done, not offered."""

from collections.abc import Callable

from tabletop.errors import TabletopError, did_you_mean
from tabletop.model.council import Promise
from tabletop.model.figures.glossary import read_path
from tabletop.model.forces import Status
from tabletop.model.grammar import condition
from tabletop.model.moves import REGISTRY
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.scores.paths import UnknownPath, holds, value_at

#: What a promise may be about, beside an order: heads of paths.
HEADS = ("spending", "on-path", "readiness", "force", "programme", "post", "inject", "text", "personnel", "support")
_HINT = "name an order with its thing ('fund ID', 'withdraw ID'), or what will be so: 'spending/MEMBER >= 3.5'"


def deed_refusal(world: World, seat: str, deed: str) -> Refusal | None:
    """Why a deed can't be promised: nothing could check it, or it is so already. No deed is for control to judge."""
    if not deed:
        return None
    word, _, thing = deed.partition(" ")
    if word in REGISTRY:
        if not REGISTRY[word].order:
            return Refusal("promise/deed", f"'{word}' is no order; {_HINT}")
        return _idle(deed) if word in _DONE and thing and _DONE[word](world, seat, thing) else None
    try:
        line = condition(deed)
        value_at(world, line.path)
    except (TabletopError, UnknownPath):
        orders = tuple(name for name, kind in REGISTRY.items() if kind.order)
        meant = did_you_mean(word, orders)
        return Refusal("promise/deed", f"nothing can check '{deed}'{f' ({meant})' if meant else ''}; {_HINT}")
    figure, _ = read_path(line.path)
    if figure is None or figure.head not in HEADS:
        return Refusal("promise/deed", f"no seat can answer for '{line.path}'; {_HINT}")
    if holds(world, line):
        return _idle(deed)
    return None


def _idle(deed: str) -> Refusal:
    return Refusal("promise/idle", f"'{deed}' is so already: promise what is still to be done")


def happened(world: World, promise: Promise) -> bool | None:
    """Whether the order that a deed names has done what it says; None where it names none."""
    word, _, thing = promise.deed.partition(" ")
    if word not in REGISTRY:
        return None
    if word in _DONE and thing:
        return _DONE[word](world, promise.seat, thing)
    orders = [order.move for order in world.seats[promise.seat].orders if order.move.do == word]
    return any(not thing or thing in _words_of(move) for move in orders)


def _words_of(move: object) -> tuple[str, ...]:
    return tuple(str(getattr(move, a.name)) for a in move.__attrs_attrs__)  # type: ignore[attr-defined]


def _ordered(world: World, seat: str, programme: str) -> bool:
    """Whether a tranche that the seat pays for was ordered this turn."""
    state, spec = world.programmes.get(programme), world.scenario.programmes.get(programme)
    if state is None or spec is None or not any(who == seat and part for who, part in state.paid):
        return False
    tranche = world.forces.get(f"{programme}-{state.ordered}")
    return tranche is not None and tranche.announced == world.turn + spec.first_lead


def _left(world: World, seat: str, force: str) -> bool:
    return force in world.forces and world.forces[force].status is Status.ELSEWHERE


def _moved(world: World, seat: str, force: str) -> bool:
    state, spec = world.forces.get(force), world.scenario.forces.get(force)
    return state is not None and spec is not None and (bool(state.lent) or state.theatre != spec.base)


def _back(world: World, seat: str, force: str) -> bool:
    return force in world.forces and world.forces[force].status is Status.AVAILABLE


#: By order, whether it has done its work on the thing that is named.
_DONE: dict[str, Callable[[World, str, str], bool]] = {
    "fund": _ordered,
    "withdraw": _left,
    "assign": _moved,
    "deploy": _back,
}
