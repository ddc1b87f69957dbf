"""The tree of a record drawn in text: a line a branch, box characters before it, its figures in columns behind."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from tabletop.journal.record.branches import Branch
from tabletop.rules.world.arithmetic import count_of

_STEP: Final = 3
"""Columns that one level is set in."""
_GAP: Final = "  "
_HEADS: Final = ("part", "leaves after", "moves", "deterrence", "")


@frozen
class Drawn:
    """A line of the drawing. `branch`: its place in the tree; `lead` the box characters, `rest` the words behind."""

    branch: int
    lead: str
    rest: str

    @property
    def text(self) -> str:
        return (self.lead + self.rest).rstrip()


def drawing(branches: Sequence[Branch], width: int = 80, states: Sequence[str] = ()) -> tuple[str, list[Drawn]]:
    """What stands over the columns, and a line for each branch, none longer than `width` (74 or more, where a record
    has up to 9,999 entries).

    `states`: the last column, by branch; without them whether it stands, was undone or was left.
    """
    states = states or [state_of(branch) for branch in branches]
    spans = [_span(branch) for branch in branches]
    cells = [
        (
            f"{branch.fork:,}, turn {branch.turn}" if branch.parent >= 0 else "",
            f"{len(branch.moves):,}",
            "" if branch.score is None else f"{branch.score:.1f}",
            state,
        )
        for branch, state in zip(branches, states, strict=True)
    ]
    wide = [max(len(head), *(len(row[n]) for row in cells)) for n, head in enumerate(_HEADS[1:])]
    span = max(map(len, spans))
    room = width - span - count_of(wide) - len(_GAP) * len(wide)
    last = {branch.parent: n for n, branch in enumerate(branches)}  # by parent, its last child
    leads = [_lead(branches, last, n, max(2 * _STEP + 1, room)) for n in range(len(branches))]
    first = max(len(_HEADS[0]), *(len(lead) + len(text) for lead, text in zip(leads, spans, strict=True)))
    over = f"{_HEADS[0]:<{first}}" + _columns(_HEADS[1:], wide)
    rows = [
        Drawn(n, lead, (f"{text:<{first - len(lead)}}" + _columns(row, wide)).rstrip())
        for n, (lead, text, row) in enumerate(zip(leads, spans, cells, strict=True))
    ]
    return over.rstrip(), rows


def drawn(branches: Sequence[Branch], width: int = 80, states: Sequence[str] = ()) -> str:
    """The whole drawing as text; a record without branches is one line."""
    if len(branches) == 1:
        (branch,) = branches
        score = "" if branch.score is None else f", deterrence {branch.score:.1f}"
        return f"● {_span(branch)}, {len(branch.moves):,} move{'' if len(branch.moves) == 1 else 's'}{score}: one line"
    over, rows = drawing(branches, width, states)
    return "\n".join([over, *(row.text for row in rows)])


def state_of(branch: Branch) -> str:
    """Whether a branch stands, was taken back, or was left for another."""
    if branch.live:
        return "stands"
    return f"undone by {branch.undone:,}" if branch.undone else "left"


def without_undone(branches: Sequence[Branch]) -> tuple[Branch, ...]:
    """The tree without what was taken back and led nowhere."""
    keep = set()
    for n in range(len(branches) - 1, -1, -1):
        if n in keep or not branches[n].undone:
            keep |= {n, branches[n].parent}
    return pruned(branches, keep)


def pruned(branches: Sequence[Branch], keep: set[int]) -> tuple[Branch, ...]:
    """Only the branches at these places; each parent must be among them."""
    place = {old: new for new, old in enumerate(sorted(keep - {-1}))} | {-1: -1}
    return tuple(evolve(branches[old], parent=place[branches[old].parent]) for old in sorted(keep - {-1}))


def _columns(row: Sequence[str], wide: Sequence[int]) -> str:
    fork, moves, score, state = row
    return _GAP + _GAP.join((f"{fork:<{wide[0]}}", f"{moves:>{wide[1]}}", f"{score:>{wide[2]}}", state))


def _span(branch: Branch) -> str:
    if not branch.moves:
        return "the opening" if not branch.fork else f"{branch.fork:,}"
    return f"{branch.first:,} to {branch.last:,}" if len(branch.moves) > 1 else f"{branch.first:,}"


def _lead(branches: Sequence[Branch], last: dict[int, int], n: int, room: int) -> str:
    """The box characters before a branch; the outer levels give way where it lies too deep."""
    if branches[n].parent < 0:
        return "● "
    lead = "└─ " if last[branches[n].parent] == n else "├─ "
    at = branches[n].parent
    while branches[at].parent >= 0:
        lead = ("   " if last[branches[at].parent] == at else "│  ") + lead
        if len(lead) > room:
            return "…" + lead[len(lead) - (room - 1) // _STEP * _STEP :]
        at = branches[at].parent
    return lead
