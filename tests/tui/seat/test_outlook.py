"""Beside a seat's sheet: objectives and scores as the sheet would leave them, as far as its own lines leave room."""

from pathlib import Path

import pytest

from tabletop.model.moves import Advance, Red, Withdraw
from tabletop.tui.levers.outlook import Outlook, ghost_bar, outlook_lines
from tabletop.tui.levers.sheet import Sheet
from tabletop.tui.seat.seat import SeatScreen
from tabletop.words.bands import margin_figure
from tests.tui.room import Room, table, until


async def test_beside_the_sheet_stand_the_seat_s_own_objectives_as_the_sheet_would_have_them(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("washington")))

    async with app.run_test(size=(120, 36)) as pilot:
        outlook = app.first.query_one(Outlook)
        assert all(each.objective.title in str(outlook.content) for each in app.first.levers.objectives)
        await until(pilot, lambda: "your sheet" in str(outlook.content))
        shown, width = str(outlook.content), outlook.content_size.width

    levers = control.at("washington").view_now().levers("washington")
    after = {each.objective.id: each.points for each in levers.by_review.objectives}
    assert shown.startswith(outlook_lines(levers.objectives, after, width).plain)


def test_a_ghost_is_as_long_as_what_would_come_or_go() -> None:
    assert ghost_bar(50, 30, 10).plain == "▇▇▇░░▁▁▁▁▁"
    assert ghost_bar(30, 50, 10).plain == "▇▇▇░░▁▁▁▁▁"
    assert ghost_bar(30, None, 10).plain == "▇▇▇▁▁▁▁▁▁▁"


@pytest.mark.parametrize(("size", "heads"), [((120, 36), 1), ((200, 60), 2)])
async def test_scores_stand_under_the_objectives_where_the_sheet_leaves_room(
    tmp_path: Path, size: tuple[int, int], heads: int
) -> None:
    control = table(tmp_path)
    screen = SeatScreen(control.at("washington"))
    app = Room(screen)

    async with app.run_test(size=size) as pilot:
        outlook = screen.query_one(Outlook)
        await until(pilot, lambda: "→" in str(outlook.content))
        shown = str(outlook.content)
        assert sum(head in shown for head in ("Margin by theatre", "Alliance, and your own")) == heads
        assert shown.count("\n") < outlook.size.height
        assert outlook.size.height + screen.query_one(Sheet).needed <= screen.query_one("#side").size.height

    then = screen.levers.by_review.scores
    weakest = min(control.session.world.scenario.theatres, key=lambda each: then[f"margin/{each}"])
    assert margin_figure(then[f"margin/{weakest}"]) in shown


@pytest.mark.parametrize("reviewed", [False, True], ids=["orders", "review"])
async def test_orders_on_a_sheet_are_told_whole_beside_scores(tmp_path: Path, reviewed: bool) -> None:
    control = table(tmp_path)
    for force in ("us-abct-pl", "us-btl-baltic", "us-2cr"):
        control.make_now(Withdraw(seat="washington", force=force, turn=3))
    for move in (
        (Advance(seat="control"), Red(seat="control", source="model"), *[Advance(seat="control")] * 2)
        if reviewed
        else ()
    ):
        assert control.make_now(move) is None
    screen = SeatScreen(control.at("washington"))
    app = Room(screen)

    async with app.run_test(size=(120, 36)) as pilot:
        outlook, sheet = screen.query_one(Outlook), screen.query_one(Sheet)
        await until(pilot, lambda: reviewed or "→" in str(outlook.content))
        await until(pilot, lambda: outlook.size.height == str(outlook.content).count("\n") + 1)
        assert len(screen.view.world.seats["washington"].orders) == 3 and len(sheet.rows) > 3
        assert not any(row.cells[0].cell_length > sheet.size.width for row in sheet.rows)
        fits = len(sheet.rows) + sheet.page.head_height <= sheet.size.height
        assert fits or "Margin by theatre" not in str(outlook.content)
        assert fits == reviewed
