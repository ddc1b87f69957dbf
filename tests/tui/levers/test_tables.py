"""The four tables: what a key orders, what is told before it, and that they fit where they stand."""

import re
from pathlib import Path
from typing import Any

import pytest
from textual.app import ComposeResult
from textual.content import Content

from tabletop.model.moves import (
    Advance,
    Assign,
    Backfill,
    CancelWithdrawal,
    Consent,
    Fund,
    Invest,
    MakePromise,
    Move,
    Red,
    SetReadiness,
    TableText,
    TakeBack,
    Verdict,
    Withdraw,
)
from tabletop.model.world import Phase
from tabletop.rules.acts.options import payable, worth
from tabletop.rules.turn.programmes import slip_odds
from tabletop.scenario.load import load_scenario
from tabletop.table.local import LocalTable
from tabletop.table.port import View
from tabletop.tui.kit.fit import GridColumn, shortened, widths
from tabletop.tui.kit.grid import Grid
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.kit.messages import MoveAsked
from tabletop.tui.kit.program import Program
from tabletop.tui.levers.commands import Commands, command_rows
from tabletop.tui.levers.contribution_rows import seat_rows
from tabletop.tui.levers.contributions import Contributions
from tabletop.tui.levers.council import Council
from tabletop.tui.levers.council_rows import council_rows
from tabletop.tui.levers.injects import SeatInjects, inject_rows
from tabletop.tui.levers.posture import Posture
from tabletop.tui.levers.posture_rows import posture_rows
from tabletop.tui.levers.pricing import effects_line, price_line
from tabletop.tui.levers.table import LeverTable
from tabletop.words.bands import alarm_word, support_word
from tests.tui.room import KEYS, NATO, table


def begun(tmp_path: Path, *moves: Move) -> LocalTable:
    """Orders of turn 1 of a session, with some moves made."""
    return table(tmp_path, NATO, *moves)


class Shown(Program):
    """One table; what it announces is kept in `asked`, not made."""

    def __init__(self, kind: type[Grid], control: LocalTable, seat: str) -> None:
        super().__init__()
        self.kind, self.control, self.seat = kind, control, seat
        self.moves: list[Move] = []

    def compose(self) -> ComposeResult:
        yield self.kind(id="it")

    def on_mount(self) -> None:
        who = self.seat or "control"
        self.grid.show(self.control.at(who).view_now(), self.seat)
        self.grid.focus()

    @property
    def grid(self) -> Any:
        return self.query_one("#it")

    def on_move_asked(self, event: MoveAsked) -> None:
        self.moves.append(event.move)


async def pressed(app: Shown, key: tuple[str, ...], *keys: str) -> list[Move]:
    """What is asked for when keys are pressed on a row."""
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.grid.select(key), key
        await pilot.press(*keys)
        await pilot.pause()
    return app.moves


@pytest.mark.parametrize(
    ("row", "key", "order"),
    [
        (("programme", "c-essi"), "plus", Fund(seat="berlin", programme="c-essi", pays=100.0)),
        (("programme", "c-essi"), "asterisk", Fund(seat="berlin", programme="c-essi", pays=100.0, standing=True)),
        (("readiness",), "plus", SetReadiness(seat="berlin", level=0.1)),
        (("readiness",), "full_stop", SetReadiness(seat="berlin", level=0.05)),
        (("way", "national"), "enter", Invest(seat="berlin", way="national", amount=2.0)),
    ],
)
async def test_keys_turn_dials(tmp_path: Path, row: tuple[str, ...], key: str, order: Move) -> None:
    assert await pressed(Shown(Contributions, begun(tmp_path), "berlin"), row, key) == [order]


async def test_minus_takes_back_by_the_number_the_seat_knows(tmp_path: Path) -> None:
    control = begun(tmp_path, Fund(seat="berlin", programme="c-essi", pays=25))
    entry = control.session.world.seats["berlin"].orders[0].ref

    moves = await pressed(Shown(Contributions, control, "berlin"), ("programme", "c-essi"), "minus")

    assert moves == [TakeBack(seat="berlin", entry=entry)]


async def test_keys_faster_than_their_answers_are_all_counted(tmp_path: Path) -> None:
    moves = await pressed(Shown(Contributions, begun(tmp_path), "berlin"), ("readiness",), "plus", "plus", "plus")

    assert [round(move.level, 2) for move in moves if isinstance(move, SetReadiness)] == [0.1, 0.2, 0.3]


