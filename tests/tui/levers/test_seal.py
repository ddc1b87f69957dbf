"""The seal: read back, why and what is expected, then locked."""

from pathlib import Path

from tabletop.model.moves import Answer, FireInject, Fund, MakeFreeMove, MakePromise, Seal, Withdraw
from tabletop.rules.turn.injects import OPEN
from tabletop.table.expectations import asked_scores
from tabletop.tui.seat.seat import SeatScreen
from tabletop.words.money import money
from tests.tui.room import NATO, Room, table, text_of


async def test_the_seal_asks_why_and_what_is_expected_then_locks(tmp_path: Path) -> None:
    control = table(tmp_path, NATO, Fund(seat="berlin", programme="c-patriot"))
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", *"as planned", "tab", "plus", "minus", "0", "enter")
        await pilot.pause()
        sealed = [e.move for e in control.session.entries if isinstance(e.move, Seal)]

        assert sealed[0].why == "as planned"
        assert sorted(sealed[0].expect.values()) == ["down", "same", "up"]
        assert "has sealed" in text_of(app)
        assert "Pays for a tranche" not in text_of(app)
        await pilot.press("2", "plus", "colon", "U", "enter")
        await pilot.pause()
        assert not control.session.world.seats["berlin"].sealed
        assert "Pays for a tranche" in text_of(app)


async def test_what_is_not_answered_is_read_back_before_the_seal(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("washington")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause()

        assert "The working group stalls is not answered" in text_of(app)
        await pilot.press("escape")
        assert not control.session.world.seats["washington"].sealed


async def test_what_was_said_beside_the_sheet_is_read_back_too_an_answer_as_it_stands_now(tmp_path: Path) -> None:
    answers = [Answer(seat="washington", inject="greenland-1", option=o) for o in ("walk-out", "modest-package")]
    promise = MakePromise(seat="washington", to="warsaw", due=3, text="The brigade stays")
    argued = [MakeFreeMove(seat="washington", aim=aim) for aim in ("A hotline", "A visit")]
    control = table(tmp_path, NATO, *answers, promise, *argued, MakeFreeMove(seat="berlin", aim="A bridge"))
    app = Room(SeatScreen(control.at("washington")))

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        read = " ".join(text_of(app).split())

    for said in ("Settle for more base rights", "The brigade stays", "A hotline", "A visit", "No orders this turn"):
        assert said in read
    assert "Break off the group" not in read and "A bridge" not in read


async def test_the_seal_says_what_is_left_what_answers_take_and_what_there_will_be(tmp_path: Path) -> None:
    control = table(tmp_path, NATO, Fund(seat="nordic-baltic", programme="c-essi", pays=50))
    if control.session.world.injects["greenland-1"].state not in OPEN:
        control.session.make(FireInject(seat="control", inject="greenland-1"))
    control.session.make(Answer(seat="nordic-baltic", inject="greenland-1", option="modest-package"))
    purse = control.at("nordic-baltic").view_now().levers("nordic-baltic").purse
    app = Room(SeatScreen(control.at("nordic-baltic")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        read = " ".join(text_of(app).replace("│", " ").split())

    left = f"{money(purse.money_left)} of {money(purse.money)} bn left"
    takes = f", answers take {money(purse.answers)}" if purse.answers else ""
    assert f"{left}{takes}; next turn there will be" in read


def test_the_seal_asks_after_the_theatre_that_the_sheet_is_about_and_after_trust(tmp_path: Path) -> None:
    control = table(tmp_path)
    before = [score for score, _ in asked_scores(control.at("washington").view_now().levers("washington"))]
    control.make_now(Withdraw(seat="washington", force="us-rota-ddg", turn=2))
    after = [score for score, _ in asked_scores(control.at("washington").view_now().levers("washington"))]

    assert "trust" in before and len(before) == 5
    assert set(after) - set(before) == {"deterrence/mediterranean"}
