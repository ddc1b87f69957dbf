"""Notes left beside a save: nothing typed is lost, nothing else gets in, and no file lying there does any harm."""

import os
from pathlib import Path

import pytest
from filelock import FileLock

from tabletop.files.sidecar import sidecar
from tabletop.journal.session import Session
from tabletop.journal.store.inbox import inbox_path, leave_note
from tabletop.model.moves import Note
from tests.journal.sessions import ADVANCE, begun

QUIET = Note(seat="control", text="quiet")


def test_what_was_left_while_nobody_had_the_save_is_on_record_at_the_next_opening(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    begun(path).close()
    leave_note(path, QUIET, 1)
    leave_note(path, QUIET, 1, "a second recorder")

    with Session.open(path) as session:
        assert [(entry.move.do, entry.entered_by) for entry in session.entries] == [
            ("note", "recorder"),
            ("note", "a second recorder"),
        ]
        assert session.notices == ("2 notes left beside it by another terminal: on record now",)
    with Session.open(path) as again:
        assert len(again.entries) == 2 and not again.notices
    assert not inbox_path(path).exists()


def test_who_only_looks_takes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    begun(path).close()
    leave_note(path, QUIET, 1)

    with Session.open(path, read_only=True) as session:
        assert session.take_notes() == 0 and not session.entries
    assert "quiet" in inbox_path(path).read_text()


def test_a_note_that_is_just_being_left_is_taken_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    with begun(path) as session:
        leave_note(path, QUIET, 1)
        with FileLock(sidecar(path, "notes-lock"), is_singleton=False):
            assert session.take_notes(wait=0.0) == 0
        assert session.take_notes(wait=0.0) == 1


LINES = {
    "not json": "{",
    "a list": "[1]",
    "a number": "7",
    "deep": "[" * 50_000,
    "another move": '{"do": "advance", "seat": "control"}',
    "an order": '{"do": "seal", "seat": "lyre"}',
    "a kind that is none": '{"do": "note", "text": "x", "kind": "nonsense", "id": "a"}',
    "no words": '{"do": "note"}',
    "a number for words": '{"do": "note", "text": 7}',
    "nothing": "   ",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_what_is_no_note_stays_there_and_the_notes_around_it_are_taken(tmp_path: Path, line: str) -> None:
    path = tmp_path / "s.toml"
    with begun(path) as session:
        session.make(ADVANCE)
        leave_note(path, QUIET, 1)
        with inbox_path(path).open("a") as file:
            file.write(f"{line}\n")
        leave_note(path, QUIET, 1)

        assert session.take_notes() == 2
        assert [entry.move.do for entry in session.entries] == ["advance", "note", "note"]
        assert session.take_notes() == 0
    left = inbox_path(path).read_text() if inbox_path(path).exists() else ""
    assert left.strip() == line.strip()
    with Session.open(path) as again:
        assert len(again.entries) == 3 and not again.notices


@pytest.mark.parametrize("kind", ["folder", "pipe", "link", "bytes", "huge"])
def test_no_file_in_the_inbox_s_place_does_harm(tmp_path: Path, kind: str) -> None:
    path, elsewhere = tmp_path / "s.toml", tmp_path / "elsewhere.txt"
    begun(path).close()
    elsewhere.write_text('{"do": "note", "text": "not ours"}\n')
    place = inbox_path(path)
    match kind:
        case "folder":
            place.mkdir()
        case "pipe":
            os.mkfifo(place)
        case "link":
            place.symlink_to(elsewhere)
        case "bytes":
            place.write_bytes(b"\xff\xfe\x00" * 1000)
        case _:
            place.write_bytes(b"x" * 5_000_000)

    with Session.open(path) as session:
        session.make(ADVANCE)

        assert [entry.move.do for entry in session.entries] == ["advance"] and not session.trouble
    assert elsewhere.read_text() == '{"do": "note", "text": "not ours"}\n'
