"""What seats say when the exercise has ended, a line each; only what was said aloud to all is the room's to see."""

from collections.abc import Sequence

from tabletop.model.moves import Advance, End, Note
from tabletop.model.record import Line
from tabletop.model.world import State, World

KIND = "insight"
"""The kind of note that a seat's line is."""


def hotwash_notes(world: World, lines: Sequence[Line]) -> list[Note]:
    """What was noted of seats since the exercise ended, in the order of the saying. `lines`: control's."""
    if world.state is not State.ENDED:
        return []
    over = max((line.n for line in lines if line.live and isinstance(line.move, End | Advance)), default=0)
    notes = (line.move for line in lines if line.n > over and line.live)
    return [note for note in notes if isinstance(note, Note) and note.kind == KIND and note.about]


def said_to_all(world: World, lines: Sequence[Line]) -> dict[str, list[str]]:
    """By seat what it said aloud; a seat that has not spoken yet stands among them with nothing."""
    notes = [note for note in hotwash_notes(world, lines) if note.said]
    return {seat: [note.text for note in notes if note.about == seat] for seat in world.seats}
