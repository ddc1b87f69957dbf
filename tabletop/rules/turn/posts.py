"""Posts: proposals, consents, transitions and what a completed handover leaves behind."""

from functools import lru_cache

from tabletop.model.cause import because
from tabletop.model.inner import ANCHOR, COMMAND, HURRIED, OVERLOAD, RESOLVE
from tabletop.model.moves import ProposeHandover
from tabletop.model.posts import Post
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import count_of, sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move, nudge

_HELD = because("held")


def parties(world: World, post: str, to: str) -> tuple[str, ...]:
    """Seats whose consent a handover needs: the holder's and the candidate's."""
    holder = world.seat_of(world.posts[post].holder)
    candidate = world.seat_of(to)
    return tuple(dict.fromkeys(seat for seat in (holder, candidate) if seat))


def agreed(world: World, post: str) -> bool:
    """Whether everybody who must has consented to the proposal."""
    state = world.posts[post]
    if state.status != "proposed":
        return False
    spec = world.scenario.posts[post]
    if spec.agreed == state.to:
        return True
    consents = set(state.consents)
    if _opened_by_council(world, post):
        consents.add(world.seat_of(state.holder))
    return all(seat in consents for seat in parties(world, post, state.to))


def _opened_by_council(world: World, post: str) -> bool:
    return any(
        text.state == "standing" and text.about == post and world.scenario.texts[text.kind].rule == "open-handover"
        for text in world.texts.values()
    )


def command_share(scenario: Scenario, posts: dict[str, Post]) -> float:
    """The command part of resolve: posts weighted, less where the anchor holds them or they are in transition."""
    return sum_of(_part(scenario, name, posts[name]) for name in scenario.posts)


def _part(scenario: Scenario, post: str, state: Post) -> float:
    k = scenario.coefficients
    share = k.anchor_post_share if state.holder == scenario.names.anchor else 1.0
    return scenario.posts[post].weight * share * (k.transition_share if state.status == "transition" else 1.0)


def _hurry(scenario: Scenario, post: str, state: Post) -> float:
    return scenario.posts[post].weight if state.status == "transition" and not state.prepared else 0.0


def overload(posts: dict[str, Post]) -> int:
    """Posts in transition at once."""
    return count_of(post.status == "transition" for post in posts.values())


def turn_posts(draft: Draft) -> None:
    """Transitions run on and end; agreed proposals begin, the others lapse. Command is counted anew, post by post."""
    before, anchor = dict(draft.posts), draft.scenario.names.anchor
    for post, state in before.items():
        if state.status == "transition":
            _run_on(draft, post, state)
        elif state.status == "proposed":
            _begin(draft, post, state)
        elif state.holder != anchor:
            draft.set_post(post, _holding(state.holder, state.settled + 1, state.ref), _HELD, state.ref)
    for post, old in before.items():
        new: Post = draft.posts[post]
        if new is not old and (old.holder, old.status) != (new.holder, new.status):
            count(draft, post, old)


@lru_cache(maxsize=1024)
def _holding(holder: str, settled: int, ref: int) -> Post:
    """A post in somebody's hands; many campaigns share few such states."""
    return Post(holder=holder, settled=settled, ref=ref)


def count(draft: Draft, post: str, old: Post) -> None:
    """Enters what a post's change means for command and overload."""
    new: Post = draft.posts[post]
    cause = because("post-transition" if new.status == "transition" else "post-handed-over", post)
    gain = _part(draft.scenario, post, new) - _part(draft.scenario, post, old)
    if gain:
        move(draft, COMMAND, gain, cause, new.ref)
    if (new.status == "transition") != (old.status == "transition"):
        move(draft, OVERLOAD, 1.0 if new.status == "transition" else -1.0, cause, new.ref)
    hurry = _hurry(draft.scenario, post, new) - _hurry(draft.scenario, post, old)
    if hurry:
        move(draft, HURRIED, hurry, because("post-hurried", post), new.ref)


def _run_on(draft: Draft, post: str, state: Post) -> None:
    spec = draft.scenario.posts[post]
    if state.left > 1:
        draft.set_post(post, evolve(state, left=state.left - 1), because("post-transition", post), state.ref)
        return
    holding = Post(holder=state.to, settled=1, ref=state.ref)
    names, k = draft.scenario.names, draft.scenario.coefficients
    cause = because("post-handed-over", post)
    draft.set_post(post, holding, cause, state.ref)
    anchor = names.anchor
    if state.holder == anchor and state.to != anchor:
        share = 1.0
    elif state.holder != anchor and state.to == anchor:
        share = -k.given_back
    else:
        if state.holder != state.to:
            nudge(draft, names.cohesion, spec.cohesion * k.own_handover, cause, state.ref)
        share = 0.0
    if state.prepared and state.to != anchor and state.holder != state.to:
        prepared = because("post-prepared", post)
        move(draft, RESOLVE, k.prepared_resolve * spec.weight, prepared, state.ref)
    if not share:
        return
    nudge(draft, names.commitment, spec.commitment * share, cause, state.ref)
    move(draft, ANCHOR, spec.anchor * share, cause, state.ref)
    if share > 0:
        nudge(draft, names.cohesion, spec.cohesion, cause, state.ref)


def _begin(draft: Draft, post: str, state: Post) -> None:
    spec = draft.scenario.posts[post]
    if agreed(draft, post) and not _set_aside(draft, post):
        prepared = spec.agreed == state.to or _opened_by_council(draft, post)
        begun = evolve(state, status="transition", left=spec.transition, consents=(), prepared=prepared)
        draft.set_post(post, begun, because("post-begins", post), state.ref)
        names = draft.scenario.names
        if state.holder == names.anchor and spec.protected and names.anchor_seat not in state.consents:
            cause = because("post-forced", post)
            nudge(draft, names.trust, draft.scenario.coefficients.forced_trust, cause, state.ref)
    else:
        turns = state.settled + (state.holder != draft.scenario.names.anchor)
        holding = Post(holder=state.holder, settled=turns)
        draft.set_post(post, holding, because("post-lapsed", post), state.ref)


def _set_aside(draft: Draft, post: str) -> bool:
    """Whether control has ruled away the order that proposed a handover."""
    return any(
        isinstance(order.move, ProposeHandover)
        and order.move.post == post
        and (ruling := draft.rulings.get(f"{seat}/{index}")) is not None
        and ruling.outcome in ("set-aside", "amend")
        for seat, state in draft.seats.items()
        for index, order in enumerate(state.orders)
    )
