"""A report as bytes of any of its formats; Markdown keeps what was edited in the file that stands there."""

import json
from pathlib import Path
from typing import Final

from attrs import asdict

from tabletop.errors import PlaceError
from tabletop.files.disk import put, read, writing
from tabletop.paper.as_markdown import edited, markdown_of
from tabletop.paper.desk import Desk
from tabletop.paper.editions import Edition, look_of, report
from tabletop.paper.page_style import PageStyle
from tabletop.paper.press import pressed

FORMATS: Final = ("html", "md", "pdf", "json")


def report_values(desk: Desk, edition: Edition) -> dict[str, object]:
    """An edition as plain values; amounts are not rounded."""
    imprint = {"edition": edition.name, "reader": edition.reader, **asdict(desk.imprint)}
    return {**imprint, **asdict(look_of(desk, edition))}


def write_report(desk: Desk, edition: Edition, path: Path, format: str, style: PageStyle) -> int:
    """Writes an edition over what stands at a path, and says how many paragraphs were kept. Raises PlaceError."""
    sheaf, kept = report(desk, edition, look_of(desk, edition)), 0
    match format:
        case "json":
            data = json.dumps(report_values(desk, edition), ensure_ascii=False, indent=1, allow_nan=False).encode()
        case "md":
            before = _before(path)
            data, kept = markdown_of(sheaf, before), len(edited(before))
        case _:
            data = pressed(sheaf, style, format)
    with writing(path):
        put(path, data)
    return kept


def _before(path: Path) -> str:
    """The file that stands there, "" for none. Raises PlaceError for one that is no text: it is not ours."""
    if not path.exists():
        return ""
    with writing(path):
        try:
            return read(path).decode()
        except UnicodeDecodeError:
            raise PlaceError("is there already and no text", place=str(path), hint="name another file") from None
