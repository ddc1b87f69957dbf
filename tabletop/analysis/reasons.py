"""Names for causes: what control wrote when it ruled or adjusted. Words stand in the record only, never in a world."""

from collections.abc import Mapping, Sequence

from tabletop.journal.record.entry import Entry
from tabletop.model.account import Worded
from tabletop.model.moves import Adjust, Rule

#: Words by number of the entry that holds them.
Reasons = Mapping[int, str]


def reasons_in(entries: Sequence[Entry]) -> dict[int, str]:
    """Control's reasons: of every adjustment and ruling that gave one; of a ruling the public sentence first."""
    reasons = {}
    for entry in entries:
        match entry.move:
            case Adjust(reason=reason) if reason:
                reasons[entry.n] = reason
            case Rule(public=public, private=private) if public or private:
                reasons[entry.n] = public or private
    return reasons


def public_reasons_in(entries: Sequence[Entry]) -> dict[int, str]:
    """The public sentences of rulings; a reason for an adjustment is control's own."""
    return {e.n: e.move.public for e in entries if isinstance(e.move, Rule) and e.move.public}


def with_reason(cause: Worded, reasons: Reasons) -> str:
    """The cause's sentence, with control's reason where it has one."""
    reason = reasons.get(cause.ref, "") if cause.ref else ""
    return f"{cause.words}: {' '.join(reason.split())}" if reason else cause.words
