"""A seat's screen: its levers order, its sheet undoes, its seal locks; nothing of another seat is on it."""

from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Input

from tabletop.model.moves import (
    AcceptHandover,
    Advance,
    Answer,
    Declare,
    Fund,
    Message,
    Move,
    ProposeHandover,
    Red,
    SetReadiness,
    SetSpending,
    Withdraw,
)
from tabletop.rules.world.digest import digest
from tabletop.table.local import LocalTable
from tabletop.tui.levers.orderline import OrderLine
from tabletop.tui.seat.seat import SeatScreen
from tests.offered import options
from tests.tui.room import KEYS, NATO, Room, table, text_of, until


async def test_plus_on_a_member_orders_a_tenth_more_and_minus_takes_it_down(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "plus", "plus")
        await pilot.pause()
        orders = control.session.world.seats["berlin"].orders

        assert len(orders) == 1
        assert isinstance(orders[0].move, SetSpending)
        assert round(orders[0].move.share - control.session.world.members["de"].spending, 2) > 0.19
        assert "Orders 1/5" in text_of(app)


async def test_a_move_is_made_once(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(120, 36)) as pilot:
        before = len(control.session.entries)
        await pilot.press("2", "plus")
        await pilot.pause()

        assert len(control.session.entries) == before + 1


async def test_delete_on_the_sheet_takes_an_order_back(tmp_path: Path) -> None:
    control = table(tmp_path, NATO, Fund(seat="berlin", programme="c-patriot"), SetReadiness(seat="berlin", level=0.2))
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "down", "delete")
        await pilot.pause()

        assert [o.move.do for o in control.session.world.seats["berlin"].orders] == ["fund"]


async def test_orders_by_tables_are_the_orders_of_the_moves(tmp_path: Path) -> None:
    by_hand = table(tmp_path, name="hand.toml")
    app = Room(SeatScreen(by_hand.at("berlin")))
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("2", "plus", "down", "down", "down", "down", "plus", "plus", "7", "3", "4", "5")
        app.screen.query_one("#council").select(("stance", "solidarity"))  # type: ignore[attr-defined]
        await pilot.press("plus", "4")
        app.screen.query_one("#commands").select(("post", "jfc-brunssum"))  # type: ignore[attr-defined]
        await pilot.press("h", "enter")
        await pilot.pause()
    share = by_hand.session.world.seats["berlin"].orders[0].move.share  # type: ignore[attr-defined]
    proposed = next(o.move for o in by_hand.session.world.seats["berlin"].orders if o.move.do == "propose-handover")

    by_moves = table(
        tmp_path, NATO,
        SetSpending(seat="berlin", member="de", share=share), SetReadiness(seat="berlin", level=0.2),
        Declare(seat="berlin", stance="solidarity"), proposed, name="moves.toml",
    )  # fmt: skip

    assert digest(by_hand.session.world) == digest(by_moves.session.world)


