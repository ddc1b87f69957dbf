"""A second live copy on another disk or stick. Its failure is said and stops nothing."""

from contextlib import suppress
from pathlib import Path

from tabletop.journal.files import Displaced, SaveFile, put, reason
from tabletop.journal.sidecar import free_name


class Mirror:
    """Follows a save. `trouble` says why the copy is behind, "" when it is whole; each write tries again."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / name
        self.trouble = ""
        self._file: SaveFile | None = None
        self._ours = False

    def append(self, data: bytes, size: int) -> bool:
        """Adds to a copy that stands at `size` bytes. False when it has to be copied whole."""
        if self._file is None or self._file.size != size:
            return False
        try:
            self._file.append(data)
        except (OSError, Displaced):
            self.close()
            return False
        return True

    def copy(self, whole: bytes) -> None:
        """Makes the copy equal to the save."""
        self.close()
        try:
            self._put(whole)
        except OSError as why:
            self.trouble = f"the second copy {self.path} is not being written: {reason(why)}"
        else:
            self.trouble = ""

    def close(self) -> None:
        if self._file:
            with suppress(OSError):
                self._file.close()
            self._file = None

    def _put(self, whole: bytes) -> None:
        if not self._ours:
            self.path.parent.mkdir(parents=True, exist_ok=True)  # once: a stick pulled out is no folder to be made
            if self.path.exists() and not whole.startswith(self.path.read_bytes()):
                self.path = free_name(self.path, "copy")  # another session's, or one gone on from a copy
        put(self.path, whole)
        self._file = SaveFile.open(self.path, len(whole))
        self._ours = True
