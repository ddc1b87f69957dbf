"""Deeds of promises: what can be checked, and whether it has happened. A deed is kept when it is done, not offered."""

from collections.abc import Callable
from typing import Any

import attrs

from tabletop.errors import TabletopError, did_you_mean
from tabletop.model.council import Promise
from tabletop.model.effects import Condition
from tabletop.model.figures.glossary import read_path
from tabletop.model.forces import Status
from tabletop.model.grammar import condition
from tabletop.model.moves import REGISTRY, Move, free_fields
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.scores.paths import UnknownPath, holds, value_at

#: What a promise may be about, beside an order: heads of paths.
HEADS = ("spending", "on-path", "readiness", "force", "programme", "post", "inject", "text", "personnel", "support")
_HINT = "name an order with its thing ('fund ID', 'withdraw ID'), or what will be so: 'spending/MEMBER >= 3.5'"
#: Orders that set a level, which may be where it is already: promised by the figure.
_LEVELS = {"set-spending": "spending/MEMBER", "set-pace": "spending/MEMBER", "set-readiness": "readiness/SEAT"}


def deed_refusal(world: World, seat: str, deed: str) -> Refusal | None:
    """Why a deed can't be promised: nothing could check it, or it is so already. No deed is for control to judge."""
    if not deed:
        return None
    word, _, thing = deed.partition(" ")
    if word in REGISTRY:
        return _order_refusal(world, seat, word, thing)
    line = _readable(world, deed)
    if line is None:
        orders = tuple(name for name, kind in REGISTRY.items() if kind.order)
        meant = did_you_mean(word, orders)
        return Refusal("promise/deed", f"nothing can check '{deed}'{f' ({meant})' if meant else ''}; {_HINT}")
    figure, _ = read_path(line.path)
    if figure is None or figure.head not in HEADS:
        return Refusal("promise/deed", f"no seat can answer for '{line.path}'; {_HINT}")
    if holds(world, line):
        return _idle()
    return None


def _order_refusal(world: World, seat: str, word: str, thing: str) -> Refusal | None:
    """Why a seat can't promise an order: it is none, names nothing, or nothing that this seat could order it for."""
    kind, name = REGISTRY[word], world.seats[seat].name or seat
    if not kind.order:
        return Refusal("promise/deed", f"'{word}' is no order; {_HINT}")
    if word in _LEVELS:
        return Refusal("promise/deed", f"'{word}' may change nothing: say what will be so, '{_LEVELS[word]} >= ...'")
    if not thing:
        return Refusal("promise/deed", f"'{word}' must say of what; {_HINT}")
    offers = ACTS[kind].offers
    things = dict.fromkeys(id for move in (offers(world, seat) if offers else ()) for id in _ids_of(move))
    if thing not in things:
        meant = did_you_mean(thing, things)
        return Refusal("promise/deed", f"{name} can't order '{word} {thing}'{f' ({meant})' if meant else ''}; {_HINT}")
    return _idle() if word in _DONE and _DONE[word](world, seat, thing) else None


def condition_refusal(world: World, line: str) -> Refusal | None:
    """Why a promise can't hang on a condition: nothing could tell whether it holds. None of none."""
    if not line:
        return None
    if _readable(world, line) is None:
        return Refusal("promise/condition", f"nothing can check '{line}'; name a figure: 'trust >= 60'")
    return None


def _readable(world: World, words: str) -> Condition | None:
    """A condition that these words make, if the world has its figure and that is of the kind it is held against."""
    try:
        line = condition(words)
        value = value_at(world, line.path)
    except (TabletopError, UnknownPath):
        return None
    return line if isinstance(value, str) == isinstance(line.value, str) else None


def _idle() -> Refusal:
    return Refusal("promise/idle", "that is so already: name what is still to be done")


def happened(world: World, promise: Promise) -> bool | None:
    """Whether the order that a deed names has done what it says; None where it names none."""
    word, _, thing = promise.deed.partition(" ")
    if word not in REGISTRY:
        return None
    if word in _DONE:
        return _DONE[word](world, promise.seat, thing)
    orders = [order.move for order in world.seats[promise.seat].orders if order.move.do == word]
    return any(thing in _ids_of(move) for move in orders)


def _ids_of(move: Move) -> tuple[str, ...]:
    """What a move names, its seat left out."""
    kind: Any = type(move)  # the checker does not see that moves are attrs classes
    words = [a.name for a in attrs.fields(kind) if a.type is str and a.name not in ("seat", *free_fields(kind))]
    return tuple(getattr(move, name) for name in words)


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
