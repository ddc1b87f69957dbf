"""The workbook holds the tables, every cell as it stands in them, and no word in it is a formula or a link."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from tabletop.analysis.export import workbook
from tabletop.analysis.export.pack import Pack, pack
from tabletop.analysis.export.source import source_of
from tabletop.analysis.export.workbook import workbook_of
from tabletop.journal.session import Session
from tabletop.plain import plain
from tabletop.words.cause_words import wording
from tests.cli.said import new, run
from tests.golden.example import EXAMPLE
from tests.hostile import hostile_session

EVIL = " =1+1 +1 @SUM(1) -1\t\r\n\x1b[2J http://evil.example/ \u202ekcab None NA"


def packed(session: Session) -> Pack:
    return pack(source_of(session.path.stem, session.header, session.play, wording))


def opened(pack: Pack) -> Any:
    return openpyxl.load_workbook(BytesIO(workbook_of(pack)))


@pytest.fixture(scope="module")
def example() -> Pack:
    return packed(Session.open(EXAMPLE, read_only=True))


def _kept(row: tuple[Any, ...]) -> list[Any]:
    """As a spreadsheet keeps it, numbers to some digits."""
    return [pytest.approx(cell, rel=1e-11) if isinstance(cell, int | float) else plain(cell or "") for cell in row]


def _cells(row: tuple[Any, ...]) -> list[Any]:
    return [cell if isinstance(cell, int | float) else plain(cell or "") for cell in row]


def test_every_cell_is_the_tables(example: Pack) -> None:
    book = opened(example)

    assert book.sheetnames == ["about", "codebook", *(table.name for table in example.tables[:-1])]
    for table in example.tables:
        head, *rows = book[table.name].iter_rows(values_only=True)
        assert list(head) == [column.name for column in table.columns]
        assert len(rows) == len(table.rows)
        assert [_cells(row) for row in rows] == [_kept(row) for row in table.rows], table.name


def test_hostile_words_are_words_in_a_workbook(tmp_path: Path) -> None:
    for sign in ("=1+1", "+1", "@SUM(1)", "-1", EVIL):
        with hostile_session(tmp_path / f"{len(sign)}-{ord(sign[0])}.toml", sign) as session:
            book = opened(packed(session))
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type in ("s", "n", "b"), (sheet.title, cell.value)
                    assert cell.hyperlink is None


def test_the_same_tables_make_the_same_workbook(example: Pack) -> None:
    assert workbook_of(example) == workbook_of(example)


def test_marking_stands_on_every_printed_page(example: Pack) -> None:
    assert all("EXERCISE" in sheet.oddHeader.left.text for sheet in opened(example))


def test_the_codebook_says_how_words_like_none_are_read(example: Pack) -> None:
    book = example.tables[-1]
    kinds, empty = book.values("type"), book.values("empty")

    told = dict(zip(kinds, empty, strict=True))
    assert [kind for kind, how in told.items() if "keep_default_na=False" in str(how)] == ["word", "text"]


def test_export_writes_a_workbook_when_asked_and_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = new(tmp_path / "s.toml")

    assert run("export", save, "--to", tmp_path / "plain").code == 0
    assert run("export", save, "--to", tmp_path / "book", "--xlsx").code == 0
    monkeypatch.setattr(workbook, "find_spec", lambda _: None)
    said = run("export", save, "--to", tmp_path / "none", "--xlsx")

    assert not (tmp_path / "plain" / "tables.xlsx").exists()
    assert (tmp_path / "book" / "tables.xlsx").read_bytes().startswith(b"PK")
    assert said.code == 1 and "tabletop[tables]" in said.err
    assert not (tmp_path / "none").exists()