def test_the_best_six_purchases_are_offered_first_and_the_rest_when_asked_for(tmp_path: Path) -> None:
    levers = begun(tmp_path).at("berlin").view_now().levers("berlin")
    value = worth(levers.world, payable(levers.world, "berlin"))

    first, every = (
        [row.key[1] for row in seat_rows(levers, all_of_them) if row.key[0] == "programme"]
        for all_of_them in (False, True)
    )

    assert first == [each.programme for each in levers.budget.purchases][:6]
    assert set(every) == set(value)


async def test_control_looks_at_seats_and_opens_one_but_orders_nothing(tmp_path: Path) -> None:
    app = Shown(Contributions, begun(tmp_path), "")

    async with app.run_test(size=(120, 40)) as pilot:
        app.grid.select(("seat", "berlin"))
        await pilot.press("plus", "enter")
        rows = [row.key for row in app.grid.rows]

    assert ("look", "de") in rows
    assert app.moves == []


async def test_a_package_that_leaves_is_kept_with_plus(tmp_path: Path) -> None:
    moves = await pressed(Shown(Posture, begun(tmp_path), "washington"), ("anchor", "us-ibct-ro"), "plus")

    assert moves == [CancelWithdrawal(seat="washington", force="us-ibct-ro")]


async def test_another_seat_promises_a_match_with_minus_and_assigns_with_plus(tmp_path: Path) -> None:
    control = begun(tmp_path)
    match = await pressed(Shown(Posture, control, "berlin"), ("anchor", "us-2cr"), "minus", "enter")
    moves = await pressed(Shown(Posture, control, "berlin"), ("own", "de-1-panzer"), "plus", "enter")

    assert match == [Backfill(seat="berlin", replacement="c-de-heavy", replaces="us-2cr")]
    assert isinstance(moves[0], Assign)
    assert moves[0].force == "de-1-panzer"


def said_below(grid: LeverTable, view: View, seat: str, key: tuple[str, ...]) -> str:
    """The lines below a table with the cursor on a row."""
    grid.show(view, seat)
    return grid.below(GridRow(key, ())).plain


def to_orders(control: LocalTable, turn: int) -> None:
    """On to the orders of a turn, the model playing Red."""
    while (control.session.world.turn, control.session.world.phase) != (turn, Phase.ORDERS):
        red_waits = control.session.world.phase is Phase.RED and control.session.world.red is None
        assert control.make_now(Red(seat="control", source="model") if red_waits else Advance(seat="control")) is None


def test_what_leaves_says_who_stands_in_for_it(tmp_path: Path) -> None:
    theatre = load_scenario(NATO).forces["us-btl-baltic"].base
    control = begun(tmp_path, Assign(seat="berlin", force="de-rapid", theatre=theatre))
    nobody = said_below(Posture(), control.at("berlin").view_now(), "berlin", ("anchor", "us-ibct-ro"))
    to_orders(control, 2)
    control.make_now(Withdraw(seat="washington", force="us-btl-baltic", turn=5))
    to_orders(control, 3)  # an order takes effect at adjudication
    somebody = said_below(Posture(), control.at("berlin").view_now(), "berlin", ("anchor", "us-btl-baltic"))

    assert "Now not matched" in nobody
    assert re.search(r"Now matched( in part)?: \d+ % solid \(Berlin \d+ %\)", somebody), somebody


def test_a_purchase_says_how_often_it_is_late(tmp_path: Path) -> None:
    view = begun(tmp_path).at("berlin").view_now()
    name = payable(view.world, "berlin")[0]
    odds = 100 * slip_odds(view.world, view.world.scenario.programmes[name])

    words = said_below(Contributions(), view, "berlin", ("programme", name))

    assert f"a turn late in {odds:.0f} of 100" in words


async def test_silence_is_kept_consented_or_broken_with_words(tmp_path: Path) -> None:
    control = begun(tmp_path, TableText(seat="paris", kind="no-surprise"))
    consent = await pressed(Shown(Council, control, "berlin"), ("text", "no-surprise"), "plus")
    broken = await pressed(Shown(Council, control, "berlin"), ("text", "no-surprise"), "minus", *"not yet", "ctrl+b")

    assert consent == [Consent(seat="berlin", proposal="no-surprise")]
    assert (broken[0].do, broken[0].words) == ("break-silence", "not yet")  # type: ignore[attr-defined]


async def test_control_says_whether_a_promise_was_kept_and_no_seat_does(tmp_path: Path) -> None:
    control = begun(tmp_path, MakePromise(seat="paris", to="berlin", due=1, text="We telephone first"))
    ref = control.session.world.promises[0].ref

    broken = await pressed(Shown(Council, control, ""), ("promise", "0"), "enter", "down", "enter")
    by_seat = await pressed(Shown(Council, control, "berlin"), ("promise", "0"), "enter", "down", "enter")
    assert control.make_now(broken[0]) is None
    again = await pressed(Shown(Council, control, ""), ("promise", "0"), "enter", "down", "enter")

    assert broken == [Verdict(seat="control", promise=ref, state="broken")]
    assert by_seat == again == []


