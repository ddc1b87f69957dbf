"""The whole export of a session: every table, a codebook of their columns, a manifest of what they come from."""

from typing import Any

from attrs import frozen

import tabletop
from tabletop.analysis.export import acts, origins, record, standings, words
from tabletop.analysis.export.dataset import Dataset, word
from tabletop.analysis.export.origins import source_of_column
from tabletop.analysis.export.source import Source
from tabletop.journal.store.header import FORMAT

#: Of the tables' names and columns; it changes when one of them does.
EXPORT = 5


_NONE = "an empty cell is no value"
_WORDS = f"{_NONE}; None, NA and null are words (pandas: keep_default_na=False, na_values=[''])"
_EMPTY = {"text": _WORDS, "word": _WORDS}


@frozen
class Pack:
    """`tables` in a fixed order, the codebook last."""

    manifest: dict[str, Any]
    tables: tuple[Dataset, ...]


def pack(source: Source) -> Pack:
    """Everything of a session but names of persons, which no record holds."""
    standing = standings.RECORDED if source.of_record else (*standings.DATASETS, *origins.DATASETS)
    datasets = (*record.DATASETS, *acts.DATASETS, *words.DATASETS, *standing)
    tables = tuple(tabulate(source) for tabulate in datasets)
    book = codebook(tables)
    return Pack(manifest(source, (*tables, book)), (*tables, book))


def codebook(tables: tuple[Dataset, ...]) -> Dataset:
    """A row for each column of each table."""
    columns = (
        word("table", "Name of the table", who="all"),
        word("column", "Name of the column", who="all"),
        word("type", "What stands in it", "text, word, whole, number, yes-no, time", who="all"),
        word("unit", "Unit", who="all"),
        word("values", "Range, or the words there are", who="all"),
        word("who", "Who may see it: all, the seat whose it is, control alone", "all, seat, control", who="all"),
        word("meaning", "What it says", who="all"),
        word("row", "What one row of the table is", who="all"),
        word("empty", "How an empty cell is to be read, and words that look like none", who="all"),
        word("source", "Of a figure: the thing in the table origins that it comes from, or the record", who="all"),
    )
    rows = tuple(
        (
            *(table.name, each.name, each.kind, each.unit, each.values, each.who, each.meaning, table.grain),
            _EMPTY.get(each.kind, _NONE),
            source_of_column(table.name, each),
        )
        for table in tables
        for each in table.columns
    )
    return Dataset("codebook", "a column of a table", columns, rows)


def manifest(source: Source, tables: tuple[Dataset, ...]) -> dict[str, Any]:
    """What the tables come from and how many rows each has."""
    header, play = source.header, source.play
    return {
        "marking": header.marking,
        "caveat": header.caveat,
        "session": source.name,
        "export": EXPORT,
        "format": FORMAT,
        "tabletop": tabletop.__version__,
        "rules": play.rules.version,
        "played_with": {"tabletop": header.tabletop, "rules": header.rules},
        "record": play.rules.closed,
        "scenario": {"id": header.scenario, "digest": header.digest},
        "seed": header.seed,
        "turns": header.turns,
        "fold": header.fold,
        "without": list(header.without),
        "players": dict(header.players),
        "created": header.created,
        "attribution": header.attribution,
        "entries": len(play.entries),
        "live": len(source.live),
        "numbers_differ_from": {"entry": play.differs[0], "turn": play.differs[1]} if play.differs else None,
        "digest": play.rules.digest(play.world),
        "head": play.head,
        "fingerprint": play.head[:12],
        "tables": {table.name: len(table.rows) for table in tables},
    }
