"""Handovers of posts: proposed by one party, agreed to or refused by the others."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from tabletop.model.cause import because
from tabletop.model.moves import AcceptHandover, Move, ProposeHandover, RefuseHandover
from tabletop.model.posts import Post
from tabletop.model.refusal import Refusal
from tabletop.model.world import Change, World
from tabletop.rules.acts.act import Act, When
from tabletop.rules.acts.ids import unknown
from tabletop.rules.acts.orders import put_on_sheet
from tabletop.rules.acts.reasons import reason_refusal
from tabletop.rules.turn.posts import parties
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve


def _may_propose(world: World, move: ProposeHandover) -> Refusal | None:
    if refusal := unknown("post", move.post, world.scenario.posts) or unknown(
        "member", move.to, world.scenario.members
    ):
        return refusal
    spec, state = world.scenario.posts[move.post], world.posts[move.post]
    to = world.scenario.members[move.to].name
    if state.holder == move.to:
        return Refusal("post/held", f"{to} holds {spec.name} already")
    if state.status == "transition":
        left = f"{state.left} turn{'' if state.left == 1 else 's'} left"
        return Refusal("post/transition", f"{spec.name} is in transition, {left}")
    orders = [order.move for order in world.seats[move.seat].orders]
    mine = any(isinstance(order, ProposeHandover) and order.post == move.post for order in orders)
    if state.status == "proposed" and not mine:
        return Refusal("post/proposed", f"a handover of {spec.name} is on the table; it must be answered first")
    if move.to not in spec.may_hold:
        who = ", ".join(world.scenario.members[m].name for m in spec.may_hold)
        return Refusal("post/not-eligible", f"{spec.name} may be held by {who}")
    agenda = world.scenario.seats[move.seat].role == "agenda"
    if not agenda and move.seat not in parties(world, move.post, move.to):
        return Refusal(
            "post/not-party", f"only the holder's seat, the candidate's or the chair may propose {spec.name}"
        )
    return None


def _may_answer(world: World, move: AcceptHandover | RefuseHandover) -> Refusal | None:
    if refusal := unknown("post", move.post, world.scenario.posts):
        return refusal
    state = world.posts[move.post]
    name = world.scenario.posts[move.post].name
    if state.status != "proposed":
        return Refusal("post/not-proposed", f"no handover of {name} is proposed")
    if move.seat not in parties(world, move.post, state.to):
        who = ", ".join(world.seats[s].name for s in parties(world, move.post, state.to))
        return Refusal("post/not-party", f"the handover of {name} is for {who} to answer")
    return reason_refusal(world, move.seat, move.why) if isinstance(move, RefuseHandover) else None


def _propose(draft: Draft, move: ProposeHandover, ref: int) -> None:
    """Lies on the sheet like any order; the parties see it at once."""
    put_on_sheet(draft, move, ref)
    state = draft.posts[move.post]
    mine = move.seat in parties(draft, move.post, move.to)
    proposal = evolve(state, status="proposed", to=move.to, consents=(move.seat,) if mine else (), ref=ref)
    draft.set_post(move.post, proposal, because("post-proposed", move.post, who=move.seat), ref)


def _take_back(draft: Draft, move: ProposeHandover, ref: int) -> None:
    state = draft.posts[move.post]
    if state.status == "proposed" and state.ref == ref:
        holding = Post(holder=state.holder, settled=state.settled)
        draft.set_post(move.post, holding, because("post-taken-back", move.post, who=move.seat))


def _accept(draft: Draft, move: AcceptHandover, ref: int) -> None:
    state = draft.posts[move.post]
    consents = tuple(sorted({*state.consents, move.seat}))
    cause = because("post-agreed", move.post, who=move.seat)
    draft.set_post(move.post, evolve(state, consents=consents), cause, state.ref)


def _refuse(draft: Draft, move: RefuseHandover, ref: int) -> None:
    state = draft.posts[move.post]
    holding = Post(holder=state.holder, settled=state.settled)
    draft.set_post(move.post, holding, because("post-refused", move.post, who=move.seat), ref)


def _offers(world: World, seat: str) -> Iterator[ProposeHandover]:
    for post, spec in world.scenario.posts.items():
        for member in spec.may_hold:
            yield ProposeHandover(seat=seat, post=post, to=member)


_ANSWERS: dict[type[Any], Callable[[Draft, Any, int], None]] = {AcceptHandover: _accept, RefuseHandover: _refuse}


def _answers(kind: type[Any], world: World, seat: str) -> Iterator[Move]:
    return (kind(seat=seat, post=post) for post in world.scenario.posts)


def _refused_by_a_party(world: World, move: ProposeHandover, changes: Sequence[Change]) -> Iterator[str]:
    if world.posts[move.post].status == "held":
        yield "refused by a party"


Act(
    ProposeHandover,
    check=_may_propose,
    about=lambda move: ("post", move.post),
    offers=_offers,
    resolve=_propose,
    taken_back=_take_back,
    domain="posts",
    needs=_refused_by_a_party,
    contested=True,
)
for kind, resolve in _ANSWERS.items():
    Act(
        kind,
        when=When.ORDERS,
        check=_may_answer,
        about=lambda move: ("agreement", move.post),
        offers=partial(_answers, kind),
        resolve=resolve,
        domain="posts",
    )
