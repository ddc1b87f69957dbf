"""Posture: where forces stand and go, who bears the need, how departures are covered, what may be ordered of it."""

from pathlib import Path

from textual.content import Content

from tabletop.model.moves import Advance, Assign, Red, RefuseHosting, SetReadiness, Withdraw
from tabletop.model.world import Phase
from tabletop.table.local import LocalTable
from tabletop.tui.kit.gridlines import GridRow, Page, foot
from tabletop.tui.levers.contribution_rows import seat_rows
from tabletop.tui.levers.posture import Posture, match_choices
from tabletop.tui.levers.posture_rows import posture_columns, posture_rows
from tabletop.tui.levers.send import SendDialog
from tabletop.tui.levers.withdraw import WithdrawDialog
from tests.tui.levers.test_tables import Shown, begun, pressed, said_below
from tests.tui.room import text_of

SENT = Assign(seat="berlin", force="de-1-panzer", theatre="baltic")


def rows_of(control: LocalTable, seat: str) -> list[GridRow]:
    return posture_rows(control.at(seat).view_now().levers(seat))


def where(control: LocalTable, seat: str, force: str) -> str:
    """What stands beside a force in the table of a seat."""
    return next(row.cells[1].plain for row in rows_of(control, seat) if row.key[1] == force)


def next_turn(control: LocalTable) -> None:
    """On to the orders of the next turn, the model playing Red."""
    world = control.session.world
    turn = world.turn + 1
    while (control.session.world.turn, control.session.world.phase) != (turn, Phase.ORDERS):
        red_waits = control.session.world.phase is Phase.RED and control.session.world.red is None
        assert control.make_now(Red(seat="control", source="model") if red_waits else Advance(seat="control")) is None


def test_a_force_is_told_at_home_on_the_sheet_on_its_way_and_there(tmp_path: Path) -> None:
    control = begun(tmp_path)
    words = [where(control, "berlin", "de-1-panzer")]
    control.make_now(SENT)
    words.append(where(control, "berlin", "de-1-panzer"))
    for _ in range(2):
        next_turn(control)
        words.append(where(control, "berlin", "de-1-panzer"))

    assert words == ["Central", "▸ to Baltic", "lends 40 % to Baltic (half to T2)", "lends 40 % to Baltic"]


def test_what_can_not_move_says_so_and_no_list_is_shown(tmp_path: Path) -> None:
    control = begun(tmp_path)
    levers = control.at("berlin").view_now().levers("berlin")
    fixed = next(force for force in levers.packages.own if levers.packages.bound(force))

    assert where(control, "berlin", fixed).endswith(" · fixed")
    assert "fixed: can't be moved" in said_below(Posture(), control.at("berlin").view_now(), "berlin", ("own", fixed))


async def test_a_force_with_nothing_to_lend_is_refused_with_the_reason(tmp_path: Path) -> None:
    control = begun(tmp_path)
    levers = control.at("berlin").view_now().levers("berlin")
    fixed = next(force for force in levers.packages.own if levers.packages.bound(force))
    app = Shown(Posture, control, "berlin")

    async with app.run_test(size=(120, 40)) as pilot:
        app.grid.select(("own", fixed))
        await pilot.press("plus")
        assert not isinstance(app.screen, SendDialog)


async def test_an_assignment_is_ordered_for_a_later_turn_with_right(tmp_path: Path) -> None:
    moves = await pressed(
        Shown(Posture, begun(tmp_path), "berlin"), ("own", "de-1-panzer"), "plus", "right", "right", "enter"
    )

    assert moves == [Assign(seat="berlin", force="de-1-panzer", theatre="baltic", turn=3)]


async def test_every_destination_says_what_it_does_there(tmp_path: Path) -> None:
    control = begun(tmp_path)
    app = Shown(Posture, control, "berlin")

    async with app.run_test(size=(120, 40)) as pilot:
        app.grid.select(("own", "de-1-panzer"))
        await pilot.press("plus")
        await pilot.pause()
        text = text_of(app)

    assert "Goes now, without notice" in text
    for theatre in ("Baltic", "High North", "Black Sea"):
        assert text.count(theatre) > 1


