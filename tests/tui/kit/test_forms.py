"""Forms and choices are values: what they make is asked of them without a screen, and one dialog shows any."""

from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen

from tabletop.model.moves import Message, Move
from tabletop.model.refusal import Refusal
from tabletop.tui.board.adjust import adjust
from tabletop.tui.board.player import player
from tabletop.tui.board.write_inject import write_inject
from tabletop.tui.kit.field import CycleField, Field, TextField
from tabletop.tui.kit.form import Form, asked_line, asked_story
from tabletop.tui.kit.form_dialog import FormDialog
from tabletop.tui.kit.pick import Choice, Pick
from tabletop.tui.kit.pick_dialog import PickDialog
from tabletop.tui.levers.talk import argue, free_move, message, promise
from tests.tui.room import KEYS, Room, table, text_of

WRONG = Refusal("x/wrong", "Not that one.")


def form(**more: Any) -> Form[str]:
    fields = (
        CycleField("to", "To", choices=[("a", "Anna"), ("b", "Bert")]),
        Field("first", "First", missing="Say the first."),
        Field("last", "Last"),
    )

    def make(values: Any) -> str | Refusal:
        return WRONG if values["last"] == "wrong" else f"{values['to']} {values['first']} {values['last']}"

    return Form("test", "A form", fields, make, **more)


async def sent(dialog: Any, *keys: str) -> tuple[list[Any], str]:
    """What a dialog gives after some keys, and what stands on the screen then."""
    answers: list[Any] = []
    app = Room(Screen())
    async with app.run_test(size=(100, 30)) as pilot:
        await app.push_screen(dialog, answers.append)
        await pressed(pilot, *keys)
        return answers, text_of(app)


async def pressed(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


def test_what_is_missing_is_said_before_anything_is_made() -> None:
    question = form(check=lambda answer: WRONG if "never" in answer else None)

    def answer(first: str, last: str = "") -> str | Refusal:
        return question.sent({"to": "a", "first": first, "last": last}, question.make)

    assert answer("", "wrong") == Refusal("form/missing", "Say the first.")
    assert answer("x", "wrong") == WRONG
    assert answer("never") == WRONG
    assert answer("x", "y") == "a x y"


async def test_enter_goes_on_and_sends_in_the_last_field() -> None:
    answers, _ = await sent(FormDialog(form()), "b", "enter", "x", "enter", "space", "y", "enter")

    assert answers == ["b x y"]


async def test_a_refusal_is_told_in_place_and_nothing_typed_is_lost() -> None:
    answers, screen_text = await sent(FormDialog(form()), "tab", *"some", "tab", *"wrong", "enter")

    assert not answers
    assert all(words in screen_text for words in (WRONG.message, "some", "wrong"))


async def test_ctrl_s_sends_from_any_field_and_ctrl_o_holds_where_there_is_something_to_hold() -> None:
    keys = "tab", "x"

    assert (await sent(FormDialog(form()), *keys, "ctrl+o", "ctrl+s"))[0] == ["a x "]
    assert (await sent(FormDialog(form(hold=lambda values: "held")), *keys, "ctrl+o"))[0] == ["held"]


async def test_a_text_that_is_all_there_is_keeps_its_enter_and_other_texts_go_on() -> None:
    both = Form[str]("x", "", (TextField("a"), Field("b")), lambda values: f"{values['a']}/{values['b']}")

    assert (await sent(FormDialog(asked_story("Report", "", "")), *"ab", "enter", "c", "ctrl+s"))[0] == ["ab\nc"]
    assert (await sent(FormDialog(both), "a", "ctrl+j", "b", "enter", "c", "enter"))[0] == ["a\nb/c"]


async def test_what_is_said_below_follows_what_is_typed() -> None:

    _, screen_text = await sent(FormDialog(form(below=lambda v: Content(f"so far: {v['first']}"))), "tab", *"abc")

    assert "so far: abc" in screen_text


def test_half_typed_words_are_kept_under_the_names_that_stand_in_files_of_today(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS)
    view, levers = control.view_now(), control.at("lyre").view_now().levers("lyre")
    forms: list[Form[Any]] = [message(levers), promise(levers), free_move(levers), argue(levers, {})]
    forms += [adjust(view), write_inject(view), asked_line("Mode", "", ""), asked_story("Report", "", "", "3")]

    assert [FormDialog(each)._key for each in forms] == [
        "MessageDialog/lyre",
        "PromiseDialog/lyre",
        "FreeMoveDialog/lyre",
        "ArgueDialog/lyre",
        "AdjustDialog/",
        "WriteInjectDialog/",
        "NameDialog/Mode",
        "StoryDialog/Report/3",
    ]


def test_a_form_makes_its_move_without_a_screen(tmp_path: Path) -> None:
    levers = table(tmp_path, KEYS).at("lyre").view_now().levers("lyre")
    question: Form[Move] = message(levers)

    def sent(**values: str) -> Move | Refusal:
        return question.sent({"to": "harrow", "text": "We sail.", "asks": ""} | values, question.make)

    assert sent() == Message(seat="lyre", to="harrow", text="We sail.")
    assert isinstance(sent(text=""), Refusal)


def test_a_message_asks_for_a_deed_of_its_reader_by_name_and_says_what_it_understood(tmp_path: Path) -> None:
    levers = table(tmp_path, KEYS).at("harrow").view_now().levers("harrow")
    question: Form[Move] = message(levers)

    def asked(asks: str, to: str = "lyre") -> tuple[Move | Refusal, str]:
        values = {"to": to, "text": "A word.", "asks": asks}
        assert question.below is not None
        return question.sent(values, question.make), question.below(values).plain

    move, understood = asked("spending/ly >= 9")
    assert move == Message(seat="harrow", to="lyre", text="A word.", asks="spending/ly >= 9")
    assert "at least 9" in understood
    for wrong, to in (("nonsense", "lyre"), ("trust", "lyre"), ("trust >= 9", "lyre"), ("spending/ly >= 9", "control")):
        assert isinstance(asked(wrong, to)[0], Refusal)


@pytest.mark.parametrize(("keys", "value"), [(("enter",), 2), (("up", "enter"), 1), (("down", "enter"), 1)])
async def test_a_choice_gives_what_its_row_stands_for(keys: tuple[str, ...], value: int | None) -> None:
    pick: Pick[int] = Pick("x", "Which?", [Choice(1, "one"), Choice(2, "two")], at=1)

    assert (await sent(PickDialog(pick), *keys))[0] == [value]


async def test_a_choice_that_says_what_it_does_explains_the_row_under_the_cursor() -> None:

    rows = [Choice(n, f"row {n}", Content(f"does {n}"), Content(f"told of {n}")) for n in range(3)]

    answers, screen_text = await sent(PickDialog(Pick("x", "Which?", rows)), "down")

    assert not answers and "told of 1" in screen_text and "told of 0" not in screen_text
    assert (await sent(PickDialog(Pick("x", "Which?", rows)), "down", "down", "enter"))[0] == [2]


def test_who_plays_a_seat_already_is_no_move(tmp_path: Path) -> None:
    pick = player(table(tmp_path, KEYS).view_now(), "lyre")

    assert [choice.value is None for choice in pick.choices].index(True) == pick.at
    assert sum(choice.value is None for choice in pick.choices) == 1
