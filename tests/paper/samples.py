"""Prints docs/samples anew, one of everything that can be printed, from the example that ships."""

from pathlib import Path

from tabletop.journal.session import Session
from tabletop.paper.desk import Desk, at_desk
from tabletop.paper.editions import EDITIONS
from tabletop.paper.page_style import PageStyle
from tabletop.paper.press import pressed
from tabletop.paper.prints import PRINTS
from tabletop.paper.write_report import write_report
from tabletop.table.eyes import Eyes
from tabletop.table.local import LocalTable
from tests.golden.example import EXAMPLE

SAMPLES = Path(__file__).parents[2] / "docs" / "samples"
SEAT = "berlin"
FORMATS = {"quick-look": "pdf", "players": "html"}
ORDERS = 130
"""An entry in the orders of turn 3, when sheets are being filled in."""


def desks() -> tuple[Desk, Desk]:
    """In the orders of turn 3, and at the end."""
    session = Session.open(EXAMPLE, read_only=True)
    return Desk("example", lambda who: Eyes(session, who).view_now(to=ORDERS)), at_desk(LocalTable(session), "example")


def main() -> None:
    SAMPLES.mkdir(exist_ok=True)
    for old in SAMPLES.iterdir():
        old.unlink()
    orders, end = desks()
    for what, each in PRINTS.items():
        sheaf = next(iter(each.of(orders, [SEAT])))
        (SAMPLES / f"{what}.pdf").write_bytes(pressed(sheaf, PageStyle(), "pdf"))
    for name, edition in EDITIONS.items():
        for format in (FORMATS[name], "md"):
            write_report(end, edition, SAMPLES / f"{name}.{format}", format, PageStyle())


if __name__ == "__main__":
    main()
