"""The lines of a record as a tree: which part leaves which, and after what entry. Knows numbers, and no world.

The line that stands is the trunk; every other part hangs where it parts from what it left. An undo or a redo belongs to
the part on which it was made.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from tabletop.journal.record.branches import Course, Cursor, Node
from tabletop.journal.record.entry import Entry
from tabletop.model.moves import Undo


@frozen(kw_only=True)
class Limb:
    """`moves` are its own entries, in order, and `made_on` the undos and redos made on it: no entry is in two limbs.

    `parent`: its place in the tree, -1 of the trunk. It leaves it after entry `parted` (0: the opening), in `turn`.
    `undone`: the undo that took it back, 0 when none did. `score`: deterrence on record at the last turn closed on its
    line, 0 to 100.
    """

    parent: int = -1
    depth: int = 0
    parted: int = 0
    turn: int = 1
    moves: tuple[int, ...] = ()
    made_on: tuple[int, ...] = ()
    live: bool = False
    undone: int = 0
    score: float | None = None
    head: str = ""

    @property
    def entries(self) -> tuple[int, ...]:
        return tuple(sorted(self.moves + self.made_on))

    @property
    def first(self) -> int:
        return self.moves[0] if self.moves else self.parted

    @property
    def last(self) -> int:
        """Where it ends; for a limb without a move of its own, the entry it stands at."""
        return self.moves[-1] if self.moves else self.parted


def tree(course: Course, entries: Sequence[Entry], cursor: Cursor | None = None) -> tuple[Limb, ...]:
    """Parents before children, the children of one by where they part. `cursor` is where the next move would follow."""
    stands = cursor or course.here
    trunk = tuple(stands.node.back())[::-1]
    held = {node.n: node for node in trunk}
    found = [_Grown(tuple(held), 0, 0)]
    limb_of = dict.fromkeys(held, 0) | {0: 0}
    for n in range(len(entries), 0, -1):  # the last way a part was gone is the one that goes on with it
        own, parted = _unclaimed(course.cursors[n].node, held)
        if own:
            limb_of |= dict.fromkeys(own, len(found))
            found.append(_Grown(own, parted, _undo_after(n, entries)))
    for entry in entries:
        if entry.n not in held:  # an undo or a redo
            start = course.cursors[entry.n - 1 if entry.parent is None else entry.parent].node
            found[limb_of[start.n]].made_on.append(entry.n)
    for place, grown in enumerate(found[1:], 1):
        found[limb_of[grown.parted]].children.append(place)
    return tuple(_limbs(found, entries, _scores(found, entries)))


class _Grown:
    """A limb while the tree is made."""

    def __init__(self, moves: tuple[int, ...], parted: int, undone: int) -> None:
        self.moves, self.parted, self.undone = moves, parted, undone
        self.made_on: list[int] = []
        self.children: list[int] = []


def _unclaimed(node: Node, held: dict[int, Node]) -> tuple[tuple[int, ...], int]:
    """Entries on the way back from a node that no limb holds yet, and where that way meets one. Claims them.

    An entry that a redo has brought behind others has two nodes and belongs to the limb that came first.
    """
    own = []
    while node.before and held.get(node.n) is not node:
        if node.n not in held:
            held[node.n] = node
            own.append(node.n)
        node = node.before
    return tuple(own[::-1]), node.n


def _undo_after(n: int, entries: Sequence[Entry]) -> int:
    """The entry after n when it is the undo that left n; a fork leaves without taking back."""
    following = entries[n] if n < len(entries) else None
    return n + 1 if following and isinstance(following.move, Undo) and following.parent in (None, n) else 0


def _scores(found: list[_Grown], entries: Sequence[Entry]) -> dict[int, float | None]:
    """By entry, what was last put on record of deterrence on its line. Parents are found before their children."""
    told: dict[int, float | None] = {0: None}
    for grown in found:
        carried = told[grown.parted]
        for n in grown.moves:
            carried = told[n] = entries[n - 1].scores.get("deterrence", carried)
    return told


def _limbs(found: list[_Grown], entries: Sequence[Entry], scores: dict[int, float | None]) -> Iterator[Limb]:
    """Depth first, from the trunk."""
    waiting = [(0, -1, 0)]
    count = 0
    while waiting:
        place, parent, depth = waiting.pop()
        grown = found[place]
        last = grown.moves[-1] if grown.moves else 0
        yield Limb(
            parent=parent,
            depth=depth,
            parted=grown.parted,
            turn=entries[grown.moves[0] - 1].turn if grown.moves else 1,
            moves=grown.moves,
            made_on=tuple(grown.made_on),
            live=place == 0,
            undone=grown.undone,
            score=scores[last],
            head=entries[last - 1].head if last else "",
        )
        children = sorted(grown.children, key=lambda child: (found[child].parted, found[child].moves), reverse=True)
        waiting += [(child, count, depth + 1) for child in children]
        count += 1
