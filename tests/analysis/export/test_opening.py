"""What stood at the opening and at the end of every turn stands in the tables as `replay --json` says it, and a data
frame or a spreadsheet that reads them counts and sums what the record holds."""

import csv
import io
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from tabletop.analysis.export.pack import Pack, pack
from tabletop.analysis.export.source import source_of
from tabletop.analysis.export.workbook import workbook_of
from tabletop.analysis.export.written import files_of
from tabletop.cli.replay import world_document
from tabletop.journal.session import Session
from tabletop.model.moves import Advance
from tabletop.words.cause_words import wording
from tests.golden.example import EXAMPLE

pandas = pytest.importorskip("pandas")
Rows = list[dict[str, str]]
STANDING = ("forces", "posts", "programmes", "members", "seats")
ENDS = (0, 2, 8)
"""Turns whose ends are compared: the opening, one in the middle, the last."""


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.open(EXAMPLE, read_only=True)


@pytest.fixture(scope="module")
def made(session: Session) -> Pack:
    return pack(source_of("example", session.header, session.play, wording))


@pytest.fixture(scope="module")
def rows(made: Pack) -> dict[str, Rows]:
    texts = {name.removesuffix(".csv"): text for name, text in files_of(made).items() if name.endswith(".csv")}
    return {name: list(csv.DictReader(io.StringIO(text))) for name, text in texts.items()}


def ends(session: Session) -> dict[int, int]:
    """By turn the last entry before the next one opened."""
    last = {0: 0}
    for entry in session.entries:
        if not (isinstance(entry.move, Advance) and entry.phase == "review"):
            last[entry.turn] = entry.n
    return last


def at(rows: Rows, turn: int) -> Rows:
    return [row for row in rows if row["turn"] == f"{turn}" and row["live"] == "true"]


@pytest.mark.parametrize("turn", ENDS)
def test_what_stood_is_what_replay_prints(turn: int, session: Session, rows: dict[str, Rows]) -> None:
    now: Any = world_document(str(EXAMPLE), ends(session)[turn], None)
    of = {name: {row[name.removesuffix("s")]: row for row in at(rows[name], turn)} for name in STANDING}

    assert all(set(of[name]) == set(now[name]) for name in STANDING)
    for name, force in now["forces"].items():
        row = of["forces"][name]
        assert [row["status"], row["theatre"], row["owner"]] == [force["status"], force["theatre"], force["owner"]]
        assert int(row["personnel"]) == force["personnel"]
    for name, post in now["posts"].items():
        assert [of["posts"][name][key] for key in ("holder", "status", "to")] == [
            post[key] for key in ("holder", "status", "to")
        ]
    for name, programme in now["programmes"].items():
        row = of["programmes"][name]
        assert [int(row["ordered"]), int(row["delivered"])] == [programme["ordered"], programme["delivered"]]
        assert float(row["paid"]) == pytest.approx(sum(programme["paid"].values()))
    for name, member in now["members"].items():
        for key in ("spending", "pledge", "worth", "gdp"):
            assert float(of["members"][name][key]) == member[key]
    for name, seat in now["seats"].items():
        assert [float(of["seats"][name][key] or 0) for key in ("wallet", "capital")] == [
            seat["wallet"],
            seat["capital"],
        ]
    scores = {row["path"]: row for row in at(rows["scores"], turn) if row["kind"] == "score"}
    assert scores
    for path, row in scores.items():
        assert float(row["after"] or row["value"]) == pytest.approx(now["scores"][path], abs=1e-9), path


def test_injects_that_had_come_or_waited_at_the_opening_have_rows(session: Session, rows: dict[str, Rows]) -> None:
    opening = {name: state.state.value for name, state in session.world_at(0).injects.items()}

    told = {row["inject"]: row for row in rows["injects"] if row["entry"] == "0"}

    assert {name: row["state"] for name, row in told.items()} == {
        name: state for name, state in opening.items() if state != "planned"
    }
    assert {(row["turn"], row["was"], row["by"], row["live"]) for row in told.values()} == {("0", "", "rules", "true")}


def test_a_data_frame_and_a_spreadsheet_count_and_sum_what_the_record_holds(
    session: Session, made: Pack, tmp_path: Path
) -> None:
    done = Counter(entry.move.do for entry in session.entries)
    book = openpyxl.load_workbook(BytesIO(workbook_of(made)), read_only=True)
    for name, text in files_of(made, bom=True).items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    for table in made.tables:
        frame = pandas.read_csv(tmp_path / f"{table.name}.csv", keep_default_na=False, na_values=[""])
        head, *sheet = book[table.name].iter_rows(values_only=True)
        assert list(frame.columns) == list(head) == [column.name for column in table.columns]
        assert len(frame) == len(sheet) == len(table.rows)
        for n, column in enumerate(table.columns):
            if column.kind in ("number", "whole") and table.rows:
                ours = sum(cell for cell in table.values(column.name) if isinstance(cell, int | float))
                for theirs in (frame[column.name].sum(), sum(row[n] or 0 for row in sheet)):
                    assert theirs == pytest.approx(ours, rel=1e-9, abs=1e-6), (table.name, column.name)
    entries = pandas.read_csv(tmp_path / "entries.csv")
    assert dict(entries["do"].value_counts()) == dict(done)
    assert len(pandas.read_csv(tmp_path / "notes.csv")) == done["note"]
