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
_EPOCH: Final = 0  # the same record gives the same bytes


def pdf_at_hand() -> bool:
    """Whether PDF can be made here."""
    return find_spec("typst") is not None


def pdf_of(sheaf: Sheaf, style: PageStyle) -> bytes:
    """The file. Raises ImportError without the extra."""
    return bytes(_made(sheaf, style, "pdf"))


def png_of(sheaf: Sheaf, style: PageStyle) -> list[bytes]:
    """A picture of each page, to look at. Raises ImportError without the extra."""
    pages = _made(sheaf, style, "png")
    return pages if isinstance(pages, list) else [pages]


def _made(sheaf: Sheaf, style: PageStyle, format: Literal["pdf", "png"]) -> Any:
    import typst

    values = told(sheaf)
    inputs = {
        "sheaf": json.dumps(values, ensure_ascii=False),
        "paper": _PAPERS[style.paper],
        "large": "yes" if style.large else "no",
    }
    return typst.compile(
        _template(),
        format=format,
        ppi=80.0,
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
