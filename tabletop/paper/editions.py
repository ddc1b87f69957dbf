"""Editions of the report: who reads each, and through whose eyes it is made."""

from typing import Final

from attrs import frozen

from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.paper.desk import CONTROL_ONLY, EVERYBODY, Desk
from tabletop.paper.look_page import look_page
from tabletop.paper.quick_look import QuickLook, quick_look
from tabletop.paper.sheaf import Sheaf


@frozen
class Edition:
    """`who`: through whose eyes it is made. `reader`: who may see it."""

    name: str
    who: str
    reader: str


EDITIONS: Final = {
    each.name: each for each in (Edition("quick-look", CONTROL, CONTROL_ONLY), Edition("players", PUBLIC, EVERYBODY))
}


def look_of(desk: Desk, edition: Edition) -> QuickLook:
    """What an edition says. What was said is told with its seat where the session's attribution allows that."""
    return quick_look(desk.view(edition.who), by_seat=desk.control.attribution != "none")


def report(desk: Desk, edition: Edition, look: QuickLook) -> Sheaf:
    """An edition as a page."""
    title = f"{look.title}: the quick look"
    name = f"{desk.name}-{edition.name}"
    return Sheaf(name, title, edition.reader, desk.imprint, look_page(look), dense=True)
