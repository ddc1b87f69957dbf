"""Causes of a score's change as people remember them: what belongs to one decision, one event, one draw is one strand.

Strands part the causes among them: every cause is in one, so that they add up as the causes do. Knows no sentence.
"""

from collections.abc import Iterable
from typing import Final, get_args

from attrs import frozen

from tabletop.model.account import Worded
from tabletop.model.cause import Cause, OfOption, OfPost, OfText
from tabletop.rules.world.arithmetic import sum_of

DEPARTURE: Final = "departure"
PULL: Final = "pull"
WEARS_OFF: Final = "wears-off"


def _table() -> dict[str, str]:
    sorts: dict[str, tuple[str, ...]] = {
        DEPARTURE: (
            *("left", "left-matched", "left-by-surprise", "counted", "counted-matched", "counted-by-surprise"),
            *("leaves-matched", "leaves-unmatched", "leaves-by-surprise", "leaves-gap"),
            *("stands-in", "nobody-stands-in"),
        ),
        "match": ("match-lapses", "match-comes"),
        "arrival": ("arrives", "stands", "manned", "settles-in"),
        "late": ("slips", "waits-behind", "waits-for-soldiers"),
        "move": ("moves", "returns", "called-away", "pulled", "not-hosted", "backfill"),
        "plan": ("announced", "cancelled", "new-date"),
        "post": get_args(OfPost),
        "text": get_args(OfText),
        "inject": ("inject", *get_args(OfOption)),
        "promise": ("promise-kept", "promise-broken"),
        "probe": ("probe-hit", "probe-repelled"),
        PULL: (
            *("settles", "settles-towards", "words-settle", "words-refresh", "calm-returns", "gap-closes"),
            *("opinion-settles", "alarm-fades"),
        ),
        "budgets": ("forces-kept",),
        "ageing": ("forces-age",),
        "needs": ("needs-grow", "needs-grow-faster", "needs-grow-slower"),
        "rebuilds": ("rebuilds", "rebuilds-faster", "rebuilds-slower"),
    }
    return {kind: sort for sort, kinds in sorts.items() for kind in kinds}


#: By kind of cause, what sort of strand it belongs to; a kind that isn't here is a sort of its own.
_SORTS: Final = _table()
_TOGETHER: Final = (PULL, WEARS_OFF, "budgets", "ageing", "needs", "rebuilds")
"""Sorts of which there is one strand, whoever and whatever its causes are about."""
_BY_MOVE: Final = ("promise", "ruling", "argument", "adjustment")
"""Sorts in which every move is a strand of its own."""


@frozen
class Strand:
    """`sort`: a word of the table above, or the kind of its causes. `about`: the id that all its causes are about, ""
    where there is none. `causes`: the largest first."""

    sort: str
    about: str
    causes: tuple[Worded, ...]

    @property
    def amount(self) -> float:
        """Points up or down."""
        return sum_of(each.amount for each in self.causes)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(each.cause.kind for each in self.causes)

    @property
    def largest(self) -> Worded:
        return self.causes[0]

    @property
    def ref(self) -> int:
        """The move behind its largest cause that has one; 0 for none."""
        return next((each.ref for each in self.causes if each.ref), 0)

    @property
    def through(self) -> dict[str, float]:
        """Points by the term they came through, the largest first."""
        sums: dict[str, float] = {}
        for each in self.causes:
            sums[each.through] = sums.get(each.through, 0.0) + each.amount
        return dict(sorted(sums.items(), key=lambda term: -abs(term[1])))


def strands(causes: Iterable[Worded]) -> list[Strand]:
    """The causes parted into strands, the largest first; of equals the one whose cause comes first."""
    parts: dict[tuple[str, ...], list[Worded]] = {}
    for each in causes:
        parts.setdefault(_key(each.cause, each.ref), []).append(each)
    made = [
        Strand(key[0], key[1] if len(key) > 1 else "", tuple(sorted(part, key=lambda each: -abs(each.amount))))
        for key, part in parts.items()
    ]
    return sorted(made, key=lambda strand: -abs(strand.amount))


def _key(cause: Cause, ref: int) -> tuple[str, ...]:
    """Sort and about, and what else keeps strands apart."""
    sort = WEARS_OFF if cause.wears_off else _SORTS.get(cause.kind, cause.kind)
    if sort in _TOGETHER:
        return (sort,)
    first = cause.about[0] if cause.about else ""
    if sort in _BY_MOVE:
        return (sort, first, cause.who, str(ref))
    if cause.kind in _SORTS or cause.wears_off:
        return (sort, first)
    return (sort, first, *cause.about[1:], cause.who)