def test_who_bears_the_need_stands_over_every_theatre_and_adds_up(tmp_path: Path) -> None:
    heads = [row.cells[0].plain for row in rows_of(begun(tmp_path), "washington") if row.heading]
    needs = [head.partition("   ")[2] for head in heads if "nobody" in head]

    assert len(needs) == 7
    for need in needs:
        assert need.startswith("European ") and " · US here " in need
        assert sum(int(part.rpartition(" ")[2]) for part in need.split(" · ")) == 100


def test_what_a_departure_frees_and_what_is_on_its_way_stand_in_the_anchors_table_at_80_columns(tmp_path: Path) -> None:
    control = begun(tmp_path, Assign(seat="washington", force="us-173", theatre="baltic"))
    next_turn(control)
    levers = control.at("washington").view_now().levers("washington")
    page = Page(posture_columns(levers), posture_rows(levers))
    lines = [line.plain for line in page.lines(76, len(page.rows), 0, -1, False)]

    assert "freed" in lines[0]
    assert [line for line in lines if "173rd Airborne" in line and "Baltic (half to T2)" in line]


def test_a_match_says_its_reasons_whole_at_80_columns(tmp_path: Path) -> None:
    levers = begun(tmp_path).at("berlin").view_now().levers("berlin")
    said = [choice.does.plain for choice in match_choices(levers, "us-rota-ddg") if choice.does]

    assert any("%: " in each for each in said) and any(each.startswith("nothing: other kind (") for each in said)
    assert all(len(each.partition(" (")[0]) <= 40 for each in said)


def test_a_long_explanation_is_whole_where_two_rows_stay_in_sight() -> None:
    for room in range(6, 60):
        kept = len(foot([Content("words")] * 12, room, 2))
        assert kept == 12 if room >= 15 else kept == room - 3


def test_what_would_come_from_home_stands_apart(tmp_path: Path) -> None:
    rows = rows_of(begun(tmp_path), "washington")
    at = next(n for n, row in enumerate(rows) if row.cells[0].plain.startswith("At home"))

    assert {row.cells[1].plain for row in rows[at + 1 :]} == {"at home"}


def test_what_has_left_is_told_with_how_it_is_covered_now(tmp_path: Path) -> None:
    control = begun(tmp_path, SetReadiness(seat="warsaw", level=0.3))
    control.make_now(Withdraw(seat="washington", force="us-btl-baltic", turn=1))
    next_turn(control)
    below = said_below(Posture(), control.at("berlin").view_now(), "berlin", ("anchor", "us-btl-baltic"))

    assert where(control, "berlin", "us-btl-baltic") == "gone T1"
    assert "Left the Baltic in turn 1 by surprise: " in below
    assert "readiness until turn 2" in below


async def test_a_withdrawal_says_by_what_it_would_be_matched_and_how_long(tmp_path: Path) -> None:
    control = begun(tmp_path, SetReadiness(seat="warsaw", level=0.3))
    next_turn(control)
    app = Shown(Posture, control, "washington")

    async with app.run_test(size=(120, 40)) as pilot:
        app.grid.select(("anchor", "us-btl-baltic"))
        await pilot.press("minus")
        await pilot.pause()
        assert isinstance(app.screen, WithdrawDialog)
        text = text_of(app)

    assert "The ledger in turn 4: matched in part: " in text
    assert "readiness until turn 5" in text


async def test_a_seat_is_offered_to_refuse_what_is_announced_for_its_theatre(tmp_path: Path) -> None:
    control = begun(tmp_path, Assign(seat="berlin", force="de-1-panzer", theatre="baltic", turn=4))
    next_turn(control)

    moves = await pressed(Shown(Posture, control, "warsaw"), ("coming", "de-1-panzer"), "minus")

    assert moves == [RefuseHosting(seat="warsaw", force="de-1-panzer")]


def test_members_forces_and_voters_are_told_in_numbers(tmp_path: Path) -> None:
    rows = seat_rows(begun(tmp_path).at("berlin").view_now().levers("berlin"), every=False)
    germany = next(row for row in rows if row.key == ("member", "de"))
    voters = next(row.cells[0].plain for row in rows if row.key == ("voters",))

    assert germany.cells[4].plain.split()[0] == "100"
    assert voters.startswith("Voters: support ")
    assert " above the path" in voters
