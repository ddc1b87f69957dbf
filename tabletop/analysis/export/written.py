"""Tables as text: CSV that a spreadsheet can't mistake for formulas, and JSON. No locale, no rounding."""

import csv
import io
import json
from typing import Any

from tabletop.analysis.export.pack import Pack
from tabletop.analysis.export.table import Cell, Table

#: First characters that spreadsheets take for a formula, and quotes, so that one apostrophe can always be taken off.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'", '"', "＝", "＋", "－", "＠")


def files_of(pack: Pack) -> dict[str, str]:
    """Text by file name: the manifest, then each table as CSV and JSON."""
    made = {"manifest.json": _json(pack.manifest)}
    for table in pack.tables:
        made[f"{table.name}.csv"] = csv_of(table)
        made[f"{table.name}.json"] = json_of(table, pack.manifest)
    return made


def csv_of(table: Table) -> str:
    """A header line of column names, then a line a row. Words that look like a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([[_cell(cell) for cell in row] for row in table.rows])
    return out.getvalue()


def json_of(table: Table, manifest: dict[str, Any]) -> str:
    """Marking and caveat, then a list of objects; texts as they are."""
    names = [column.name for column in table.columns]
    told = {
        "marking": manifest["marking"],
        "caveat": manifest["caveat"],
        "table": table.name,
        "rows": [dict(zip(names, row, strict=True)) for row in table.rows],
    }
    return _json(told)


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return repr(cell)
    said = cell.replace("\0", "�")
    return f"'{said}" if said.startswith(RISKY) else said


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
