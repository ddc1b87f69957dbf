"""The waterfall: figures that add up, and a cursor."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from textual.app import ComposeResult

from tabletop.tui.charts.causes import (
    Layout,
    StepRow,
    WaterfallLine,
    WaterfallRow,
    columns,
    compose_lines,
    draw_line,
    shown_rows,
)
from tabletop.tui.charts.ledger import Ledger, ledger
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

    shown = shown_rows(rows, sums, layout, 20)
    lines = [draw_line(line, layout, sums.before, palette.BACKGROUND) for line in composed(shown, sums, layout)]

    assert layout.width <= width
    assert all(line.text.rstrip() == line.crop(0, width).text.rstrip() for line in lines)


def composed(shown: Sequence[StepRow], sums: Ledger, layout: Layout) -> list[WaterfallLine]:
    return compose_lines(shown, sums, layout, ("before", "after"))


@given(AMOUNTS, st.integers(30, 150))
def test_every_step_starts_where_the_last_one_ended_and_the_last_ends_at_what_came_of_it(
    amounts: list[float], width: int
) -> None:
    rows = [WaterfallRow(f"cause {number}", amount) for number, amount in enumerate(amounts)]
    sums = ledger(50, amounts, 50 + sum(amounts))
    layout = columns(rows, sums, width)

    lines = composed(shown_rows(rows, sums, layout, 20), sums, layout)
    steps = [line.step for line in lines if line.step]

    assert [start for start, _ in steps] == [sums.before, *(end for _, end in steps)][: len(steps)]
    assert not steps or steps[-1][1] == sums.after
    assert all(0 <= layout.eighth(value) < max(1, layout.bar * 8) for step in steps for value in step)


@given(st.lists(st.floats(-9, 9), max_size=30), st.integers(8, 40), st.integers(0, 2))
def test_rows_are_joined_only_where_there_is_no_room_or_nothing_to_see(
    amounts: list[float], height: int, kept: int
) -> None:
    rows = [WaterfallRow(f"cause {number}", amount) for number, amount in enumerate(amounts)]
    kept = min(kept, len(rows))
    sums = ledger(50, amounts, 50 + sum(amounts))
    layout = columns(rows, sums, 80)

    shown = shown_rows(rows, sums, layout, height, "{} smaller ones".format, kept)

    assert [n for each in shown for n in each.of] == list(range(len(rows)))
    assert sum(each.tenths for each in shown) == sum(sums.amounts)
    joined = [each for each in shown if len(each.of) > 1]
    assert len(joined) <= 1
    for each in joined:
        assert each.row.label == f"{len(each.of)} smaller ones"
        silent = not any(sums.amounts[n] for n in each.of)
        assert silent or len(shown) + 3 + 1 + bool(sums.other) > height or len(shown) <= 3 + kept


def test_the_bars_take_a_third_of_the_width_or_more() -> None:
    rows = [WaterfallRow("a cause with a name that is as long as names are, and then some", 2.0)] * 3

    for width in (46, 80, 120, 160):
        assert columns(rows, ledger(50, [2.0] * 3, 56), width).bar >= width // 3


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
        self.query_one(Waterfall).show(ROWS, 58.0, 55.9)

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
        app.query_one(Waterfall).show((), 50, 50)
        await pilot.press("tab", "down", "end", "enter")

    assert not app.posted


async def test_causes_that_have_no_room_can_be_scrolled_to() -> None:
    app = Shown()

    async with app.run_test(size=(80, 24)) as pilot:
        waterfall = app.query_one(Waterfall)
        waterfall.show([WaterfallRow(f"cause {n}", 1.0) for n in range(30)], 50, 80)
        await pilot.press("tab", "end")

        await until(pilot, lambda: waterfall.scroll_offset.y == waterfall.max_scroll_y > 0)

        assert waterfall.show_vertical_scrollbar
        assert waterfall.scroll_offset.y == waterfall.max_scroll_y > 0
