"""Everything that can be printed, each with the function that makes it: the only list of it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from tabletop.model.seats import PUBLIC
from tabletop.paper.cards import consent, name_card
from tabletop.paper.control_book import control_book
from tabletop.paper.desk import CONTROL_ONLY, EVERYBODY, Desk
from tabletop.paper.inject_slip import slips, stock
from tabletop.paper.order_sheet import order_sheet
from tabletop.paper.seat_pack import seat_pack
from tabletop.paper.sheaf import Sheaf
from tabletop.paper.survey import survey
from tabletop.paper.turn_sheet import turn_sheet


@frozen
class Print:
    """`what` as it is asked for, its `title`, and what makes it for some seats. `by_seat`: a seat may print it too."""

    what: str
    title: str
    of: Callable[[Desk, Sequence[str]], Iterator[Sheaf]]
    by_seat: bool = True


def _packs(desk: Desk, seats: Sequence[str]) -> Iterator[Sheaf]:
    for seat in seats:
        title = f"{desk.name_of(seat)}: seat pack"
        yield desk.sheaf(f"seat-pack-{seat}", title, desk.only(seat), seat_pack(desk.view(seat), seat))


def _sheets(desk: Desk, seats: Sequence[str]) -> Iterator[Sheaf]:
    turn = desk.control.world.turn
    for seat in seats:
        title = f"{desk.name_of(seat)}: orders, turn {turn}"
        blocks = order_sheet(desk.view(seat), seat)
        yield desk.sheaf(f"order-sheet-t{turn}-{seat}", title, desk.only(seat), blocks)


def _slips(desk: Desk, seats: Sequence[str]) -> Iterator[Sheaf]:
    """Of an exercise that has begun those of the turn, for the room too; else what could ever ask a seat."""
    turn = desk.control.world.turn
    if not desk.begun:
        for seat in seats:
            if blocks := stock(desk.control, seat):
                title = f"{desk.name_of(seat)}: injects that may come"
                reader = f"Control only, then {desk.name_of(seat)}"
                yield desk.sheaf(f"inject-slips-{seat}", title, reader, blocks)
        return
    for seat in seats:
        if blocks := slips(desk.view(seat), seat):
            title = f"{desk.name_of(seat)}: injects, turn {turn}"
            yield desk.sheaf(f"inject-slips-t{turn}-{seat}", title, desk.only(seat), blocks)
    if len(seats) > 1 and (blocks := slips(desk.view(PUBLIC), "")):
        yield desk.sheaf(f"inject-slips-t{turn}-room", f"Injects, turn {turn}", EVERYBODY, blocks)


def _book(desk: Desk, seats: Sequence[str]) -> Iterator[Sheaf]:
    title = f"{desk.control.world.scenario.title}: control's book"
    yield desk.sheaf("control-book", title, CONTROL_ONLY, control_book(desk.control))


def _wall(desk: Desk, seats: Sequence[str]) -> Iterator[Sheaf]:
    sheet = desk.sheaf(f"turn-sheet-t{desk.control.world.turn}", "Turn sheet", EVERYBODY, turn_sheet(desk.view(PUBLIC)))
    yield evolve(sheet, dense=True)


def _cards(desk: Desk, seats: Sequence[str]) -> Iterator[Sheaf]:
    for seat in seats:
        blocks = name_card(desk.view(PUBLIC), seat)
        yield desk.sheaf(f"card-{seat}", f"{desk.name_of(seat)}: name card", EVERYBODY, blocks)
    yield desk.sheaf("consent", "How your words are used", EVERYBODY, tuple(consent(desk.control)))


def _survey(desk: Desk, seats: Sequence[str]) -> Iterator[Sheaf]:
    for seat in seats:
        blocks = tuple(survey(desk.view(PUBLIC), seat))
        yield desk.sheaf(f"survey-{seat}", f"{desk.name_of(seat)}: survey", desk.only(seat), blocks)


PRINTS: Final = {
    each.what: each
    for each in (
        Print("seat-packs", "brief, figures, orders and prices: what a seat takes to its table", _packs),
        Print("order-sheets", "one page a seat for this turn's orders", _sheets),
        Print("inject-slips", "what comes in, with the options and without what they would do", _slips),
        Print("turn-sheet", "for the wall: story, scores, posture, posts", _wall),
        Print("control-book", "list of events, every inject, Red's sheet, rulings so far", _book, by_seat=False),
        Print("cards", "name cards, and how words are used", _cards),
        Print("survey", "slips before, after a turn and at the end", _survey),
    )
}
