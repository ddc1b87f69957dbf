"""The parts of a record as rows of a drawing: which leaves which, and where; which stands."""

from collections.abc import Sequence

from attrs import frozen

from tabletop.analysis.tree_lines import drawing
from tabletop.journal.record.tree import Limb
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


def branch_rows(branches: Sequence[Limb], width: int) -> tuple[str, list[BranchRow]]:
    """What stands over the columns, and a row a part, parents first."""
    over, drawn = drawing(branches, width)
    rows = []
    for line in drawn:
        part = branches[line.limb]
        own = frozenset(part.entries)
        rows.append(BranchRow(line.lead, line.rest, part.parted, part.last, own, part.live, bool(part.undone)))
    return over, rows


def branch_places(branches: Sequence[Limb]) -> list[Place]:
    """Where the branches end that were not taken back, and where they leave the others; nothing of a single line."""

    def words(part: Limb) -> str:
        size = f"{len(part.moves)} moves" if len(part.moves) != 1 else "1 move"
        where = f"leaves after move {part.parted}" if part.parted else "from the opening"
        return f"branch of {size}, {'the line that stands' if part.live else where}"

    kept = [part for part in branches if not part.undone] if len(branches) > 1 else []
    return [Place(part.last, "branch", words(part)) for part in kept]
