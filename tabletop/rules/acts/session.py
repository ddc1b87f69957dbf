"""The course of the exercise: begun, paused, ended; its phases; who plays a seat; undo and redo."""

from functools import partial

from tabletop.model.events import PlayerChanged, PracticeSet, StateChanged
from tabletop.model.moves import Advance, End, Move, Pause, PlaySeat, Practice, Redo, Resume, Start, Undo
from tabletop.model.refusal import Refusal
from tabletop.model.seats import POLICIES
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts.act import Act, Maker, When
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.acts.ids import unknown
from tabletop.rules.turn.turn import open_turn
from tabletop.rules.world.draft import Draft

_NEXT = {Phase.BRIEF: Phase.ORDERS, Phase.ORDERS: Phase.RED, Phase.RED: Phase.ADJUDICATE}


def _may_start(world: World, move: Start) -> Refusal | None:
    if world.state is not State.READY:
        return Refusal("exercise/started", "the exercise has started already")
    return None


def _may_resume(world: World, move: Resume) -> Refusal | None:
    if world.state is not State.PAUSED:
        return Refusal("exercise/not-paused", "the exercise is not paused")
    return None


def _may_advance(world: World, move: Advance) -> Refusal | None:
    if world.phase is Phase.RED and world.red is None:
        name = world.scenario.red.name
        return Refusal("red/not-sealed", f"{name} has not sealed; seal its order or let the model play it first")
    return None


def _may_play(world: World, move: PlaySeat) -> Refusal | None:
    return unknown("seat", move.name, world.seats) or _player_refusal(move.player)


def _player_refusal(player: str) -> Refusal | None:
    """A refusal when a player is neither a team nor a bot with a known policy."""
    if player == "team":
        return None
    policy = player.removeprefix("bot:")
    if policy == player:
        return Refusal("player/unknown", f"a seat is played by 'team' or 'bot:POLICY'; '{player}' given")
    return unknown("policy", policy, POLICIES)


def _becomes(state: State, draft: Draft, move: Move, ref: int) -> None:
    draft.emit(StateChanged(state))


def _advance(draft: Draft, move: Advance, ref: int) -> None:
    if draft.state is State.READY:
        draft.emit(StateChanged(State.RUNNING))
    phase = draft.phase
    if phase is Phase.ADJUDICATE:
        adjudicate(draft)
        draft.begin_phase(Phase.REVIEW)
    elif phase is not Phase.REVIEW:
        draft.begin_phase(_NEXT[phase])
    elif draft.turn >= draft.turns:
        draft.emit(StateChanged(State.ENDED))
    else:
        open_turn(draft, draft.turn + 1)
        draft.begin_phase(Phase.BRIEF)


def _play(draft: Draft, move: PlaySeat, ref: int) -> None:
    draft.emit(PlayerChanged(move.name, move.player))


def _practise(draft: Draft, move: Practice, ref: int) -> None:
    draft.emit(PracticeSet(move.act == "begin"))


Act(Start, maker=Maker.CONTROL, check=_may_start, resolve=partial(_becomes, State.RUNNING))
Act(Pause, maker=Maker.CONTROL, resolve=partial(_becomes, State.PAUSED))
Act(Resume, maker=Maker.CONTROL, when=When.PAUSED, check=_may_resume, resolve=partial(_becomes, State.RUNNING))
Act(End, maker=Maker.CONTROL, when=When.PAUSED, resolve=partial(_becomes, State.ENDED))
Act(Advance, maker=Maker.CONTROL, check=_may_advance, resolve=_advance)
Act(PlaySeat, maker=Maker.CONTROL, check=_may_play, resolve=_play)
Act(
    Practice,
    maker=Maker.CONTROL,
    check=lambda world, move: unknown("act", move.act, ("begin", "end")),
    resolve=_practise,
)
Act(Undo, maker=Maker.CONTROL, when=When.ALWAYS)
Act(Redo, maker=Maker.CONTROL, when=When.ALWAYS)
