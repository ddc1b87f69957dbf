"""The only place that writes a save's bytes: durable, whole or not at all, and sure that the file is still ours."""

import os
from contextlib import suppress
from pathlib import Path

from tabletop.errors import PlaceError
from tabletop.journal.sidecar import sidecar

_CLOSED = -1


class Displaced(Exception):
    """The file was deleted, replaced or changed by somebody else while it was open."""


class SaveFile:
    """An open save. `size` is what is known to be on disk."""

    def __init__(self, path: Path, fd: int, size: int) -> None:
        self.path = path
        self.size = size
        self._fd = fd
        self._seen = _identity(os.fstat(fd))

    @classmethod
    def create(cls, path: Path, data: bytes) -> "SaveFile":
        """A new file, whole or not there at all; missing folders are made. Raises PlaceError, also for what exists."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _put_new(path, data)
        except FileExistsError:
            raise PlaceError("is already there", place=str(path), hint="choose another name") from None
        except (OSError, ValueError) as why:
            raise PlaceError(f"can't be written: {reason(why)}", place=str(path)) from None
        return cls.open(path, len(data))

    @classmethod
    def open(cls, path: Path, size: int) -> "SaveFile":
        """An existing file whose first `size` bytes are good: the rest is cut off. Raises OSError."""
        fd = os.open(path, os.O_RDWR | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
        try:
            if os.fstat(fd).st_size != size:
                os.ftruncate(fd, size)
                os.fsync(fd)
        except BaseException:
            os.close(fd)
            raise
        return cls(path, fd, size)

    def append(self, data: bytes) -> None:
        """On disk when it returns. Raises Displaced or OSError; nothing of `data` is in the file then."""
        self._still_ours()
        try:
            _write(self._fd, data)
            os.fsync(self._fd)
        except BaseException:
            with suppress(OSError):
                os.ftruncate(self._fd, self.size)
            raise
        self.size += len(data)

    def replace(self, data: bytes) -> None:
        """Puts a whole new content in the place of the old, or leaves the old. Raises Displaced or OSError."""
        self._still_ours()
        put(self.path, data)
        fresh = SaveFile.open(self.path, len(data))
        os.close(self._fd)
        self._fd, self._seen, self.size = fresh._fd, fresh._seen, fresh.size

    def close(self) -> None:
        if self._fd != _CLOSED:
            os.close(self._fd)
            self._fd = _CLOSED

    def _still_ours(self) -> None:
        try:
            now = os.stat(self.path)
        except FileNotFoundError:
            raise Displaced("was deleted") from None
        if _identity(now) != self._seen:
            raise Displaced("was replaced by another file")
        if now.st_size != self.size:
            raise Displaced("was changed by another program")


def put(path: Path, data: bytes) -> None:
    """Atomically makes `data` the content of `path`, whether it is there or not. Raises OSError."""
    part = sidecar(path, "part")
    try:
        _write_new(part, data)
        with suppress(OSError):
            os.chmod(part, os.stat(path).st_mode & 0o7777)
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_folder(path.parent)


def reason(why: Exception) -> str:
    """An OSError in a few words."""
    return getattr(why, "strerror", None) or str(why)


def _put_new(path: Path, data: bytes) -> None:
    if path.exists() or path.is_symlink():
        raise FileExistsError(path)
    part = sidecar(path, "part")
    try:
        _write_new(part, data)
        try:
            os.link(part, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links, as sticks often have
            os.rename(part, path)
    finally:
        with suppress(OSError):
            part.unlink()
    _sync_folder(path.parent)


def _write_new(path: Path, data: bytes) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o644)
    try:
        _write(fd, data)
        os.fsync(fd)
    finally:
        os.close(fd)


def _write(fd: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def _sync_folder(folder: Path) -> None:
    """Makes a new name durable, where the system lets folders be synced."""
    with suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def _identity(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_dev, stat.st_ino
