"""Sessions under the real rules, and what befalls their saves: cuts, full disks, forgers, forks, other hands."""

import re
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tabletop.analysis.policies import POLICIES
from tabletop.errors import SaveError
from tabletop.journal.batch import apply_moves
from tabletop.journal.entry import Entry
from tabletop.journal.entry_toml import START
from tabletop.journal.fork import fork
from tabletop.journal.inbox import inbox_path
from tabletop.journal.opened import Terms
from tabletop.journal.people import Person, people_path, read_people, without, write_people
from tabletop.journal.replay import replay
from tabletop.journal.rulebook import our_rules
from tabletop.journal.save_toml import load, parse
from tabletop.journal.session import Session
from tabletop.model.moves import Note, Red, SetSpending, Talk
from tabletop.model.moves.table import to_table
from tabletop.model.refusal import Refusal
from tabletop.model.world import State
from tabletop.table.local import LocalTable
from tests.journal.sessions import ADVANCE, at_random, begun, turn
from tests.play import nato, two_keys

ROOT = Path(__file__).parents[2]
TERMS = Terms(seed="7")
NOTE = Note(seat="control", text="quiet", about="harrow")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A closed save with a bit of everything in it."""
    with begun(tmp_path_factory.mktemp("original") / "s.toml") as session:
        at_random(session, Random(3), 90)
    return load(session.path), session.path.read_bytes(), session.digest


def process(code: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, text=True, capture_output=True)


def test_a_cut_save_resumes_at_its_last_whole_entry_or_says_why_not(tmp_path: Path, original: Any) -> None:
    save, data, _ = original
    ends = [len(save.header.text.encode())]
    for entry in save.entries:
        ends.append(ends[-1] + len(START) + len(entry.text.encode()))
    chance, path = Random(5), tmp_path / "cut.toml"
    cuts = [*range(ends[-4], len(data), 4), *(chance.randrange(len(data)) for _ in range(100))]

    for at in cuts:
        path.write_bytes(data[:at])
        try:
            with Session.open(path) as session:
                whole = max(n for n, end in enumerate(ends) if end - 1 <= at)
                assert len(session.entries) == whole and not session.read_only, at
                assert path.read_bytes() == data[: ends[whole]]
        except SaveError as why:
            assert at < ends[0] and "cut.toml" in str(why), at


def test_every_changed_byte_is_reported(original: Any) -> None:
    save, data, _ = original
    chance = Random(11)

    for seed in range(200):
        at = chance.randrange(len(data))
        changed = bytearray(data)
        changed[at] = (changed[at] + chance.randrange(1, 256)) % 256
        try:
            read = parse(bytes(changed), "s")
        except SaveError:
            continue
        assert read.fault or read.torn, (seed, at)
        assert read.entries == save.entries[: len(read.entries)]


def test_a_save_of_format_1_is_read_as_it_stands() -> None:
    data = (Path(__file__).parent / "golden" / "format-1.toml").read_bytes()

    save = parse(data, "format-1.toml")

    assert (len(save.entries), save.fault, save.torn, save.clean) == (25, "", "", True)
    assert save.text.encode() == data


@pytest.mark.parametrize("seed", range(6))
def test_a_random_session_comes_back_field_by_field(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "s.toml"
    with begun(path, nato() if seed == 0 else None, seed=str(seed)) as session:
        at_random(session, Random(seed), 80)

        save = load(path)
        assert (save.header, save.entries, save.text) == (session.header, tuple(session.entries), session.text)
    with Session.open(path) as again:
        assert (again.entries, again.line, again.digest) == (session.entries, session.line, session.digest)
        assert again.branches == session.branches
        assert again.notices == ()


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


@pytest.mark.parametrize("policy", POLICIES)
def test_what_bots_write_is_loaded_again(tmp_path: Path, policy: str) -> None:
    scenario = two_keys()
    players = dict.fromkeys(scenario.seats, f"bot:{policy}")
    with begun(tmp_path / "s.toml", scenario, players=players) as session:
        table = LocalTable(session)
        while session.world.state is not State.ENDED:
            if session.world.phase == "red":
                table.make_now(Red(seat="control", source="model"))
            assert table.make_now(ADVANCE) is None
        save = load(session.path)

        assert save.entries == tuple(session.entries)
        assert our_rules().digest(replay(save)[0]) == session.digest


def test_what_apply_writes_is_loaded_again(tmp_path: Path, original: Any) -> None:
    save = original[0]
    tables = [to_table(e.move) | {"id": f"m{e.n}"} for e in save.entries if e.parent is None]
    with begun(tmp_path / "s.toml") as session:
        for table in tables:
            apply_moves(session, [table])

        assert len(session.entries) > 20
        assert load(session.path).entries == tuple(session.entries)


def test_a_fork_anywhere_with_the_same_moves_gives_the_original_world(tmp_path: Path) -> None:
    with begun(tmp_path / "s.toml") as session:
        at_random(session, Random(8), 60, back=False)
        save, digest = load(session.path), session.digest

    for at in range(0, len(save.entries) + 1, 3):
        fork(save, at, tmp_path / f"{at}.toml")
        with Session.open(tmp_path / f"{at}.toml") as branch:
            for entry in save.entries[at:]:
                made = branch.make(entry.move, entry.entered_by)
                assert isinstance(made, Entry) and made.n == entry.n
            assert branch.digest == digest, at


def test_an_order_swapped_for_another_no_longer_meets_the_fingerprint(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "save-format.md").read_text(encoding="utf-8")
    program = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    names: dict[str, Any] = {}
    exec(program[1] if program else "", names)
    with begun(tmp_path / "s.toml", nato()) as session:
        turn(session, order(2.9))
        printed, data = session.head[:12], session.path.read_text(encoding="utf-8")

    forged = data.replace("share = 2.9", "share = 2.8")
    head, blocks = forged.split(START)[0], forged.split(START)[1:]
    chain = re.search(r'head = "(.{32})"\n$', head)
    assert chain and forged != data
    before = chain[1]
    for n, block in enumerate(blocks):
        own = "\n".join(line for line in block.split("\n") if not line.startswith(("head = ", "salt = "))).rstrip("\n")
        before = names["digest"](f"{before}\n{own}")
        blocks[n] = re.sub(r'head = ".*"\n', f'head = "{before}"\n', block)
    (tmp_path / "t.toml").write_text(START.join([head, *blocks]), encoding="utf-8")

    assert names["verify"](tmp_path / "t.toml") is None
    with Session.open(tmp_path / "t.toml") as session:
        assert session.head[:12] != printed
        assert "numbers differ" in " ".join(session.notices)  # and the recorded digest tells it too


def order(share: float) -> SetSpending:
    return SetSpending(seat="berlin", member="de", share=share)


FULL = """
import resource, sys
from pathlib import Path
from random import Random
from tests.journal.sessions import at_random, begun
folder = Path(sys.argv[1])
with begun(folder / "s.toml") as session:
    at_random(session, Random(1), 20)
    good = session.path.read_bytes()
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(good) + 40, resource.RLIM_INFINITY))
    at_random(session, Random(2), 20)
    assert "can't be written" in session.trouble, session.trouble
    assert session.path.read_bytes() == good
    assert len(session.entries) > 30
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    session.save_elsewhere(folder / "elsewhere" / "t.toml")
    at_random(session, Random(3), 5)
    assert not session.trouble
    print(session.digest, len(session.entries))
