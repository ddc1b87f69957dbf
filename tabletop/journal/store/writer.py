"""Brings a record's text to disk whatever happens to the disk. Trouble is said, never raised: the exercise goes on."""

from collections.abc import Callable
from pathlib import Path

from tabletop.errors import PlaceError, SaveLocked
from tabletop.files.disk import reason
from tabletop.files.sidecar import free_name
from tabletop.journal.store.files import Displaced, SaveFile
from tabletop.journal.store.lock import Lock
from tabletop.journal.store.mirror import Mirror


class Writer:
    """`trouble`: what isn't on disk, why; each write tries again. `rescue`: where it went on when the save was gone."""

    def __init__(
        self, path: Path, file: SaveFile | None, lock: Lock | None, mirror: Path | None, now: Callable[[], str]
    ) -> None:
        self.path = path
        self.trouble = ""
        self.rescue = ""
        self.read_only = file is None
        self.mirror = Mirror(mirror, path.name, now()) if mirror and file else None
        self._file = file
        self._lock = lock
        self._now = now
        if self.mirror and self.mirror.path.resolve() == path.resolve():
            self.close()
            raise PlaceError("is where the save itself is", place=str(mirror), hint="mirror to another disk")

    @property
    def last_sign(self) -> str:
        """When a process that died with the save open was last alive, UTC; "" when none did."""
        return self._lock.last_sign if self._lock else ""

    def alive(self) -> None:
        if self._lock:
            self._lock.alive()

    def append(self, data: str, whole: Callable[[], str]) -> bool:
        """Adds to the file; True when everything is on disk."""
        file = self._file
        if file is None:
            return False
        size, tail = file.size, data.encode()
        on_disk = self._try(lambda: file.append(tail), whole)
        if self.mirror and self._file is file and not (on_disk and self.mirror.append(tail, size)):
            self.mirror.copy(whole().encode())  # also what the save itself couldn't take
        return on_disk

    def replace(self, whole: str) -> bool:
        """Puts a new text in the place of the old."""
        file = self._file
        if file is None:
            return False
        on_disk = self._try(lambda: file.replace(whole.encode()), lambda: whole)
        if self._file is file:
            self.mirror_whole(whole)
        return on_disk

    def mirror_whole(self, whole: str) -> None:
        if self.mirror:
            self.mirror.copy(whole.encode())

    def move_to(self, path: Path, whole: str) -> None:
        """Goes on in a new file. Raises PlaceError."""
        file = SaveFile.create(path, whole.encode())
        try:
            lock: Lock | None = Lock.take(path, self._now())
        except (OSError, SaveLocked):
            lock = None
        self.close()
        self.path, self._file, self._lock = path, file, lock
        self.trouble, self.read_only = "", False
        if self.mirror:
            self.mirror = Mirror(self.mirror.path.parent, path.name, self._now())
            self.mirror_whole(whole)

    def close(self) -> None:
        if self.mirror:
            self.mirror.close()
        if self._file:
            self._file.close()
            self._file = None
        if self._lock:
            self._lock.release()
            self._lock = None

    def _try(self, write: Callable[[], None], whole: Callable[[], str]) -> bool:
        try:
            write()
        except Displaced as gone:
            return self._rescue(f"{self.path.name} {gone} while it was open", whole())
        except OSError as why:
            self.trouble = (
                f"{self.path.name} can't be written ({reason(why)}): play goes on in memory, save it elsewhere"
            )
            return False
        self.trouble = ""
        return True

    def _rescue(self, what: str, whole: str) -> bool:
        import tempfile

        for folder in (self.path.parent, Path.home(), Path(tempfile.gettempdir())):
            try:
                self.move_to(free_name(folder / self.path.name, "rescued"), whole)
            except (PlaceError, OSError, RuntimeError):
                continue
            self.rescue = f"{what}: everything is in {self.path}, play goes on there"
            return True
        self.trouble = f"{what}: play goes on in memory, save it elsewhere"
        return False
