"""The sheet and the order line as widgets: lines with cost and effect, errors in place, nothing lost."""

from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.widgets import Input, Static

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Fund, Move, ProposeHandover, SetReadiness, TakeBack, Withdraw
from tabletop.scenario.load import load_scenario
from tabletop.table.local import LocalTable
from tabletop.tui.kit.messages import MoveAsked
from tabletop.tui.kit.program import Program
from tabletop.tui.levers.orderline import OrderLine
from tabletop.tui.levers.sheet import Sheet

NATO = Path("scenarios/nato-3-0")


def begun(tmp_path: Path, *moves: Move) -> LocalTable:
    control = LocalTable(Session.create(tmp_path / "x.toml", load_scenario(NATO), Terms(seed="7", fold=6)))
    for move in (Advance(seat="control"), *moves):
        assert control.make_now(move) is None
    return control


class Shown(Program):
    """A sheet over an order line; what they announce is kept."""

    def __init__(self, control: LocalTable, seat: str) -> None:
        super().__init__()
        self.view, self.seat = control.at(seat).view_now(), seat
        self.moves: list[Move] = []

    def compose(self) -> ComposeResult:
        yield Sheet(id="sheet")
        yield OrderLine(id="line")

    def on_mount(self) -> None:
        self.query_one(Sheet).show(self.view, self.seat)
        self.query_one(OrderLine).show(self.view, self.seat)

    def on_move_asked(self, event: MoveAsked) -> None:
        self.moves.append(event.move)

    def said(self) -> str:
        return str(self.query_one("#reading", Static).render())

    def lines(self) -> str:
        return str(self.query_one(Sheet).render())


async def test_a_line_stands_with_what_it_costs_and_does(tmp_path: Path) -> None:
    control = begun(
        tmp_path,
        Fund(seat="berlin", programme="c-patriot"),
        ProposeHandover(seat="berlin", post="jfc-brunssum", to="it"),
    )
    app = Shown(control, "berlin")

    async with app.run_test(size=(100, 20)):
        lines = app.lines()

    assert "Pays for a tranche of Patriot and SAMP/T bridging pool" in lines
    assert "4.4 bn" in lines
    assert "waits for the parties" in lines


async def test_minus_and_backspace_take_the_line_under_the_cursor_back(tmp_path: Path) -> None:
    control = begun(tmp_path, SetReadiness(seat="berlin", level=0.2), Fund(seat="berlin", programme="c-patriot"))
    refs = [order.ref for order in control.session.world.seats["berlin"].orders]
    app = Shown(control, "berlin")

    async with app.run_test(size=(60, 30)) as pilot:
        app.query_one(Sheet).focus()
        await pilot.press("backspace", "down", "minus")
        await pilot.pause()

    assert app.moves == [TakeBack(seat="berlin", entry=ref) for ref in refs]


async def test_price_and_effect_are_shown_as_one_types_and_enter_orders(tmp_path: Path) -> None:
    app = Shown(begun(tmp_path), "washington")

    async with app.run_test(size=(100, 20)) as pilot:
        app.query_one(Input).focus()
        await pilot.press(*"w abct-pl 3")
        await pilot.pause()
        below = app.said()
        await pilot.press("enter")
        await pilot.pause()

        assert "leaving in turn 3" in below
        assert "Trust" in below
        assert app.moves == [Withdraw(seat="washington", force="us-abct-pl", turn=3)]
        assert app.query_one(Input).value == ""


async def test_a_refused_line_stays_with_its_reason(tmp_path: Path) -> None:
    app = Shown(begun(tmp_path), "berlin")

    async with app.run_test(size=(80, 20)) as pilot:
        app.query_one(Input).focus()
        await pilot.press(*"s de 40000", "enter")
        await pilot.pause()

        assert "at most 0.5 points a turn" in " ".join(app.said().split())
        assert app.moves == []
        assert app.query_one(Input).value == "s de 40000"


async def test_tab_completes_and_down_chooses_what_it_completes_to(tmp_path: Path) -> None:
    app = Shown(begun(tmp_path), "berlin")

    async with app.run_test(size=(100, 20)) as pilot:
        field = app.query_one(Input)
        field.focus()
        await pilot.press(*"f lit", "tab")
        first = field.value
        field.value = ""
        await pilot.press(*"f c-de", "down", "tab")
        await pilot.pause()

        assert first == "f c-de-lith "
        assert field.value == "f c-de-heavy "


async def test_strange_input_is_only_told(tmp_path: Path) -> None:
    app = Shown(begun(tmp_path), "berlin")

    async with app.run_test(size=(80, 20)) as pilot:
        field: Any = app.query_one(Input)
        field.focus()
        for text in (
            "[red]x",
            "fund [b]",
            "שלום",
            "🎲 ",
            "spend de 1e400",
            "msg paris [/]",
            "free ;;",
            "pace " + "9" * 400,
        ):
            field.value = text
            await pilot.pause()
            await pilot.press("enter")
            assert app.is_running

    assert {move.do for move in app.moves} <= {"message"}
