"""A whole exercise in five sentences: of the turns in which most moved, what was told of each first.

Control's own report where one was written; it is what the room heard.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve

from tabletop.model.moves import Advance, Sitrep
from tabletop.model.world import Phase
from tabletop.table.moment import Moment
from tabletop.table.port import View
from tabletop.table.turn_story import story
from tabletop.words.turns import paragraphs, report_on

SENTENCES: Final = 5
_END: Final = re.compile(r'(?<=[.!?])["”]?\s+(?=[A-Z"“])')
_SHORT: Final = 60
"""Characters under which a sentence of a report takes the next with it."""
_LONG: Final = 230


def told_turns(view: View, ends: Mapping[int, Moment]) -> Iterator[tuple[str, str, str]]:
    """Text, voice and source of each, in the order of the turns."""
    turns = [turn for turn in ends if turn and turn in view.starts]
    heaviest = sorted(turns, key=lambda turn: -_moved(ends[turn], ends.get(turn - 1, ends[0])))[:SENTENCES]
    each, more = divmod(SENTENCES, max(1, len(heaviest)))
    for turn in sorted(heaviest):
        most = each + (heaviest.index(turn) < more)
        edited = report_on(view.lines, turn)
        if edited:
            yield from ((f"After turn {turn}: {words}", "P", _report(view, edited)) for words in _said(edited)[:most])
        else:
            told = story(evolve(view, world=ends[turn].world))[:most]
            yield from ((f"Turn {turn}: {words}", "R", _results(view, turn)) for words in told)


def _moved(now: Moment, before: Moment) -> float:
    """Points over the alliance's scores."""
    scenario = now.world.scenario
    return sum(abs(now.scores[s] - before.scores[s]) for s in ("deterrence", scenario.names.share, *scenario.tracks))


def _said(report: tuple[str, ...]) -> list[str]:
    """A report by its sentences; a short one takes the next with it."""
    said: list[str] = []
    for part in _END.split(" ".join(report)):
        if said and len(said[-1]) < _SHORT and len(said[-1]) + len(part) < _LONG:
            said[-1] = f"{said[-1]} {part}"
        else:
            said.append(part)
    return said


def _report(view: View, text: tuple[str, ...]) -> str:
    reports = [(line.n, line.move.text) for line in view.lines if line.live and isinstance(line.move, Sitrep)]
    return f"entry {[n for n, words in reports if paragraphs(words) == text][-1]}"


def _results(view: View, turn: int) -> str:
    """The step with which control opened a turn's results."""
    steps = [line for line in view.lines if line.live and line.turn == turn and isinstance(line.move, Advance)]
    opened = [line.n for line in steps if line.phase == Phase.ADJUDICATE.value]
    return f"entry {opened[-1]}" if opened else f"entries 1 to {view.n}"
