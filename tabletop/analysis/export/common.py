"""The columns that tables share, and how words are attributed."""

from collections.abc import Callable, Iterable

from tabletop.analysis.export.source import Source, TurnEnd
from tabletop.analysis.export.table import Cell, Column, Row, Table, time, whole, word, yes_no
from tabletop.journal.record.entry import Entry

_SESSION = (
    word("session", "Name of the session, its save's", who="all"),
    word("marking", "Marking of the exercise", who="all"),
    word("branch", "Branch that the row's entry belongs to: beginning of its last head", who="all"),
    yes_no("live", "Whether it stands: neither undone nor on another branch", who="all"),
    yes_no("practice", "Whether it belongs to the practice turn, which is thrown away", who="all"),
    whole("turn", "Turn", "0 is the opening", who="all"),
)
_PERIOD = word("period", "What the turn stands for in the scenario", who="all")
_ENTRY = whole("entry", "Number of the entry in the record", "from 1, 0 is the opening", who="all")
_TIME = time("time", "When it was made", who="all")
_PHASE = word("phase", "Phase in which it was made", "brief, orders, red, adjudicate, review", who="all")
_TOLD = word(
    "told",
    "Who knew of the entry in the end; columns that all may see are for all in rows that were told to all",
    "all, seats, control",
)

ENTRY = (*_SESSION, _ENTRY, _TIME, _PHASE, _TOLD)
END = (*_SESSION, _PERIOD, _ENTRY)


def by_entry(
    source: Source,
    name: str,
    grain: str,
    columns: tuple[Column, ...],
    entries: Iterable[Entry],
    rows: Callable[[Entry], Iterable[Row]],
) -> Table:
    """A table of what was done: the shared columns, then what `rows` says of an entry."""
    made = [(*_of_entry(source, entry), *row) for entry in entries for row in rows(entry)]
    return Table(name, grain, (*ENTRY, *columns), tuple(made))


def by_words(
    source: Source,
    name: str,
    grain: str,
    columns: tuple[Column, ...],
    entries: Iterable[Entry],
    rows: Callable[[Entry], Iterable[Row]],
    speakers: tuple[str, ...] = ("seat",),
) -> Table:
    """As `by_entry`, of what people said: where nobody is to be named, neither speaker nor place nor order tells."""
    table = by_entry(source, name, grain, columns, entries, rows)
    if source.level != "none":
        return table
    names = [column.name for column in table.columns]
    blank = {names.index(gone) for gone in ("entry", "time", "branch", *speakers) if gone in names}
    hidden = [tuple(None if n in blank else cell for n, cell in enumerate(row)) for row in table.rows]
    return Table(name, grain, table.columns, tuple(sorted(hidden, key=lambda row: (row[5], repr(row)))))


def by_end(
    source: Source,
    name: str,
    grain: str,
    columns: tuple[Column, ...],
    rows: Callable[[TurnEnd], Iterable[Row]],
) -> Table:
    """A table of what stood at the end of each turn, the opening first."""
    made: list[Row] = []
    for end in source.ends:
        shared = _of_end(source, end)
        made += [(*shared, *row) for row in rows(end)]
    return Table(name, grain, (*END, *columns), tuple(made))


def _of_entry(source: Source, entry: Entry) -> tuple[Cell, ...]:
    told = source.play.gate.audience(entry.n)
    return (*_session(source, entry.n, entry.turn), entry.n, entry.time, entry.phase, told)


def _of_end(source: Source, end: TurnEnd) -> tuple[Cell, ...]:
    return (*_session(source, end.entry, end.turn), source.play.worlds.at(0).scenario.period(end.turn), end.entry)


def _session(source: Source, n: int, turn: int) -> tuple[Cell, ...]:
    live = n == 0 or n in source.live
    return source.name, source.header.marking, source.branch_of.get(n, ""), live, source.practice(n), turn
