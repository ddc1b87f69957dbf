"""Who has a save open. One writer; a second opener is told who, and a dead process holds nothing.

The kernel's lock decides: it goes with the process. What stands in the lock file only tells people who holds it.
"""

import json
import os
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from tabletop.errors import SaveLocked
from tabletop.files.sidecar import sidecar

if TYPE_CHECKING:
    from filelock import BaseFileLock


@frozen
class Holder:
    """The process that has a save open; `since` in UTC."""

    pid: int = 0
    host: str = ""
    since: str = ""

    @property
    def short(self) -> str:
        """For where there is little room."""
        return f"process {self.pid}" if self.pid else "another process"

    def __str__(self) -> str:
        if not self.pid:
            return "another process"
        return f"process {self.pid} on {self.host} since {self.since}"


class Lock:
    """Held from `take` to `release`. `last_sign`: when a process that died holding it was last alive, UTC, or ""."""

    def __init__(self, path: Path, lock: "BaseFileLock", place: Path, last_sign: str = "") -> None:
        self.path = path
        self.last_sign = last_sign
        self._lock = lock
        self._place = place

    @classmethod
    def take(cls, path: Path, since: str) -> "Lock":
        """Raises SaveLocked naming the holder, OSError where no lock can be made (a read-only folder)."""
        from filelock import FileLock, Timeout  # slow to import, and only writers need it

        place = sidecar(path.resolve(), "lock")
        last_sign = _touched(place)
        lock = FileLock(place, timeout=0, is_singleton=False)
        try:
            lock.acquire()
        except Timeout:
            raise SaveLocked(f"{holder(path)} has it open", place=path.name, hint="open it read-only") from None
        holding = json.dumps({"pid": os.getpid(), "host": platform.node(), "since": since})
        with suppress(OSError):  # a full disk: the lock holds all the same
            place.write_text(holding, encoding="utf-8")
        return cls(path, lock, place, last_sign)

    def alive(self) -> None:
        """A sign of life, which stays behind when the process dies: the lock file is touched."""
        with suppress(OSError):
            os.utime(self._place)

    def there(self) -> bool:
        """Whether what was locked is still in its place: a stick may have come back as another disk."""
        return self._place.exists()

    def release(self) -> None:
        with suppress(OSError):
            self._place.unlink()  # while it is held: a waiter sees that the name is gone and begins anew
        self._lock.release()


def _touched(place: Path) -> str:
    """When a file was last touched, UTC to the second; "" where there is none."""
    try:
        return datetime.fromtimestamp(place.stat().st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OSError, ValueError, OverflowError):
        return ""


def held_by(path: Path) -> Holder | None:
    """The other process that has a save open, for one who only looks: the lock itself isn't touched.

    Where that can be known, a process that is gone, or this one, holds nothing.
    """
    if not sidecar(path.resolve(), "lock").is_file():
        return None
    other = holder(path)
    if other.pid == os.getpid():
        return None
    if other.pid and other.host == platform.node() and os.name == "posix":
        try:
            os.kill(other.pid, 0)
        except ProcessLookupError:
            return None
        except OSError:
            pass  # somebody else's
    return other


def holder(path: Path) -> Holder:
    """Who says to hold the lock, as far as can be read."""
    try:
        table: Any = json.loads(sidecar(path.resolve(), "lock").read_text(encoding="utf-8"))
        return Holder(int(table["pid"]), str(table["host"]), str(table["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()
