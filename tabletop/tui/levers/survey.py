"""A survey slip as a form: the questions of its time, none of which must be answered. No field asks for a name."""

from typing import Final

from textual.content import Content

from tabletop.model.moves import HandIn, Move
from tabletop.model.survey import QuestionSpec, question_text, questions_at
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.table.survey import SlipTime
from tabletop.tui.kit.field import CycleField, Field
from tabletop.tui.kit.form import Form, Values
from tabletop.tui.look import palette
from tabletop.words.acts.survey import slip_time
from tabletop.words.names import seat_name

_SHORT: Final = 30
"""Letters up to which all choices together stand beside what they are for."""
_NONE: Final = ("", "not answered")


def slip_form(levers: Levers, time: SlipTime, count: int) -> Form[Move]:
    """`count`: slips of this time that lie there from the seat."""
    world = levers.world
    questions = questions_at(world.scenario.questions, time.when)
    there = f" {count} handed in so far." if count else ""
    note = Content.styled(f"A slip a seat or one a person, without names: it is kept by seat.{there}", palette.LABEL)
    fields = tuple(_field(each, question_text(each, world.scenario.names.own, world.turns)) for each in questions)

    def make(values: Values) -> HandIn:
        said = {each.id: values[_id(each)] for each in questions if values[_id(each)]}
        ticks = {each.id: said[each.id] for each in questions if each.choices and each.id in said}
        words = {id: text for id, text in said.items() if id not in ticks}
        asked, written = tuple(words), tuple(words.values())
        return HandIn(seat=levers.seat, when=time.when, turn=time.turn, ticks=ticks, asked=asked, words=written)

    title = f"Survey {slip_time(time.when, time.turn)}: {seat_name(world.scenario, levers.seat, world.seats)}"
    about = f"{levers.seat}/{time.when}/{time.turn}"
    keys = "Tab next · ← → choose · ^s hands it in · Esc back"
    return Form("SurveyDialog", title, fields, make, levers.refusal, about=about, note=note, keys=keys)


def closed_words(world: World) -> str:
    """Why no slip is taken."""
    if world.revealed:
        return "The survey is closed: what the seats had wanted has been told."
    return "This scenario asks nothing now."


def _field(question: QuestionSpec, words: str) -> Field:
    if not question.choices:
        return Field(_id(question), words)
    choices = [_NONE, *((choice, choice) for choice in question.choices)]
    return CycleField(_id(question), words, choices=choices, beside=len("".join(question.choices)) <= _SHORT)


def _id(question: QuestionSpec) -> str:
    return f"q-{question.id}"