"""


def test_a_full_disk_is_said_and_nothing_is_lost_elsewhere(tmp_path: Path) -> None:
    done = process(FULL, tmp_path)

    assert done.returncode == 0, done.stderr
    with Session.open(tmp_path / "elsewhere" / "t.toml") as session:
        assert [session.digest, str(len(session.entries))] == done.stdout.split()


def test_a_second_copy_takes_what_a_full_disk_does_not(tmp_path: Path) -> None:
    with Session.create(tmp_path / "s.toml", two_keys(), TERMS, mirror=tmp_path / "stick") as session:
        assert session.keeper.mirror
        append = session.keeper._file.append  # type: ignore[union-attr]
        session.keeper._file.append = full  # type: ignore[method-assign,union-attr]
        session.make(NOTE)
        session.keeper.mirror.settle(5)

        assert session.trouble
        assert load(tmp_path / "stick" / "s.toml").entries == tuple(session.entries)
        session.keeper._file.append = append  # type: ignore[method-assign,union-attr]
        session.make(NOTE)
        session.keeper.mirror.settle(5)
        assert not session.trouble
        assert (tmp_path / "stick" / "s.toml").read_bytes() == session.path.read_bytes()


def full(data: bytes) -> None:
    raise OSError(28, "No space left on device")


def test_a_slow_stick_slows_no_move(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Session.create(tmp_path / "s.toml", two_keys(), TERMS, mirror=tmp_path / "stick") as session:
        assert session.keeper.mirror and session.keeper.mirror._file
        append = session.keeper.mirror._file.append
        monkeypatch.setattr(session.keeper.mirror._file, "append", lambda data: (time.sleep(0.3), append(data)))
        began = time.perf_counter()
        for _ in range(10):
            session.make(NOTE)

        assert time.perf_counter() - began < 0.3
        assert session.keeper.mirror.settle(5)
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
session.keeper.mirror.settle(5)
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
    write_people(path, without(people, "Anna"))
    assert read_people(path) == people[:1]
    people_path(path).write_text("person = 3", encoding="utf-8")
    with pytest.raises(SaveError, match=r"\[\[person\]\]"):
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
