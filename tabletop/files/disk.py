"""The only place that makes, replaces and reads files: whole or not at all, their owner's alone, through no link.

Knows bytes and modes, nothing of saves. A pipe or a device is never read and never written.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tabletop.errors import PlaceError
from tabletop.files.sidecar import sidecar

OWN = 0o600  # its owner reads and writes it, nobody else
OPEN = 0o644  # what a room may read
_OWN_FOLDER = 0o700
FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # a pipe with nobody at its other end doesn't hold us up
_RANDOM = 16  # hex digits
_PART = "part"  # kind of the file that is being written in another's place


def put(path: Path, data: bytes, mode: int | None = None) -> None:
    """Atomically makes `data` the content of `path`, whether it is there or not. Raises OSError.

    Without `mode` what is there keeps its own, and its owner where that may be; what is new is its owner's.
    """
    there = None
    with suppress(FileNotFoundError):
        there = os.lstat(path)
        _regular(there)
    part = _written(path, data, mode or (stat.S_IMODE(there.st_mode) if there else OWN), there)
    try:
        os.replace(part, path)
    except BaseException:
        _gone(part)
        raise
    _sync_folder(path.parent)


def look(path: Path) -> None:
    """Raises OSError where `put` has no place for a file."""
    with suppress(FileNotFoundError):
        _regular(os.lstat(path))
    os.stat(path.parent)


def put_new(path: Path, data: bytes) -> None:
    """As `put`, but never over anything. Raises OSError, FileExistsError for what is there."""
    if path.exists() or path.is_symlink():
        raise FileExistsError(path)
    part = _written(path, data, OWN)
    try:
        try:
            os.link(part, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links, as sticks often have
            os.rename(part, path)
    finally:
        _gone(part)
    _sync_folder(path.parent)


def add(path: Path, data: bytes) -> None:
    """Puts `data` at the end of a file, on disk when it returns; it is made when it isn't there. Raises OSError."""
    fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _AT_ONCE | NO_LINK | FLAGS, OWN)
    try:
        _regular(os.fstat(fd))
        write(fd, data)
        os.fsync(fd)
    finally:
        os.close(fd)


def read(path: Path) -> bytes:
    """A file's bytes. Raises OSError, also for what is no file: it might never end."""
    fd = os.open(path, os.O_RDONLY | _AT_ONCE | FLAGS)
    with open(fd, "rb") as file:
        _regular(os.fstat(fd))
        return file.read()


def read_bytes(path: Path, kind: str = "save") -> bytes:
    """A file's bytes. Raises PlaceError in words; `kind` is what it should have been."""
    try:
        return read(path)
    except FileNotFoundError:
        raise PlaceError("there is no such file", place=str(path)) from None
    except IsADirectoryError:
        raise PlaceError(f"is a folder, not a {kind}", place=str(path)) from None
    except (OSError, ValueError) as why:
        raise PlaceError(f"can't be read: {reason(why)}", place=str(path)) from None


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """What can't be written there is a PlaceError in words."""
    try:
        yield
    except (OSError, ValueError) as why:
        raise PlaceError(f"can't be written: {reason(why)}", place=str(path)) from None


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it that are missing, the owner's alone. Raises OSError."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    try:
        os.mkdir(folder, _OWN_FOLDER)
    except FileExistsError:
        if not folder.is_dir():  # somebody else may have made it just now
            raise NotADirectoryError(None, "it is no folder", str(folder)) from None


def real(path: Path) -> Path:
    """Where a link leads to; any other path as it is."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def other_names(path: Path) -> int:
    """How many more names (hard links) a file has."""
    try:
        return os.stat(path).st_nlink - 1
    except OSError:
        return 0


def sweep(path: Path) -> None:
    """Takes away what writers of `path` that were killed have left beside it. For whoever holds its lock."""
    random, plain = "0" * _RANDOM, sidecar(path, _PART).name
    part = re.escape(sidecar(path, f"{random}.{_PART}").name).replace(random, f"[0-9a-f]{{{_RANDOM}}}")
    with suppress(OSError):
        for beside in os.listdir(path.parent):
            if beside == plain or re.fullmatch(part, beside):
                _gone(path.parent / beside)


def reason(why: Exception) -> str:
    """An OSError in a few words."""
    return getattr(why, "strerror", None) or str(why)


def write(fd: int, data: bytes) -> None:
    """All of it, however many writes it takes."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def _written(path: Path, data: bytes, mode: int, like: os.stat_result | None = None) -> Path:
    """A fresh file beside `path` that holds `data`, on disk. Its name can't be guessed, and nothing stood under it."""
    part = sidecar(path, f"{os.urandom(_RANDOM // 2).hex()}.{_PART}")
    fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINK | FLAGS, OWN)
    try:
        try:
            write(fd, data)
            if like and hasattr(os, "fchown"):
                try:
                    os.fchown(fd, like.st_uid, like.st_gid)
                except OSError:
                    mode &= ~stat.S_IRWXG  # it would open to another group what was open to one
            if mode != OWN and hasattr(os, "fchmod"):
                os.fchmod(fd, mode)
            os.fsync(fd)
        finally:
            os.close(fd)
    except BaseException:
        _gone(part)
        raise
    return part


def _regular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(None, "it is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(None, "it is no file but a link, a pipe or a device")


def _gone(part: Path) -> None:
    with suppress(OSError):
        part.unlink()


def _sync_folder(folder: Path) -> None:
    """Makes a new name durable, where the system lets folders be synced."""
    with suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


Stamp = tuple[int, int]
"""When a file was last written (ns) and how long it is; zeros where there is none."""


def stamp_of(path: Path) -> Stamp:
    """Tells one state of a file from another."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