def test_effects_name_a_seat_as_it_is_called_in_this_session(tmp_path: Path) -> None:
    world = begun(tmp_path).session.world

    words = effects_line(world, {"support/nordic-baltic": -2.0}, 4, "washington").plain

    assert world.seats["nordic-baltic"].name in words and "Nordic-Baltic" not in words


async def test_a_text_about_something_asks_what(tmp_path: Path) -> None:
    moves = await pressed(Shown(Council, begun(tmp_path), "paris"), ("kind", "open-handover"), "enter", "enter")

    assert moves == [TableText(seat="paris", kind="open-handover", about="saceur")]


async def test_h_proposes_with_the_dip_before_it(tmp_path: Path) -> None:
    control = begun(tmp_path)
    moves = await pressed(Shown(Commands, control, "berlin"), ("post", "jfc-brunssum"), "h", "enter")

    assert [move.do for move in moves] == ["propose-handover"]


def test_a_purchase_tells_what_it_costs_and_when_it_counts(tmp_path: Path) -> None:
    levers = begun(tmp_path).at("berlin").view_now().levers("berlin")

    words = price_line(levers, Fund(seat="berlin", programme="c-patriot")).plain

    assert words.startswith("4.4 bn")
    assert "T4" in words


def test_bands_have_words_and_no_figures(tmp_path: Path) -> None:
    k = begun(tmp_path).session.world.scenario.coefficients

    assert support_word(k, 35) == "lost"
    assert [alarm_word(a) for a in (0.1, 0.4, 1.0, 2.0)] == ["calm", "uneasy", "alarmed", "in fear"]


def test_a_column_goes_before_a_word_does() -> None:
    columns = (GridColumn("", keep=9, flex=True, least=12), GridColumn("a", keep=2), GridColumn("b", keep=5))
    cells = [(Content("Harbour Master"), Content("123456"), Content("1234"))]

    assert widths(columns, cells, 40) == [14, 6, 4]
    assert widths(columns, cells, 20) == [14, 0, 4]
    assert shortened(Content("one two three"), 9).plain == "one two…"


PHASES = (
    Advance(seat="control"),
    Red(seat="control", source="model"),
    *[Advance(seat="control")] * 5,
)
"""From the orders of turn 1 to those of turn 2."""


@pytest.mark.parametrize("kind", [Contributions, Posture, Commands, Council, SeatInjects])
@pytest.mark.parametrize("size", [(40, 8), (80, 24), (200, 60)])
async def test_tables_stand_in_any_phase_for_everybody(tmp_path: Path, kind: type[Grid], size: tuple[int, int]) -> None:
    control = begun(tmp_path, Withdraw(seat="washington", force="us-abct-pl", turn=2))
    app = Shown(kind, control, "")

    async with app.run_test(size=size) as pilot:
        for move in PHASES:
            for row in app.grid.rows:
                assert row.heading or app.grid.below(row) is not None
            await pilot.press("end", "home", "pagedown")
            assert control.make_now(move) is None
            app.grid.show(control.at("berlin").view_now(), "berlin")


@pytest.mark.parametrize("scenario", [NATO, KEYS])
def test_every_row_says_something_to_everybody_in_any_phase(tmp_path: Path, scenario: Path) -> None:
    control = table(tmp_path, scenario)

    for move in PHASES:
        for seat in control.session.world.seats:
            view = control.at(seat).view_now()
            levers = view.levers(seat)
            rows = [*seat_rows(levers, every=True), *posture_rows(levers), *command_rows(levers)]
            for row in (*rows, *council_rows(levers, view.lines), *inject_rows(levers)):
                assert row.heading or row.cells[0].plain, (seat, row.key)
        assert control.make_now(move) is None


def test_a_post_whose_holder_stays_settles_in_and_is_handed_to_nobody(tmp_path: Path) -> None:
    control = begun(tmp_path)
    told = {row.key[1]: row.cells[2].plain for row in command_rows(control.at("paris").view_now().levers("paris"))}

    posts = control.session.world.posts
    same = [name for name, post in posts.items() if post.status == "transition" and post.to == post.holder]
    other = [name for name, post in posts.items() if post.status == "transition" and post.to != post.holder]
    assert same and all(told[name].startswith("settles in") for name in same)
    assert other and all(told[name].startswith("to ") for name in other)
