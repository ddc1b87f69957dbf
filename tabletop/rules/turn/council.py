"""The council: texts under silence procedure, votes, footnotes, promises."""

from collections.abc import Callable

from tabletop.errors import TabletopError
from tabletop.model.cause import because
from tabletop.model.council import Promise, Text, TextSpec
from tabletop.model.events import PromiseChanged, TextChanged
from tabletop.model.figures.forms import CAPITAL, TEXT_WEAR
from tabletop.model.figures.path import path_of
from tabletop.model.grammar import condition
from tabletop.model.world import World
from tabletop.rules.scores.paths import UnknownPath, holds
from tabletop.rules.turn.effects import affect, gains
from tabletop.rules.world.arithmetic import power
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move, nudge
from tabletop.rules.world.hosts import hosts_of


def must_agree(world: World, kind: str) -> tuple[str, ...]:
    """Seats whose silence counts for a kind of text: those it names, or all."""
    agree = world.scenario.texts[kind].agree
    return hosts_of(world, agree) if agree else tuple(world.seats)


def unheard(world: World, text: Text) -> tuple[str, ...]:
    """Seats that have not spoken to a text of this turn and could not: it was tabled when they had sealed. Empty where
    silence counts for nothing."""
    if text.turn != world.turn or world.scenario.texts[text.kind].votes:
        return ()
    return tuple(seat for seat in text.late if seat not in (*text.consents, *text.footnotes, *text.broken))


def silent(world: World, text: Text) -> tuple[str, ...]:
    """Seats whose silence counts on a text and that have said nothing to it."""
    if world.scenario.texts[text.kind].votes:
        return ()
    voices = {text.sponsor, *text.consents, *text.footnotes, *text.broken}
    return tuple(seat for seat in must_agree(world, text.kind) if seat not in voices)


def may_speak(draft: Draft, seat: str) -> None:
    """A seat that opens its orders again can speak to what was tabled meanwhile."""
    for text in [text for text in draft.texts.values() if seat in text.late]:
        draft.emit(TextChanged(evolve(text, late=tuple(other for other in text.late if other != seat))))


def settle_texts(draft: Draft) -> None:
    """At the end of orders: what nobody stopped stands; what stands works; what has run its course ends."""
    for name, text in sorted(draft.texts.items()):
        if text.state == "open":
            _settle(draft, name, text)
        elif text.state == "standing" and text.until and draft.turn > text.until:
            draft.emit(TextChanged(evolve(text, state="ended")))
    for _, text in sorted(draft.texts.items()):
        if text.state == "standing":
            cause = because("text-stands", text.id)
            for effect in draft.scenario.texts[text.kind].each_turn:
                affect(draft, effect, cause, text.ref, text.share * (text.fresh if gains(draft, effect) else 1.0))


def _settle(draft: Draft, name: str, text: Text) -> None:
    spec = draft.scenario.texts[text.kind]
    ruling = draft.rulings.get(f"text/{name}")
    if ruling and ruling.outcome == "set-aside":
        draft.emit(TextChanged(evolve(text, state="withdrawn")))
    elif text.broken and not (ruling and ruling.outcome == "accept"):
        _fall(draft, text, spec)
    elif spec.votes and not set(must_agree(draft, text.kind)) <= {*text.consents, *text.footnotes}:
        if draft.turn - text.turn + 1 >= draft.scenario.coefficients.text_turns:
            _fall(draft, text, spec)
    elif waits(draft, name) and (ruling is None or ruling.outcome == "accept"):
        return
    else:
        _stand(draft, text, spec, amended=ruling is not None and ruling.outcome == "amend")


def waits(world: World, name: str) -> bool:
    """Whether a text is left for the next turn, since some could not speak to it."""
    ruling = world.rulings.get(f"silence/{name}")
    return ruling is not None and ruling.outcome == "wait"


def _stand(draft: Draft, text: Text, spec: TextSpec, *, amended: bool) -> None:
    """A text stands; amended, control's effects have taken the place of its own."""
    k = draft.scenario.coefficients
    share = k.footnote_share if text.footnotes else 1.0
    until = draft.turn + spec.turns - 1 if spec.turns else 0
    wear = path_of(TEXT_WEAR, text.kind)
    fresh = power(k.stale_texts, draft.figures.get(wear, 0.0))
    cause = because("text-agreed", text.id)
    draft.emit(TextChanged(evolve(text, state="standing", until=until, share=share, fresh=fresh)))
    for effect in () if amended else spec.effects:
        affect(draft, effect, cause, text.ref, share * (fresh if gains(draft, effect) else 1.0))
    move(draft, wear, 1.0, cause, text.ref)


def _fall(draft: Draft, text: Text, spec: TextSpec) -> None:
    k = draft.scenario.coefficients
    draft.emit(TextChanged(evolve(text, state="fallen")))
    if text.broken:
        alone = k.alone_factor if len(text.broken) == 1 else 1.0
        cause = because("silence-broken", text.id)
        nudge(draft, draft.scenario.names.cohesion, k.broken_silence_cohesion * alone, cause, text.ref)
    move(draft, path_of(CAPITAL, text.sponsor), k.fallen_sponsor, because("text-fell-in-public", text.id), text.ref)
    for effect in spec.fallen:
        affect(draft, effect, because("text-fell", text.id), text.ref)


Happened = Callable[[World, Promise], bool | None]
"""Whether the order that a promise names has done what it says; None where it names none."""


def judge_promises(draft: Draft, happened: Happened) -> None:
    """Promises whose deed can be checked are judged when due, kept ones as soon as the deed is done; the rest wait for
    control."""
    earlier = 0
    for index, promise in sorted(enumerate(draft.promises), key=lambda numbered: _terms(numbered[1])):
        if promise.state == "open":
            state = _judge(draft, promise, happened)
            if state != "open":
                tell(draft, index, state, power(0.5, earlier) if state == "kept" else 1.0)
                earlier += state == "kept"


def _terms(promise: Promise) -> tuple[str, ...]:
    return (promise.seat, promise.to, promise.deed, promise.condition)


def tell(draft: Draft, index: int, state: str, share: float = 1.0) -> None:
    """Gives a promise its final state, with what it does to trust: `share` of it, for many kept at once are cheap. A
    word to the anchor, or its own, that is broken costs commitment too."""
    k, names = draft.scenario.coefficients, draft.scenario.names
    promise: Promise = draft.promises[index]
    draft.emit(PromiseChanged(index, evolve(promise, state=state)))
    if state == "kept":
        points, cause = k.promise_kept_trust, because("promise-kept", who=promise.seat)
    elif state == "broken":
        points, cause = k.promise_broken_trust, because("promise-broken", who=promise.seat)
        if names.anchor_seat in (promise.seat, promise.to):
            nudge(draft, names.commitment, k.promise_broken_commitment, cause, promise.ref)
    else:
        return
    nudge(draft, names.trust, share * points, cause, promise.ref)


def _judge(draft: Draft, promise: Promise, happened: Happened) -> str:
    due = draft.turn >= promise.due
    if promise.condition and due and _true(draft, promise.condition) is False:
        return "void"
    if not promise.deed:
        return "open"
    done = happened(draft, promise)
    if done is None:
        done = _true(draft, promise.deed)
        if done and not due:
            return "open"  # what is so today need not be so on the day
    if done:
        return "kept"
    return "broken" if due and done is not None else "open"


def _true(draft: Draft, line: str) -> bool | None:
    """Whether a condition holds; None where it can't be read."""
    try:
        return holds(draft, condition(line))
    except (TabletopError, UnknownPath):
        return None
