"""The council: texts under silence procedure, votes, footnotes, promises."""

from tabletop.errors import TabletopError
from tabletop.model.cause import because
from tabletop.model.council import Promise, Text, TextSpec
from tabletop.model.events import PromiseChanged, TextChanged
from tabletop.model.figures.forms import CAPITAL
from tabletop.model.figures.path import path_of
from tabletop.model.grammar import condition
from tabletop.model.moves import REGISTRY
from tabletop.model.world import World
from tabletop.rules.scores.paths import holds
from tabletop.rules.scores.reader import UnknownPath
from tabletop.rules.turn.effects import affect
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
                affect(draft, effect, cause, text.ref, text.share)


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
    share = draft.scenario.coefficients.footnote_share if text.footnotes else 1.0
    until = draft.turn + spec.turns - 1 if spec.turns else 0
    draft.emit(TextChanged(evolve(text, state="standing", until=until, share=share)))
    for effect in () if amended else spec.effects:
        affect(draft, effect, because("text-agreed", text.id), text.ref, share)


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


def judge_promises(draft: Draft) -> None:
    """Promises whose deed can be checked are told kept or broken when due; the rest wait for control."""
    earlier = 0
    for index, promise in sorted(enumerate(draft.promises), key=lambda pair: _terms(pair[1])):
        if promise.state == "open":
            state = _judge(draft, promise)
            if state != "open":
                tell(draft, index, state, power(0.5, earlier) if state == "kept" else 1.0)
                earlier += state == "kept"


def _terms(promise: Promise) -> tuple[str, ...]:
    return (promise.seat, promise.to, promise.deed, promise.condition)


def tell(draft: Draft, index: int, state: str, share: float = 1.0) -> None:
    """Gives a promise its final state, with what it does to trust: `share` of it, for many kept at once are cheap."""
    k = draft.scenario.coefficients
    promise: Promise = draft.promises[index]
    draft.emit(PromiseChanged(index, evolve(promise, state=state)))
    if state == "kept":
        points, cause = k.promise_kept_trust, because("promise-kept", who=promise.seat)
    elif state == "broken":
        points, cause = k.promise_broken_trust, because("promise-broken", who=promise.seat)
    else:
        return
    nudge(draft, draft.scenario.names.trust, share * points, cause, promise.ref)


def _judge(draft: Draft, promise: Promise) -> str:
    due = draft.turn >= promise.due
    if promise.condition and due and _true(draft, promise.condition) is False:
        return "void"
    if not promise.deed:
        return "open"
    word, _, thing = promise.deed.partition(" ")
    orders = draft.seats[promise.seat].orders
    if any(o.move.do == word and thing in (*_words_in(o.move), "") for o in orders):
        return "kept"
    truth = _true(draft, promise.deed)
    if truth and due:
        return "kept"
    return "broken" if due and (truth is not None or word in REGISTRY) else "open"


def _words_in(move: object) -> tuple[str, ...]:
    """The words of a move's fields."""
    return tuple(str(getattr(move, a.name)) for a in move.__attrs_attrs__)  # type: ignore[attr-defined]


def _true(draft: Draft, line: str) -> bool | None:
    """Whether a condition holds; None where it can't be read."""
    try:
        return holds(draft, condition(line))
    except (TabletopError, UnknownPath):
        return None
