"""Screens of a seat stand on another machine: their table holds views that were sent, and no record."""

from pathlib import Path

import pytest

from tabletop.model.moves import Declare
from tabletop.table.local import LocalTable
from tabletop.table.port import Table
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.review.aloud import AloudScreen
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.review.review import ReviewScreen
from tabletop.tui.review.why import WhyScreen
from tabletop.tui.seat.seat import SeatScreen
from tests.table.remote import RemoteTable, sent
from tests.tui.review_app import ADVANCE, RED, OneScreen, keys_orders, keys_session, play
from tests.tui.room import text_of
from tests.tui.test_app import settled

SIZE = (120, 36)
PLAYED = (
    (ReviewScreen, ("space", "space", "space", "a")),
    (WhyScreen, ("left_square_bracket", "0", "d", "a", "down", "1", "down")),
    (AloudScreen, ("right", "left")),
    (EndexScreen, ("o",)),
)


def reviewed(folder: Path) -> LocalTable:
    """The review of the second turn of Two Keys."""
    table = play(keys_session(folder), *keys_orders(), ADVANCE, RED, ADVANCE, ADVANCE)
    return play(table.session, ADVANCE, ADVANCE, ADVANCE, RED, ADVANCE, ADVANCE)


async def pictures(kind: type[TableScreen], table: Table, keys: tuple[str, ...]) -> list[str]:
    """What stands on a screen after each key."""
    app = OneScreen(kind(table))
    shown = []
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        shown.append(text_of(app))
        for key in keys:
            await settled(pilot, key)
            shown.append(text_of(app))
    return shown


@pytest.mark.parametrize(("kind", "keys"), PLAYED, ids=[kind.__name__ for kind, _ in PLAYED])
async def test_a_seats_screen_looks_the_same_where_only_views_are(
    tmp_path: Path, kind: type[TableScreen], keys: tuple[str, ...]
) -> None:
    here = reviewed(tmp_path).at("lyre")
    away = RemoteTable(sent(here.view_now()))
    here.session.close()

    assert await pictures(kind, away, keys) == await pictures(kind, here, keys)


async def test_a_seats_sheet_on_another_machine_shows_its_view_and_sends_its_moves(tmp_path: Path) -> None:
    here = play(keys_session(tmp_path), ADVANCE).at("lyre")
    away = RemoteTable(sent(here.view_now()))
    app = OneScreen(SeatScreen(away))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "Lyre" in text_of(app)
        for key in ("2", "3", "4", "5", "6", "1"):
            await settled(pilot, key)
        await settled(pilot, "colon", *"declare friendship", "enter")

    assert away.away == [Declare(seat="lyre", stance="friendship")]
    assert not here.session.world.seats["lyre"].orders


async def test_where_the_record_is_elsewhere_the_replay_says_so(tmp_path: Path) -> None:
    app = OneScreen(ReviewScreen(RemoteTable(sent(reviewed(tmp_path).at("lyre").view_now()))))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await settled(pilot, "R")
        assert isinstance(app.screen, ReviewScreen)
        assert ["the record is not" in told.message for told in app._notifications] == [True]
