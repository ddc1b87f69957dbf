"""`print`: paper for seats, room and control."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tabletop.cli.say import line, quantity, remark
from tabletop.cli.terms import NAMED
from tabletop.errors import TabletopError, did_you_mean
from tabletop.paper.desk import Desk
from tabletop.paper.page_style import FORMATS, PAPERS, PageStyle


@click.command("print")
@click.argument("source", type=NAMED, metavar="SAVE|SCENARIO")
@click.option(
    "--what",
    required=True,
    metavar="WHAT",
    help="seat-packs, order-sheets, ...: see below.",
)
@click.option("-o", "--to", "folder", type=NAMED, metavar="DIR", help="Where the files go (default: NAME-paper, here).")
@click.option("--seat", metavar="SEAT", help="For this seat alone.")
@click.option("--format", "format", type=click.Choice(FORMATS), help="Default: pdf where it can be made, else html.")
@click.option("--paper", type=click.Choice(PAPERS), default=PAPERS[0], help="The paper's size.")
@click.option("--large", is_flag=True, help="Large type.")
def print_(
    source: str, what: str, folder: str | None, seat: str | None, format: str | None, paper: str, large: bool
) -> None:
    """Print what a room needs on paper. Each seat's file holds only what that seat may see."""
    from tabletop.paper.as_pdf import HOW
    from tabletop.paper.press import lay_out, usable
    from tabletop.paper.prints import PRINTS

    if what not in PRINTS:
        hint = did_you_mean(what, tuple(PRINTS)) or f"known: {', '.join(PRINTS)}"
        raise click.UsageError(f"There is no '{what}' to print; {hint}.")
    with desk_of(source) as desk:
        seats = (seat,) if seat else desk.seats
        if seat and not PRINTS[what].by_seat:
            raise click.UsageError(f"{what} is control's own; leave out --seat.")
        if seat and seat not in desk.control.world.seats:
            hint = did_you_mean(seat, tuple(desk.control.world.seats))
            raise TabletopError(f"there is no seat '{seat}' in it", place=source, hint=hint)
        made = usable(format or "")
        where = Path(folder or f"{desk.name}-paper")
        files = list(lay_out(PRINTS[what].of(desk, seats), where, PageStyle(paper, large), made))
    if not files:
        raise TabletopError(f"there are no {what.replace('-', ' ')} now", place=source, hint=_NOTHING.get(what, ""))
    if format == "pdf" and made != "pdf":
        remark(f"made HTML instead, which prints from any browser; {HOW}")
    line(f"{where}: {quantity(len(files), 'file')}")
    for file in files:
        line(f"  {file.name}")


_NOTHING = {"inject-slips": "no inject of this turn asks these seats"}


@contextmanager
def desk_of(source: str) -> Iterator[Desk]:
    """A desk at a save, which is only looked at, or at a scenario that nobody has begun. Raises TabletopError."""
    from tabletop.cli.check import is_scenario

    if is_scenario(source):
        from tabletop.journal.store.places import find_scenario
        from tabletop.scenario.load import load_scenario
        from tabletop.table.unbegun import unbegun

        path = Path(source)
        scenario = load_scenario(path if os.path.isfile(path / "scenario.toml") else find_scenario(source))
        yield Desk(scenario.id, unbegun(scenario), begun=False)
        return
    from tabletop.cli.read import placed, refuse_record
    from tabletop.journal.session import Session
    from tabletop.journal.store.save_toml import load
    from tabletop.paper.desk import at_desk
    from tabletop.table.local import LocalTable

    with placed(source):
        refuse_record(source, load(source).header)
        session = Session.open(source, read_only=True)
    with session:
        for notice in session.notices:
            remark(f"{source}: {notice}")
        yield at_desk(LocalTable(session), Path(source).name.removesuffix(".toml"))
