"""Sessions under the real rules, and what befalls their saves: cuts, full disks, forgers, forks, other hands."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tabletop.errors import SaveError
from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.journal.store.inbox import inbox_path
from tabletop.journal.store.people import Person, forget, people_path, read_people, write_people
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Note, Talk
from tabletop.model.refusal import Refusal
from tests.journal.sessions import ADVANCE, begun, turn
from tests.play import nato, two_keys

ROOT = Path(__file__).parents[2]
TERMS = Terms(seed="7")
NOTE = Note(seat="control", text="quiet", about="harrow")


def process(code: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, text=True, capture_output=True)


@pytest.mark.parametrize("minutes", [1e300, float("nan"), float("inf"), -1e17])
def test_what_no_record_can_hold_is_refused(tmp_path: Path, minutes: float) -> None:
    with begun(tmp_path / "s.toml") as session:
        for move in (
            Talk(seat="control", seats=("harrow",), minutes=minutes),
            Note(seat="control", text="half \ud800"),
            Note(seat="control", text=None),  # type: ignore[arg-type]
        ):
            made = session.make(move)
            assert isinstance(made, Refusal) and made.code == "move/malformed", made
        assert isinstance(session.make(NOTE, "\udcff"), Refusal)
        session.make(NOTE)
        assert len(load(session.path).entries) == 1


def test_a_slow_stick_slows_no_move(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Session.create(tmp_path / "s.toml", two_keys(), TERMS, mirror=tmp_path / "stick") as session:
        assert session.writer.mirror and session.writer.mirror._file
        append = session.writer.mirror._file.append

        def slowly(data: bytes) -> None:
            time.sleep(0.3)
            append(data)

        monkeypatch.setattr(session.writer.mirror._file, "append", slowly)
        began = time.perf_counter()
        for _ in range(10):
            session.make(NOTE)

        assert time.perf_counter() - began < 0.3
        assert session.writer.mirror.settle(5)
        assert (tmp_path / "stick" / "s.toml").read_bytes() == session.path.read_bytes()


def test_a_copy_that_is_being_written_is_no_save_to_go_on_from_until_its_laptop_dies(tmp_path: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from tabletop.journal.session import Session
from tests.journal.test_faults import NOTE, TERMS
from tests.play import two_keys
folder = Path(sys.argv[1])
session = Session.create(folder / "s.toml", two_keys(), TERMS, mirror=folder / "stick")
session.make(NOTE)
session.writer.mirror.settle(5)
other = Session.open(folder / "stick" / "s.toml")
print(other.read_only, *other.notices, flush=True)
os._exit(9)
"""
    done = process(code, tmp_path)
    lock = tmp_path / "stick" / ".s.toml.lock"
    assert done.stdout.startswith("True process"), done.stderr
    lock.write_text(lock.read_text().replace('"host": "', '"host": "dead-laptop-'))

    with Session.open(tmp_path / "stick" / "s.toml") as session:  # carried to another machine
        assert (session.read_only, len(session.entries)) == (False, 1)
        session.make(NOTE)


def test_a_note_left_beside_a_held_save_is_taken_over_once(tmp_path: Path) -> None:
    with begun(tmp_path / "s.toml") as session, Session.open(tmp_path / "s.toml") as recorder:
        session.make(ADVANCE)
        recorder.leave_note(NOTE)
        recorder.leave_note(Note(seat="control", text="", kind="nonsense"))
        session.make(ADVANCE)

        taken = session.entries[-1]
        assert taken.move == Note(seat="control", text="quiet", about="harrow", at=1)
        assert (taken.entered_by, len(session.entries)) == ("recorder", 3)
        assert "nonsense" in inbox_path(session.path).read_text(encoding="utf-8")  # for somebody to look at
        session.make(NOTE)
        assert len(session.entries) == 4
        line = taken.id
        inbox_path(session.path).write_text(f'{{"do": "note", "text": "quiet", "id": "{line}"}}\n', encoding="utf-8")
        assert session.take_notes() == 1 and len(session.entries) == 4  # told by its id
        assert not inbox_path(session.path).exists()
        assert recorder.refresh() == 4


def test_names_of_persons_stand_beside_the_save(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    begun(path).close()
    assert read_people(path) == ()
    people = (Person(name='Zoë "Z" Ünal', seat="lyre", role="spokesperson"), Person(name="Anna", consent="none"))

    write_people(path, people)

    assert read_people(path) == people
    assert people_path(path).stat().st_mode & 0o077 == 0
    write_people(path, forget(people, "Anna"))
    assert read_people(path) == people[:1]
    people_path(path).write_text("person = 3", encoding="utf-8")
    with pytest.raises(SaveError, match=r"\[\[person\]\]"):
        read_people(path)
    people_path(path).write_text(f"person = {'[' * 5000}{']' * 5000}", encoding="utf-8")
    with pytest.raises(SaveError, match="nested too deeply"):
        read_people(path)
    with Session.open(path) as session:
        assert not session.read_only
    write_people(path, ())
    assert not people_path(path).exists()


def test_elections_and_slips_are_told_as_they_fell(tmp_path: Path) -> None:
    said = []
    for seed in "12":
        with begun(tmp_path / f"{seed}.toml", nato(), seed=seed, turns=4) as session:
            for _ in range(4):
                turn(session)
            said += [word for entry in session.entries for word in entry.rolled]

    assert any(re.fullmatch(r"election/\S.* support/[\w-]+ [+-]\d+\.\d{3}", word) for word in said), said
    assert all(re.match(r"(election|force|inject|probe|free)/", word) for word in said)
