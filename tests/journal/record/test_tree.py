"""Lines of a record: any node is found from any tip, on whatever line it stands."""

from random import Random

from tabletop.journal.record.tree import Node, Tree
from tabletop.model.moves import Advance, Note, Redo, Undo
from tabletop.model.refusal import Refusal


def walked(node: Node, n: int) -> Node | None:
    """What `find` gives, one step at a time."""
    found: Node | None = node
    while found and found.n != n:
        found = found.before
    return found


def test_leaps_find_what_steps_find_across_undo_redo_and_forks() -> None:
    rng = Random(3)
    tree = Tree()
    moves = (Advance(seat="control"), Note(seat="control", text="x"), Redo(seat="control"))

    for _ in range(2000):
        cursor = rng.choice(tree.cursors) if rng.random() < 0.02 else tree.here
        move = Undo(seat="control", to=rng.randrange(len(tree.cursors))) if rng.random() < 0.1 else rng.choice(moves)
        following = tree.next_from(cursor, move)
        if not isinstance(following, Refusal):
            tree.add(following, cursor.node.state)

    for cursor in rng.sample(tree.cursors, 100):
        assert all(cursor.node.find(n) is walked(cursor.node, n) for n in range(len(tree.cursors)))
