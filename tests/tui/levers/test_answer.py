"""The card on which a seat answers: nothing is chosen before it is, and what options do stands in words or figures."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from tabletop.model.moves import Answer
from tabletop.tui.kit.effects import written
from tabletop.tui.levers.answer import AnswerDialog
from tests.play import nato
from tests.tui.room import Room, table, text_of, until

SEAT, INJECT = "warsaw", "romania-gap"
SPEC = nato().injects[INJECT]


async def shown(folder: Path, *keys: str, before: Sequence[str] = ()) -> tuple[list[Any], str]:
    """What the card gives after some keys, and what stands in it then. `before`: what the seat had answered."""
    moves = [Answer(seat=SEAT, inject=INJECT, option=option) for option in before]
    levers = table(folder, Path("scenarios/nato-3-0"), *moves).at(SEAT).view_now().levers(SEAT)
    given: list[Any] = []
    app = Room(Screen())
    async with app.run_test(size=(120, 60)) as pilot:
        await app.push_screen(AnswerDialog(levers, INJECT), given.append)
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        return given, " ".join(text_of(app).replace("│", " ").split())


async def test_enter_in_passing_answers_nothing_and_says_what_to_press(tmp_path: Path) -> None:
    given, text = await shown(tmp_path, "enter", "enter")

    assert given == []
    assert "Nothing is chosen yet" in text
    assert not any(" ".join(option.reason.split()[:6]) in text for option in SPEC.options)


@pytest.mark.parametrize(
    ("keys", "at"), [(("down",), 0), (("up",), -1), (("2",), 1), (("down", "down", "up"), 0), (("up", "down"), 0)]
)
async def test_what_is_chosen_is_answered(tmp_path: Path, keys: tuple[str, ...], at: int) -> None:
    given, _ = await shown(tmp_path, *keys, "enter")

    assert given == [Answer(seat=SEAT, inject=INJECT, option=SPEC.options[at].id)]


async def test_what_was_answered_is_under_the_cursor_with_its_reason(tmp_path: Path) -> None:
    for option in SPEC.options:
        given, text = await shown(tmp_path / option.id, "d", before=[option.id])
        assert given == [] and " ".join(option.reason.split()[:6]) in text


async def test_d_turns_what_options_do_into_figures_and_back(tmp_path: Path) -> None:
    figures = [" ".join(written(option.effects, nato(), seat=SEAT).plain.split()) for option in SPEC.options]
    numbers = [words for line in figures for words in line.split(" · ") if any(c.isdigit() for c in words)]

    in_words, in_figures, again = [(await shown(tmp_path / keys, *keys))[1] for keys in ("1", "1d", "1dd")]

    assert numbers and all(number in in_figures for number in numbers)
    assert not any(number in in_words for number in numbers)
    assert again == in_words


async def test_what_is_told_of_options_is_broken_anew_where_the_terminal_has_another_width(tmp_path: Path) -> None:
    levers = table(tmp_path, Path("scenarios/nato-3-0")).at(SEAT).view_now().levers(SEAT)
    app = Room(Screen())

    async with app.run_test(size=(120, 60)) as pilot:
        await app.push_screen(AnswerDialog(levers, INJECT))
        await pilot.press("1")
        await pilot.resize_terminal(70, 60)
        await until(pilot, lambda: app.size.width == 70)
        await pilot.pause()
        narrow = text_of(app)
        await pilot.resize_terminal(120, 60)
        await until(pilot, lambda: app.size.width == 120)
        await pilot.pause()
        wide = text_of(app)

    reason = " ".join(SPEC.options[0].reason.split()[:4])
    assert reason in narrow and reason in wide
    rows = [[line for line in each.splitlines() if "│" in line and line.strip("│ ")] for each in (narrow, wide)]
    assert len(rows[0]) > len(rows[1])
