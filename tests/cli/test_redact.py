"""What is redacted is gone from everything that the program makes; what can't be taken out is said."""

import json
from pathlib import Path
from typing import Any

import pytest

from tabletop.journal.record.entry import REDACTED, Entry
from tabletop.journal.record.entry_toml import START, chained
from tabletop.journal.session import Session
from tabletop.journal.store import inbox
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Advance, Note, Show, WriteInject
from tabletop.table.feed import where_it_stands
from tabletop.table.feed_file import feed_path, read_feed, write_feed
from tabletop.table.local import LocalTable
from tabletop.table.stage.scene import RoomView, Scene
from tabletop.table.stage.scenes import made
from tests.cli.said import ADVANCE, apply, control, new, run
from tests.journal.page import page

WORDS = ["Quillon", "Ferdinand", "sender-7a", "futures", "Rumour", "Öl vor", "wherewithal"]
MOVES: list[dict[str, Any]] = [
    ADVANCE,
    {"seat": "lyre", "do": "message", "to": "harrow", "text": "Quillon says so", "entered_by": "Ferdinand"},
    control("advance") | {"entered_by": "Ferdinand", "id": "sender-7a"},
    control("show", what="80 of 100 futures", to="room"),
    control("write-inject", inject="written-1", title="Rumour", text="Öl vor Rügen"),
    {"do": "note", "text": "wherewithal", "seat": "lyre", "id": "sender-7a-2", "entered_by": "operator"},
]


@pytest.fixture
def said(save: Path) -> Path:
    """A save with every kind of words in it."""
    new(save)
    told = apply(save, *MOVES)
    assert told.code == 0, told
    (save.parent / f"{save.name}.moves.jsonl").unlink()
    return save


def everything(folder: Path) -> str:
    """All that stands in a folder, names of files too."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return "\n".join([str(path) + path.read_text(encoding="utf-8") for path in paths])


def test_no_word_stays_in_anything_that_is_made_of_the_save(said: Path) -> None:
    folder = said.parent
    before = load(said)
    assert all(word in everything(folder) for word in WORDS)
    inbox.leave_note(said, Note(seat="control", text="Quillon left a note"), 1, entered_by="Ferdinand")
    with Session.open(said, read_only=True) as session:
        public = LocalTable(session, "public").view_now()
    now = where_it_stands(public, None)
    write_feed(feed_path(said), before.header.head, now, made(RoomView(public), Scene("map")))

    told = run("redact", said, "--all-text", "--mirror", folder / "stick")
    assert run("export", said, "--to", folder / "tables").code == 0
    assert run("fork", said, "--at", "4", "--save", folder / "f.toml").code == 0

    assert told.code == 0 and told.err.endswith("a note left beside it by another terminal: on record now\n"), told
    for word in WORDS:
        assert word not in everything(folder), word
    assert read_feed(feed_path(said)) == {"format": 3, "begun": before.header.head, "now": now, "after": ""}
    assert "the public screen is blank now" in told.out and "Forks, exports" in told.out
    after = load(said)
    assert [entry.head for entry in after.entries[: len(before.entries)]] == [entry.head for entry in before.entries]
    assert after.entries[1].entered_by == REDACTED and after.entries[5].entered_by == "operator"
    assert run("check", said).out == "1 path checked: nothing wrong\n"
    assert page()["verify"](said) is None
    with Session.open(said) as session:
        assert (session.notices, session.read_only) == ((), False)


def test_one_seat_s_words_go_and_others_stay(said: Path) -> None:
    assert run("redact", said, "--seat", "lyre").code == 0

    text = said.read_text(encoding="utf-8")
    assert "Quillon" not in text and "Rumour" in text


def test_a_move_with_an_id_still_counts_once(said: Path) -> None:
    again = apply(said, MOVES[5])

    assert again.code == 1 and again.json["refused"][0]["code"] == "move/doubled"


def test_what_can_not_be_taken_out_is_said(save: Path) -> None:
    new(save)
    assert apply(save, ADVANCE).code == 0
    saved = load(save)
    head = saved.head
    c: dict[str, Any] = {"seat": "control"}
    written = WriteInject(**c, inject="rumour-in-nuuk", title="Rumour")
    early = [
        Entry(n=2, time="t", turn=1, phase="orders", move=Advance(**c), entered_by="Ferdinand", id="sender-7a"),
        Entry(n=3, time="t", turn=1, phase="red", move=Show(**c, what="futures", to="room")),
        Entry(n=4, time="t", turn=1, phase="red", move=written, salt="5a" * 16),
    ]  # fmt: skip
    for entry in early:
        made = chained(entry, head)
        with save.open("a", encoding="utf-8") as file:
            file.write(START + made.text)
        head = made.head

    told = run("redact", save, "--all-text")

    assert told.code == 0
    assert told.err.splitlines() == [
        f"tabletop: {save}: entered_by, id and what was shown stay in entries 2 to 3, "
        "made before they could be taken out",
        f"tabletop: {save}: the id 'rumour-in-nuuk' of the inject written in entry 4 stays, "
        "orders and answers refer to it",
    ]
    assert "Rumour" not in save.read_text(encoding="utf-8")
    assert run("check", save).code == 0


def test_a_link_and_a_hard_link_are_told(said: Path) -> None:
    link, other = said.with_name("link.toml"), said.with_name("other.toml")
    link.symlink_to(said.name)
    other.hardlink_to(said)

    told = run("redact", link, "--all-text")

    assert told.code == 0 and link.is_symlink()
    assert "Quillon" not in said.read_text(encoding="utf-8") and "Quillon" in other.read_text(encoding="utf-8")
    assert told.err.splitlines() == [
        f"tabletop: {link}: link.toml is a link: the save is {said}",
        f"tabletop: {link}: save.toml has another name (a hard link): what stands there stays as it is",
    ]


def test_with_line_ends_of_another_system_through_a_link(said: Path) -> None:
    said.write_bytes(said.read_bytes().replace(b"\n", b"\r\n"))
    link = said.with_name("link.toml")
    link.symlink_to(said.name)

    assert run("redact", link, "--all-text").code == 0

    assert link.is_symlink() and "Quillon" not in said.read_text(encoding="utf-8")


def test_lines_that_are_no_notes_are_told(said: Path) -> None:
    inbox.inbox_path(said).write_text(json.dumps(ADVANCE) + "\n", encoding="utf-8")

    told = run("redact", said, "--all-text")

    assert "save.toml.notes.jsonl: holds lines that are no notes" in told.out
