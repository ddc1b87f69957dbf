"""Places in the example by what has come there, so that they are found again in another example."""

from tabletop.journal.store.save import Save
from tabletop.model.moves import Roll


def brief_of(record: Save, turn: int) -> int:
    """After how many entries the brief of a turn lies open."""
    return next(entry.n for entry in record.entries if entry.turn == turn) - 1


def rolled(record: Save) -> int:
    """After how many entries the first argument has been rolled for."""
    return next(entry.n for entry in record.entries if isinstance(entry.move, Roll))
