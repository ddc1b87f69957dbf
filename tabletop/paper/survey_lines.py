"""What the survey said, in a line for each question: how often a choice was ticked, some of the words. Names no seat,
since a small one is nearly a person."""

from collections.abc import Iterator, Sequence
from textwrap import shorten
from typing import Final

from tabletop.model.survey import SlipWhen, question_text
from tabletop.table.port import View
from tabletop.table.survey import Answered, SlipAnswer, answered
from tabletop.words.names import listed
from tabletop.words.said import quoted

_ROOM: Final = 90
"""Letters of words that stand in a line; the rest is in the export."""
_NAMED: Final = 3
"""Entries that are named one by one."""


def survey_lines(view: View) -> Iterator[tuple[str, str]]:
    """Each with the entries that it stands on. Empty where this place may read no slip."""
    scenario = view.world.scenario
    for each in answered(scenario, view.lines):
        asked = question_text(each.question, scenario.names.own, view.world.turns).rstrip(":.")
        stop = "" if asked.endswith("?") else ":"
        yield f"{asked}{stop} {_said(each)}", _source([answer.entry for answer in each.answers])


def _said(each: Answered) -> str:
    if each.question.choices:
        return "; ".join(f"{choice} ({count} slip{'' if count == 1 else 's'})" for choice, count in each.counts) + "."
    return _words(each.answers)


def _words(answers: Sequence[SlipAnswer]) -> str:
    """As many as there is room for, the first at any rate, and how many more there are."""
    told: list[str] = []
    for answer in answers:
        turn = f"turn {answer.time.turn} " if answer.time.when == SlipWhen.AFTER else ""
        words = f"{turn}{quoted(shorten(answer.said, _ROOM, placeholder=' ...'))}"
        if told and len("; ".join([*told, words])) > _ROOM:
            break
        told.append(words)
    rest = len(answers) - len(told)
    return "; ".join(told) + (f"; and {rest} more." if rest else ".")


def _source(entries: Sequence[int]) -> str:
    if len(entries) == 1:
        return f"entry {entries[0]}"
    if len(entries) <= _NAMED:
        return f"entries {listed([str(n) for n in entries])}"
    return f"entries {entries[0]} to {entries[-1]}"
