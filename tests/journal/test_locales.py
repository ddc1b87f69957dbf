"""Sessions under the tongues of other machines: no byte of a save or an export follows a locale, and all holds there.

The whole suite under one of them: LOCPATH=... LC_ALL=tr_TR.UTF-8 uv run python -c "$UNDER" tests (UNDER is below).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.long import LONG

ROOT = Path(__file__).parents[2]

LOCALES = {"de_DE": "1,5", "tr_TR": "1,5", "C": "1.5"}
#: Turkish tells two kinds of i apart, which is where most would go wrong; C knows nothing but ASCII.
TRIED = [*LOCALES] if LONG else ["tr_TR", "C"]

CODE = """
import locale, sys
from hashlib import blake2b
from pathlib import Path
from random import Random
locale.setlocale(locale.LC_ALL, "")
print(locale.format_string("%.1f", 1.5), sys.argv[2])
from click.testing import CliRunner
from tabletop.analysis.export.pack import pack
from tabletop.analysis.export.source import source_of
from tabletop.analysis.export.written import files_of
from tabletop.cli.main import main
from tabletop.journal.store.inbox import leave_note
from tabletop.journal.store.moves_file import read_moves
from tabletop.journal.store.people import Person, read_people, write_people
from tabletop.journal.store.save_toml import load
from tabletop.journal.session import Session
from tabletop.model.moves import Message, Note, WriteInject
from tabletop.words.cause_words import wording
from tests.journal.sessions import at_random, begun
from tests.long import sweep
from tests.play import nato
import os; os.urandom = bytes  # a note left beside a save has an id of its own, and heads follow it
folder = Path(sys.argv[1])
path = folder / ("s\\u0131\\u0130\\u00fc.toml" if sys.getfilesystemencoding() == "utf-8" else "s.toml")
with begun(path, nato(), turns=3) as session:
    at_random(session, Random(4), sweep(150, 60))
    session.make(Message(seat="berlin", to="paris", text="I\\u0131\\u0130i \\u05e9\\u05dc\\u05d5\\u05dd 1,5"))
    session.make(WriteInject(seat="control", inject="ISTANBUL".lower(), title="\\u0130", text="1.5"))
    leave_note(path, Note(seat="control", text="\\u0131"), 1)
    session.make(Note(seat="control", text="x"))
    save = load(path)
    assert save.entries == tuple(session.entries) and save.header == session.header
    digest = session.digest
with Session.open(path, now=lambda: "2026-02-10T12:00:00Z") as session:
    assert session.digest == digest and not session.notices, session.notices
    session.make(Note(seat="control", text="x"))
    files = files_of(pack(source_of("s", session.header, session.play, wording)))
write_people(path, [Person(name="\\u0130lk\\u0131n")])
assert read_people(path)[0].name == "\\u0130lk\\u0131n"
(folder / "moves.jsonl").write_bytes('{"do": "note", "text": "\\u0131"}'.encode())
assert len(read_moves(folder / "moves.jsonl").tables) == 1
made = main(["export", str(path), "--to", str(folder / "out")])
assert made == 0
assert (folder / "out" / "messages.csv").read_bytes().decode().count("\\u0130")
told = {name: text for name, text in files.items() if name != "manifest.json"}
ids = [entry.id for entry in save.entries if entry.id.startswith("note-")]
def without(text):
    return text if not ids else text.replace(ids[0], "note")
print(digest, blake2b(repr(sorted(told)).encode()).hexdigest()[:16])
print(blake2b(told["scores.csv"].encode() + told["causes.csv"].encode() + told["orders.csv"].encode()).hexdigest()[:16])
print(blake2b("".join(without(entry.text).split("head =")[0] for entry in save.entries).encode()).hexdigest()[:16])
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """A folder with the locales, made for the test: few machines have them."""
    if not shutil.which("localedef"):
        pytest.skip("there is no localedef on this machine: no locale is tested")
    folder = tmp_path_factory.mktemp("locales")
    for name in TRIED:
        if name != "C":
            subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")],
                           check=False, capture_output=True)  # fmt: skip
            assert (folder / f"{name}.UTF-8").is_dir(), name
    return folder


#: Python follows a locale only where it is asked to.
UNDER = """
import locale, sys
import pytest
locale.setlocale(locale.LC_ALL, "")
sys.exit(pytest.main(sys.argv[1:]))
"""

#: Bots, `apply`, a whole exercise by commands and fuzzed moves; all the way, random sessions and what is typed too.
SUITE = (
    "tests/cli/test_exercise.py",
    "tests/e2e/test_same_world.py::test_a_hundred_random_moves_applied_make_the_world_of_the_table[two_keys-7]",
)
WHOLE = (
    *SUITE,
    "tests/journal/test_loaded_again.py",
    "tests/journal/test_save_format.py",
    "tests/e2e/test_same_world.py::test_a_sheet_typed_on_the_order_line_is_the_moves_of_a_file",
)


def environment(name: str, places: Path) -> dict[str, str]:
    """Of a process under a locale; under C without any of the means by which Python takes to UTF-8."""
    ours = {"LOCPATH": str(places), "LC_ALL": name if name == "C" else f"{name}.UTF-8", "LANG": "C"}
    if name == "C":
        ours |= {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    return os.environ | ours


def told_under(name: str, places: Path, folder: Path) -> list[str]:
    """What the session says of itself."""
    folder.mkdir()
    done = subprocess.run([sys.executable, "-c", CODE, str(folder), name], cwd=ROOT, env=environment(name, places),
                          capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    assert lines[0] == f"{LOCALES[name]} {name}"
    return [line for line in lines[1:] if "tables of" not in line]


def test_no_byte_follows_a_locale(tmp_path: Path, places: Path) -> None:
    told = {name: told_under(name, places, tmp_path / name) for name in TRIED}

    assert all(said == told["C"] for said in told.values())
    assert len(told["C"]) == 3


def test_saves_of_every_kind_come_back_under_each_locale(tmp_path: Path, places: Path) -> None:
    running = {
        name: subprocess.Popen(
            [sys.executable, "-c", UNDER, "-x", "-n", "0", "-p", "no:cacheprovider", "--hypothesis-profile=few",
             f"--basetemp={tmp_path / name}", *(WHOLE if LONG else SUITE)],
            cwd=ROOT, env=environment(name, places), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        for name in (TRIED if LONG else TRIED[:1])
    }  # fmt: skip
    said = {name: process.communicate()[0].decode("utf-8", "replace") for name, process in running.items()}

    for name, process in running.items():
        assert process.returncode == 0, f"{name}:\n{said[name][-3000:]}"
