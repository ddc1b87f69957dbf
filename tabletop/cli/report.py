"""`report`: the quick look at an exercise, on one page."""

from pathlib import Path

import click

from tabletop.cli.say import document, line, quantity, remark
from tabletop.cli.terms import NAMED
from tabletop.errors import TabletopError
from tabletop.paper.page_style import PAPERS, PageStyle

_FORMATS = ("html", "md", "pdf", "json")
_EDITIONS = ("quick-look", "players")


@click.command()
@click.argument("save", type=NAMED)
@click.option("--edition", type=click.Choice(_EDITIONS), default=_EDITIONS[0], help="Control's, or one for players.")
@click.option("--format", "format", type=click.Choice(_FORMATS), help="Default: what -o ends in, else pdf or html.")
@click.option("-o", "--to", "to", type=NAMED, metavar="PATH", help="The file (default: NAME-EDITION, here).")
@click.option("--paper", type=click.Choice(PAPERS), default=PAPERS[0], help="The paper's size.")
def report(save: str, edition: str, format: str | None, to: str | None, paper: str) -> None:
    """Tell an exercise on one page: what happened, scores, rulings, what was learned.

    Markdown is for editing: made again over the same file, edited paragraphs stay and figures are made anew. JSON goes
    to stdout unless -o names a file.
    """
    from tabletop.cli.print import desk_of
    from tabletop.paper.as_pdf import HOW
    from tabletop.paper.editions import EDITIONS
    from tabletop.paper.press import usable
    from tabletop.paper.write_report import report_values, write_report

    asked = format or (_ending(to) if to else "")
    made = asked if asked in ("md", "json") else usable(asked)
    with desk_of(save) as desk:
        if not desk.begun:
            raise TabletopError("is a scenario: there is nothing to report yet", place=save)
        if made == "json" and to is None:
            document(report_values(desk, EDITIONS[edition]))
            return
        path = Path(to or f"{desk.name}-{edition}.{made}")
        if asked == "pdf" and made != "pdf":
            path = path.with_suffix(".html")
            remark(f"made HTML instead, which prints from any browser; {HOW}")
        kept = write_report(desk, EDITIONS[edition], path, made, PageStyle(paper))
    line(f"{path}: {edition}" + (f", {quantity(kept, 'edited paragraph')} kept" if kept else ""))


def _ending(path: str) -> str:
    """The format that a file's name asks for, "" for none that is known."""
    ending = Path(path).suffix.removeprefix(".").lower()
    return ending if ending in _FORMATS else ""
