"""All tables as one workbook for a spreadsheet: what they come from, the codebook, then a sheet a table.

A spreadsheet keeps fifteen digits of a number; the CSV has them all. Words are words: no cell is a formula or a link,
whatever stands in it. The one place that knows xlsxwriter, which comes with the extra `tabletop[tables]`.
"""

from datetime import datetime
from importlib.util import find_spec
from io import BytesIO
from typing import Any, Final

from tabletop.analysis.export.dataset import Dataset, Datum
from tabletop.analysis.export.pack import Pack
from tabletop.plain import plain

HOW: Final = "pip install 'tabletop[tables]' (or uv sync --extra tables)"
"""How one gets workbooks."""
_MOST: Final = 32_767
"""Characters of a cell; what is longer stands whole in the CSV."""
_WIDTH: Final = 8, 60
_SURE: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def workbook_at_hand() -> bool:
    """Whether one can be made here."""
    return find_spec("xlsxwriter") is not None


def workbook_of(pack: Pack) -> bytes:
    """The file; the same bytes for the same tables. Raises ImportError without the extra."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    file = BytesIO()
    book = Workbook(file, _SURE)
    book.set_properties({"title": str(pack.manifest["session"]), "comments": str(pack.manifest["marking"]),
                         "created": datetime.fromisoformat(str(pack.manifest["created"]).replace("Z", "+00:00"))
                         .replace(tzinfo=None)})  # fmt: skip
    bold = book.add_format({"bold": True, "bottom": 1})
    *tables, codebook = pack.tables
    _manifest(book.add_worksheet("about"), pack.manifest, bold)
    for table in (codebook, *tables):
        _sheet(book.add_worksheet(table.name), table, pack.manifest, bold)
    book.close()
    return file.getvalue()


def _manifest(sheet: Any, manifest: dict[str, Any], bold: Any) -> None:
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    for row, (key, value) in enumerate(manifest.items()):
        sheet.write_string(row, 0, key, bold)
        sheet.write_string(row, 1, _words(value if isinstance(value, str) else repr(value)))
    _edges(sheet, manifest)


def _sheet(sheet: Any, table: Dataset, manifest: dict[str, Any], bold: Any) -> None:
    for at, column in enumerate(table.columns):
        longest = max([len(column.name), *(len(_words(str(row[at]))) for row in table.rows[:200])])
        sheet.set_column(at, at, min(max(longest + 2, _WIDTH[0]), _WIDTH[1]))
        sheet.write_string(0, at, column.name, bold)
    for n, row in enumerate(table.rows, 1):
        for at, cell in enumerate(row):
            _write(sheet, n, at, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    _edges(sheet, manifest)


def _write(sheet: Any, row: int, column: int, cell: Datum) -> None:
    """Nothing stays empty."""
    match cell:
        case None:
            return
        case bool():
            sheet.write_boolean(row, column, cell)
        case int() | float():
            sheet.write_number(row, column, cell)
        case str():
            sheet.write_string(row, column, _words(cell))


def _words(text: str) -> str:
    return plain(text)[:_MOST]


def _edges(sheet: Any, manifest: dict[str, Any]) -> None:
    """Marking and caveat on every printed page; an ampersand would be an order there."""
    marking, caveat = (plain(str(manifest[key])).replace("&", "&&")[:100] for key in ("marking", "caveat"))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L{marking}&R{caveat}")
    sheet.set_footer(f"&L{marking}&RPage &P of &N")
