"""What is typed and pasted: nothing is lost, nothing lands elsewhere."""

import ast
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.journal.store.drafts import drafts_path, put_drafts, take_drafts
from tabletop.model.moves import Advance, Message, Note, WriteInject
from tabletop.scenario.load import load_scenario
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.control.note import NoteDialog
from tabletop.tui.kit.dialog import Dialog
from tests.long import some
from tests.tui.room import KEYS, session_of

SIZE = (100, 30)
TUI = Path(__file__).parents[2] / "tabletop" / "tui"
THREE = "Report of 06:40: three boats.\nCrew: 42.\r\nWho answers?\n"
ONE = "Report of 06:40: three boats. Crew: 42. Who answers?"


def session(folder: Path) -> Session:
    """In the orders of turn 1."""
    opened = Session.create(folder / "s.toml", load_scenario(KEYS), Terms(seed="7"))
    assert LocalTable(opened).make_now(Advance(seat="control")) is None
    return opened


def moves(app: TabletopApp, kind: type) -> list[Any]:
    return [entry.move for entry in session_of(app).entries if isinstance(entry.move, kind)]


async def paste(pilot: Pilot[Any], text: str) -> None:
    pilot.app.post_message(Paste(text))
    await pilot.pause()


def send(app: TabletopApp, *keys: str) -> None:
    """Keys and pastes as a terminal gives them that doesn't wait: all at once."""
    for key in keys:
        app.post_message(Paste(key[6:]) if key.startswith("paste:") else Key(key, key if len(key) == 1 else None))


async def done(pilot: Pilot[Any]) -> None:
    """Until every key has been given and done."""
    app = pilot.app
    assert isinstance(app, TabletopApp)
    await pilot.pause()
    while app.typing:
        await pilot.pause()


# ---------------------------------------------------------------------- pastes


