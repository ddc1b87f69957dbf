"""Prints docs/samples anew, one of everything that can be printed, from the example that ships."""

from pathlib import Path

from tabletop.journal.session import Session
from tabletop.paper.as_markdown import markdown_of
from tabletop.paper.desk import Desk, at_desk
from tabletop.paper.editions import EDITIONS, look_of, report
from tabletop.paper.page_style import PageStyle
from tabletop.paper.press import pressed
from tabletop.paper.prints import PRINTS
from tabletop.table.eyes import Eyes
from tabletop.table.local import LocalTable
from tests.golden.example import EXAMPLE

COMMAND = "uv run python -m tests.paper.samples"
SAMPLES = Path(__file__).parents[2] / "docs" / "samples"
SEAT = "berlin"
FORMATS = {"quick-look": "pdf", "players": "html"}
ORDERS = 130
"""An entry in the orders of turn 3, when sheets are being filled in."""


def desks() -> tuple[Desk, Desk]:
    """In the orders of turn 3, and at the end."""
    session = Session.open(EXAMPLE, read_only=True)
    return Desk("example", lambda who: Eyes(session, who).view_now(to=ORDERS)), at_desk(LocalTable(session), "example")


def samples() -> dict[str, bytes]:
    """What is printed by the name of its file."""
    orders, end = desks()
    made = {}
    for what, each in PRINTS.items():
        sheaf = next(iter(each.of(orders, [SEAT])))
        made[f"{what}.pdf"] = pressed(sheaf, PageStyle(), "pdf")
    for name, edition in EDITIONS.items():
        sheaf = report(end, edition, look_of(end, edition))
        made[f"{name}.{FORMATS[name]}"] = pressed(sheaf, PageStyle(), FORMATS[name])
        made[f"{name}.md"] = markdown_of(sheaf)
    return made


def main() -> None:
    made = samples()
    SAMPLES.mkdir(exist_ok=True)
    for old in SAMPLES.iterdir():
        old.unlink()
    for name, data in made.items():
        (SAMPLES / name).write_bytes(data)


if __name__ == "__main__":
    main()
