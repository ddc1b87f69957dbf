"""Worker processes, each with one piece of work at a time. One that dies is replaced, and what it had is done again.

Knows neither worlds nor campaigns: what to do stands in a function that every process can import.
"""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from tabletop.errors import TabletopError

_TRIES = 3  # that a piece of work may cost the life of its worker

Job = Any
Result = Any


class Crew:
    """`begin(*given)` once in each process, then `play(task)` for each task. `told` hears of workers that died."""

    def __init__(
        self,
        many: int,
        begin: Callable[..., None],
        setting: tuple[Any, ...],
        play: Callable[[Job], Result],
        warn: Callable[[str], None],
    ) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._many, self._begin, self._setting, self._play, self._warn = many, begin, setting, play, warn
        self._staff: dict[Connection, BaseProcess] = {}
        self._busy: dict[Connection, tuple[Job, int]] = {}

    def results(self, tasks: Iterable[Job]) -> Generator[Result, None, None]:
        """What each task gives, in no particular order; tasks are taken one by one. Raises what `play` raises.

        Raises TabletopError for a task that no worker survives.
        """
        waiting = iter(tasks)
        again: deque[tuple[Job, int]] = deque()
        try:
            while True:
                while len(self._busy) < self._many:
                    work = again.popleft() if again else next(((task, 0) for task in waiting), None)
                    if work is None:
                        break
                    self._give(work)
                if not self._busy:
                    return
                for ready in wait(list(self._busy)):
                    worker: Any = ready
                    task, lives = self._busy.pop(worker)
                    try:
                        result = worker.recv()
                    except (EOFError, OSError):
                        again.append((task, lives + 1))
                        self._bury(worker, lives + 1)
                        continue
                    if isinstance(result, Exception):
                        raise result
                    yield result
        finally:
            self.end()

    def end(self) -> None:
        """Sends everybody home, whatever they do."""
        for process in self._staff.values():
            process.terminate()
        for worker, process in self._staff.items():
            process.join()
            worker.close()
        self._staff.clear()
        self._busy.clear()

    def _give(self, work: tuple[Job, int]) -> None:
        worker = next((each for each in self._staff if each not in self._busy), None) or self._hire()
        self._busy[worker] = work
        with suppress(OSError):  # it has just died: its end of the line says so
            worker.send(work[0])

    def _hire(self) -> Connection:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_work, args=(theirs, self._begin, self._setting, self._play), daemon=True
        )  # fmt: skip
        with _interrupts_left_to_us():
            process.start()
        theirs.close()
        self._staff[ours] = process
        return ours

    def _bury(self, worker: Connection, lives: int) -> None:
        process = self._staff.pop(worker)
        worker.close()
        process.join()
        code = process.exitcode or 0
        how = f"killed by signal {-code}" if code < 0 else "gone"
        if lives >= _TRIES:
            raise TabletopError(
                f"{lives} workers died of the same campaigns, the last one {how}",
                hint="memory may be short: try --workers 1",
            )
        self._warn(f"a worker was {how}: its campaigns are played again")


@contextmanager
def _interrupts_left_to_us() -> Iterator[None]:
    """A process begun here leaves an interrupt to us, from its first instruction on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(
    line: Connection, begin: Callable[..., None], setting: tuple[Any, ...], play: Callable[[Job], Result]
) -> None:
    """A worker's life: it ends with the line to whoever gave it work."""
    begin(*setting)
    while True:
        try:
            task = line.recv()
        except (EOFError, OSError):
            return
        try:
            result = play(task)
        except Exception as wrong:
            result = wrong
        try:
            line.send(result)
        except OSError:
            return
