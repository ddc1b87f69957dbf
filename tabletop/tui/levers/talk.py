"""What a seat says beside its orders, as forms: a message, a promise, a free move, a reason for or against one."""

from collections.abc import Mapping

from textual.content import Content

from tabletop.model.council import FreeMove
from tabletop.model.likelihood import SCALE
from tabletop.model.moves import Argue, Estimate, MakeFreeMove, MakePromise, Message, Move
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.table.unaided import GAINS, odds
from tabletop.tui.kit.field import CycleField, Field
from tabletop.tui.kit.form import Form, Values
from tabletop.tui.look import palette
from tabletop.words.names import score_name, seat_name
from tabletop.words.ruled import GRADES

_REASONS = ("reason-0", "reason-1", "reason-2")
_ESTIMATE = "estimate"


def message(levers: Levers) -> Form[Move]:
    """Words from seat to seat, seen by nobody else but control."""
    fields = (
        CycleField("to", "To", choices=[*_others(levers), ("control", "Control")]),
        Field("text", "Words", missing="Write a few words, or Esc to leave."),
    )

    def make(values: Values) -> Message:
        return Message(seat=levers.seat, to=values["to"], text=values["text"])

    return Form("MessageDialog", "Message", fields, make, levers.refusal, about=levers.seat)


def promise(levers: Levers) -> Form[Move]:
    """A promise with a date; a deed and a condition that the rules can check may stand beside the words."""
    now, last = levers.world.turn, levers.world.turns
    turns = [(str(n), f"turn {n}") for n in range(now, last + 1)]
    fields = (
        CycleField("to", "To", choices=_others(levers)),
        CycleField("due", "Due in turn", str(min(now + 1, last)), choices=turns),
        Field("text", "What is promised"),
        Field("deed", "Kept when (may be left out): a move or a figure, as 'fund PROGRAMME' or 'trust >= 60'"),
        Field("if", "Only if (may be left out), as 'cohesion >= 55'"),
    )

    def make(values: Values) -> MakePromise | Refusal:
        text, deed = values["text"], values["deed"]
        if not text and not deed:
            return Refusal("promise/empty", "Say what is promised, in words or as a deed.")
        due = int(values["due"])
        return MakePromise(seat=levers.seat, to=values["to"], due=due, text=text, deed=deed, if_=values["if"])

    return Form("PromiseDialog", "Promise", fields, make, levers.refusal, about=levers.seat)


def free_move(levers: Levers, *, alone: bool = False) -> Form[Move]:
    """What happens, by what means, for what reasons. Control and the room argue it, chance decides; of a player `alone`
    the model rules by the number of reasons."""
    seat, world = levers.seat, levers.world
    count = sum(free.seat == seat and free.turn == world.turn for free in world.free_moves)
    most = world.scenario.coefficients.free_moves
    left = f"{most - count:g} of {most:g} left this turn. Everybody hears it."
    note = Content.styled(f"{left} {_model_rules() if alone else ''}".strip(), palette.LABEL)
    first, *rest = _REASONS
    fields = (
        Field("aim", "What happens, in a sentence"),
        Field("means", "By what means"),
        Field(first, "Why it works: up to three reasons"),
        *(Field(reason) for reason in rest),
        CycleField("gains", "What it is to move", choices=[("", "for control to say"), *_gains(levers)][alone:]),
    )

    def make(values: Values) -> MakeFreeMove:
        reasons = tuple(values[reason] for reason in _REASONS if values[reason])
        wanted = values["gains"]
        return MakeFreeMove(seat=seat, aim=values["aim"], means=values["means"], reasons=reasons, gains=wanted)

    return Form("FreeMoveDialog", "Free move", fields, make, levers.refusal, about=seat, note=note)


def _gains(levers: Levers) -> list[tuple[str, str]]:
    """What a free move of the seat may move, by name."""
    scenario, seats = levers.world.scenario, levers.world.seats
    return [(path, score_name(scenario, path, seats)) for path in levers.free_gains]


def _model_rules() -> str:
    """How the model rules: the odds by reasons, and what each grade does."""
    chances = ", ".join(f"{odds(reasons):.0f} % with {reasons or 'none'}" for reasons in range(len(_REASONS) + 1))
    worth = ", ".join(f"{words} {GAINS[grade]:+g}" for grade, words in GRADES.items())
    return f"The model rules and counts reasons only: {chances}; points: {worth}."


def argue(levers: Levers, aims: Mapping[int, str]) -> Form[Move]:
    """Which free move, which side, the words; or a blind estimate in a word of the scale. `aims`: by entry."""
    world = levers.world
    moves = [
        (str(free.ref), f"{seat_name(world.scenario, free.seat, world.seats)}: {aims.get(free.ref, '')}")
        for free in open_moves(world)
    ]
    sides = [("for", "a reason for it"), ("against", "a reason against it"), (_ESTIMATE, "how likely it is")]
    chances = [(word.word, f"{word.word} ({word.low:g} to {word.high:g} %)") for word in SCALE]
    fields = (
        CycleField("move", "The free move", choices=moves),
        CycleField("side", "Your part", choices=sides),
        CycleField("word", "Its chance, when that is your part; others don't see it", choices=chances),
        Field("text", "The reason"),
    )

    def make(values: Values) -> Move | Refusal:
        about, side, text = int(values["move"]), values["side"], values["text"]
        if side == _ESTIMATE:
            return Estimate(seat=levers.seat, move=about, word=values["word"])
        if not text:
            return Refusal("argue/empty", "Give the reason in a few words.")
        return Argue(seat=levers.seat, move=about, side=side, text=text)

    return Form("ArgueDialog", "Argue a free move", fields, make, levers.refusal, about=levers.seat)


def open_moves(world: World) -> list[FreeMove]:
    """Free moves of this turn that control has not ruled on."""
    return [
        f
        for f in world.free_moves
        if f.turn == world.turn and not f.grade and f"free/{f.seat}/{f.number}" not in world.rulings
    ]


def _others(levers: Levers) -> list[tuple[str, str]]:
    """Seats that a seat can write to."""
    return [(name, state.name or name) for name, state in levers.world.seats.items() if name != levers.seat]
