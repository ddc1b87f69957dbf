"""The survey: what is asked of players before the first turn, after each, and at the end. Knows no answer."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from attrs import frozen

from tabletop.model.likelihood import SCALE


class SlipWhen(StrEnum):
    """When a slip is handed out; the words are a contract with files."""

    BEFORE = "before"
    AFTER = "after"
    END = "end"


@frozen(kw_only=True)
class QuestionSpec:
    """A question on the slips of one time: `when` before the first turn, after each turn, or at the end. With `choices`
    one of them is ticked, without any it is answered in a line. In `text` {own} is the scenario's own side and {turns}
    the number of the last turn."""

    id: str
    when: str
    text: str
    choices: tuple[str, ...] = ()


def _line(id: str, when: SlipWhen, text: str) -> QuestionSpec:
    return QuestionSpec(id=id, when=when.value, text=text)


def _graded(id: str, about: str) -> QuestionSpec:
    return QuestionSpec(id=id, when=SlipWhen.END.value, text=f"{about} (1 poor, 5 very good)", choices=_GRADES)


_GRADES: Final = ("1", "2", "3", "4", "5")
_MAJORITY: Final = "How likely is it that the {own} side carries most of what is needed by turn {turns}?"

SURVEY: Final = (
    QuestionSpec(id="majority", when="before", text=_MAJORITY, choices=tuple(word.word for word in SCALE)),
    _line("whose", SlipWhen.BEFORE, "Whose decisions will matter most, and why?"),
    _line("mattered", SlipWhen.AFTER, "What mattered most this turn, in one line?"),
    _line("doubted", SlipWhen.AFTER, "Was any result not credible? Which, and why?"),
    _line("decision", SlipWhen.END, "The most important decision of the exercise"),
    _line("surprise", SlipWhen.END, "The biggest surprise"),
    _line("otherwise", SlipWhen.END, "What would you do otherwise?"),
    _line("not-credible", SlipWhen.END, "Was any result not credible? Which, and why?"),
    _graded("briefing", "The briefing"),
    _graded("pace", "The pace"),
    _graded("model", "The model"),
    _graded("rulings", "The rulings"),
    _graded("learning", "What you learned"),
    _line("keep", SlipWhen.END, "Keep"),
    _line("change", SlipWhen.END, "Change"),
)
"""What is asked where a scenario asks nothing of its own."""


def question_text(question: QuestionSpec, own: str, turns: int) -> str:
    """As it is put to people. `own`: the scenario's own side; `turns`: of the session."""
    return question.text.replace("{own}", own).replace("{turns}", f"{turns}")


def questions_at(questions: Iterable[QuestionSpec], when: str) -> tuple[QuestionSpec, ...]:
    """Those of one time, in their order."""
    return tuple(each for each in questions if each.when == when)
