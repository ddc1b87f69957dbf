"""Injects: answered by seats; fired, held, released, cancelled and written by control."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import partial

from tabletop.model.injects import Inject, InjectState
from tabletop.model.moves import Answer, CancelInject, FireInject, HoldInject, ReleaseInject, WriteInject
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase, World
from tabletop.rules.acts.act import Act, Maker
from tabletop.rules.acts.ids import unknown
from tabletop.rules.acts.options import to_answer
from tabletop.rules.turn.injects import OPEN, answering, fire, title_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve

_WAITING = (InjectState.PLANNED, InjectState.ARMED, InjectState.HELD)


def _may_answer(world: World, move: Answer) -> Refusal | None:
    if world.phase not in (Phase.BRIEF, Phase.ORDERS):
        return Refusal("phase/too-late", f"injects are answered until the end of orders; this is {world.phase.value}")
    if refusal := unknown("inject", move.inject, world.injects):
        return refusal
    state = world.injects[move.inject]
    spec = world.scenario.injects.get(move.inject)
    title = title_of(world, move.inject)
    if state.state not in (*OPEN, InjectState.ANSWERED):
        return Refusal("inject/not-open", f"{title} is {state.state.value}; it can't be answered now")
    seats = answering(world, move.inject)
    if seats and move.seat not in seats:
        who = ", ".join(world.seats[s].name for s in seats)
        return Refusal("inject/not-asked", f"{title} is for {who} to answer")
    if not move.option and not move.text:
        return Refusal("inject/empty", f"answer {title} with an option or in words")
    if move.option:
        return unknown("option", move.option, [o.id for o in spec.options] if spec else [])
    return None


def _may_fire(world: World, move: FireInject) -> Refusal | None:
    if refusal := unknown("inject", move.inject, world.injects):
        return refusal
    state, spec = world.injects[move.inject].state, world.scenario.injects.get(move.inject)
    if state in (*OPEN, InjectState.ANSWERED):
        return Refusal("inject/fired", f"{_title(world, move.inject)} is {state.value} already")
    if state not in _WAITING and not (spec and spec.repeatable):
        return Refusal("inject/fired", f"{_title(world, move.inject)} is {state.value} and fires once only")
    return None


def _may_change(world: World, move: HoldInject | ReleaseInject | CancelInject) -> Refusal | None:
    if refusal := unknown("inject", move.inject, world.injects):
        return refusal
    state = world.injects[move.inject].state
    if state not in _WAITING:
        title = _title(world, move.inject)
        return Refusal("inject/not-waiting", f"{title} is {state.value}; only waiting injects can be changed")
    return None


def _title(world: World, inject: str) -> str:
    name = title_of(world, inject)
    return f"'{name}'" if inject in world.scenario.injects else name


def _may_write(world: World, move: WriteInject) -> Refusal | None:
    if not move.inject.strip():
        return Refusal("inject/empty", "give the new inject an id")
    if move.inject in world.injects:
        return Refusal("inject/there", f"there is an inject '{move.inject}' already; choose another id")
    for seat in move.answers:
        if refusal := unknown("seat", seat, world.seats):
            return refusal
    return None


def _answer(draft: Draft, move: Answer, ref: int) -> None:
    """Puts a seat's answer in the place of its earlier one; effects come at adjudication."""
    state: Inject = draft.injects[move.inject]
    at = bisect_left(state.answers, (move.seat,))  # they stand in the order of seats
    after = at + (move.seat in dict(state.answers))
    answers = (*state.answers[:at], (move.seat, move.option), *state.answers[after:])
    refs = (*state.refs[:at], ref, *state.refs[after:])
    seats = answering(draft, move.inject)
    everybody = bool(seats) and {seat for seat, _ in answers}.issuperset(seats)
    draft.set_inject(
        move.inject,
        evolve(state, answers=answers, refs=refs, state=InjectState.ANSWERED if everybody else InjectState.DELIVERED),
    )


def _fire(draft: Draft, move: FireInject, ref: int) -> None:
    fire(draft, move.inject, ref)


def _becomes(state: InjectState, draft: Draft, move: HoldInject | ReleaseInject | CancelInject, ref: int) -> None:
    draft.set_inject(move.inject, evolve(draft.injects[move.inject], state=state))


_hold, _cancel = (partial(_becomes, state) for state in (InjectState.HELD, InjectState.CANCELLED))


def _release(draft: Draft, move: ReleaseInject, ref: int) -> None:
    if move.inject in draft.scenario.injects:
        _becomes(InjectState.ARMED, draft, move, ref)
    else:
        fire(draft, move.inject, ref)  # written in play, it has no window to wait for


def _write(draft: Draft, move: WriteInject, ref: int) -> None:
    draft.set_inject(move.inject, Inject(state=InjectState.HELD, asked=move.answers, written=ref))
    if not move.held:
        fire(draft, move.inject, ref)


def _offers(world: World, seat: str) -> Iterator[Answer]:
    for name in to_answer(world, seat):
        for option in world.scenario.injects[name].options:
            yield Answer(seat=seat, inject=name, option=option.id)


def _inject(move: FireInject | HoldInject | CancelInject) -> tuple[str, ...]:
    return ("inject", move.inject)


Act(
    Answer,
    check=_may_answer,
    about=lambda move: ("answer", move.inject),
    offers=_offers,
    resolve=_answer,
    domain="crisis",
)
Act(FireInject, maker=Maker.CONTROL, check=_may_fire, about=_inject, resolve=_fire, domain="crisis")
Act(HoldInject, maker=Maker.CONTROL, check=_may_change, about=_inject, resolve=_hold, domain="crisis")
Act(ReleaseInject, maker=Maker.CONTROL, check=_may_change, resolve=_release, domain="crisis")
Act(CancelInject, maker=Maker.CONTROL, check=_may_change, about=_inject, resolve=_cancel, domain="crisis")
Act(WriteInject, maker=Maker.CONTROL, check=_may_write, resolve=_write, domain="crisis")
