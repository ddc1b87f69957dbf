"""Passing the keyboard: nothing of the last seat, the next one named."""

from pathlib import Path

from tabletop.model.moves import TableText
from tabletop.tui.seat.pass_keyboard import PassScreen, whom
from tests.tui.room import NATO, Room, table, text_of


async def test_passing_the_keyboard_shows_nothing_of_the_last_seat(tmp_path: Path) -> None:
    control = table(tmp_path, NATO, TableText(seat="secretary-general", kind="no-surprise"))
    app = Room(PassScreen(control))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = text_of(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        inside = text_of(app)
        await pilot.press("2", *["plus"] * 7, "escape")
        await pilot.pause()
        after = text_of(app)

        assert "WASHINGTON" in before
        assert "Germany" in inside
        assert "Germany" not in after
        assert "Sky Shield" not in after
        assert "BERLIN" in after


async def test_the_next_seat_is_named_when_one_has_sealed(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(PassScreen(control))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "s", "enter", "escape")
        await pilot.pause()

        assert "BERLIN" in text_of(app)
        assert "✓ sealed" in text_of(app)


async def test_escape_goes_back_before_a_seat_had_the_keyboard_and_only_k_does_after(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(PassScreen(control))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "escape", "escape")
        await pilot.pause()
        stayed = isinstance(app.screen, PassScreen)
        await pilot.press("k")
        await pilot.pause()
        left = not isinstance(app.screen, PassScreen)
        app.push_screen(PassScreen(control))
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()

        assert stayed and left
        assert not isinstance(app.screen, PassScreen)


def test_the_room_reads_from_afar_who_has_the_keyboard_next() -> None:
    assert "BERLIN & BENELUX" in whom("Berlin & Benelux", 80, 24).plain
    for width, height in ((120, 36), (200, 60)):
        lines = whom("Berlin & Benelux", width, height).plain.split("\n")
        assert len(lines) <= height // 2 and max(map(len, lines)) <= width
        assert "█" in lines[-2]