async def test_minus_on_a_package_shows_four_prices_and_enter_orders_with_notice(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("washington")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        app.screen.query_one("#posture").select(("anchor", "us-abct-pl"))  # type: ignore[attr-defined]
        await pilot.press("minus")
        await pilot.pause()
        shown = text_of(app)
        await pilot.press("enter")
        await pilot.pause()

        assert shown.count("surprise") >= 2
        assert "not matched" in shown
        assert [o.move for o in control.session.world.seats["washington"].orders] == [
            Withdraw(seat="washington", force="us-abct-pl", turn=3)
        ]


async def test_an_inject_is_answered_with_a_number_and_enter(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("washington")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("7", "enter", "3", "enter")
        await pilot.pause()

        assert Answer(seat="washington", inject="greenland-1", option="walk-out") in [
            e.move for e in control.session.entries
        ]


async def test_a_proposed_handover_is_accepted_with_plus(tmp_path: Path) -> None:
    control = table(tmp_path, NATO, ProposeHandover(seat="washington", post="landcom", to="de"))
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("4")
        app.screen.query_one("#commands").select(("post", "landcom"))  # type: ignore[attr-defined]
        await pilot.press("plus")
        await pilot.pause()

        assert AcceptHandover(seat="berlin", post="landcom") in [e.move for e in control.session.entries]


async def test_a_refusal_stands_in_place_and_covers_nothing(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", *["plus"] * 6)
        await pilot.pause()

        assert "at most 0.5 points a turn" in " ".join(text_of(app).split())
        assert not app._notifications


async def test_nothing_of_another_seats_orders_is_on_a_seats_screen(tmp_path: Path) -> None:
    shown: list[list[str]] = []
    for n, skip in enumerate((None, 3, 11)):
        control = table(tmp_path, NATO, name=f"{n}.toml")
        for seat in control.session.world.seats if skip else ():
            for move in secret_orders(control, seat)[:: skip or 1][:4] if seat != "berlin" else ():
                control.make_now(move)
        control.make_now(Message(seat="paris", to="warsaw", text=f"psst {n}"))
        app = Room(SeatScreen(control.at("berlin")))
        async with app.run_test(size=(120, 40)) as pilot:
            panes = []
            await until(pilot, partial(rehearsed, app))
            for pane in "1234578":
                await pilot.press(pane)
                await pilot.pause()
                panes.append(text_of(app))
            shown.append(panes)

    assert shown[0] == shown[1] == shown[2]


def rehearsed(app: Room) -> bool:
    """Whether what the sheet would bring stands there, which comes after the rest."""
    return "by the review" in text_of(app)


def secret_orders(control: LocalTable, seat: str) -> list[Move]:
    """Orders a seat could give that nobody else may see before they are opened."""
    found = options(control.at(seat).view_now().world, seat)
    return [move for move in found if move.order and not isinstance(move, ProposeHandover)]


@pytest.mark.parametrize(("seat", "size"), [("harrow", (80, 24)), ("lyre", (120, 36)), ("herald", (200, 60))])
async def test_a_scenario_in_other_words_is_drawn_and_ordered_in(
    tmp_path: Path, seat: str, size: tuple[int, int]
) -> None:
    control = table(tmp_path, KEYS)
    app = Room(SeatScreen(control.at(seat)))
    async with app.run_test(size=size) as pilot:
        for pane in "1234578":
            await pilot.press(pane, "plus", "escape", "down", "plus", "escape")
            await pilot.pause()

        assert control.session.world.seats[seat].orders or seat == "herald"


async def test_a_seat_enters_six_orders_and_seals_in_sixty_keys(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("washington")))
    typed = [":", "w abct-pl 3\n", "w 173 3\n", "w 2cr 4\n", "d s\n", "t no\n", "a g b\n", "seal\n", "\n"]
    keys = [_key(character) for word in typed for character in word]

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()

    seat = control.session.world.seats["washington"]
    assert len(keys) <= 60
    assert seat.sealed
    assert [order.move.do for order in seat.orders] == ["withdraw", "withdraw", "withdraw", "declare", "table-text"]
    assert control.session.world.injects["greenland-1"].answers == (("washington", "wider-rights"),)


async def test_an_operators_entries_say_so(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("berlin"), entered_by="control"))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"r .5", "enter", "escape", "s", "enter")
        await pilot.pause()

    assert [(e.move.do, e.entered_by) for e in control.session.entries[-2:]] == [
        ("set-readiness", "control"), ("seal", "control"),
    ]  # fmt: skip


async def test_talk_by_its_dialogs(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("M", "p", "tab", *"wait for us", "enter", "enter")
        await pilot.press("P", "tab", "tab", *"we match it", "ctrl+s")
        await pilot.press("v", *"a parade", "enter", *"drums", "ctrl+s")
        await pilot.pause()
        await pilot.press("V", "tab", "tab", "tab", *"it is cheap", "enter")
        await pilot.pause()

    done = [e.move.do for e in control.session.entries]
    assert done[-4:] == ["message", "promise", "free-move", "argue"]
    assert isinstance(control.session.entries[-4].move, Message)
    assert control.session.entries[-4].move.to == "paris"


async def test_what_is_on_the_line_is_kept_when_it_is_closed(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"fund li", "escape", "colon")
        await pilot.pause()

        assert app.screen.query_one(OrderLine).query_one(Input).value == "fund li"


async def test_phases_after_orders_leave_the_screen_readable(tmp_path: Path) -> None:
    control = table(tmp_path, NATO, Fund(seat="berlin", programme="c-patriot"), Advance(seat="control"),
                    Red(seat="control", source="model"))  # fmt: skip
    for _ in range(3):
        app = Room(SeatScreen(control.at("berlin")))
        async with app.run_test(size=(80, 24)) as pilot:
            for pane in "1234578":
                await pilot.press(pane, "plus")
            await pilot.pause()
            assert "NATO 3.0" in text_of(app)
        assert control.make_now(Advance(seat="control")) is None


def _key(character: str) -> str:
    names = {"\n": "enter", " ": "space", ":": "colon", "-": "minus", ".": "full_stop", "+": "plus"}
    return names.get(character, character)
