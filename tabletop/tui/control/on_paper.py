"""Paper from the screens: what is asked for is laid beside the save while the screen goes on, and it is told where."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tabletop.errors import TabletopError
from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.paper.desk import Desk, at_desk
from tabletop.paper.editions import EDITIONS, look_of, report
from tabletop.paper.page_style import PageStyle
from tabletop.paper.press import HOW, lay_out, usable
from tabletop.paper.prints import PRINTS
from tabletop.paper.sheaf import Sheaf
from tabletop.table.saves import folder_beside
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.pick import by_name
from tabletop.tui.kit.screen import TableScreen
from tabletop.words.names import capital

_LOOKS = "looks"


def on_paper(screen: TableScreen, seat: str = "") -> None:
    """Asks what is to be printed. `seat`: for this one alone, from what it sees; "" for all, which is control's."""
    rows = [
        (each.what, f"{capital(each.what.replace('-', ' '))}: {each.title}")
        for each in PRINTS.values()
        if each.by_seat or not seat
    ]
    looks = [] if seat else [(_LOOKS, "Quick look: the exercise on one page, for control and for players")]
    ask(screen, by_name("On paper", [*rows, *looks]), lambda what: _print(screen, what, seat))


def print_looks(screen: TableScreen) -> None:
    """Both editions of the quick look."""
    desk = _desk(screen, "")
    _lay(screen, desk, [report(desk, each, look_of(desk, each)) for each in EDITIONS.values()])


def _print(screen: TableScreen, what: str, seat: str) -> None:
    if what == _LOOKS:
        print_looks(screen)
        return
    desk = _desk(screen, seat)
    seats = (seat,) if seat else desk.seats
    for who in (*seats, PUBLIC) if not seat else seats:
        desk.view(who)  # taken now: what is made of them in the background no move changes
    _lay(screen, desk, PRINTS[what].of(desk, seats), f"There are no {what.replace('-', ' ')} now.")


def _desk(screen: TableScreen, seat: str) -> Desk:
    """Of a seat one that sees what the seat sees, whoever is asked for."""
    view = screen.view
    session = Path(view.saved).name.removesuffix(".toml")
    if seat or view.who != CONTROL:
        return Desk(session, lambda _: view)
    return at_desk(screen.table, session)


def _lay(screen: TableScreen, desk: Desk, sheaves: Iterable[Sheaf], none: str = "") -> None:
    app, format = screen.app, usable("")
    folder = folder_beside(Path(screen.view.saved)) / f"{desk.name}-paper"
    app.notify("Printing ...", timeout=3)

    def make() -> None:
        try:
            files = list(lay_out(sheaves, folder, PageStyle(), format))
        except TabletopError as wrong:
            app.call_from_thread(app.notify, str(wrong), severity="error", timeout=10)
            return
        app.call_from_thread(app.notify, _told(files, folder, format) if files else none, timeout=15)

    app.run_worker(make, thread=True, group="paper")


def _told(files: Sequence[Path], folder: Path, format: str) -> str:
    """How many lie where, and how one gets PDF where it can't be made."""
    here = Path.cwd()
    where = folder.relative_to(here) if folder.is_relative_to(here) else folder
    count = f"{len(files)} file{'' if len(files) == 1 else 's'}"
    return f"{count} in {where}" + (f". It is HTML; {HOW}" if format != "pdf" else "")
