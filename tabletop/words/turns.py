"""Places in the record: where turns begin and end, and what control has written on one."""

from collections.abc import Sequence

from tabletop.model.moves import Advance, Sitrep
from tabletop.model.record import Line
from tabletop.model.world import Phase


def turn_ends(lines: Sequence[Line]) -> dict[int, int]:
    """By turn the number of the last standing entry that belongs to it, 0 (the opening) being turn 0.

    The turn that is played now ends, so far, at its last entry. A turn without entries is left out.
    """
    ends = {0: 0}
    for line in lines:
        if line.live and not (isinstance(line.move, Advance) and line.phase == Phase.REVIEW.value):
            ends[line.turn] = line.n
    return ends


def turn_starts(lines: Sequence[Line]) -> dict[int, int]:
    """By turn the number of the entry after which it is open: 0 for the first, else the advance that opened it."""
    starts = {1: 0}
    for line in lines:
        if line.live and isinstance(line.move, Advance) and line.phase == Phase.REVIEW.value:
            starts[line.turn + 1] = line.n
    return starts


def report_on(lines: Sequence[Line], turn: int) -> tuple[str, ...]:
    """Control's situation report on a turn, the last one, in paragraphs; empty where none was written.

    It is written in the review of the turn, or in the next turn before that one's review.
    """
    review = Phase.REVIEW.value
    told = [line.move.text for line in lines if line.live and isinstance(line.move, Sitrep)
            and turn == (line.turn if line.phase == review else line.turn - 1)]  # fmt: skip
    return paragraphs(told[-1]) if told else ()


def paragraphs(text: str) -> tuple[str, ...]:
    """Text by its empty lines, each paragraph on one line."""
    parts = (" ".join(part.split()) for part in text.strip().split("\n\n"))
    return tuple(part for part in parts if part)
