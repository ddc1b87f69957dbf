"""A signal or a lost line ends the program, with the terminal as it was and the record whole."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.scenario.load import load_scenario
from tests.tui.room import KEYS

pty = pytest.importorskip("pty")

MODES = (1000, 1003, 1006, 2004, 1004, 1049)
_LONG = 60
"""Seconds after which a test gives up."""


class OnTerminal:
    """`tabletop` on a terminal of its own. `said`: what it has written so far."""

    def __init__(self, *args: str, code: str = "") -> None:
        self.line, inner = pty.openpty()
        command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "tabletop", *args]
        env = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
        self.process = subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, env=env,
                                        start_new_session=True)  # fmt: skip
        os.close(inner)
        self.said = b""

    def wait_for(self, words: bytes) -> None:
        while words not in self.said:
            assert self.read(_LONG), self.said

    def read(self, seconds: float) -> bool:
        """Whether it wrote something; False when it is gone as well."""
        if not select.select([self.line], [], [], seconds)[0]:
            return False
        try:
            new = os.read(self.line, 65536)
        except OSError:
            return False
        self.said += new
        return bool(new)

    def end(self) -> int:
        """Its exit code: the signal's number, negative, when one ended it."""
        while self.read(_LONG):
            pass
        return self.process.wait(_LONG)

    def left_on(self) -> list[int]:
        return [mode for mode in MODES if self.said.rfind(b"\x1b[?%dh" % mode) > self.said.rfind(b"\x1b[?%dl" % mode)]


@pytest.fixture
def save(tmp_path: Path) -> Iterator[str]:
    path = tmp_path / "s.toml"
    Session.create(path, load_scenario(KEYS), Terms(seed="7")).close()
    yield str(path)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("command", ["resume", "public"])
def test_a_signal_leaves_the_terminal_as_it_was(number: signal.Signals, command: str, save: str) -> None:
    program = OnTerminal(command, save)
    program.wait_for(b"Two Keys")
    assert set(program.left_on()) >= {1000, 2004, 1049}

    program.process.send_signal(number)

    assert program.end() == -number
    assert program.left_on() == []
    with Session.open(save) as again:
        assert not again.read_only


def test_a_program_whose_line_is_gone_ends_and_lets_go_of_the_save(save: str) -> None:
    program = OnTerminal("resume", save)
    program.wait_for(b"Two Keys")

    os.close(program.line)

    program.process.wait(_LONG)
    with Session.open(save) as again:
        assert not again.read_only


def test_a_program_that_neither_hears_nor_says_anything_ends_with_its_line() -> None:
    code = (
        "import tabletop.tui.terminal.on_signal as on, threading\n"
        "over = threading.Event()\n"
        "with on.Ending(over.set):\n"
        "    print('still', flush=True)\n"
        "    over.wait()\n"
    )
    program = OnTerminal(code=code)
    program.wait_for(b"still\r\n")  # whole: a line that goes in the middle of a word is another matter

    os.close(program.line)

    assert program.process.wait(_LONG) == -signal.SIGHUP


def test_a_program_that_hears_nothing_is_ended_from_outside() -> None:
    code = (
        "import tabletop.tui.terminal.on_signal as on, sys, time\n"
        "on._PATIENCE = 0.05\n"
        "with on.Ending(lambda: None):\n"
        "    print('\\x1b[?1049h\\x1b[?1000h busy', flush=True)\n"
        "    time.sleep(600)\n"
    )
    program = OnTerminal(code=code)
    program.wait_for(b"busy")

    program.process.send_signal(signal.SIGTERM)

    assert program.end() == 128 + signal.SIGTERM
    assert program.left_on() == []
