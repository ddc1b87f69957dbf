"""What control has written on a turn."""

from collections.abc import Sequence

from tabletop.model.moves import Sitrep
from tabletop.model.record import Line
from tabletop.model.world import Phase


def report_line(lines: Sequence[Line], turn: int) -> Line | None:
    """Control's situation report on a turn, the last one.

    It is written in the review of the turn, or in the next turn before that one's review.
    """
    review = Phase.REVIEW.value
    reports = (line for line in reversed(lines) if line.live and isinstance(line.move, Sitrep)
               and turn == (line.turn if line.phase == review else line.turn - 1))  # fmt: skip
    return next(reports, None)


def report_on(lines: Sequence[Line], turn: int) -> tuple[str, ...]:
    """The same in paragraphs; empty where none was written."""
    line = report_line(lines, turn)
    return paragraphs(line.move.text) if line and isinstance(line.move, Sitrep) else ()


def paragraphs(text: str) -> tuple[str, ...]:
    """Text by its empty lines, each paragraph on one line."""
    parts = (" ".join(part.split()) for part in text.strip().split("\n\n"))
    return tuple(part for part in parts if part)
