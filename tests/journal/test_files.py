"""What disks, other programs and dying processes do to a save, with real files and real processes."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.errors import PlaceError
from tabletop.files.sidecar import sidecar
from tabletop.journal.session import Session
from tabletop.journal.store.lock import Lock, holder
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Note, SetSpending
from tests.builders import open_session, played

ROOT = Path(__file__).parents[2]


def spend(share: float = 1.0) -> SetSpending:
    return SetSpending(seat="berlin", member="de", share=share)


def settled(session: Session) -> None:
    """Waits until the second copy has been written."""
    assert session.writer.mirror and session.writer.mirror.settle(5)


def process(code: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip


def test_a_second_opener_reads_only_and_is_told_who_has_it(tmp_path: Path) -> None:
    with played(tmp_path / "s"), open_session(tmp_path / "s") as second:
        assert second.read_only
        assert f"process {os.getpid()} on " in second.notices[0]
        assert second.digest
    with open_session(tmp_path / "s") as third:
        assert not third.read_only
    assert not sidecar(tmp_path / "s", "lock").exists()


def test_another_process_sees_the_lock(tmp_path: Path) -> None:
    with played(tmp_path / "s"):
        code = "import sys; from pathlib import Path; from tests.builders import open_session; "
        code += "s = open_session(Path(sys.argv[1])); print(s.read_only, *s.notices)"
        out, errors = process(code, tmp_path / "s").communicate()

        assert out.startswith(f"True process {os.getpid()} on "), errors


def test_a_lock_file_of_a_dead_process_or_laptop_holds_nothing(tmp_path: Path) -> None:
    played(tmp_path / "s").close()
    sidecar(tmp_path / "s", "lock").write_text('{"pid": 1, "host": "other-laptop", "since": "yesterday"}')

    with open_session(tmp_path / "s") as session:
        assert not session.read_only
        assert holder(tmp_path / "s").pid == os.getpid()


def test_a_lock_file_full_of_rubbish_names_another_process(tmp_path: Path) -> None:
    lock = Lock.take(tmp_path / "s", "now")
    sidecar(tmp_path / "s", "lock").write_text("?")

    assert str(holder(tmp_path / "s")) == "another process"
    lock.release()


def test_a_full_disk_is_said_and_play_goes_on_in_memory(tmp_path: Path) -> None:
    with played(tmp_path / "s") as session:
        good = session.path.read_bytes()
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(good) + 20, limits[1]))
        try:
            session.make(spend())
            session.make(Note(seat="control", text="still here"))
            assert "can't be written" in session.trouble
            assert session.path.read_bytes() == good
            assert len(session.entries) == 14
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_when_there_is_room_again_everything_is_written(tmp_path: Path) -> None:
    with played(tmp_path / "s") as session:
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (session.path.stat().st_size, limits[1]))
        session.make(spend())
        session.redact(entry=4)
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert session.trouble

        session.make(spend())

        assert not session.trouble
        assert load(session.path).entries == tuple(session.entries)
        assert "Ça va?" not in session.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("harm", ["deleted", "replaced", "changed"])
def test_a_save_lost_while_open_is_written_elsewhere(tmp_path: Path, harm: str) -> None:
    with played(tmp_path / "s.toml") as session:
        if harm == "deleted":
            session.path.unlink()
        elif harm == "replaced":
            (tmp_path / "x").write_bytes(session.path.read_bytes())
            os.replace(tmp_path / "x", session.path)
        else:
            with session.path.open("ab") as file:
                file.write(b"# a comment\n")
        session.make(spend())
        session.make(spend())

        assert session.writer.rescue.startswith(f"s.toml was {harm}")
        assert session.path == tmp_path / "s rescued.toml"
        assert load(session.path).entries == tuple(session.entries)
        assert not session.trouble and not session.read_only
        with open_session(session.path) as second:
            assert second.read_only


AS_NOBODY = """
import os, sys
from pathlib import Path
import tests.builders as b, tabletop.journal.session
from tabletop.errors import PlaceError
from filelock import FileLock
os.setgid(65534); os.setuid(65534)
folder = Path(sys.argv[1])
with b.open_session(folder / "s") as session:
    print(session.read_only, *session.notices)
try:
    b.new_session(folder / "t")
except PlaceError as why:
    print(why)
"""


@pytest.fixture
def anybodys() -> Iterator[Path]:
    """A folder that every user can reach, whoever owns those above the test's own."""
    for place in (tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm"):
        above = (Path(place), *Path(place).parents)
        if all(folder.is_dir() and folder.stat().st_mode & 0o001 for folder in above):
            with tempfile.TemporaryDirectory(dir=place) as made:
                Path(made).chmod(0o755)
                yield Path(made)
            return
    pytest.skip("there is no folder here that every user can reach")


def test_a_folder_that_can_not_be_written_opens_read_only(anybodys: Path) -> None:
    folder = anybodys / "ro"
    played(folder / "s").close()
    (folder / "s").chmod(0o644)
    folder.chmod(0o555)
    if os.getuid():
        with open_session(folder / "s") as session:
            assert session.read_only
        folder.chmod(0o755)
        return

    out, errors = process(AS_NOBODY, folder).communicate()

    assert "True no lock can be made in" in out, errors
    assert "opened read-only" in out
    assert "can't be written: Permission denied" in out


def test_the_second_copy_is_the_same_at_every_move(tmp_path: Path) -> None:
    with played(tmp_path / "s", mirror=tmp_path / "stick" / "copies") as session:
        copy = tmp_path / "stick" / "copies" / "s"
        settled(session)
        assert copy.read_bytes() == session.path.read_bytes()
        session.redact(everything=True)
        session.make(spend())
        settled(session)
        assert copy.read_bytes() == session.path.read_bytes()
        digest = session.digest

    with open_session(copy) as session:
        assert session.digest == digest and not session.read_only
    with open_session(tmp_path / "s", mirror=copy.parent) as session:
        session.make(spend())
        settled(session)
        assert copy.read_bytes() == session.path.read_bytes()


def test_a_stick_that_is_pulled_out_stops_nothing(tmp_path: Path) -> None:
    with played(tmp_path / "s", mirror=tmp_path / "stick") as session:
        settled(session)
        (tmp_path / "stick").rename(tmp_path / "drawer")
        session.make(spend())
        settled(session)
        assert session.writer.mirror and "is not being written" in session.writer.mirror.trouble
        assert not session.trouble and not (tmp_path / "stick").exists()

        (tmp_path / "drawer").rename(tmp_path / "stick")
        session.make(spend())
        settled(session)

        assert not session.writer.mirror.trouble
        assert (tmp_path / "stick" / "s").read_bytes() == session.path.read_bytes()


def test_a_copy_that_went_its_own_way_is_left_alone(tmp_path: Path) -> None:
    played(tmp_path / "s", mirror=tmp_path / "stick").close()
    with open_session(tmp_path / "stick" / "s") as session:
        session.make(spend())
        theirs = session.path.read_bytes()

    with open_session(tmp_path / "s", mirror=tmp_path / "stick") as session:
        session.make(spend(2.0))
        settled(session)

        assert "is 1 ahead of the save" in session.notices[0]
        assert (tmp_path / "stick" / "s").read_bytes() == theirs
        assert (tmp_path / "stick" / "s copy").read_bytes() == session.path.read_bytes()


def test_a_mirror_onto_itself_is_refused(tmp_path: Path) -> None:
    played(tmp_path / "s").close()

    with pytest.raises(PlaceError, match="where the save itself is"):
        open_session(tmp_path / "s", mirror=tmp_path)
    with open_session(tmp_path / "s") as session:
        assert not session.read_only
