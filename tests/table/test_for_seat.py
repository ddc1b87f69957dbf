"""Control's hand on the pen at a seat's place: it stays there from seat to seat, and leaves with the seats."""

from pathlib import Path

from tabletop.model.moves import Note, SetReadiness
from tabletop.table.local import LocalTable
from tests.tui.room import table


def pen_at(control: LocalTable, seat: str) -> LocalTable:
    return LocalTable(control.session, seat, by_control=True)


def test_what_is_entered_at_the_next_seat_is_marked_too(tmp_path: Path) -> None:
    control = table(tmp_path)
    place = pen_at(control, "paris").at("berlin")

    assert place.make_now(SetReadiness(seat="berlin", level=0.5)) is None

    assert place.who == "berlin"
    assert control.session.entries[-1].entered_by == "control"


def test_control_enters_nothing_for_itself(tmp_path: Path) -> None:
    control = table(tmp_path)
    place = pen_at(control, "paris").at("control")

    assert place.make_now(Note(seat="control", text="quiet here")) is None

    assert control.session.entries[-1].entered_by == ""


def test_a_seats_own_place_leads_to_other_seats_own_places(tmp_path: Path) -> None:
    control = table(tmp_path)

    assert control.at("paris").at("berlin").make_now(SetReadiness(seat="berlin", level=0.5)) is None

    assert control.session.entries[-1].entered_by == ""
