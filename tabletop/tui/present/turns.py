"""Places in the record: where turns begin and end. Takes lines, gives numbers."""

from collections.abc import Sequence

from tabletop.model.moves import Advance
from tabletop.model.world import Phase
from tabletop.table.port import Line


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
