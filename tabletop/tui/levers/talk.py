"""What a seat says beside its orders, as forms: a message, a promise, a free move, a reason for or against one."""

from collections.abc import Mapping

from attrs import evolve
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
from tabletop.words.names import member_name, score_name, seat_name
from tabletop.words.orders.deeds import Clause, read_condition, read_deed
from tabletop.words.ruled import GRADES
from tabletop.words.said import counted, deed_words

_REASONS = ("reason-0", "reason-1", "reason-2")
_ESTIMATE = "estimate"
_FEW = 6  # things that a refusal names


def message(levers: Levers) -> Form[Move]:
    """Words from seat to seat, seen by nobody else but control; a deed may be asked for."""
    others = _others(levers)
    fields = (
        CycleField("to", "To", choices=[*others, ("control", "Control")]),
        Field("text", "Words", missing="Write a few words, or Esc to leave."),
        Field("asks", f"Asks for (may be left out), as {_example(levers, others[0][0] if others else '')}"),
    )

    def make(values: Values) -> Message | Refusal:
        asks = _read(_deed(levers, values["to"], values["asks"]))
        if isinstance(asks, Refusal):
            return asks
        return Message(seat=levers.seat, to=values["to"], text=values["text"], asks=asks)

    def below(values: Values) -> Content:
        return _understood(levers, "Asks", _deed(levers, values["to"], values["asks"]))

    return Form("MessageDialog", "Message", fields, make, levers.refusal, about=levers.seat, below=below)


def promise(levers: Levers) -> Form[Move]:
    """A promise with a date; a deed and a condition that the rules can check may stand beside the words."""
    now, last = levers.world.turn, levers.world.turns
    turns = [(str(n), f"turn {n}") for n in range(now, last + 1)]
    fields = (
        CycleField("to", "To", choices=_others(levers)),
        CycleField("due", "Due in turn", str(min(now + 1, last)), choices=turns),
        Field("text", "What is promised"),
        Field("deed", f"Kept when (may be left out), as {_example(levers, levers.seat)}"),
        Field("if", f"Only if (may be left out), as '{_track(levers)} at least 55'"),
    )

    def make(values: Values) -> MakePromise | Refusal:
        text, deed = values["text"], values["deed"]
        if not text and not deed:
            return Refusal("promise/empty", "Say what is promised, in words or as a deed.")
        kept, on = _read(_deed(levers, levers.seat, deed)), _read(_condition(levers, values["if"]))
        if isinstance(kept, Refusal):
            return kept
        if isinstance(on, Refusal):
            return on
        due = int(values["due"])
        return MakePromise(seat=levers.seat, to=values["to"], due=due, text=text, deed=kept, if_=on)

    def below(values: Values) -> Content:
        clauses = (
            ("Kept by", _deed(levers, levers.seat, values["deed"])),
            ("If", _condition(levers, values["if"])),
        )
        return Content("\n").join(said for name, clause in clauses if (said := _understood(levers, name, clause)))

    return Form("PromiseDialog", "Promise", fields, make, levers.refusal, about=levers.seat, below=below)


def _example(levers: Levers, seat: str) -> str:
    """A deed of a seat, in names that players know."""
    world = levers.world
    members = world.seats[seat].members if seat in world.seats else ()
    of = member_name(world.scenario, members[0], the=True) if members else ""
    return f"'spending of {of} at least 3'" if of else f"'{_track(levers)} at least 55'"


def _track(levers: Levers) -> str:
    return levers.world.scenario.tracks[levers.world.scenario.names.cohesion].name.lower()


def _deed(levers: Levers, seat: str, typed: str) -> Clause:
    """A deed of a seat as the order line reads it. Of who is no seat it stays as it was typed, to be refused."""
    if not typed or seat not in levers.world.seats:
        return Clause(typed)
    clause = read_deed(levers.world, seat, typed.split(), False)
    return clause if clause.line else evolve(clause, choices=read_deed(levers.world, seat, typed.split(), True).choices)


def _condition(levers: Levers, typed: str) -> Clause:
    return read_condition(levers.world, typed.split(), False) if typed else Clause()


def _read(clause: Clause) -> str | Refusal:
    """What a clause comes to, or why it comes to nothing: by name where several things fit."""
    if 1 < len(clause.choices) <= _FEW:
        return Refusal(
            "promise/clause", f"That could be {', or '.join(clause.choices.values())}: say more of its name."
        )
    if clause.problem or clause.needs:
        return Refusal("promise/clause", f"{clause.problem or f'it needs {clause.needs}'}.")
    return clause.line


def _understood(levers: Levers, name: str, clause: Clause) -> Content:
    """What a half-typed clause says, in words; nothing while it says nothing."""
    if not clause.line:
        return Content("")
    world = levers.world
    return Content.styled(f"{name}: {deed_words(clause.line, world.scenario, world.seats)}", palette.LABEL)


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
    counts = range(len(_REASONS) + 1)
    chances = ", ".join(f"{odds(reasons):.0f} % with {counted(reasons) if reasons else 'none'}" for reasons in counts)
    points = {grade: f"{GAINS[grade]:+g}" if GAINS[grade] else "0" for grade in GRADES}
    worth = "; ".join(f"{words}: {points[grade]}" for grade, words in GRADES.items())
    return f"The model rules and counts reasons only: {chances}. Points: {worth}."


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
