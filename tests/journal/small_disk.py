"""What a child process does on a disk that fills up: `python -m tests.journal.small_disk WHAT FOLDER`, 0 when all held.

`save`, `mirror`: FOLDER/small is a file system of 128 kB, made here in a mount namespace of the process's own.
`save-limit`, `mirror-limit`: no file may grow beyond a limit while the one of the two is written.
"""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tabletop.errors import PlaceError
from tabletop.journal.fork import fork_save
from tabletop.journal.opened import Terms
from tabletop.journal.record.entry import Entry
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Note
from tests.journal.sessions import at_random, begun
from tests.play import two_keys

NOTE = Note(seat="control", text="They agree, after a long silence, to nothing in particular. " * 8)
FILL = 40_000  # bytes that somebody else's file takes, and that come free again
MANY = 500


def mounted(folder: Path) -> Path:
    """A small file system in a folder."""
    small = folder / "small"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(small)], check=True)
    (small / "somebody's").write_bytes(b"x" * FILL)
    return small


def settled(session: Session) -> str:
    """What is the matter with the second copy, once everything has been tried."""
    mirror = session.writer.mirror
    assert mirror and mirror.settle(20)
    return mirror.trouble


def save(folder: Path) -> None:
    """The save's disk is full: said at once, played on in memory, whole in the second copy and when there is room."""
    small = mounted(folder)
    with begun(small / "s.toml", mirror=folder / "large") as session:
        made = until_trouble(session)
        good = session.path.read_bytes()
        assert "No space left" in session.trouble and len(load(session.path).entries) == made - 1
        at_random(session, Random(3), 10)
        assert session.path.read_bytes() == good and len(session.entries) > made
        assert settled(session) == "" and load(folder / "large" / "s.toml").entries == tuple(session.entries)
        (folder / "large" / "s.toml").rename(folder / "kept.toml")
        refused_elsewhere(session, small)
        (small / "somebody's").unlink()
        assert isinstance(session.make(Note(seat="control", text="room")), Entry)
        assert session.trouble == "" and load(session.path).entries == tuple(session.entries)
        assert sorted(path.name for path in small.iterdir()) == [".s.toml.lock", "s.toml"]


def refused_elsewhere(session: Session, small: Path) -> None:
    """No new file fits either: told in a sentence, nothing begun is left, and the session stays where it is."""
    writes: tuple[Callable[[], None], ...] = (
        lambda: fork_save(load(session.path), 1, small / "t.toml"),
        lambda: Session.create(small / "t.toml", two_keys(), Terms(seed="7")).close(),
    )
    for write in writes:
        try:
            write()
        except PlaceError as why:
            assert "No space left" in str(why) and "t.toml" in str(why), why
        else:
            raise AssertionError("it fits")
    assert session.path == small / "s.toml" and not list(small.glob("*t.toml*"))


def mirror(folder: Path) -> None:
    """The second copy's disk is full: said, stops nothing, stays a save to resume from, and catches up."""
    small = mounted(folder)
    with begun(folder / "s.toml", mirror=small) as session:
        until_trouble(session)
        assert session.trouble == "" and "No space left" in settled(session)
        at_random(session, Random(3), 10)
        assert session.trouble == "" and load(session.path).entries == tuple(session.entries)
        copy = load(small / "s.toml")
        assert not copy.fault and copy.entries == tuple(session.entries[: len(copy.entries)])
        (small / "somebody's").unlink()
        session.make(NOTE)
        assert settled(session) == "" and (small / "s.toml").read_bytes() == session.path.read_bytes()


def until_trouble(session: Session) -> int:
    """Notes until one isn't on one of the disks; the number of entries then."""
    while not (session.trouble or settled(session)):
        assert isinstance(session.make(NOTE), Entry)
        assert len(session.entries) < MANY
    return len(session.entries)


@contextmanager
def limit(size: int) -> Iterator[None]:
    """No file grows beyond so many bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def save_limit(folder: Path) -> None:
    """As `save`: the limit holds for the save's write, and is lifted before the second copy's."""
    with begun(folder / "s.toml", mirror=folder / "stick") as session:
        at_random(session, Random(1), 20)
        assert settled(session) == "" and session.writer.mirror
        good = session.path.read_bytes()
        with session.writer.mirror._changed:  # the second copy waits
            with limit(len(good) + 40):
                at_random(session, Random(2), 20)
            assert "File too large" in session.trouble and session.path.read_bytes() == good
        assert settled(session) == "" and load(folder / "stick" / "s.toml").entries == tuple(session.entries)
        with limit(len(good) + 40):
            session.make(NOTE)
            assert session.trouble
        at_random(session, Random(3), 5)
        assert session.trouble == "" and load(session.path).entries == tuple(session.entries)
        assert settled(session) == "" and (folder / "stick" / "s.toml").read_bytes() == session.path.read_bytes()


def mirror_limit(folder: Path) -> None:
    """As `mirror`: the save is written, then the limit falls, then the second copy is written."""
    with begun(folder / "s.toml", mirror=folder / "stick") as session:
        at_random(session, Random(1), 20)
        assert settled(session) == "" and session.writer.mirror
        good = (folder / "stick" / "s.toml").read_bytes()
        waits = session.writer.mirror._changed
        waits.acquire()  # the second copy waits
        session.make(NOTE)
        with limit(len(good) + 40):
            waits.release()
            assert "File too large" in settled(session)
        assert session.trouble == "" and load(session.path).entries == tuple(session.entries)
        assert (folder / "stick" / "s.toml").read_bytes() == good
        session.make(NOTE)
        assert settled(session) == "" and (folder / "stick" / "s.toml").read_bytes() == session.path.read_bytes()


if __name__ == "__main__":
    {"save": save, "mirror": mirror, "save-limit": save_limit, "mirror-limit": mirror_limit}[sys.argv[1]](
        Path(sys.argv[2])
    )
