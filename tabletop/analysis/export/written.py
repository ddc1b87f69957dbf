"""Tables as text: CSV that a spreadsheet can't mistake for formulas, and JSON. No locale, no rounding."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from tabletop.analysis.export.dataset import Dataset, Datum
from tabletop.analysis.export.pack import Pack

#: First characters that spreadsheets take for a formula, in their plain forms, and quotes: whatever begins with an
#: apostrophe has been given one, so that one can always be taken off.
RISKY = ("=", "+", "-", "@", "'", '"')
_BOM = "\ufeff"
#: Kinds of characters that a spreadsheet may drop or show as nothing: spaces, control and format characters.
_BLANK = ("Zs", "Zl", "Zp", "Cc", "Cf")


def files_of(pack: Pack, *, bom: bool = False) -> dict[str, str]:
    """Text by file name: the manifest, then each table as CSV (behind a byte order mark: `bom`) and JSON."""
    files = {"manifest.json": _json(pack.manifest)}
    for table in pack.tables:
        files[f"{table.name}.csv"] = f"{_BOM if bom else ''}{csv_of(table)}"
        files[f"{table.name}.json"] = json_of(table, pack.manifest)
    return files


def csv_of(table: Dataset) -> str:
    """A header line of column names, then a line a row. Words that look like a formula begin with an apostrophe."""
    return csv_lines([[column.name for column in table.columns], *table.rows])


def csv_lines(rows: Iterable[Sequence[Datum]]) -> str:
    """A line a row. A text with a comma, a quote or any line end in it is one cell in quotes."""
    return "".join([f"{','.join([_quoted(_cell(cell)) for cell in row])}\n" for row in rows])


def json_of(table: Dataset, manifest: dict[str, Any]) -> str:
    """Marking and caveat, then a list of objects; texts as they are."""
    names = [column.name for column in table.columns]
    document = {
        "marking": manifest["marking"],
        "caveat": manifest["caveat"],
        "table": table.name,
        "rows": [dict(zip(names, row, strict=True)) for row in table.rows],
    }
    return _json(document)


def _cell(cell: Datum) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return repr(cell)
    words = cell.replace("\0", "�")
    return f"'{words}" if _is_risky(words) else words


def _is_risky(words: str) -> bool:
    """Whether what a spreadsheet sees first is risky, or begins with something that it may drop."""
    first = next((char for char in words if unicodedata.category(char) not in _BLANK), "")
    return unicodedata.normalize("NFKC", first).startswith(RISKY) or words.startswith(("\t", "\r", "\n"))


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(char in cell for char in ',"\r\n') else cell


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
