"""The branches of a record: which forks off which, and after what entry. Knows numbers, and no world.

The line that stands is the trunk; every other branch hangs where it forks off the one that it left. An undo or a redo
belongs to the branch on which it was made.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from tabletop.journal.record.entry import Entry
from tabletop.journal.record.tree import Cursor, Node, Tree
from tabletop.model.moves import Undo


@frozen(kw_only=True)
class Branch:
    """`moves` are its own entries, in order, and `made_on` the undos and redos made on it: no entry is on two branches.

    `parent`: its place among the branches, -1 of the trunk. It leaves it after entry `fork` (0: the opening), in
    `turn`. `undone`: the undo that took it back, 0 when none did. `score`: deterrence on record at the last turn closed
    on its line, 0 to 100.
    """

    parent: int = -1
    depth: int = 0
    fork: int = 0
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
        return self.moves[0] if self.moves else self.fork

    @property
    def last(self) -> int:
        """Where it ends; for a branch without a move of its own, the entry it stands at."""
        return self.moves[-1] if self.moves else self.fork


def split(tree: Tree, entries: Sequence[Entry], cursor: Cursor | None = None) -> tuple[Branch, ...]:
    """The branches of a tree: parents before children, the children of one by where they fork.

    `cursor` is where the next move would follow.
    """
    tip = (cursor or tree.here).node
    trunk = tuple(tip.back())[::-1]
    owners = {node.n: node for node in trunk}
    builders = [_Builder(tuple(owners), 0, 0)]
    place_of = dict.fromkeys(owners, 0) | {0: 0}
    for n in range(len(entries), 0, -1):  # the last way from a fork is the one that goes on with it
        own, fork = _unclaimed(tree.cursors[n].node, owners)
        if own:
            place_of |= dict.fromkeys(own, len(builders))
            builders.append(_Builder(own, fork, _undo_after(n, entries)))
    for entry in entries:
        if entry.n not in owners:  # an undo or a redo
            start = tree.cursors[entry.n - 1 if entry.parent is None else entry.parent].node
            builders[place_of[start.n]].made_on.append(entry.n)
    for place, builder in enumerate(builders[1:], 1):
        builders[place_of[builder.fork]].children.append(place)
    return tuple(_depth_first(builders, entries, _scores(builders, entries)))


class _Builder:
    """A branch while its entries and children are gathered."""

    def __init__(self, moves: tuple[int, ...], fork: int, undone: int) -> None:
        self.moves, self.fork, self.undone = moves, fork, undone
        self.made_on: list[int] = []
        self.children: list[int] = []


def _unclaimed(node: Node, owners: dict[int, Node]) -> tuple[tuple[int, ...], int]:
    """Entries on the way back from a node that are on no branch yet, and where that way meets one. Claims them.

    An entry that a redo has brought behind others has two nodes and belongs to the branch that came first.
    """
    own = []
    while node.before and owners.get(node.n) is not node:
        if node.n not in owners:
            owners[node.n] = node
            own.append(node.n)
        node = node.before
    return tuple(own[::-1]), node.n


def _undo_after(n: int, entries: Sequence[Entry]) -> int:
    """The entry after n when it is the undo that left n; a fork leaves without taking back."""
    following = entries[n] if n < len(entries) else None
    return n + 1 if following and isinstance(following.move, Undo) and following.parent in (None, n) else 0


def _scores(builders: list[_Builder], entries: Sequence[Entry]) -> dict[int, float | None]:
    """By entry, what was last put on record of deterrence on its line. Parents come before their children here."""
    scores: dict[int, float | None] = {0: None}
    for builder in builders:
        score = scores[builder.fork]
        for n in builder.moves:
            score = scores[n] = entries[n - 1].scores.get("deterrence", score)
    return scores


def _depth_first(
    builders: list[_Builder], entries: Sequence[Entry], scores: dict[int, float | None]
) -> Iterator[Branch]:
    """The branches, from the trunk on."""
    waiting = [(0, -1, 0)]
    count = 0
    while waiting:
        place, parent, depth = waiting.pop()
        builder = builders[place]
        last = builder.moves[-1] if builder.moves else 0
        yield Branch(
            parent=parent,
            depth=depth,
            fork=builder.fork,
            turn=entries[builder.moves[0] - 1].turn if builder.moves else 1,
            moves=builder.moves,
            made_on=tuple(builder.made_on),
            live=place == 0,
            undone=builder.undone,
            score=scores[last],
            head=entries[last - 1].head if last else "",
        )
        children = sorted(
            builder.children, key=lambda child: (builders[child].fork, builders[child].moves), reverse=True
        )
        waiting += [(child, count, depth + 1) for child in children]
        count += 1
