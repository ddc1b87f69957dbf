"""Whether a text, an answer, an argument or a promise may be made."""

from tabletop.model.likelihood import SCALE, find_word
from tabletop.model.moves import (
    Answer,
    Argue,
    BreakSilence,
    Consent,
    Estimate,
    Footnote,
    MakeFreeMove,
    MakePromise,
    Message,
    Move,
    Seal,
    TableText,
    WithdrawText,
)
from tabletop.model.optional import FREE_MOVES
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.check_orders import unknown
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.council import must_agree
from tabletop.rules.turn.injects import OPEN, answering, called
from tabletop.rules.world.arithmetic import count_of

#: Free moves a seat may make a turn: more than two break the day.


def check(world: World, move: Move) -> Refusal | None:
    """None for moves that are not talk."""
    match move:
        case Seal():
            return _seal(world, move)
        case TableText():
            return _table(world, move)
        case WithdrawText() | Consent() | Footnote() | BreakSilence():
            return _voice(world, move)
        case Answer():
            return _answer(world, move)
        case MakeFreeMove():
            return _free_move(world, move)
        case Argue() | Estimate():
            return _argue(world, move)
        case Message():
            return unknown("seat", move.to, {**world.seats, "control": None})
        case MakePromise():
            return _promise(world, move)
        case _:
            return None


def _seal(world: World, move: Seal) -> Refusal | None:
    for score, way in move.expect.items():
        refused = unknown("score", score, scores(world))
        if refused:
            return refused
        if way not in ("up", "down", "same"):
            return Refusal("expect/word", f"an expectation is up, down or same; '{way}' given for {score}")
    return None


def _table(world: World, move: TableText) -> Refusal | None:
    refused = unknown("kind", move.kind, world.scenario.texts)
    if refused:
        return refused
    spec = world.scenario.texts[move.kind]
    if spec.about and not move.about:
        return Refusal("text/about", f"{spec.title} must say which {spec.about} it is about")
    if not spec.about and move.about:
        return Refusal("text/about", f"{spec.title} is not about one thing; leave 'about' out")
    if spec.about:
        known = {
            "post": world.scenario.posts,
            "force": world.scenario.forces,
            "theatre": world.scenario.theatres,
            "seat": world.seats,
        }
        refused = unknown(spec.about, move.about, known[spec.about])
        if refused:
            return refused
    text = world.texts.get(f"{move.kind}/{move.about}" if move.about else move.kind)
    if text and text.state in ("open", "standing"):
        return Refusal("text/there", f"{spec.title} is {text.state} already")
    return None


def not_open(world: World, proposal: str) -> Refusal | None:
    """Why nothing can be said to a text any more, or yet."""
    refused = unknown("proposal", proposal, world.texts)
    if refused:
        return refused
    text = world.texts[proposal]
    if text.state != "open":
        return Refusal("text/not-open", f"{world.scenario.texts[text.kind].title} is {text.state}")
    return None


def _voice(world: World, move: WithdrawText | Consent | Footnote | BreakSilence) -> Refusal | None:
    refused = not_open(world, move.proposal)
    if refused:
        return refused
    text = world.texts[move.proposal]
    title = world.scenario.texts[text.kind].title
    if isinstance(move, WithdrawText):
        if text.sponsor != move.seat:
            return Refusal("text/not-yours", f"only {world.seats[text.sponsor].name} may withdraw {title}")
        return None
    if move.seat not in must_agree(world, text.kind):
        return Refusal("text/not-asked", f"{title} does not ask for {world.seats[move.seat].name}'s silence")
    if isinstance(move, BreakSilence) and text.sponsor == move.seat:
        return Refusal("text/own", f"{world.seats[move.seat].name} tabled {title}; withdraw it instead")
    return None


def _answer(world: World, move: Answer) -> Refusal | None:
    refused = unknown("inject", move.inject, world.injects)
    if refused:
        return refused
    state = world.injects[move.inject]
    spec = world.scenario.injects.get(move.inject)
    title = called(world, move.inject)
    if state.state not in OPEN and state.state.value != "answered":
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


def _free_move(world: World, move: MakeFreeMove) -> Refusal | None:
    if FREE_MOVES in world.without:
        return Refusal("free-move/left-out", "this exercise is played without free moves; order what the rules know")
    made = count_of(f.seat == move.seat and f.turn == world.turn for f in world.free_moves)
    most = world.scenario.coefficients.free_moves
    if made >= most:
        return Refusal("free-move/used", f"a seat makes at most {most:g} free moves a turn")
    if not move.aim.strip():
        return Refusal("free-move/empty", "say in a sentence what happens")
    return None


def _argue(world: World, move: Argue | Estimate) -> Refusal | None:
    free = next((f for f in world.free_moves if f.ref == move.move and f.turn == world.turn), None)
    if free is None:
        return Refusal("free-move/unknown", f"no free move of this turn is numbered {move.move}")
    if free.grade or any(f"free/{free.seat}/{free.number}" == item for item in world.rulings):
        return Refusal("free-move/ruled", "control has ruled on that move")
    if isinstance(move, Argue) and move.side not in ("for", "against"):
        return Refusal("free-move/side", f"argue 'for' or 'against'; '{move.side}' given")
    if isinstance(move, Estimate) and find_word(move.word) is None:
        return Refusal("free-move/word", f"'{move.word}' is no word of the scale: {', '.join(w.word for w in SCALE)}")
    return None


def _promise(world: World, move: MakePromise) -> Refusal | None:
    refused = unknown("seat", move.to, world.seats)
    if refused:
        return refused
    if move.to == move.seat:
        return Refusal("promise/self", "a promise is made to another seat")
    if move.due < world.turn:
        return Refusal("promise/past", f"a promise falls due in turn {world.turn} or later; {move.due} given")
    return None
