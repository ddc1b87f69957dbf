"""Pictures of a screen that name no font on somebody's server."""

import re
from typing import Final

_FONTS: Final = re.compile(r"<!--.*?-->\s*|@font-face\s*{.*?}\s*", re.S)


def plain(svg: str) -> str:
    """The picture without fonts from elsewhere."""
    return _FONTS.sub("", svg)


def in_any_font(svg: str) -> str:
    """The same in whatever even-spaced letters its reader has."""
    return plain(svg).replace("Fira Code, monospace", '"DejaVu Sans Mono", Menlo, Consolas, monospace')
