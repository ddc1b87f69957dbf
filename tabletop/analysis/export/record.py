"""Tables of the record itself: every entry, every turn, every branch, the clock."""

from collections.abc import Iterator
from datetime import datetime

from tabletop.analysis.export.common import by_end, by_entry
from tabletop.analysis.export.source import Source, TurnEnd
from tabletop.analysis.export.table import Row, Table, number, text, time, whole, word, yes_no
from tabletop.journal.record.entry import Entry
from tabletop.model.moves import Advance, Clock, End, Pause, Resume, Seal, Start
from tabletop.model.world import Phase

_PHASES = tuple(phase.value for phase in Phase)


def record(source: Source) -> Iterator[Table]:
    yield _entries(source)
    yield _turns(source)
    yield _branches(source)
    yield _clock(source)


def _entries(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        yield (
            *(entry.seat, entry.move.do, source.hand(entry), entry.saw, entry.parent),
            *(bool(entry.hashes), "; ".join(entry.rolled), entry.digest, entry.head),
        )

    return by_entry(
        source,
        "entries",
        "an entry of the record, undone ones, undos and notes too",
        (
            word("seat", "Seat that moved, or control", who="all"),
            word("do", "Kind of move", who="all"),
            word("entered_by", "Who typed it, empty: the seat itself; never a person", who="control"),
            whole("saw", "Last entry in the seat's view when it moved, empty for control", "from 0"),
            whole("parent", "Entry it follows where that isn't the one before", "from 0"),
            yes_no("redacted", "Whether free text was taken out"),
            text("rolled", "What chance gave"),
            word("digest", "Digest of the world, once a turn"),
            word("head", "The chain up to here", who="all"),
        ),
        source.entries,
        rows,
    )


def _turns(source: Source) -> Table:
    """Times are of the last entry that began a phase, on the line that the turn's end stands on."""

    def rows(end: TurnEnd) -> Iterator[Row]:
        if not end.entry:
            return
        line = [each.n for each in source.play.tree.cursors[end.entry].node.back()][::-1]
        entries = [source.entries[n - 1] for n in line if source.entries[n - 1].turn == end.turn]
        began = {e.phase: e.time for e in entries if isinstance(e.move, Advance)}  # when the phase was left
        seals = [e.time for e in entries if isinstance(e.move, Seal)]
        ordered = [e for e in entries if e.move.order]
        left = [began.get(phase, "") for phase in _PHASES[:4]]
        first = entries[0].time if entries else ""
        yield (
            *(first, *left, _minutes(left[0], left[1]), _minutes(first, left[3])),
            *(ordered[0].time if ordered else "", seals[0] if seals else "", seals[-1] if seals else ""),
            *(len(entries), len(ordered), end.world.red.source if end.world.red else ""),
        )

    return by_end(
        source,
        "turns",
        "a turn that was adjudicated",
        (
            time("first_entry", "First entry made in it"),
            time("orders_from", "Brief left, orders open"),
            time("red_from", "Orders closed"),
            time("adjudicate_from", "The adversary sealed, orders opened"),
            time("review_from", "Adjudicated"),
            number("orders_minutes", "How long orders were open", "minutes", "from 0"),
            number("minutes", "From the first entry to its adjudication", "minutes", "from 0"),
            time("first_order", "First order entered"),
            time("first_seal", "First seal"),
            time("last_seal", "Last seal"),
            whole("entries", "Entries that stand, up to its adjudication", "from 0", "entries"),
            whole("orders", "Orders entered that stand, replaced ones too", "from 0", "orders"),
            word("red", "Who wrote the adversary's order", "control, model"),
        ),
        rows,
    )


def _minutes(first: str, last: str) -> float | None:
    try:
        gone = datetime.fromisoformat(last) - datetime.fromisoformat(first)
    except ValueError:
        return None
    return round(gone.total_seconds() / 60, 3)


def _branches(source: Source) -> Table:
    columns = (
        word("session", "Name of the session, its save's", who="all"),
        word("marking", "Marking of the exercise", who="all"),
        word("branch", "Beginning of its last head", who="all"),
        yes_no("live", "Whether it ends in what stands", who="all"),
        whole("parted", "Entry after which it leaves its parent", "from 0", who="all"),
        whole("first", "Its first entry", "from 1", who="all"),
        whole("tip", "Its last entry", "from 1", who="all"),
        whole("entries", "Entries of its own", "from 1", "entries", "all"),
    )
    rows = tuple(
        (
            *(source.name, source.header.marking, branch.head[:12], branch.live, branch.fork),
            *(branch.entries[0], branch.tip, len(branch.entries)),
        )
        for branch in source.play.tree.leaves(source.entries)
        if branch.entries
    )
    return Table("branches", "a line of the record that ends somewhere, undone ones too", columns, rows)


def _clock(source: Source) -> Table:
    def rows(entry: Entry) -> Iterator[Row]:
        move = entry.move
        if isinstance(move, Clock):
            yield "clock", move.act, move.seconds
        else:
            yield move.do, "", None

    return by_entry(
        source,
        "clock",
        "an act on time: of the clock, of the exercise, of a phase",
        (
            word("do", "What was done", "clock, start, pause, resume, end, advance", who="all"),
            word("act", "Act of the clock", "start, stop, extend, set", who="all"),
            number("seconds", "By or to how much", "seconds", who="all"),
        ),
        source.of(Clock, Start, Pause, Resume, End, Advance),
        rows,
    )
