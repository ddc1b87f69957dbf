"""A second live copy on another disk or stick, written by a thread. Its failure is said and stops nothing."""

import re
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread

from tabletop.errors import SaveLocked
from tabletop.files.disk import make_folder, put, read, reason
from tabletop.files.sidecar import free_name
from tabletop.journal.store.files import Displaced, SaveFile
from tabletop.journal.store.lock import Lock

_HEAD = re.compile(rb'^head = "([0-9a-f]{32})"\r?$', re.MULTILINE)
_PATIENCE = 5.0  # seconds that closing waits for a slow stick


class Mirror:
    """Follows a save. `trouble` says why the copy is behind, "" when it is whole; each write tries again.

    `notice`: what was found where the copy should go, "" when nothing stood in its way.
    """

    def __init__(self, folder: Path, name: str, since: str = "") -> None:
        self.path = folder / name
        self.trouble = ""
        self.notice = ""
        self._since = since
        self._wanted = bytearray()  # what the copy should hold
        self._whole = False  # the copy isn't a beginning of it any more
        self._behind = False
        self._busy = False
        self._closing = False
        self._changed = Condition()
        self._thread: Thread | None = None
        self._file: SaveFile | None = None  # of the thread alone, as all below
        self._lock: Lock | None = None
        self._has_folder = False

    def append(self, data: bytes, size: int) -> bool:
        """Adds to a copy that stands at `size` bytes. False when it has to be copied whole."""
        with self._changed:
            if len(self._wanted) != size:
                return False
            self._wanted += data
            self._wake()
        return True

    def copy(self, whole: bytes) -> None:
        """Makes the copy equal to the save."""
        with self._changed:
            self._wanted = bytearray(whole)
            self._whole = True
            self._wake()

    def settle(self, seconds: float | None = None) -> bool:
        """Waits until the thread has tried everything; False when it takes longer than that."""
        with self._changed:
            return self._changed.wait_for(lambda: not (self._behind or self._busy), seconds)

    def close(self) -> None:
        """Waits a moment for what is still to be written."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread:
            self._thread.join(_PATIENCE)
            if self._thread.is_alive():
                self.trouble = f"the second copy {self.path} is not being written: its disk doesn't answer"
            self._thread = None

    def _wake(self) -> None:
        self._behind = True
        if self._thread is None:
            self._closing = False
            self._thread = Thread(target=self._follow, name="mirror", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _follow(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._behind or self._closing)
                if not self._behind:
                    break
                self._behind, self._busy = False, True
                whole, self._whole = self._whole, False
            self._write(whole)
            with self._changed:
                self._busy = False
                self._changed.notify_all()
        self._drop()

    def _write(self, whole: bool) -> None:
        try:
            if not self._carried_on(whole):
                self._put(self._rest(0))
        except OSError as why:
            self.trouble = f"the second copy {self.path} is not being written: {reason(why)}"
        else:
            self.trouble = ""

    def _carried_on(self, whole: bool) -> bool:
        """Writes into the copy as it was left; False when there is none, or somebody or something was at it."""
        file = self._file
        if file is None:
            return False
        try:
            if whole:
                file.replace(self._rest(0))
            else:
                file.append(self._rest(file.size))
        except (Displaced, OSError):
            self._drop_file()
            return False
        return True

    def _rest(self, start: int) -> bytes:
        with self._changed:
            return bytes(memoryview(self._wanted)[start:])

    def _put(self, whole: bytes) -> None:
        if not self._has_folder:
            make_folder(self.path.parent)
            self._has_folder = True  # once: a stick pulled out is no folder to be made
        self.path.parent.stat()
        there = self._settle_place(whole)
        if there and whole.startswith(there):  # a disk that was full has seldom room for a second whole
            self._file = SaveFile.open(self.path, len(there))
            self._file.append(whole[len(there) :])
        else:
            put(self.path, whole)
            self._file = SaveFile.open(self.path, len(whole))

    def _settle_place(self, whole: bytes) -> bytes:
        """What stands where the copy goes, b"" for nothing.

        Never over anything but an earlier state of this very session, and never under somebody who has it open.
        """
        there = read(self.path) if self.path.exists() else b""
        if self.path.exists():
            theirs, mine = _HEAD.findall(there), _HEAD.findall(whole)
            if not theirs or theirs != mine[: len(theirs)]:
                name, ahead = self.path.name, len(theirs) - len(mine)
                self._go_beside()
                there = b""
                more = f"is {ahead} ahead of the save" if theirs[:-ahead] == mine else "is another record"
                self.notice = f"{name}, found where the second copy goes, {more}: left alone, copying to {self.path}"
        if self._lock is None or not self._lock.there():
            self._drop_lock()
            try:
                self._lock = Lock.take(self.path, self._since)
            except SaveLocked as held:
                self._go_beside()
                there = b""
                self.notice = f"the second copy: {held.problem}, copying to {self.path}"
            except OSError:
                pass  # a disk without locks: the copy goes on
        return there

    def _go_beside(self) -> None:
        self._drop_lock()
        self.path = free_name(self.path, "copy")

    def _drop(self) -> None:
        self._drop_file()
        self._drop_lock()

    def _drop_file(self) -> None:
        if self._file:
            with suppress(OSError):
                self._file.close()
            self._file = None

    def _drop_lock(self) -> None:
        if self._lock:
            with suppress(OSError):
                self._lock.release()
            self._lock = None
