"""Lines of a record: any cell is found from any tip, on whatever line it stands."""

from random import Random

from tabletop.journal.record.branches import Cell, Course
from tabletop.model.moves import Advance, Note, Redo, Undo
from tabletop.model.refusal import Refusal


def walked(cell: Cell, n: int) -> Cell | None:
    """What `find` gives, one step at a time."""
    found: Cell | None = cell
    while found and found.n != n:
        found = found.before
    return found


def test_leaps_find_what_steps_find_across_undo_redo_and_forks() -> None:
    rng = Random(3)
    course = Course()
    moves = (Advance(seat="control"), Note(seat="control", text="x"), Redo(seat="control"))

    for _ in range(2000):
        spot = rng.choice(course.spots) if rng.random() < 0.02 else course.here
        move = Undo(seat="control", to=rng.randrange(len(course.spots))) if rng.random() < 0.1 else rng.choice(moves)
        following = course.next_from(spot, move)
        if not isinstance(following, Refusal):
            course.add(following, spot.cell.node)

    for spot in rng.sample(course.spots, 100):
        assert all(spot.cell.find(n) is walked(spot.cell, n) for n in range(len(course.spots)))
