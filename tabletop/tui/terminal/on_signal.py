"""A signal that ends the program finds the terminal as it was: the screens are left first, then the signal is obeyed.

Where they can't be left, because the program is busy or its line is gone, the terminal is put back from outside them
after a while. A line that goes without a signal, since no shell stood between, counts as one. Knows no exercise.
"""

import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, Final

ENDING: Final = [signal.Signals[name] for name in ("SIGTERM", "SIGHUP") if name in signal.Signals.__members__]
_PATIENCE: Final = 3.0
"""Seconds that the screens have to go."""
_BACK: Final = "".join(f"\x1b[?{mode}l" for mode in (1000, 1003, 1015, 1006, 2004, 2048)) + (
    "\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)
"""Mouse, pastes and sizes are reported no more; the keyboard, the other screen, the cursor and the focus as before."""


class Ending:
    """Watches for the signals while it is entered; `leave` is called once, wherever the program is then."""

    def __init__(self, leave: Callable[[], None]) -> None:
        self._leave = leave
        self._came = 0
        self._before: dict[int, Any] = {}
        self._modes: Any = None

    def __enter__(self) -> "Ending":
        self._modes = _modes()
        self._before = {each: signal.signal(each, self._on_signal) for each in ENDING}
        if hasattr(select, "poll"):
            threading.Thread(target=_hang_up_with, args=(0,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for each, before in self._before.items():
            signal.signal(each, before)
        if self._came:
            signal.signal(self._came, signal.SIG_DFL)
            os.kill(os.getpid(), self._came)

    def _on_signal(self, number: int, _: FrameType | None) -> None:
        if self._came:
            return
        self._came = number
        late = threading.Timer(_PATIENCE, self._too_late)
        late.daemon = True
        late.start()
        self._leave()

    def _too_late(self) -> None:
        put_back(self._modes)
        os._exit(128 + self._came)


def _hang_up_with(line: int) -> None:
    """Sleeps until a line hangs up, then hangs up the program."""
    watch = select.poll()
    watch.register(line, 0)  # of nothing but its end, of which one is always told
    if any(event & select.POLLHUP for _, event in watch.poll()):
        os.kill(os.getpid(), signal.SIGHUP)


def put_back(modes: Any) -> None:
    """The terminal as it was; `modes` are its own settings."""
    with suppress(Exception):
        os.write(sys.__stderr__.fileno(), _BACK.encode())  # type: ignore[union-attr]
    with suppress(Exception):
        import termios

        termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, modes)  # type: ignore[union-attr]


def _modes() -> Any:
    """The settings of the terminal, None where there is none that has any."""
    with suppress(Exception):
        import termios

        return termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
    return None
