"""The columns that tables share, and how words are attributed."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from attrs import evolve

from tabletop.analysis.export.dataset import Dataset, Observation, Variable, integer, time, word, yes_no
from tabletop.analysis.export.source import Source, TurnEnd
from tabletop.journal.record.entry import Entry

_SESSION = (
    word("session", "Name of the session, its save's", who="all"),
    word("marking", "Marking of the exercise", who="all"),
    word("branch", "Branch that the row's entry belongs to: beginning of its last head", who="all"),
    yes_no("live", "Whether it stands: neither undone nor on another branch", who="all"),
    yes_no("practice", "Whether it belongs to the practice turn, which is thrown away", who="all"),
    integer("turn", "Turn", "0 is the opening", who="all"),
)
_PERIOD = word("period", "What the turn stands for in the scenario", who="all")
_ENTRY = integer("entry", "Number of the entry in the record", "from 1, 0 is the opening", who="all")
_TIME = time("time", "When it was made", who="all")
_PHASE = word("phase", "Phase in which it was made", "brief, orders, red, adjudicate, review", who="all")
_TOLD = word(
    "told",
    "Who knew of the entry in the end; columns that all may see are for all in rows that were told to all",
    "all, seats, control",
)

ENTRY = (*_SESSION, _ENTRY, _TIME, _PHASE, _TOLD)
END = (*_SESSION, _PERIOD, _ENTRY)

T = TypeVar("T")
#: Rows of a dataset, each with the entry or the end of a turn that it tells of.
EntryRows = Iterator[tuple[Entry, *Observation]]
EndRows = Iterator[tuple[TurnEnd, *Observation]]
#: Makes a dataset of a record.
Tabulation = Callable[[Source], Dataset]


def by_entry(name: str, grain: str, *columns: Variable) -> Callable[[Callable[[Source], EntryRows]], Tabulation]:
    """A dataset of what was done: the shared columns, then what the function says of entries."""
    return _tabulation(name, grain, (*ENTRY, *columns), _of_entry)


def by_words(
    name: str, grain: str, *columns: Variable, speakers: tuple[str, ...] = ("seat",)
) -> Callable[[Callable[[Source], EntryRows]], Tabulation]:
    """As `by_entry`, of what people said: where nobody is to be named, neither speaker nor place nor order tells."""
    blank = ("entry", "time", "branch", *speakers)

    def declare(rows: Callable[[Source], EntryRows]) -> Tabulation:
        tabulate = by_entry(name, grain, *columns)(rows)
        return lambda source: tabulate(source) if source.level != "none" else _anonymous(tabulate(source), blank)

    return declare


def by_end(name: str, grain: str, *columns: Variable) -> Callable[[Callable[[Source], EndRows]], Tabulation]:
    """A dataset of what stood at the end of each turn, the opening first."""
    return _tabulation(name, grain, (*END, *columns), _of_end)


def _tabulation(
    name: str, grain: str, columns: tuple[Variable, ...], shared: Callable[[Source, T], Observation]
) -> Callable[[Callable[[Source], Iterator[tuple[T, *Observation]]]], Tabulation]:
    def declare(rows: Callable[[Source], Iterator[tuple[T, *Observation]]]) -> Tabulation:
        def tabulate(source: Source) -> Dataset:
            return Dataset(name, grain, columns, tuple((*shared(source, key), *row) for key, *row in rows(source)))

        return tabulate

    return declare


def _anonymous(dataset: Dataset, blank: tuple[str, ...]) -> Dataset:
    keep = [column.name not in blank for column in dataset.columns]
    rows = [tuple(cell if stays else None for cell, stays in zip(row, keep, strict=True)) for row in dataset.rows]
    return evolve(dataset, rows=tuple(sorted(rows, key=lambda row: (row[5], repr(row)))))


def _of_entry(source: Source, entry: Entry) -> Observation:
    audience = source.play.gate.audience(entry.n)
    return (*_session(source, entry.n, entry.turn), entry.n, entry.time, entry.phase, audience)


def _of_end(source: Source, end: TurnEnd) -> Observation:
    return (*_session(source, end.entry, end.turn), source.play.worlds.at(0).scenario.period(end.turn), end.entry)


def _session(source: Source, n: int, turn: int) -> Observation:
    live = n == 0 or n in source.live
    return source.name, source.header.marking, source.branch_of.get(n, ""), live, source.practice(n), turn
