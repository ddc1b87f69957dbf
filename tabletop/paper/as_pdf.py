"""Pages as PDF, by typst: the one place that knows it. What is printed is handed over as data, never as markup.

Without the extra `tabletop[paper]` there is none; `pdf_at_hand` says so.
"""

import json
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any, Final, Literal

from tabletop.paper.page_style import PageStyle
from tabletop.paper.sheaf import Sheaf, told

HOW: Final = "for PDF install the extra once, 80 MB: pip install 'tabletop[paper]' (or uv sync --extra paper)"
"""How one gets PDF, in a line."""
_PAPERS: Final = {"a4": "a4", "letter": "us-letter"}
_PLAIN: Final = 10.5
_LARGE: Final = 15.0
_DENSE: Final = (11.0, 10.2, 9.4, 8.9, 8.3, 7.7, 7.0)
_EPOCH: Final = 0  # the same record gives the same bytes


def pdf_at_hand() -> bool:
    """Whether PDF can be made here."""
    return find_spec("typst") is not None


def pdf_of(sheaf: Sheaf, style: PageStyle) -> bytes:
    """The file. Raises ImportError without the extra."""
    return bytes(_made(sheaf, style, "pdf", _size(sheaf, style)))


def png_of(sheaf: Sheaf, style: PageStyle) -> list[bytes]:
    """A picture of each page, to look at. Raises ImportError without the extra."""
    return _pictures(sheaf, style, _size(sheaf, style))


def _pictures(sheaf: Sheaf, style: PageStyle, size: float) -> list[bytes]:
    pages = _made(sheaf, style, "png", size)
    return pages if isinstance(pages, list) else [pages]


def _size(sheaf: Sheaf, style: PageStyle) -> float:
    """Points of the type: of what must stand on one page the largest with which it does."""
    if not sheaf.dense:
        return _LARGE if style.large else _PLAIN
    return next((size for size in _DENSE[:-1] if len(_pictures(sheaf, style, size)) == 1), _DENSE[-1])


def _made(sheaf: Sheaf, style: PageStyle, format: Literal["pdf", "png"], size: float) -> Any:
    import typst

    values = told(sheaf)
    inputs = {
        "sheaf": json.dumps(values, ensure_ascii=False),
        "paper": _PAPERS[style.paper],
        "size": f"{size}",
    }
    return typst.compile(
        _template(),
        format=format,
        ppi=100.0,
        sys_inputs=inputs,
        timestamp=_EPOCH,
        ignore_system_fonts=not _beyond(inputs["sheaf"]),
    )


def _beyond(text: str) -> bool:
    """Whether a text has letters that typst's own fonts lack: then the system's are looked through, slowly."""
    return any("\u0590" <= char <= "\u1cff" or char >= "\u2e80" for char in text)


@cache
def _template() -> bytes:
    return files("tabletop.paper").joinpath("templates", "sheaf.typ").read_bytes()
