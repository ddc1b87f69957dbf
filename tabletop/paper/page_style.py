"""How something is to be printed: as what, on which paper, how large."""

from typing import Final

from attrs import frozen

FORMATS: Final = ("pdf", "html", "txt")
PAPERS: Final = ("a4", "letter")


@frozen
class PageStyle:
    """`large`: type for those who read without their glasses."""

    paper: str = "a4"
    large: bool = False
