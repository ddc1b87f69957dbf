"""What a redaction can't take out of a record, in sentences for whoever asked for it. Takes nothing out itself."""

import re
from collections.abc import Sequence
from itertools import groupby

from tabletop.journal.record.entry import Entry, personal
from tabletop.model.moves import Show, WriteInject

_OURS = re.compile(r"(written|inject)(-\d+)?")  # ids of injects that no title has made


def out_of_reach(entries: Sequence[Entry]) -> list[str]:
    """Of entries that were to lose their words: names and ids that the chain holds as they are."""
    sentences = []
    early: list[int] = []
    for entry in entries:
        beside = set(personal(entry.entered_by, entry.id)) - set(entry.personal)
        if beside or (isinstance(entry.move, Show) and not entry.salt and not entry.hashes):
            early.append(entry.n)
    if early:
        which = numbers(early)
        sentences.append(f"entered_by, id and what was shown stay in {which}, made before they could be taken out")
    injects = {each.move.inject: each.n for each in entries if isinstance(each.move, WriteInject)}
    return sentences + [
        f"the id '{inject}' of the inject written in entry {n} stays, orders and answers refer to it"
        for inject, n in injects.items()
        if not _OURS.fullmatch(inject)
    ]


def numbers(entries: Sequence[int]) -> str:
    """ "entry 3", "entries 3, 7 to 9"."""
    by_gap = groupby(enumerate(entries), key=lambda item: item[1] - item[0])  # the same along a run
    runs = [[n for _, n in run] for _, run in by_gap]
    words = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
    return f"{'entry' if len(entries) == 1 else 'entries'} {words}"
