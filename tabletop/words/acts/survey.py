"""The survey in words: that a slip was handed in, never what stands on it. Who wrote it sat at a table with others."""

from typing import Final

from tabletop.model.moves import HandIn, Reveal
from tabletop.model.survey import SlipWhen
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say

_TIMES: Final = {SlipWhen.BEFORE.value: "before the first turn", SlipWhen.END.value: "at the end"}


def slip_time(when: str, turn: int = 0) -> str:
    """ "before the first turn", "after turn 2", "at the end"; without a turn "after a turn"."""
    return _TIMES.get(when) or (f"after turn {turn}" if turn else "after a turn")


def _hand_in(name: Namer, move: HandIn) -> str:
    count = len(move.ticks) + len(move.words)
    return f"hands in a survey slip {slip_time(move.when, move.turn)}, {count} answer{'' if count == 1 else 's'}"


say(HandIn, _hand_in)
say(Reveal, lambda name, move: "tells what every seat had wanted, and the survey is closed")
