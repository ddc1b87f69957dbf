"""Whether control may do what it asks: injects, rulings, odds, adjustments."""

from tabletop.errors import TabletopError
from tabletop.model.grammar import effect
from tabletop.model.injects import InjectState
from tabletop.model.likelihood import SCALE, find_word
from tabletop.model.moves import (
    Adjust,
    CancelInject,
    Clock,
    Display,
    FireInject,
    HoldInject,
    Mode,
    Move,
    Note,
    Odds,
    PlaySeat,
    Practice,
    Red,
    ReleaseInject,
    Roll,
    Rule,
    Show,
    Silence,
    Verdict,
    WriteInject,
)
from tabletop.model.moves.control import KINDS_OF_NOTE, MODES, OUTCOMES
from tabletop.model.refusal import Refusal
from tabletop.model.seats import POLICIES
from tabletop.model.world import Phase, World
from tabletop.rules.acts.changeable import adjustment_refusal, target_refusal
from tabletop.rules.acts.check_orders import unknown
from tabletop.rules.acts.check_talk import not_open
from tabletop.rules.acts.items import find_item
from tabletop.rules.turn.council import silent
from tabletop.rules.turn.injects import OPEN, called

#: Turns that an effect of control's may last at most.
LONGEST = 99


def check(world: World, move: Move) -> Refusal | None:
    """None for moves that are not control's."""
    match move:
        case Red():
            return _red(world, move)
        case FireInject() | HoldInject() | ReleaseInject() | CancelInject():
            return _inject(world, move)
        case WriteInject():
            return _write(world, move)
        case Silence():
            return _silence(world, move)
        case Rule():
            return _rule(world, move)
        case Odds() | Roll():
            return _roll(world, move)
        case Adjust():
            return adjustment_refusal(world, move)
        case PlaySeat():
            return unknown("seat", move.name, world.seats) or player_refusal(move.player)
        case Verdict():
            return _verdict(world, move)
        case Mode():
            return unknown("mode", move.mode, MODES)
        case Practice():
            return unknown("act", move.act, ("begin", "end"))
        case Clock():
            return unknown("act", move.act, ("start", "stop", "extend", "set"))
        case Display():
            return unknown("act", move.act, ("push", "blank"))
        case Show():
            return unknown("seat", move.to, {**world.seats, "public": None, "room": None, "control": None})
        case Note():
            return _note(world, move)
        case _:
            return None


def player_refusal(player: str) -> Refusal | None:
    """A refusal when a player is neither a team nor a bot with a known policy."""
    if player == "team":
        return None
    policy = player.removeprefix("bot:")
    if policy == player:
        return Refusal("player/unknown", f"a seat is played by 'team' or 'bot:POLICY'; '{player}' given")
    return unknown("policy", policy, POLICIES)


def _note(world: World, move: Note) -> Refusal | None:
    refused = unknown("kind", move.kind, KINDS_OF_NOTE)
    if refused or not move.objective:
        return refused
    known = [objective.id for objective in world.scenario.exercise.objectives]
    known += [objective.id for seat in world.scenario.seats.values() for objective in seat.objectives]
    return unknown("objective", move.objective, known)


def _red(world: World, move: Red) -> Refusal | None:
    spec = world.scenario.red
    if world.phase not in (Phase.ORDERS, Phase.RED):
        return Refusal(
            "red/too-late", f"{spec.name} seals before Blue's orders are opened; this is {world.phase.value}"
        )
    if move.source == "model":
        return None if not move.levers else Refusal("red/model", "the model chooses its own levers; leave them out")
    if len(move.levers) > spec.most:
        return Refusal("red/levers", f"at most {spec.most} levers a turn; {len(move.levers)} given")
    if move.source != "control":
        return Refusal("red/source", f"its order comes from 'control' or the 'model'; '{move.source}' given")
    levers = {lever.id: lever for lever in spec.levers}
    pressed = 0
    for told in move.levers:
        name = str(told.get("lever", ""))
        refused = unknown("lever", name, levers)
        if refused:
            return refused
        if name in ("pressure", "probe"):
            refused = unknown("theatre", str(told.get("theatre", "")), world.scenario.theatres)
            if refused:
                return refused
        if levers[name].kinds and (refused := unknown("kind", str(told.get("kind", "")), levers[name].kinds)):
            return refused
        if name == "pressure":
            pressed += 1
            low, high = min(levers[name].steps, default=-4.0), max(levers[name].steps, default=4.0)
            step = told.get("step", 0.0)
            if not isinstance(step, int | float) or isinstance(step, bool) or not low <= step <= high:
                return Refusal("red/step", f"pressure moves by {low:g} to {high:g} points; {step!r} given")
    if pressed > 1:
        return Refusal("red/pressure", "pressure can be moved in one theatre a turn")
    return None


