"""What a seat says beside its orders, as forms: a message, a promise, a free move, a reason for or against one."""

from collections.abc import Mapping

from textual.content import Content

from tabletop.model.council import FreeMove
from tabletop.model.likelihood import SCALE
from tabletop.model.moves import Argue, Estimate, MakeFreeMove, MakePromise, Message, Move
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.field import CycleField, Field
from tabletop.tui.kit.form import Form, Values
from tabletop.tui.look import palette
from tabletop.words.names import seat_name

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


def free_move(levers: Levers) -> Form[Move]:
    """What happens, by what means, for what reasons. Control and the room argue it, chance decides."""
    seat, world = levers.seat, levers.world
    count = sum(free.seat == seat and free.turn == world.turn for free in world.free_moves)
    most = world.scenario.coefficients.free_moves
    note = Content.styled(f"{most - count:g} of {most:g} left this turn. Everybody hears it.", palette.LABEL)
    first, *rest = _REASONS
    fields = (
        Field("aim", "What happens, in a sentence"),
        Field("means", "By what means"),
        Field(first, "Why it works: up to three reasons"),
        *(Field(reason) for reason in rest),
    )

    def make(values: Values) -> MakeFreeMove:
        reasons = tuple(values[reason] for reason in _REASONS if values[reason])
        return MakeFreeMove(seat=seat, aim=values["aim"], means=values["means"], reasons=reasons)

    return Form("FreeMoveDialog", "Free move", fields, make, levers.refusal, about=seat, note=note)


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
