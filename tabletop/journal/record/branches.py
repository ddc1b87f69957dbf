"""Which entries stand, and where a line parts from another. Knows undo, redo and forks; knows no world.

A cell is one entry on one line: an entry that a redo brings behind others gets a second cell. Lines share their cells.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from tabletop.journal.record.entry import Entry
from tabletop.model.moves import Move, Note, Practice, Redact, Redo, Undo
from tabletop.model.refusal import Refusal


class Cell:
    """`node`: number of the entry whose world is in force here. Notes and redactions change none.

    `practice`: the node to which the end of the practice turn goes back, -1 outside of one.
    `far`: a cell well before, so that any cell is found in few leaps however long the line.
    """

    __slots__ = ("before", "depth", "far", "n", "node", "practice")

    def __init__(self, n: int, before: "Cell | None", node: int, practice: int | None = None) -> None:
        self.n = n
        self.before = before
        self.node = node
        self.practice: int = practice if practice is not None else before.practice if before else -1
        self.depth: int = before.depth + 1 if before else 0
        self.far: Cell = _far(before) if before else self

    def find(self, n: int) -> "Cell | None":
        """The cell of entry n on the line that ends here; numbers only grow along a line."""
        cell = self
        while cell.before and cell.n > n:
            cell = cell.far if cell.far.n >= n else cell.before
        return cell if cell.n == n else None

    def back(self) -> "Iterator[Cell]":
        """This cell and those before it, the opening left out."""
        cell = self
        while cell.before:
            yield cell
            cell = cell.before


def _far(before: Cell) -> Cell:
    """As far back as two equal leaps go together, else one step (Myers' skew-binary stack)."""
    far = before.far
    return far.far if before.depth - far.depth == far.depth - far.far.depth else before


class Undone:
    """What one redo brings back: the tip as it was, and where the undo went. `more`: the undo before it."""

    __slots__ = ("more", "target", "tip")

    def __init__(self, tip: Cell, target: Cell, more: "Undone | None") -> None:
        self.tip = tip
        self.target = target
        self.more = more


@frozen
class Spot:
    """Where the record stands after an entry, in the order of the file."""

    cell: Cell
    undone: Undone | None = None


@frozen
class Branch:
    """`entries` are its own; it leaves its parent after entry `parted`. Addressed by its last head or a part of it."""

    head: str
    parted: int
    entries: tuple[int, ...]
    live: bool

    @property
    def tip(self) -> int:
        return self.entries[-1]


class Course:
    """The spots of a record, one an entry; `spots[0]` is the opening."""

    def __init__(self) -> None:
        self.spots = [Spot(Cell(0, None, 0))]
        self.base = [0]  # by entry: the node whose world it was made in
        self._line: list[int] = []
        self._line_of: Cell = self.spots[0].cell

    @property
    def here(self) -> Spot:
        return self.spots[-1]

    def next_from(self, spot: Spot, move: Move) -> Spot | Refusal:
        """Where `move` leads from a spot, as the next entry."""
        n = len(self.spots)
        match move:
            case Undo():
                return _undo(spot, move.to)
            case Redo():
                return _redo(spot)
            case Note():
                return Spot(Cell(n, spot.cell, spot.cell.node), spot.undone)
            case Redact():
                return Spot(Cell(n, spot.cell, spot.cell.node))
            case Practice(act="begin") if spot.cell.practice < 0:
                return Spot(Cell(n, spot.cell, n, practice=spot.cell.node))
            case Practice(act="end") if spot.cell.practice >= 0:
                return Spot(Cell(n, spot.cell, spot.cell.practice, practice=-1))
        return Spot(Cell(n, spot.cell, n))

    def add(self, spot: Spot, base: int) -> None:
        self.spots.append(spot)
        self.base.append(base)

    def drop_to(self, n: int) -> None:
        """Forgets every entry after n."""
        del self.spots[n + 1 :]
        del self.base[n + 1 :]

    def line(self, spot: Spot | None = None) -> list[int]:
        """Numbers of the entries that stand at a spot (here), in their order. Not to be changed."""
        cell = (spot or self.here).cell
        if cell.before is self._line_of:
            self._line.append(cell.n)
        elif cell is not self._line_of:
            self._line = [each.n for each in cell.back()][::-1]
        self._line_of = cell
        return self._line

    def taken(self, n: int, start: int) -> Iterator[int]:
        """Numbers of the entries that entry n, an undo or a redo made after entry `start`, takes or brings back."""
        was, now = self.spots[start], self.spots[n]
        undone = was.undone if now.cell.depth > was.cell.depth else None
        tip, end = (undone.tip, undone.target) if undone else (was.cell, now.cell)
        for cell in tip.back():
            if cell is end:
                return
            yield cell.n

    def branches(self, entries: Sequence[Entry]) -> tuple[Branch, ...]:
        """Every line that ends somewhere, the oldest first; the undone too."""
        first: dict[int, Cell] = {}
        for n, spot in enumerate(self.spots):
            if spot.cell.n == n and n:
                first[n] = spot.cell
        inner = {cell.before.n for cell in first.values() if cell.before}
        standing = set(self.line())
        claimed: set[int] = {0}
        found = []
        for n, cell in first.items():
            if n in inner:
                continue
            own = []
            while cell.n not in claimed:
                own.append(cell.n)
                claimed.add(cell.n)
                assert cell.before
                cell = cell.before
            found.append(Branch(entries[n - 1].head, cell.n, tuple(own[::-1]), n in standing))
        return tuple(found)


def _undo(spot: Spot, to: int) -> Spot | Refusal:
    if not spot.cell.before:
        return Refusal("undo/nothing", "There is nothing to take back yet.")
    if to == spot.cell.n:
        return Refusal(
            "undo/nothing", f"Move {to} is the last that stands; nothing follows it that could be taken back."
        )
    cell = spot.cell.find(to)
    if cell is None:
        return Refusal("undo/elsewhere", f"Move {to} doesn't stand on this line; undo to a move that does.")
    return Spot(cell, Undone(spot.cell, cell, spot.undone))


def _redo(spot: Spot) -> Spot | Refusal:
    undone = spot.undone
    if undone is None:
        return Refusal("redo/nothing", "There is no undo to take back: something has been done since.")
    since = []
    cell = spot.cell
    while cell is not undone.target and cell.before:
        since.append(cell.n)
        cell = cell.before
    tip = undone.tip
    for n in reversed(since):
        tip = Cell(n, tip, tip.node)
    return Spot(tip, undone.more)
