"""A program in a pseudo-terminal of its own: keys in, what it draws out. For what only a real process shows."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Self

_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-_]")
_SIZE = (120, 36)  # said in the environment too: whoever runs the tests may have told another width there
_PATIENCE = 120.0  # seconds, only to end at all: the machine may be as busy as it likes


class Terminal:
    """`tabletop` with these arguments; `size` is columns and rows, `term` what the environment calls it."""

    def __init__(self, *args: str, cwd: Path, size: tuple[int, int] = _SIZE, term: str = "xterm-256color") -> None:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._screen = ours
        self._bytes = b""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tabletop", *args],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=cwd,
            env={
                **os.environ,
                "COLUMNS": str(size[0]),
                "LINES": str(size[1]),
                "TERM": term,
                "PYTHONPATH": str(Path(__file__).parents[2]),
            },
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self.kill()
        os.close(self._screen)

    def wait_for(self, text: str) -> None:
        """Until a text has been drawn since the last key. Raises AssertionError with what was drawn instead."""
        end = time.monotonic() + _PATIENCE
        while text not in self.drawn:
            assert time.monotonic() < end, f"{text!r} was not drawn; drawn: {self.drawn[-2000:]}"
            self._read()

    @property
    def drawn(self) -> str:
        """What has come since the last key; read as a whole, for a piece may end inside a letter or a sequence."""
        return _ESCAPES.sub("", self._bytes.decode(errors="replace"))

    def press(self, keys: str) -> None:
        self._bytes = b""
        os.write(self._screen, keys.encode())

    def kill(self) -> None:
        """SIGKILL: no goodbye, nothing flushed."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def end(self) -> int:
        """The exit code, once it has left by itself."""
        end = time.monotonic() + _PATIENCE
        while self._process.poll() is None and time.monotonic() < end:
            self._read()
        return self._process.wait(timeout=1)

    def _read(self) -> None:
        ready, _, _ = select.select([self._screen], [], [], 0.2)
        if ready:
            try:
                data = os.read(self._screen, 65536)
            except OSError:  # the other end is closed
                time.sleep(0.05)
                return
            self._bytes += data
