"""From a move to what follows. Every move that `check` allows has exactly one answer here."""

from typing import Any

from tabletop.model.council import Promise, Text
from tabletop.model.effects import Effect
from tabletop.model.events import (
    Event,
    ModeSet,
    OrderTakenBack,
    PlayerChanged,
    PracticeSet,
    PromiseChanged,
    ReadingsTaken,
    RedSealed,
    Ruling,
    SeatSealed,
    SeatUnsealed,
    StateChanged,
    TextChanged,
)
from tabletop.model.grammar import effect
from tabletop.model.injects import Inject, InjectState
from tabletop.model.moves import (
    AcceptHandover,
    Adjust,
    Advance,
    Answer,
    Argue,
    BreakSilence,
    CancelInject,
    Consent,
    End,
    Estimate,
    FireInject,
    Footnote,
    HoldInject,
    MakeFreeMove,
    MakePromise,
    Mode,
    Move,
    Odds,
    Pause,
    PlaySeat,
    Practice,
    ProposeHandover,
    Red,
    RefuseHandover,
    ReleaseInject,
    Resume,
    Roll,
    Rule,
    Seal,
    Silence,
    Start,
    TableText,
    TakeBack,
    Unseal,
    Verdict,
    WithdrawText,
    WriteInject,
)
from tabletop.model.posts import Post
from tabletop.model.seats import Order
from tabletop.model.world import Phase, RedOrder, Ruled, State, World
from tabletop.rules.acts.items import find_item
from tabletop.rules.acts.orders import free_agenda, replaced
from tabletop.rules.acts.talk import answer, argue, voice
from tabletop.rules.turn.council import may_speak, silent, tell
from tabletop.rules.turn.effects import affect, targets
from tabletop.rules.turn.injects import fire
from tabletop.rules.turn.posts import parties
from tabletop.rules.turn.turn import adjudicate, open_turn, readings
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import settle


def step(world: World, move: Move, ref: int = 0) -> tuple[World, tuple[Event, ...]]:
    """The world after a checked move, and the events that led there. `ref` is the move's number in the record."""
    draft = Draft(world)
    resolve(draft, move, ref)
    return draft.freeze(), tuple(draft.events)


def decide(world: World, move: Move, ref: int = 0) -> tuple[Event, ...]:
    """What follows from a checked move, outcomes of chance included."""
    return step(world, move, ref)[1]


def apply(world: World, event: Event) -> World:
    """The world after an event."""
    draft = Draft(world)
    draft.apply(event)
    return draft.freeze()


def resolve(draft: Draft, move: Move, ref: int = 0) -> None:
    """Carries a move out on a draft. What control changes in review still belongs to the turn that is reviewed."""
    review = Phase.REVIEW
    reviewed, before = draft.phase is review, len(draft.events)
    _carry_out(draft, move, ref)
    if reviewed and draft.phase is review and (len(draft.events) > before or not draft.record):
        draft.emit(ReadingsTaken(readings(draft)))


def enter(draft: Draft, seat: str, orders: list[Order]) -> None:
    """Enters plain orders on a seat's sheet, all at once, where no record is kept: as resolving each would."""
    sheet = list(draft.seats[seat].orders)
    for order in orders:
        index = replaced(sheet, order.move)
        if index >= 0:
            del sheet[index]
        sheet.append(order)
    draft.put_orders(seat, tuple(sheet))


def _carry_out(draft: Draft, move: Move, ref: int) -> None:
    if move.order:
        _place(draft, move, ref)
        return
    match move:
        case Advance():
            _advance(draft)
        case Answer():
            answer(draft, move, ref)
        case Start() | Resume():
            draft.emit(StateChanged(State.RUNNING))
        case Pause():
            draft.emit(StateChanged(State.PAUSED))
        case End():
            draft.emit(StateChanged(State.ENDED))
        case Seal():
            draft.emit(SeatSealed(move.seat, tuple(sorted(move.expect.items())), ref))
        case Unseal():
            draft.emit(SeatUnsealed(move.seat))
            may_speak(draft, move.seat)
        case TakeBack():
            _take_back(draft, move)
        case AcceptHandover():
            state = draft.posts[move.post]
            consents = tuple(sorted({*state.consents, move.seat}))
            draft.set_post(move.post, evolve(state, consents=consents), "consent", state.ref)
        case RefuseHandover():
            state = draft.posts[move.post]
            draft.set_post(move.post, Post(holder=state.holder, settled=state.settled), "refused", ref)
        case TableText():
            _place(draft, move, ref)
            text = Text(kind=move.kind, about=move.about, sponsor=move.seat, state="open", turn=draft.turn, ref=ref)
            text = evolve(text, consents=(move.seat,))
            late = tuple(seat for seat in silent(draft, text) if draft.seats[seat].sealed)
            draft.emit(TextChanged(evolve(text, late=late)))
        case WithdrawText() | Consent() | Footnote() | BreakSilence():
            voice(draft, move)
        case MakeFreeMove() | Argue() | Estimate() | Odds() | Roll():
            argue(draft, move, ref)
        case MakePromise():
            promise = Promise(
                seat=move.seat, to=move.to, due=move.due, deed=move.deed, condition=move.if_, turn=draft.turn, ref=ref
            )
            draft.emit(PromiseChanged(len(draft.promises), promise))
        case Verdict():
            index = next(n for n, promise in enumerate(draft.promises) if promise.ref == move.promise)
            tell(draft, index, move.state)
        case Red():
            draft.emit(RedSealed(RedOrder(tuple(_lever(lever) for lever in move.levers), move.source, ref)))
        case FireInject():
            fire(draft, move.inject, ref)
        case HoldInject():
            _inject_state(draft, move.inject, InjectState.HELD)
        case ReleaseInject():
            if move.inject in draft.scenario.injects:
                _inject_state(draft, move.inject, InjectState.ARMED)
            else:
                fire(draft, move.inject, ref)  # written in play, it has no window to wait for
        case CancelInject():
            _inject_state(draft, move.inject, InjectState.CANCELLED)
        case WriteInject():
            draft.set_inject(move.inject, Inject(state=InjectState.HELD, asked=move.answers, written=ref))
            if not move.held:
                fire(draft, move.inject, ref)
        case Silence():
            text = draft.texts[move.proposal]
            draft.emit(TextChanged(evolve(text, late=tuple(sorted({*text.late, *move.seats})))))
            draft.emit(Ruling(f"silence/{move.proposal}", Ruled(move.act, ref=ref)))
        case Rule():
            item = find_item(draft.as_world(), move.item)
            ruled = Ruled(move.outcome, tuple(effect(told) for told in move.effects), move.mode, ref)
            draft.emit(Ruling(item, ruled))
        case Adjust():
            _adjust(draft, move, ref)
        case PlaySeat():
            draft.emit(PlayerChanged(move.name, move.player))
        case Mode():
            draft.emit(ModeSet(move.domain, move.mode))
        case Practice():
            draft.emit(PracticeSet(move.act == "begin"))
        case _:
            pass  # kept on record only: messages, notes, facts, talks, the clock, bookmarks, what was shown


