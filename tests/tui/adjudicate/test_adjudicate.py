"""Adjudicate, as a person works through it: what needs a person first, rulings by key, the rest in one stroke."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from tabletop.model.moves import MakeFreeMove, Odds, Roll, Rule, TableText, Withdraw
from tabletop.model.world import Phase
from tabletop.table.local import LocalTable
from tabletop.table.texts import Texts
from tabletop.tui.adjudicate.adjudicate import AdjudicateScreen
from tabletop.tui.adjudicate.items import LETTERS
from tests.play import phase
from tests.tui.review_app import ADVANCE, RED, OneScreen, adjudicating, keys_orders, keys_session, nato_session, play
from tests.tui.room import text_of

SIZE = (120, 36)


def keys_table(folder: Path) -> LocalTable:
    return play(keys_session(folder), *keys_orders(), ADVANCE, RED, ADVANCE)


def on_screen(table: LocalTable, act: Callable[[Pilot[str]], Awaitable[None]], size: tuple[int, int] = SIZE) -> None:
    async def run() -> None:
        app = OneScreen(AdjudicateScreen(table))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await act(pilot)

    asyncio.run(run())


def queue(pilot: Pilot[str]) -> OptionList:
    return pilot.app.screen.query_one("#queue", OptionList)


def test_what_needs_a_person_stands_first_with_its_reason(tmp_path: Path) -> None:
    async def act(pilot: Pilot[str]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, AdjudicateScreen)
        needs = [bool(item.needs) for item in screen.items]
        assert needs == sorted(needs, reverse=True)
        assert queue(pilot).highlighted == 1
        shown = str(queue(pilot).get_option_at_index(1).prompt)
        assert "withdraws" in shown
        assert "! a surprise" in shown
        assert "Trust" in shown

    on_screen(adjudicating(tmp_path), act)


def test_a_certificate_that_the_ledger_contradicts_needs_a_person_with_the_ledgers_word(tmp_path: Path) -> None:
    table = play(nato_session(tmp_path), ADVANCE)
    withdraws = Withdraw(seat="washington", force="us-2cr", turn=1)
    play(table.session, withdraws, TableText(seat="secretary-general", kind="certify-match", about="us-2cr"))
    play(table.session, ADVANCE, RED, ADVANCE)

    view = table.view_now()
    needs = {item.item: item.needs for item in view.proposals()}["text/certify-match/us-2cr"]

    assert Texts(view.world, "").against_ledger("certify-match", "us-2cr")
    assert any(need.startswith("the ledger contradicts it: ") and "2nd Cavalry" in need for need in needs)
    assert [bool(item.needs) for item in view.proposals()] == sorted(
        (bool(item.needs) for item in view.proposals()), reverse=True
    )


def test_a_result_is_accepted_with_a_public_sentence(tmp_path: Path) -> None:
    table = keys_table(tmp_path)

    async def act(pilot: Pilot[str]) -> None:
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.focused and pilot.app.focused.id == "public"
        await pilot.press(*"They sail")
        await pilot.press("enter")
        await pilot.pause()

    on_screen(table, act)

    ruled = table.session.entries[-1].move
    assert isinstance(ruled, Rule)
    assert (ruled.outcome, ruled.public) == ("accept", "They sail")


def test_leaving_the_models_result_needs_a_reason_and_effects_are_completed(tmp_path: Path) -> None:
    table = keys_table(tmp_path)

    async def act(pilot: Pilot[str]) -> None:
        await pilot.press("enter", "tab", "tab")
        await pilot.press(*"tru")
        await pilot.pause(0.2)
        await pilot.press("right", *" -2")
        await pilot.pause()
        assert pilot.app.screen.query_one("#effects", Input).value == "trust -2"
        await pilot.press("enter")
        await pilot.pause()
        assert "Say why" in str(pilot.app.screen.query_one("#offer", Static).content)
        await pilot.press("shift+tab", *"wind", "enter")
        await pilot.pause()

    on_screen(table, act)

    ruled = table.session.entries[-1].move
    assert isinstance(ruled, Rule)
    assert (ruled.outcome, ruled.private, ruled.effects) == ("amend", "wind", ({"on": "trust", "add": -2.0},))


def test_an_effect_that_names_nothing_is_refused_in_place(tmp_path: Path) -> None:
    table = keys_table(tmp_path)
    before = len(table.session.entries)

    async def act(pilot: Pilot[str]) -> None:
        await pilot.press("enter", *"so", "tab", "tab", *"cohesion -2", "enter")
        await pilot.pause()
        assert "cohesion" in str(pilot.app.screen.query_one("#offer", Static).content)
        await pilot.press("escape")

    on_screen(table, act)

    assert len(table.session.entries) == before


def test_a_free_move_is_argued_rolled_and_ruled_by_keys(tmp_path: Path) -> None:
    table = keys_table(tmp_path)

    async def act(pilot: Pilot[str]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, AdjudicateScreen)
        place = next(
            n for n in range(queue(pilot).option_count) if "free/" in (queue(pilot).get_option_at_index(n).id or "")
        )
        queue(pilot).highlighted = place
        await pilot.pause()
        await pilot.press("enter", *"likely", "enter")
        await pilot.pause()
        await pilot.press(*"40", "enter")
        await pilot.pause()
        await pilot.press(*"Lamps burn", "tab", "tab", *"trust +1", "enter")
        await pilot.pause()

    on_screen(table, act)

    moves = [entry.move for entry in table.session.entries]
    odds, roll, ruled = moves[-3:]
    assert isinstance(odds, Odds) and odds.word == "likely"
    assert isinstance(roll, Roll) and roll.dice == 40
    assert isinstance(ruled, Rule) and ruled.outcome == "yes-but" and ruled.public == "Lamps burn"
    assert any(isinstance(move, MakeFreeMove) for move in moves)


def test_space_names_what_it_does_and_never_passes_a_free_move_in_silence(tmp_path: Path) -> None:
    table = keys_table(tmp_path)

    async def act(pilot: Pilot[str]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, AdjudicateScreen)
        assert "leave 1 free, to review" in screen.keys()[0].word
        await pilot.press("space")
        await pilot.pause()
        assert phase(table.session) is Phase.ADJUDICATE
        await pilot.press("enter")
        await pilot.pause()
        assert phase(table.session) is Phase.REVIEW
        assert type(pilot.app.screen).__name__ == "ReviewScreen"

    on_screen(table, act)


def test_undo_takes_a_ruling_back(tmp_path: Path) -> None:
    table = keys_table(tmp_path)

    async def act(pilot: Pilot[str]) -> None:
        await pilot.press("enter", *"Yes", "enter")
        await pilot.pause()
        assert table.session.world.rulings
        await pilot.press("u", "escape")
        await pilot.pause()
        assert table.session.world.rulings
        await pilot.press("u", "enter")
        await pilot.pause()

    on_screen(table, act)

    assert not table.session.world.rulings


def test_outside_adjudication_it_says_so_and_at_eighty_columns_it_stands(tmp_path: Path) -> None:
    table = play(keys_session(tmp_path), ADVANCE)

    async def act(pilot: Pilot[str]) -> None:
        assert "this is orders" in str(queue(pilot).get_option_at_index(0).prompt)
        assert not pilot.app.screen.query_one("#side").display

    on_screen(table, act, (80, 24))


def test_what_speaks_for_and_against_a_free_move_is_read_beside_its_odds_on_the_smallest_screen(tmp_path: Path) -> None:
    async def act(pilot: Pilot[str]) -> None:
        await pilot.press("down", "down", "down", "down", "enter")
        await pilot.pause()
        shown = text_of(pilot.app)
        assert "Our engineers would join" in shown and "Parliaments do not hurry" in shown and "two dice" in shown

    on_screen(adjudicating(tmp_path), act, (80, 24))


def test_the_letters_before_results_are_spelt(tmp_path: Path) -> None:
    async def act(pilot: Pilot[str]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, AdjudicateScreen)
        spelt = text_of(pilot.app).splitlines()[queue(pilot).region.bottom - 1]
        assert all(f"{LETTERS[mode]} {mode}" in spelt for mode in {item.mode for item in screen.items})

    on_screen(adjudicating(tmp_path), act)
