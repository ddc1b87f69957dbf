"""The waterfall: figures that add up, and a cursor."""

from hypothesis import given
from hypothesis import strategies as st
from textual.app import ComposeResult

from tabletop.tui.charts.causes import WaterfallRow, columns, compose_lines, draw_line
from tabletop.tui.charts.ledger import ledger
from tabletop.tui.charts.waterfall import Waterfall
from tabletop.tui.kit.program import Program
from tabletop.tui.look import palette
from tests.tui.room import until

AMOUNTS = st.lists(st.floats(-40, 40), max_size=12)
ROWS = (WaterfallRow("A brigade arrives", 4.2, "this turn"), WaterfallRow("A brigade leaves", -6.3))


@given(st.floats(0, 100), AMOUNTS, st.none() | st.floats(0, 100))
def test_the_figures_shown_add_up_to_the_digit(before: float, amounts: list[float], after: float | None) -> None:
    end = before + sum(amounts) if after is None else after

    sums = ledger(before, amounts, end)

    assert sums.before + sum(sums.amounts) + sums.other == sums.after
    assert abs(sums.before - before * 10) <= 0.51
    assert abs(sums.after - end * 10) <= 0.51
    assert all(abs(tenths - amount * 10) <= 1 for tenths, amount in zip(sums.amounts, amounts, strict=True))


@given(AMOUNTS, st.integers(30, 150))
def test_every_row_is_as_wide_as_its_columns(amounts: list[float], width: int) -> None:
    rows = [WaterfallRow(f"cause number {number} of the score", amount) for number, amount in enumerate(amounts)]
    sums = ledger(50, amounts, 50 + sum(amounts))
    layout = columns(rows, sums, width)

    lines = [draw_line(line, layout, palette.BACKGROUND) for line in compose_lines(rows, sums, layout, "")]

    assert layout.width <= width
    assert all(line.text.rstrip() == line.crop(0, width).text.rstrip() for line in lines)


def test_what_no_cause_explains_is_named() -> None:
    sums = ledger(50, [2.0], 55)

    assert (sums.amounts, sums.other) == ((20,), 30)


class Shown(Program):
    """The waterfall alone, and the messages it posted."""

    def __init__(self) -> None:
        super().__init__()
        self.posted: list[str | int] = []

    def compose(self) -> ComposeResult:
        yield Waterfall()

    def on_mount(self) -> None:
        self.query_one(Waterfall).show(ROWS, 58.0, 55.9, "Baltic")

    def on_cursor_list_moved(self, message: Waterfall.Moved) -> None:
        self.posted.append(message.at)

    def on_waterfall_opened(self, message: Waterfall.Opened) -> None:
        self.posted.append("opened")


async def test_the_cursor_moves_stops_at_the_ends_and_announces() -> None:
    app = Shown()

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "down", "down", "down", "enter", "up")

    assert app.posted == [1, "opened", 0]


async def test_before_causes_and_after_are_on_the_screen() -> None:
    app = Shown()

    async with app.run_test(size=(80, 24)):
        widget = app.query_one(Waterfall)
        text = "\n".join(widget.render_line(y).text for y in range(9))

    for part in ("58.0", "▲  +4.2", "▼  -6.3", "▼  -2.1", "55.9", "A brigade leaves"):
        assert part in text


async def test_a_waterfall_without_causes_draws_and_takes_keys() -> None:
    app = Shown()

    async with app.run_test(size=(40, 10)) as pilot:
        app.query_one(Waterfall).show((), 50, 50, "")
        await pilot.press("tab", "down", "end", "enter")

    assert not app.posted


async def test_causes_that_have_no_room_can_be_scrolled_to() -> None:
    app = Shown()

    async with app.run_test(size=(80, 24)) as pilot:
        waterfall = app.query_one(Waterfall)
        waterfall.show([WaterfallRow(f"cause {n}", 1.0) for n in range(30)], 50, 80, "")
        await pilot.press("tab", "end")

        await until(pilot, lambda: waterfall.scroll_offset.y == waterfall.max_scroll_y > 0)

        assert waterfall.show_vertical_scrollbar
        assert waterfall.scroll_offset.y == waterfall.max_scroll_y > 0
