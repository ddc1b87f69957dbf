"""From a sheaf to a file: in the format that was asked for, or in HTML where PDF can't be made here."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from tabletop.files.disk import make_folder, put, writing
from tabletop.paper.as_html import html_of
from tabletop.paper.as_pdf import HOW, pdf_at_hand, pdf_of
from tabletop.paper.as_text import text_of
from tabletop.paper.page_style import PageStyle
from tabletop.paper.sheaf import Sheaf

_MAKERS: Final[dict[str, Callable[[Sheaf, PageStyle], bytes]]] = {"pdf": pdf_of, "html": html_of, "txt": text_of}


def usable(format: str) -> str:
    """The format itself, or the next best that can be made here; "" asks for the best."""
    if format in ("", "pdf"):
        return "pdf" if pdf_at_hand() else "html"
    return format


def pressed(sheaf: Sheaf, style: PageStyle, format: str) -> bytes:
    """A file's bytes in a format that can be made here."""
    return _MAKERS[format](sheaf, style)


def lay_out(sheaves: Iterable[Sheaf], folder: Path, style: PageStyle, format: str) -> Iterator[Path]:
    """Writes each into a folder, over what was printed there before. Raises PlaceError."""
    for sheaf in sheaves:
        path = folder / f"{sheaf.name}.{format}"
        data = pressed(sheaf, style, format)
        with writing(path):
            make_folder(folder)
            put(path, data)
        yield path


__all__ = ["HOW", "lay_out", "pressed", "usable"]
