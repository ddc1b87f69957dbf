"""Marks in a page: what stands between two of them is written by a program. Knows nothing of what is written."""

import re
from collections.abc import Mapping

Table = tuple[tuple[str, ...], ...]
"""Rows of cells, the headings first."""


def between(page: str, mark: str) -> str:
    """What stands between a mark and its end. Raises ValueError where the page has no such mark."""
    found = _of(mark).search(page)
    if found is None:
        raise ValueError(f"the page has no mark {mark!r}")
    return found.group(2).strip("\n")


def written(page: str, made: Mapping[str, str]) -> str:
    """The page with other text between some marks. Raises ValueError where a mark is missing."""
    for mark, text in made.items():
        between(page, mark)
        page = _of(mark).sub(lambda found, text=text: f"{found.group(1)}\n{text}\n\n{found.group(3)}", page)  # type: ignore[misc]
    return page


def _of(mark: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {re.escape(mark)} -->\n)(.*?)(<!-- end of {re.escape(mark)} -->)", re.DOTALL)


def as_table(rows: Table) -> str:
    """A table as Markdown has it."""
    head, *rest = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((head, f"|{' --- |' * len(rows[0])}", *rest))


def rows_of(text: str) -> list[list[str]]:
    """The cells of a page's tables, row by row, headings and rules among them."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
