"""A save's file while it is open: durable, whole or not at all, and sure that it is still ours."""

import os
from contextlib import suppress
from pathlib import Path

from tabletop.errors import PlaceError
from tabletop.files import disk

_CLOSED = -1


class Displaced(Exception):
    """The file was deleted, replaced or changed by somebody else while it was open."""


class SaveFile:
    """An open save. `size` is what is known to be on disk."""

    def __init__(self, path: Path, fd: int, size: int) -> None:
        self.path = path
        self.size = size
        self._fd = fd
        self._inode = _identity(os.fstat(fd))

    @classmethod
    def create(cls, path: Path, data: bytes) -> "SaveFile":
        """A new file, whole or not there at all; missing folders are made. Raises PlaceError, also for what exists."""
        try:
            disk.make_folder(path.parent)
            disk.put_new(path, data)
        except FileExistsError:
            raise PlaceError("is already there", place=str(path), hint="choose another name") from None
        except (OSError, ValueError) as why:
            raise PlaceError(f"can't be written: {disk.reason(why)}", place=str(path)) from None
        return cls.open(path, len(data))

    @classmethod
    def open(cls, path: Path, size: int) -> "SaveFile":
        """An existing file whose first `size` bytes are good: the rest is cut off. Raises OSError."""
        fd = os.open(path, os.O_RDWR | os.O_APPEND | disk.NO_LINK | disk.FLAGS)
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
            disk.write(self._fd, data)
            os.fsync(self._fd)
        except BaseException:
            with suppress(OSError):
                os.ftruncate(self._fd, self.size)
            raise
        self.size += len(data)

    def replace(self, data: bytes) -> None:
        """Puts a whole new content in the place of the old, or leaves the old. Raises Displaced or OSError."""
        self._still_ours()
        disk.put(self.path, data)
        fresh = SaveFile.open(self.path, len(data))
        os.close(self._fd)
        self._fd, self._inode, self.size = fresh._fd, fresh._inode, fresh.size

    def close(self) -> None:
        if self._fd != _CLOSED:
            os.close(self._fd)
            self._fd = _CLOSED

    def _still_ours(self) -> None:
        try:
            now = os.stat(self.path)
        except FileNotFoundError:
            raise Displaced("was deleted") from None
        if _identity(now) != self._inode:
            raise Displaced("was replaced by another file")
        if now.st_size != self.size:
            raise Displaced("was changed by another program")


def _identity(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_dev, stat.st_ino
