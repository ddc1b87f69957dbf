"""The branches of a record as rows of a drawing: which forks off which, and where; which stands."""

from collections.abc import Sequence

from attrs import frozen

from tabletop.analysis.tree_lines import Drawn, drawing
from tabletop.journal.record.branches import Branch
from tabletop.table.record import Place


@frozen
class BranchRow:
    """`lead`: box characters; `rest`: the words behind them. It leaves its parent after entry `leaves` and ends with
    `last`; `entries` are its own. `undone`: it was taken back."""

    lead: str
    rest: str
    leaves: int
    last: int
    entries: frozenset[int]
    live: bool
    undone: bool


def branch_rows(branches: Sequence[Branch], width: int) -> tuple[str, list[BranchRow]]:
    """What stands over the columns, and a row a branch, parents first."""
    over, lines = drawing(branches, width)
    return over, [_row(line, branches[line.branch]) for line in lines]


def _row(line: Drawn, branch: Branch) -> BranchRow:
    own = frozenset(branch.entries)
    return BranchRow(line.lead, line.rest, branch.fork, branch.last, own, branch.live, bool(branch.undone))


def branch_places(branches: Sequence[Branch]) -> list[Place]:
    """Where the branches end that were not taken back, and where they leave the others; nothing of a single line."""

    if len(branches) == 1:
        return []
    return [Place(branch.last, "branch", _words(branch)) for branch in branches if not branch.undone]


def _words(branch: Branch) -> str:
    size = f"{len(branch.moves)} moves" if len(branch.moves) != 1 else "1 move"
    where = f"leaves after move {branch.fork}" if branch.fork else "from the opening"
    return f"branch of {size}, {'the line that stands' if branch.live else where}"