def _lever(told: dict[str, Any]) -> tuple[str, str, str, float]:
    lever = str(told["lever"])
    theatre = str(told.get("theatre", "")) if lever in ("pressure", "probe") else ""
    return lever, theatre, str(told.get("kind", "")), float(told.get("step", 0.0)) if lever == "pressure" else 0.0


def _advance(draft: Draft) -> None:
    if draft.state is State.READY:
        draft.emit(StateChanged(State.RUNNING))
    match draft.phase:
        case Phase.BRIEF:
            draft.begin_phase(Phase.ORDERS)
        case Phase.ORDERS:
            draft.begin_phase(Phase.RED)
        case Phase.RED:
            draft.begin_phase(Phase.ADJUDICATE)
        case Phase.ADJUDICATE:
            adjudicate(draft)
            draft.begin_phase(Phase.REVIEW)
        case Phase.REVIEW:
            if draft.turn >= draft.turns:
                draft.emit(StateChanged(State.ENDED))
            else:
                open_turn(draft, draft.turn + 1)
                draft.begin_phase(Phase.BRIEF)


def _place(draft: Draft, move: Move, ref: int) -> None:
    """Enters an order on its seat's sheet; an order about the same thing replaces the one before."""
    index = replaced(draft.seats[move.seat].orders, move)
    if index >= 0:
        draft.emit(OrderTakenBack(move.seat, index))
    free = isinstance(move, TableText) and free_agenda(draft.as_world(), move.seat)
    draft.place(move.seat, Order(move, ref, free))
    if isinstance(move, ProposeHandover):
        _propose(draft, move, ref)


def _propose(draft: Draft, move: ProposeHandover, ref: int) -> None:
    state = draft.posts[move.post]
    mine = move.seat in parties(draft.as_world(), move.post, move.to)
    proposed = evolve(state, status="proposed", to=move.to, consents=(move.seat,) if mine else (), ref=ref)
    draft.set_post(move.post, proposed, "proposed", ref)


def _take_back(draft: Draft, move: TakeBack) -> None:
    orders = draft.seats[move.seat].orders
    index = next(n for n, order in enumerate(orders) if order.ref == move.entry)
    taken = orders[index].move
    draft.emit(OrderTakenBack(move.seat, index))
    if isinstance(taken, ProposeHandover):
        state = draft.posts[taken.post]
        if state.status == "proposed" and state.ref == move.entry:
            draft.set_post(taken.post, Post(holder=state.holder, settled=state.settled), "taken back")
    elif isinstance(taken, TableText):
        text = next((t for t in draft.texts.values() if (t.kind, t.about) == (taken.kind, taken.about)), None)
        if text and text.state == "open" and text.sponsor == move.seat:
            draft.emit(TextChanged(evolve(text, state="withdrawn")))


def _inject_state(draft: Draft, name: str, state: InjectState) -> None:
    draft.set_inject(name, evolve(draft.injects[name], state=state))


def _adjust(draft: Draft, move: Adjust, ref: int) -> None:
    cause = "control's adjustment"
    head, _, rest = move.what.partition("/")
    if head in ("spending", "pledge"):
        state = draft.members[rest]
        old = state.spending if head == "spending" else state.pledge
        new = float(move.value) if move.value is not None else old + (move.amount or 0.0)
        changed = evolve(state, spending=new, by_hand=True) if head == "spending" else evolve(state, pledge=new)
        draft.set_member(rest, evolve(changed, ref=ref))
    elif isinstance(move.value, str):
        affect(draft, Effect(move.what, set=move.value), cause, ref)
    elif move.value is not None:
        for figure in targets(draft, move.what):
            settle(draft, figure, float(move.value), cause, ref)
    else:
        affect(draft, Effect(move.what, move.amount or 0.0), cause, ref)


__all__ = ["apply", "decide", "enter", "resolve", "step"]
