"""Worker processes, each with one piece of work at a time. One that dies is replaced, and what it had is done again."""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from tabletop.analysis.team import HandsLost, Job, Result, Work

TRIES = 3  # that a piece of work may cost the life of its worker


class Crew:
    """So many processes, hired as there is work for them. `warn` hears of workers that died."""

    def __init__(self, many: int, work: Work, warn: Callable[[str], None]) -> None:
        self._context = multiprocessing.get_context("spawn")
        self.many, self._work, self._warn = many, work, warn
        self._staff: dict[Connection, BaseProcess] = {}
        self._busy: dict[Connection, tuple[Job, int]] = {}

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def results(self, tasks: Iterable[Job]) -> Generator[Result, None, None]:
        """What each task gives, in no particular order; tasks are taken one by one. Raises what `play` raises.

        Raises HandsLost for a task that no worker survives.
        """
        waiting = iter(tasks)
        again: deque[tuple[Job, int]] = deque()
        try:
            while True:
                while len(self._busy) < self.many:
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
            if self._busy:  # whoever stops half way wants nothing of what is still being done
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
        process = self._context.Process(target=_serve, args=(theirs, self._work), daemon=True)
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
        if lives >= TRIES:
            raise HandsLost(
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


def _serve(line: Connection, work: Work) -> None:
    """A worker's life: it ends with the line to whoever gave it work."""
    work.begin(*work.setting)
    while True:
        try:
            task = line.recv()
        except (EOFError, OSError):
            return
        try:
            result = work.play(task)
        except Exception as wrong:
            result = wrong
        try:
            line.send(result)
        except OSError:
            return