def _inject(world: World, move: FireInject | HoldInject | ReleaseInject | CancelInject) -> Refusal | None:
    refused = unknown("inject", move.inject, world.injects)
    if refused:
        return refused
    state = world.injects[move.inject].state
    waiting = (InjectState.PLANNED, InjectState.ARMED, InjectState.HELD)
    spec = world.scenario.injects.get(move.inject)
    title = f"'{called(world, move.inject)}'" if spec else called(world, move.inject)
    if isinstance(move, FireInject) and state in (*OPEN, InjectState.ANSWERED):
        return Refusal("inject/fired", f"{title} is {state.value} already")
    if isinstance(move, FireInject) and state not in waiting and not (spec and spec.repeatable):
        return Refusal("inject/fired", f"{title} is {state.value} and fires once only")
    if not isinstance(move, FireInject) and state not in waiting:
        return Refusal("inject/not-waiting", f"{title} is {state.value}; only waiting injects can be changed")
    return None


def _write(world: World, move: WriteInject) -> Refusal | None:
    if not move.inject.strip():
        return Refusal("inject/empty", "give the new inject an id")
    if move.inject in world.injects:
        return Refusal("inject/there", f"there is an inject '{move.inject}' already; choose another id")
    for seat in move.answers:
        refused = unknown("seat", seat, world.seats)
        if refused:
            return refused
    return None


def _silence(world: World, move: Silence) -> Refusal | None:
    refused = not_open(world, move.proposal) or unknown("act", move.act, ("wait", "bind"))
    for seat in move.seats:
        refused = refused or unknown("seat", seat, world.seats)
    if refused:
        return refused
    text = world.texts[move.proposal]
    title = world.scenario.texts[text.kind].title
    if world.phase not in (Phase.ORDERS, Phase.RED, Phase.ADJUDICATE):
        return Refusal("silence/phase", f"silence is weighed from orders to adjudication; this is {world.phase.value}")
    if not silent(world, text):
        return Refusal("silence/nobody", f"nobody's silence is open on {title}")
    return None


def _rule(world: World, move: Rule) -> Refusal | None:
    if world.phase is not Phase.ADJUDICATE:
        return Refusal("phase/not-adjudicate", f"rulings are made in adjudication; this is {world.phase.value}")
    refused = unknown("outcome", move.outcome, OUTCOMES) or (unknown("mode", move.mode, MODES) if move.mode else None)
    if refused:
        return refused
    try:
        find_item(world, move.item)
    except KeyError:
        return Refusal("rule/unknown", f"nothing of this turn that can be ruled on is numbered {move.item}")
    return effects_refusal(world, move.effects)


def effects_refusal(world: World, told: tuple[object, ...]) -> Refusal | None:
    """A refusal when an effect can't be read or reaches for something that isn't there."""
    for line in told:
        try:
            read = effect(line)  # type: ignore[arg-type]
        except (TabletopError, TypeError, ValueError, OverflowError) as error:
            return Refusal("effect/unreadable", f"an effect can't be read: {error}")
        if not 0 <= read.turns <= LONGEST:
            return Refusal("effect/turns", f"an effect lasts 0 to {LONGEST} turns; {read.turns} given")
        refused = target_refusal(world, read)
        if refused:
            return refused
    return None


def _roll(world: World, move: Odds | Roll) -> Refusal | None:
    free = next((f for f in world.free_moves if f.ref == move.move), None)
    if free is None:
        return Refusal("free-move/unknown", f"no free move is numbered {move.move}")
    if free.rolled is not None:
        return Refusal("roll/rolled", f"that move has been rolled: {free.rolled}")
    if isinstance(move, Roll):
        if free.odds is None:
            return Refusal("roll/no-odds", "lock the odds before the roll")
        if move.dice is not None and not 1 <= move.dice <= 100:
            return Refusal("roll/dice", f"dice show 1 to 100; {move.dice} given")
        return None
    if free.odds is not None:
        return Refusal("odds/locked", f"the odds of that move stand at {free.odds:g} per cent; undo to change them")
    if move.chance is None and find_word(move.word) is None:
        return Refusal("odds/word", f"give a chance in per cent, or one of: {', '.join(w.word for w in SCALE)}")
    if move.chance is not None and not 0 <= move.chance <= 100:
        return Refusal("odds/range", f"a chance is 0 to 100 per cent; {move.chance:g} given")
    return None


def _verdict(world: World, move: Verdict) -> Refusal | None:
    promise = next((p for p in world.promises if p.ref == move.promise), None)
    if promise is None:
        return Refusal("promise/unknown", f"no promise is numbered {move.promise}")
    if promise.state != "open":
        return Refusal("promise/told", f"that promise is {promise.state} already")
    return unknown("state", move.state, ("kept", "broken", "void"))
