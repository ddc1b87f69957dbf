"""Who does the work: this process alone, worker processes beside it, or whoever has come to a Dask scheduler."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager

from attrs import frozen

from tabletop.analysis.team import Job, Result, Team, Work


@frozen(eq=False)
class Hands:
    """So many processes, or those at the `dask` address. `warn` hears of workers that come to grief."""

    workers: int = 1
    dask: str = ""
    warn: Callable[[str], None] = lambda _: None

    def at(self, work: Work) -> AbstractContextManager[Team]:
        """A team for some work, to be entered with `with`: at its end everybody goes home.

        Raises HandsLost where no scheduler answers, and when nobody is left, TabletopError without Dask installed.
        """
        if self.dask:
            from tabletop.analysis.cluster import Cluster

            return Cluster(self.dask, work, self.warn)
        if self.workers > 1:
            from tabletop.analysis.crew import Crew

            return Crew(self.workers, work, self.warn)
        return Alone(work)


class Alone:
    """This process, one task after another."""

    many = 1

    def __init__(self, work: Work) -> None:
        self._work = work

    def __enter__(self) -> "Alone":
        self._work.begin(*self._work.setting)
        return self

    def __exit__(self, *_: object) -> None:
        """Nobody to send home."""

    def results(self, tasks: Iterable[Job]) -> Iterator[Result]:
        """One by one."""
        return map(self._work.play, tasks)


ALONE = Hands()
