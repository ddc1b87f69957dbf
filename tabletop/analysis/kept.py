"""What is finished of a long piece of work, kept in a file: stopped, the same work goes on from there.

A line for each task, its number and what it gave; the file's name stands for the work. Knows no kind of work.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from tabletop.analysis.team import Job, Result, Team
from tabletop.files.disk import add, make_folder, read, writing


class Kept:
    """Finished tasks by their `id`. Without a file nothing is kept. A last line that was cut off counts as not done."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._done: dict[int, Any] = {}
        if path is not None:
            with writing(path):
                make_folder(path.parent)
                with suppress(FileNotFoundError):
                    self._read(read(path))

    def __len__(self) -> int:
        return len(self._done)

    def results(
        self, team: Team, tasks: Iterable[Job], plain: Callable[[Result], Any], made: Callable[[Any], Result]
    ) -> Iterator[Result]:
        """What tasks give: first those that were done before, then the others as they are done, which are kept.

        `plain` makes a result JSON, `made` a result of that; a result has its `task` number, a task its `id`.
        """
        missing = []
        for task in tasks:
            if task.id in self._done:
                yield made(self._done[task.id])
            else:
                missing.append(task)
        for result in team.results(missing):
            self._keep(result.task, plain(result))
            yield result

    def forget(self) -> None:
        """The work is done: nothing of it is needed any more."""
        if self._path is not None:
            self._path.unlink(missing_ok=True)

    def _keep(self, task: int, result: Any) -> None:
        self._done[task] = result
        if self._path is not None:
            with writing(self._path):
                add(self._path, json.dumps([task, result], allow_nan=False).encode() + b"\n")

    def _read(self, data: bytes) -> None:
        for line in data.splitlines():
            with suppress(ValueError):
                task, result = json.loads(line)
                self._done[int(task)] = result
        if data and not data.endswith(b"\n"):
            assert self._path is not None
            add(self._path, b"\n")
