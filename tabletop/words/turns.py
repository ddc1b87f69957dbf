"""What control has written on a turn."""

from collections.abc import Sequence

from tabletop.model.moves import Sitrep
from tabletop.model.record import Line
from tabletop.model.world import Phase


def report_on(lines: Sequence[Line], turn: int) -> tuple[str, ...]:
    """Control's situation report on a turn, the last one, in paragraphs; empty where none was written.

    It is written in the review of the turn, or in the next turn before that one's review.
    """
    review = Phase.REVIEW.value
    reports = [line.move.text for line in lines if line.live and isinstance(line.move, Sitrep)
            and turn == (line.turn if line.phase == review else line.turn - 1)]  # fmt: skip
    return paragraphs(reports[-1]) if reports else ()


def paragraphs(text: str) -> tuple[str, ...]:
    """Text by its empty lines, each paragraph on one line."""
    parts = (" ".join(part.split()) for part in text.strip().split("\n\n"))
    return tuple(part for part in parts if part)
