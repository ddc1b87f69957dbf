"""Slips with few questions: before the first turn, after each, at the end. By seat, never by person; handed in before
anybody's objectives are told. The questions are those of the screens."""

from collections.abc import Iterator
from typing import Final

from tabletop.model.survey import QuestionSpec, SlipWhen, question_text, questions_at
from tabletop.paper.blocks import Block, Break, Head, Prose, Rules, Ticks
from tabletop.table.port import View
from tabletop.words.names import seat_name

_TIMES: Final = {
    SlipWhen.BEFORE: "before the first turn",
    SlipWhen.AFTER: "after turn ____",
    SlipWhen.END: "at the end",
}
_BESIDE: Final = 30
"""Letters of all choices together up to which they stand in one row."""
_LINES: Final = 2
"""Lines to write an answer on."""


def survey(view: View, seat: str) -> Iterator[Block]:
    """A slip for each time that is asked at, a page each."""
    scenario, world = view.world.scenario, view.world
    name = seat_name(scenario, seat, world.seats)
    asked = {when: questions_at(scenario.questions, when) for when in SlipWhen}
    for n, when in enumerate(when for when, questions in asked.items() if questions):
        if n:
            yield Break()
        yield Head(f"{name}: {_TIMES[when]}", 1)
        if when is SlipWhen.END:
            yield Prose("Hand it in before the objectives are told: memory is rewritten by the outcome.", "lead")
        yield Prose("One slip a seat or one a person, without names. What is kept is kept by seat.", "note")
        yield from (_asked(each, question_text(each, scenario.names.own, world.turns)) for each in asked[when])


def _asked(question: QuestionSpec, words: str) -> Block:
    label = words if words.endswith(("?", ".", ":")) else f"{words}:"
    if question.choices:
        return Ticks(label, question.choices, stacked=len("".join(question.choices)) > _BESIDE)
    return Rules(label, _LINES)
