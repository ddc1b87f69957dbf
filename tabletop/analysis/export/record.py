"""Tables of the record itself: every entry, every turn, every branch, the clock."""

from datetime import datetime

from tabletop.analysis.export.common import EndRows, EntryRows, by_end, by_entry
from tabletop.analysis.export.dataset import Dataset, integer, prose, real, time, word, yes_no
from tabletop.analysis.export.source import Source
from tabletop.model.moves import Advance, Clock, End, Pause, Resume, Seal, Start
from tabletop.model.world import Phase

_PHASES = tuple(phase.value for phase in Phase)


@by_entry(
    "entries",
    "an entry of the record, undone ones, undos and notes too",
    word("seat", "Seat that moved, or control", who="all"),
    word("do", "Kind of move", who="all"),
    word("entered_by", "Who typed it, empty: the seat itself; never a person", who="control"),
    integer("saw", "Last entry in the seat's view when it moved, empty for control", "from 0"),
    integer("parent", "Entry it follows where that isn't the one before", "from 0"),
    yes_no("redacted", "Whether free text was taken out"),
    prose("rolled", "What chance gave"),
    word("digest", "Digest of the world, once a turn"),
    word("head", "The chain up to here", who="all"),
)
def _entries(source: Source) -> EntryRows:
    for entry in source.entries:
        yield (
            *(entry, entry.seat, entry.move.do, source.hand(entry), entry.saw, entry.parent),
            *(bool(entry.hashes), "; ".join(entry.rolled), entry.digest, entry.head),
        )


@by_end(
    "turns",
    "a turn that was adjudicated",
    time("first_entry", "First entry made in it"),
    time("orders_from", "Brief left, orders open"),
    time("red_from", "Orders closed"),
    time("adjudicate_from", "The adversary sealed, orders opened"),
    time("review_from", "Adjudicated"),
    real("orders_minutes", "How long orders were open", "minutes", "from 0"),
    real("minutes", "From the first entry to its adjudication", "minutes", "from 0"),
    time("first_order", "First order entered"),
    time("first_seal", "First seal"),
    time("last_seal", "Last seal"),
    integer("entries", "Entries that stand, up to its adjudication", "from 0", "entries"),
    integer("orders", "Orders entered that stand, replaced ones too", "from 0", "orders"),
    word("red", "Who wrote the adversary's order", "control, model"),
)
def _turns(source: Source) -> EndRows:
    """Times are of the last entry that began a phase, on the line that the turn's end stands on."""
    for end in source.ends:
        if not end.entry:
            continue
        line = [each.n for each in source.play.tree.cursors[end.entry].node.back()][::-1]
        entries = [source.entries[n - 1] for n in line if source.entries[n - 1].turn == end.turn]
        advances = {e.phase: e.time for e in entries if isinstance(e.move, Advance)}  # when the phase was over
        seals = [e.time for e in entries if isinstance(e.move, Seal)]
        orders = [e for e in entries if e.move.order]
        brief, order, red, ruling = (advances.get(phase, "") for phase in _PHASES[:4])
        first = entries[0].time if entries else ""
        yield (
            *(end, first, brief, order, red, ruling, _minutes(brief, order), _minutes(first, ruling)),
            *(orders[0].time if orders else "", seals[0] if seals else "", seals[-1] if seals else ""),
            *(len(entries), len(orders), end.world.red.source if end.world.red else ""),
        )


def _minutes(first: str, last: str) -> float | None:
    try:
        length = datetime.fromisoformat(last) - datetime.fromisoformat(first)
    except ValueError:
        return None
    return round(length.total_seconds() / 60, 3)


def _branches(source: Source) -> Dataset:
    columns = (
        word("session", "Name of the session, its save's", who="all"),
        word("marking", "Marking of the exercise", who="all"),
        word("branch", "Beginning of its last head", who="all"),
        yes_no("live", "Whether it ends in what stands", who="all"),
        integer("parted", "Entry after which it leaves its parent", "from 0", who="all"),
        integer("first", "Its first entry", "from 1", who="all"),
        integer("tip", "Its last entry", "from 1", who="all"),
        integer("entries", "Entries of its own", "from 1", "entries", "all"),
    )
    rows = tuple(
        (
            *(source.name, source.header.marking, branch.head[:12], branch.live, branch.fork),
            *(branch.entries[0], branch.tip, len(branch.entries)),
        )
        for branch in source.play.tree.leaves(source.entries)
        if branch.entries
    )
    return Dataset("branches", "a line of the record that ends somewhere, undone ones too", columns, rows)


@by_entry(
    "clock",
    "an act on time: of the clock, of the exercise, of a phase",
    word("do", "What was done", "clock, start, pause, resume, end, advance", who="all"),
    word("act", "Act of the clock", "start, stop, extend, set", who="all"),
    real("seconds", "By or to how much", "seconds", who="all"),
)
def _clock(source: Source) -> EntryRows:
    for entry, move in source.of(Clock, Start, Pause, Resume, End, Advance):
        if isinstance(move, Clock):
            yield entry, "clock", move.act, move.seconds
        else:
            yield entry, move.do, "", None


DATASETS = (_entries, _turns, _branches, _clock)
