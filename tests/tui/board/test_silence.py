"""A text tabled when some had sealed: control is told and asked before orders close, and the result says the choice."""

from pathlib import Path

import pytest

from tabletop.model.moves import Advance, Red, Seal, Silence, TableText, Unseal
from tabletop.model.world import Phase
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.table.next_step import next_step
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.silence import SilenceDialog
from tabletop.tui.board.waiting import waiting
from tabletop.tui.seat.seat import SeatScreen
from tabletop.words.story import happenings
from tests.tui.room import KEYS, Room, table, text_of

SIZE = (120, 36)
TEXT = "no-surprises"
TABLED = (Seal(seat="harrow"), TableText(seat="lyre", kind=TEXT))
TITLE = "No watch leaves unannounced"
HARROW, INSIDE = "The Council of Harrow", "the Council of Harrow"


async def chosen(control: LocalTable, key: str) -> None:
    async with TabletopApp(exercise=Exercise(control.session)).run_test(size=SIZE) as pilot:
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SilenceDialog) and TITLE in text_of(pilot.app)
        await pilot.press(key)
        await pilot.pause()


def results(control: LocalTable) -> str:
    """What the review tells, once the turn has been played on."""
    for move in (Red(seat="control", source="model"), Advance(seat="control"), Advance(seat="control")):
        assert control.make_now(move) is None
    world = control.view_now().world
    return "\n".join(each.text for each in happenings(control.view_now(to=0).world, world, world.changes))


def test_control_is_told_before_it_goes_on(tmp_path: Path) -> None:
    world = table(tmp_path, KEYS, *TABLED).view_now().world

    assert next_step(world).words.endswith("1 tabled late")
    assert any(TITLE in line and "had sealed" in line for line in waiting(world))


async def test_one_key_opens_the_orders_of_those_seats_again(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, *TABLED)

    await chosen(control, "U")

    entry, world = control.session.entries[-1], control.session.world
    assert (entry.move, entry.entered_by) == (Unseal(seat="harrow"), "control")
    assert world.phase is Phase.ORDERS and not next_step(world).words.endswith("tabled late")


@pytest.mark.parametrize(
    "key, act, line",
    [
        ("enter", "wait", f"{TITLE} is left for the next turn: it was tabled too late for {INSIDE}"),
        ("A", "bind", f"the council agrees on {TITLE}; silence binds {INSIDE}, for whom it was tabled too late"),
    ],
)
async def test_what_is_chosen_is_on_record_and_in_the_result(tmp_path: Path, key: str, act: str, line: str) -> None:
    control = table(tmp_path, KEYS, *TABLED)

    await chosen(control, key)

    choices = [entry.move for entry in control.session.entries if isinstance(entry.move, Silence)]
    assert choices == [Silence(seat="control", proposal=TEXT, act=act, seats=("harrow",))]
    assert control.session.world.phase is Phase.RED and line in results(control)


async def test_escape_changes_nothing(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, *TABLED)
    before = len(control.session.entries)

    await chosen(control, "escape")

    assert len(control.session.entries) == before and control.session.world.phase is Phase.ORDERS


async def test_the_seat_that_had_sealed_is_told_and_may_speak_without_opening_its_orders(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, *TABLED)

    async with Room(SeatScreen(control.at("harrow"))).run_test(size=SIZE) as pilot:
        assert TITLE in text_of(pilot.app)
        await pilot.press("5", "home", "f")
        await pilot.pause()

    world = control.session.world
    assert world.seats["harrow"].sealed and world.texts[TEXT].footnotes == ("harrow",)
    assert not next_step(world).words.endswith("tabled late")
