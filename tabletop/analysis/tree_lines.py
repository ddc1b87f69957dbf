"""The tree of a record drawn in text: a line a part, box characters before it, its figures in columns behind."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from tabletop.journal.record.tree import Limb
from tabletop.rules.world.arithmetic import count_of

_STEP: Final = 3
"""Columns that one level is set in."""
_GAP: Final = "  "
_HEADS: Final = ("part", "leaves after", "moves", "deterrence", "")


@frozen
class Drawn:
    """A line of the drawing. `limb`: its place in the tree; `lead` the box characters, `rest` the words behind them."""

    limb: int
    lead: str
    rest: str

    @property
    def text(self) -> str:
        return (self.lead + self.rest).rstrip()


def drawing(limbs: Sequence[Limb], width: int = 80, states: Sequence[str] = ()) -> tuple[str, list[Drawn]]:
    """What stands over the columns, and a line for each limb, none longer than `width` (74 or more, where a record has
    up to 9,999 entries).

    `states`: the last column, by limb; without them whether it stands, was undone or was left.
    """
    states = states or [state_of(limb) for limb in limbs]
    spans = [_span(limb) for limb in limbs]
    cells = [
        (
            f"{limb.parted:,}, turn {limb.turn}" if limb.parent >= 0 else "",
            f"{len(limb.moves):,}",
            "" if limb.score is None else f"{limb.score:.1f}",
            state,
        )
        for limb, state in zip(limbs, states, strict=True)
    ]
    wide = [max(len(head), *(len(row[n]) for row in cells)) for n, head in enumerate(_HEADS[1:])]
    span = max(map(len, spans))
    room = width - span - count_of(wide) - len(_GAP) * len(wide)
    last = {limb.parent: n for n, limb in enumerate(limbs)}  # by parent, its last child
    leads = [_lead(limbs, last, n, max(2 * _STEP + 1, room)) for n in range(len(limbs))]
    first = max(len(_HEADS[0]), *(len(lead) + len(text) for lead, text in zip(leads, spans, strict=True)))
    over = f"{_HEADS[0]:<{first}}" + _columns(_HEADS[1:], wide)
    rows = [
        Drawn(n, lead, (f"{text:<{first - len(lead)}}" + _columns(row, wide)).rstrip())
        for n, (lead, text, row) in enumerate(zip(leads, spans, cells, strict=True))
    ]
    return over.rstrip(), rows


def drawn(limbs: Sequence[Limb], width: int = 80, states: Sequence[str] = ()) -> str:
    """The whole drawing as text; a record without branches is one line."""
    if len(limbs) == 1:
        (limb,) = limbs
        told = "" if limb.score is None else f", deterrence {limb.score:.1f}"
        return f"● {_span(limb)}, {len(limb.moves):,} move{'' if len(limb.moves) == 1 else 's'}{told}: one line"
    over, rows = drawing(limbs, width, states)
    return "\n".join([over, *(row.text for row in rows)])


def state_of(limb: Limb) -> str:
    """Whether a part stands, was taken back, or was left for another."""
    if limb.live:
        return "stands"
    return f"undone by {limb.undone:,}" if limb.undone else "left"


def without_undone(limbs: Sequence[Limb]) -> tuple[Limb, ...]:
    """The tree without what was taken back and led nowhere."""
    keep = set()
    for n in range(len(limbs) - 1, -1, -1):
        if n in keep or not limbs[n].undone:
            keep |= {n, limbs[n].parent}
    return pruned(limbs, keep)


def pruned(limbs: Sequence[Limb], keep: set[int]) -> tuple[Limb, ...]:
    """Only the limbs at these places; each parent must be among them."""
    place = {old: new for new, old in enumerate(sorted(keep - {-1}))} | {-1: -1}
    return tuple(evolve(limbs[old], parent=place[limbs[old].parent]) for old in sorted(keep - {-1}))


def _columns(row: Sequence[str], wide: Sequence[int]) -> str:
    parted, moves, score, state = row
    return _GAP + _GAP.join((f"{parted:<{wide[0]}}", f"{moves:>{wide[1]}}", f"{score:>{wide[2]}}", state))


def _span(limb: Limb) -> str:
    if not limb.moves:
        return "the opening" if not limb.parted else f"{limb.parted:,}"
    return f"{limb.first:,} to {limb.last:,}" if len(limb.moves) > 1 else f"{limb.first:,}"


def _lead(limbs: Sequence[Limb], last: dict[int, int], n: int, room: int) -> str:
    """The box characters before a limb; the outer levels give way where it lies too deep."""
    if limbs[n].parent < 0:
        return "● "
    lead = "└─ " if last[limbs[n].parent] == n else "├─ "
    at = limbs[n].parent
    while limbs[at].parent >= 0:
        lead = ("   " if last[limbs[at].parent] == at else "│  ") + lead
        if len(lead) > room:
            return "…" + lead[len(lead) - (room - 1) // _STEP * _STEP :]
        at = limbs[at].parent
    return lead
