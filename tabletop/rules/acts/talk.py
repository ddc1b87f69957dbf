"""What seats tell each other: messages, and promises that are kept or broken."""

from tabletop.model.council import Letter, Promise
from tabletop.model.events import LettersSet, PromiseChanged
from tabletop.model.moves import MakePromise, Message, Verdict
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.act import Act, Maker
from tabletop.rules.acts.deeds import condition_refusal, deed_refusal
from tabletop.rules.acts.ids import unknown
from tabletop.rules.turn.council import tell
from tabletop.rules.world.draft import Draft


def _may_write(world: World, move: Message) -> Refusal | None:
    if refusal := unknown("seat", move.to, {**world.seats, "control": None}):
        return refusal
    if move.against and move.against not in world.texts and move.against not in world.scenario.posts:
        return unknown("text or post", move.against, {*world.texts, *world.scenario.posts})
    if not move.asks:
        return None
    if move.to not in world.seats:
        return Refusal("message/asks", "control does nothing that could be asked of it; ask a seat")
    return deed_refusal(world, move.to, move.asks)


def _to_itself(world: World, move: Message) -> Refusal | None:
    return Refusal("message/self", "a message goes to another seat, or to control") if move.to == move.seat else None


def _may_promise(world: World, move: MakePromise) -> Refusal | None:
    if refusal := unknown("seat", move.to, world.seats):
        return refusal
    if move.to == move.seat:
        return Refusal("promise/self", "a promise is made to another seat")
    if move.due < world.turn:
        return Refusal("promise/past", f"a promise falls due in turn {world.turn} or later; {move.due} given")
    if move.due > world.turns:
        return Refusal("promise/late", f"the exercise ends with turn {world.turns}; {move.due} given")
    return deed_refusal(world, move.seat, move.deed) or condition_refusal(world, move.if_)


def _may_judge(world: World, move: Verdict) -> Refusal | None:
    promise = next((p for p in world.promises if p.ref == move.promise), None)
    if promise is None:
        return Refusal("promise/unknown", f"no promise is numbered {move.promise}")
    if promise.state != "open":
        return Refusal("promise/told", f"that promise is {promise.state} already")
    return unknown("state", move.state, ("kept", "broken", "void"))


def _write(draft: Draft, move: Message, ref: int) -> None:
    """A word back answers what was asked; a deed that is asked for waits for its own answer."""
    _answered(draft, move)
    if move.asks:
        letter = Letter(seat=move.seat, to=move.to, asks=move.asks, against=move.against, ref=ref)
        draft.emit(LettersSet((*draft.letters, letter)))


def _answered(draft: Draft, move: Message | MakePromise) -> None:
    waiting = tuple(letter for letter in draft.letters if (letter.seat, letter.to) != (move.to, move.seat))
    if len(waiting) < len(draft.letters):
        draft.emit(LettersSet(waiting))


def _promise(draft: Draft, move: MakePromise, ref: int) -> None:
    _answered(draft, move)
    promise = Promise(
        seat=move.seat, to=move.to, due=move.due, deed=move.deed, condition=move.if_, turn=draft.turn, ref=ref
    )
    draft.emit(PromiseChanged(len(draft.promises), promise))


def _judge(draft: Draft, move: Verdict, ref: int) -> None:
    index = next(n for n, promise in enumerate(draft.promises) if promise.ref == move.promise)
    tell(draft, index, move.state)


Act(Message, check=_may_write, sense=_to_itself, resolve=_write)
Act(MakePromise, check=_may_promise, about=lambda move: ("promise",), resolve=_promise)
Act(Verdict, maker=Maker.CONTROL, check=_may_judge, resolve=_judge)