async def test_pasted_lines_are_kept_in_a_note(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await paste(pilot, THREE)
        await pilot.press("enter")

        assert [note.text for note in moves(app, Note)] == [ONE]


async def test_what_is_pasted_goes_where_the_cursor_is_and_over_what_is_selected(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", "a", "b", "left")
        await paste(pilot, "x\ny")
        assert app.screen.query_one(Input).value == "ax yb"

        await pilot.press("shift+left", "shift+left")
        await paste(pilot, "\x1b[2J\x07z")

        assert app.screen.query_one(Input).value == "ax\ufffd[2J\ufffdzb"


def test_every_field_keeps_what_is_pasted() -> None:
    """A field of Textual's own keeps the first line alone; all are made by one class of ours."""
    for path in TUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            bases = [ast.unparse(base) for base in node.bases] if isinstance(node, ast.ClassDef) else []
            assert called not in ("Input", "MaskedInput") or path.name == "dialog.py", f"{path}: write Line(...)"
            assert "Input" not in bases or path.name == "line.py", f"{path}: descend from Line"


# ---------------------------------------------------------------------- typed ahead


async def test_keys_typed_before_a_dialog_stands_go_into_it(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        send(app, "n", *"her word", "paste: and\nhers", "enter", "n", *"xq", "escape")
        await done(pilot)

        assert [note.text for note in moves(app, Note)] == ["her word and hers"]
        assert isinstance(app.screen, BoardScreen)
        assert len(moves(app, Advance)) == 1


async def test_keys_typed_before_the_next_field_has_the_focus_go_into_it(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        send(app, "i", "W", *"Title", "enter", *"The text", "enter", "enter", "escape", "n", *"noted", "enter")
        await done(pilot)

        assert [(move.title, move.text, len(move.answers)) for move in moves(app, WriteInject)] == [
            ("Title", "The text", 3)
        ]
        assert [note.text for note in moves(app, Note)] == ["noted"]


async def test_keys_typed_before_the_program_stands_are_not_lost(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        send(app, "n", *"early", "enter")
        await done(pilot)

        assert [note.text for note in moves(app, Note)] == ["early"]


async def test_nothing_opens_over_the_palette_and_it_opens_once(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", "ctrl+n")
        assert isinstance(app.screen, NoteDialog)
        assert len(app.screen_stack) == 3

        await pilot.press("ctrl+p", "ctrl+p", "escape", "escape")
        await pilot.press("ctrl+p", "f8", "ctrl+p")

        assert len({type(screen) for screen in app.screen_stack}) == len(app.screen_stack)


# ---------------------------------------------------------------------- dialogs close once


async def test_a_dialog_that_is_closed_twice_answers_once(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))
    answers: list[str | None] = []

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        dialog: Dialog[str] = Dialog()
        app.push_screen(dialog, answers.append)
        await pilot.pause()
        below = app.screen_stack[-2]

        dialog.dismiss("yes")
        dialog.dismiss("yes")
        dialog.dismiss(None)
        await pilot.pause()

        assert answers == ["yes"]
        assert app.screen is below


def test_every_dialog_closes_once() -> None:
    for path in TUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            bases = [ast.unparse(base) for base in node.bases] if isinstance(node, ast.ClassDef) else []
            modal = any(base.startswith("ModalScreen") for base in bases)
            assert not modal or path.name == "dialog.py", f"{path}: descend from Dialog"


# ---------------------------------------------------------------------- drafts

DRAFTED = {
    "a note": ("n", "text"),
    "a fact": ("i W", "title"),
    "the text of an inject": ("i W tab", "text"),
    "an adjustment": ("a tab tab", "reason"),
    "an order": ("6 enter colon", "line"),
    "a seat's message": ("k enter M tab", "text"),
    "a seat's promise": ("k enter P tab tab", "text"),
    "a seat's free move": ("k enter v", "aim"),
    "a seat's reason to seal": ("k enter s", "why"),
    "a seat's order": ("k enter colon", "line"),
}


def field(app: TabletopApp, name: str) -> str:
    (found,) = app.screen.query("Input, TextArea").filter(f"#{name}" if name else "*")
    assert isinstance(found, Input | TextArea)
    return found.text if isinstance(found, TextArea) else found.value


@pytest.mark.parametrize("what", some(list(DRAFTED), 3))
async def test_what_is_half_typed_stands_there_again(what: str, tmp_path: Path) -> None:
    keys, name = DRAFTED[what]
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys.split(), *"half a wo")
        assert field(app, name) == "half a wo"

        await pilot.resize_terminal(80, 24)
        await pilot.resize_terminal(20, 5)
        await pilot.resize_terminal(*SIZE)
        app.screen.refresh(recompose=False, layout=True)
        await pilot.pause()
        assert field(app, name) == "half a wo"

        await pilot.press("escape", keys.split()[-1] if " tab" not in keys else keys.split(" tab")[0].split()[-1])
        assert field(app, name) == "half a wo"

        await pilot.press("ctrl+q")

    again = TabletopApp(exercise=Exercise(Session.open(tmp_path / "s.toml")))
    async with again.run_test(size=SIZE) as pilot:
        await pilot.press(*keys.split())
        assert field(again, name) == "half a wo"


async def test_a_draft_is_gone_when_it_is_sent(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", *"said", "escape", "n", "enter", "n")
        assert field(app, "text") == ""
        await pilot.press("escape", "k", "enter", "M", "tab", *"sent", "enter", "enter", "M")
        assert field(app, "text") == ""
        await pilot.press("ctrl+q")

    assert [move.text for move in moves_of(tmp_path, Message)] == ["sent"]
    assert not drafts_path(tmp_path / "s.toml").exists()


def moves_of(folder: Path, kind: type) -> list[Any]:
    with Session.open(folder / "s.toml", read_only=True) as read:
        return [entry.move for entry in read.entries if isinstance(entry.move, kind)]


async def test_no_seat_reads_what_another_has_half_typed(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        for opens, name in (("M tab", "text"), ("P tab tab", "text"), ("v", "aim"), ("s", "why"), ("colon", "line")):
            await pilot.press("k", "up", "up", "enter", *opens.split(), *"secret", "escape", "escape", "down", "enter")
            await pilot.press(*opens.split())
            assert field(app, name) == "", opens
            await pilot.press("escape", "escape", "k")


async def test_to_whom_a_message_goes_is_kept_with_its_words(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("k", "enter", "M", "right", "tab", *"to her", "escape", "M", "tab", "enter", "enter")

        assert [(move.to, move.text) for move in moves(app, Message)] == [("herald", "to her")]


def test_drafts_are_their_owners_and_are_taken_once(tmp_path: Path) -> None:
    save = tmp_path / "s.toml"
    secret = tmp_path / "elsewhere"
    secret.write_text("stays")
    os.symlink(secret, drafts_path(save))

    put_drafts(save, {"note/": {"text": "half"}})

    assert secret.read_text() == "stays"
    assert stat.S_IMODE(drafts_path(save).stat().st_mode) == 0o600
    assert take_drafts(save) == {"note/": {"text": "half"}}
    assert take_drafts(save) == {}
    assert not drafts_path(save).exists()


@given(st.binary(max_size=200))
def test_whatever_stands_in_a_file_of_drafts_is_no_mistake(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        save = Path(folder) / "s.toml"
        drafts_path(save).write_bytes(data)

        assert isinstance(take_drafts(save), dict)
