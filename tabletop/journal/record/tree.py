"""The lines of a record as a tree of nodes: which entries stand, and where a line forks off another. Knows undo, redo
and forks; knows no world.

A node is one entry on one line: an entry that a redo brings behind others gets a second node. Lines share their nodes.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from tabletop.journal.record.entry import Entry
from tabletop.model.moves import Move, Note, Practice, Redact, Redo, Undo
from tabletop.model.refusal import Refusal


class Node:
    """`state`: number of the entry whose world is in force here. Notes and redactions change none.

    `practice`: the state to which the end of the practice turn goes back, -1 outside of one.
    `far`: a node well before, so that any node is found in few leaps however long the line.
    """

    __slots__ = ("before", "depth", "far", "n", "practice", "state")

    def __init__(self, n: int, before: "Node | None", state: int, practice: int | None = None) -> None:
        self.n = n
        self.before = before
        self.state = state
        self.practice: int = practice if practice is not None else before.practice if before else -1
        self.depth: int = before.depth + 1 if before else 0
        self.far: Node = _far(before) if before else self

    def find(self, n: int) -> "Node | None":
        """The node of entry n on the line that ends here; numbers only grow along a line."""
        node = self
        while node.before and node.n > n:
            node = node.far if node.far.n >= n else node.before
        return node if node.n == n else None

    def back(self) -> "Iterator[Node]":
        """This node and those before it, the opening left out."""
        node = self
        while node.before:
            yield node
            node = node.before


def _far(before: Node) -> Node:
    """As far back as two equal leaps go together, else one step (Myers' skew-binary stack)."""
    far = before.far
    return far.far if before.depth - far.depth == far.depth - far.far.depth else before


@frozen(eq=False)
class Undone:
    """What one redo brings back: the tip as it was, and where the undo went. `more`: the undo before it."""

    tip: Node
    target: Node
    more: "Undone | None"


@frozen
class Cursor:
    """Where the record stands after an entry, in the order of the file."""

    node: Node
    undone: Undone | None = None


@frozen
class Leaf:
    """A line that ends somewhere. `entries` are those that no older line has: it forks off that one after entry `fork`.

    Addressed by its last head or a part of it.
    """

    head: str
    fork: int
    entries: tuple[int, ...]
    live: bool

    @property
    def tip(self) -> int:
        return self.entries[-1]


class Tree:
    """The nodes of a record and its cursors, one an entry; `cursors[0]` is the opening."""

    def __init__(self) -> None:
        self.cursors = [Cursor(Node(0, None, 0))]
        self.base = [0]  # by entry: the state whose world it was made in
        self._line: list[int] = []
        self._line_of: Node = self.cursors[0].node

    @property
    def here(self) -> Cursor:
        return self.cursors[-1]

    def next_from(self, cursor: Cursor, move: Move) -> Cursor | Refusal:
        """Where `move` leads from a cursor, as the next entry."""
        n = len(self.cursors)
        match move:
            case Undo():
                return _undo(cursor, move.to)
            case Redo():
                return _redo(cursor)
            case Note():
                return Cursor(Node(n, cursor.node, cursor.node.state), cursor.undone)
            case Redact():
                return Cursor(Node(n, cursor.node, cursor.node.state))
            case Practice(act="begin") if cursor.node.practice < 0:
                return Cursor(Node(n, cursor.node, n, practice=cursor.node.state))
            case Practice(act="end") if cursor.node.practice >= 0:
                return Cursor(Node(n, cursor.node, cursor.node.practice, practice=-1))
        return Cursor(Node(n, cursor.node, n))

    def add(self, cursor: Cursor, base: int) -> None:
        self.cursors.append(cursor)
        self.base.append(base)

    def drop_to(self, n: int) -> None:
        """Forgets every entry after n."""
        del self.cursors[n + 1 :]
        del self.base[n + 1 :]

    def line(self, cursor: Cursor | None = None) -> list[int]:
        """Numbers of the entries that stand at a cursor (here), in their order. Not to be changed."""
        node = (cursor or self.here).node
        if node.before is self._line_of:
            self._line.append(node.n)
        elif node is not self._line_of:
            self._line = [each.n for each in node.back()][::-1]
        self._line_of = node
        return self._line

    def targets(self, n: int, start: int) -> Iterator[int]:
        """Numbers of the entries that entry n, an undo or a redo made after entry `start`, takes or brings back."""
        was, now = self.cursors[start], self.cursors[n]
        undone = was.undone if now.node.depth > was.node.depth else None
        tip, end = (undone.tip, undone.target) if undone else (was.node, now.node)
        for node in tip.back():
            if node is end:
                return
            yield node.n

    def leaves(self, entries: Sequence[Entry]) -> tuple[Leaf, ...]:
        """Every line that ends somewhere, the oldest first; the undone too."""
        first = {n: cursor.node for n, cursor in enumerate(self.cursors) if n and cursor.node.n == n}
        inner = {node.before.n for node in first.values() if node.before}
        standing = set(self.line())
        claimed: set[int] = {0}
        leaves = []
        for n, node in first.items():
            if n in inner:
                continue
            own = []
            while node.n not in claimed:
                own.append(node.n)
                claimed.add(node.n)
                assert node.before
                node = node.before
            leaves.append(Leaf(entries[n - 1].head, node.n, tuple(own[::-1]), n in standing))
        return tuple(leaves)


def _undo(cursor: Cursor, to: int) -> Cursor | Refusal:
    if not cursor.node.before:
        return Refusal("undo/nothing", "There is nothing to take back yet.")
    if to == cursor.node.n:
        return Refusal(
            "undo/nothing", f"Move {to} is the last that stands; nothing follows it that could be taken back."
        )
    node = cursor.node.find(to)
    if node is None:
        return Refusal("undo/elsewhere", f"Move {to} doesn't stand on this line; undo to a move that does.")
    return Cursor(node, Undone(cursor.node, node, cursor.undone))


def _redo(cursor: Cursor) -> Cursor | Refusal:
    undone = cursor.undone
    if undone is None:
        return Refusal("redo/nothing", "There is no undo to take back: something has been done since.")
    since = []
    node = cursor.node
    while node is not undone.target and node.before:
        since.append(node.n)
        node = node.before
    tip = undone.tip
    for n in reversed(since):
        tip = Node(n, tip, tip.state)
    return Cursor(tip, undone.more)
