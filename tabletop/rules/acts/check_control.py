"""Whether control may do what it asks: injects, rulings, odds, adjustments."""

from math import isfinite

from tabletop.errors import TabletopError
from tabletop.model.effects import Effect
from tabletop.model.figures.figure import NUMBER, Figure
from tabletop.model.figures.glossary import changeable, key_of, read_path
from tabletop.model.figures.path import ALL
from tabletop.model.forces import Status
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
from tabletop.rules.acts.changeable import ids_of
from tabletop.rules.acts.check_orders import unknown
from tabletop.rules.acts.check_talk import not_open
from tabletop.rules.acts.items import find_item
from tabletop.rules.scores.paths import number
from tabletop.rules.turn.council import silent
from tabletop.rules.turn.injects import OPEN, called
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import limits

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
            return _adjust(world, move)
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


def target_refusal(world: World, told: Effect) -> Refusal | None:
    """A refusal when an effect's path names nothing that effects may change."""
    if not isfinite(told.add):
        return Refusal("effect/amount", "an effect's amount must be a finite number")
    scenario = world.scenario
    figure, what = read_path(told.on)
    may = figure is not None and figure.changed == "effect"
    if told.set:
        if figure is None or not may or figure.gives == NUMBER:
            return Refusal("effect/path", f"'{told.on}' can't be set to a word")
        return _unknown_id(world, figure, what[0]) or _word(world, figure, what[0], told.set)
    if told.on in scenario.tracks:
        return None
    if figure is None or not may or figure.gives != NUMBER:
        forms = [each.form for each in changeable() if each.head and each.changed == "effect" and each.gives == NUMBER]
        return unknown("figure", told.on, [*scenario.tracks, *forms])
    return _unknown_id(world, figure, what[0]) if what and what != (ALL,) else None


def _unknown_id(world: World, figure: Figure, name: str) -> Refusal | None:
    """A refusal when the first id of a path is none of its kind."""
    kind = figure.kinds[0]
    return unknown(kind.lower(), name, ids_of(world, kind))


def _word(world: World, figure: Figure, name: str, word: str) -> Refusal | None:
    words = figure.sets or figure.gives
    if figure.head == "force":
        spec, state = world.scenario.forces[name], world.forces[name]
        if spec.programme and state.status is Status.BUILDING and not state.turn:
            return Refusal("force/not-ordered", f"{spec.name} has not been ordered yet")
        if isinstance(words, tuple) and not spec.programme:
            words = tuple(each for each in words if each != Status.BUILDING)
    if isinstance(words, tuple):
        return unknown(figure.name.lower(), word, words)
    return unknown(words, word, ids_of(world, words.upper()))


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


def _adjust(world: World, move: Adjust) -> Refusal | None:
    if (move.amount is None) == (move.value is None):
        return Refusal("adjust/amount", "give either an amount to add or a value to set")
    given = move.amount if move.amount is not None else move.value
    if isinstance(given, str):
        if not given:
            return Refusal("adjust/amount", "say which word to set")
        return target_refusal(world, Effect(move.what, set=given))
    if given is None or not isfinite(given):
        return Refusal("adjust/amount", "an adjustment must be a finite number")
    figure, what = read_path(move.what)
    if figure is not None and figure.at is not None:
        refused = _unknown_id(world, figure, what[0])
        low, high = figure.at
        new = given if refused or move.value is not None else number(world, move.what) + given
        fits = low <= new <= high
        return refused or (None if fits else Refusal("adjust/range", f"a share of GDP is {low:g} to {high:g} per cent"))
    refused = target_refusal(world, Effect(move.what, float(given)))
    if refused or move.value is None:
        return refused
    low, high = _range(world, move.what)
    if not low <= given <= high:
        return Refusal("adjust/range", f"{move.what} lies between {low:g} and {high:g}; {given:g} given")
    return None


def _range(world: World, figure: str) -> tuple[float, float]:
    return limits(Draft(world), key_of(figure, world.scenario.tracks))
