"""Whatever people write comes back from the CSV as one cell, exactly, and never as a formula."""

import csv
import io
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from tabletop.analysis.export.written import csv_lines
from tests.cli.said import new, run

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "﹦1+1", "＋1", "﹢1", "－1", "﹣1", "＠x", "﹫x"]
BEFORE = ["", " ", "\t", "\r", "\n", "\r\n", "\v", "\f", "\x1b", "\x85", "\xa0", "\u200b", "\u2028", "\ufeff", "\u202e"]

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8) | st.text(
    st.sampled_from("\r\n\t,'\"=+-@ a"), max_size=6
)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def plain(cell: str) -> str:
    """As written: of what begins with an apostrophe, the first was put there."""
    return cell.removeprefix("'")


@given(st.lists(st.lists(texts, min_size=2, max_size=2), max_size=4))
@example([["plain\r=1+1", "b"], ["\r", "\r\n"]])
def test_every_text_comes_back_as_one_cell(rows: list[list[str]]) -> None:
    again = read(csv_lines(rows))

    assert [[plain(cell) for cell in row] for row in again] == rows


def test_nothing_is_a_formula_whatever_stands_before_it() -> None:
    for before in BEFORE:
        for formula in FORMULAS:
            ((cell, _),) = read(csv_lines([[before + formula, "x"]]))
            assert cell == f"'{before}{formula}", (before, formula)


def test_words_that_are_none_stay_as_they_are() -> None:
    for said in ("a = b", "Ça va?", "1 + 1", "(=1)", "", "x\r=1"):
        assert read(csv_lines([[said, "x"]])) == [[said, "x"]]


def test_a_mark_for_excel_only_where_it_is_asked_for(tmp_path: Path) -> None:
    save = new(tmp_path / "s.toml")

    for options, begins in (((), b"session"), (("--bom",), b"\xef\xbb\xbfsession")):
        folder = tmp_path / f"with{len(options)}"
        assert run("export", save, "--to", folder, *options).code == 0
        assert (folder / "notes.csv").read_bytes().startswith(begins)
        assert (folder / "manifest.json").read_bytes().startswith(b"{")
