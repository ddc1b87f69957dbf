"""A Dask cluster at work: whoever has come to a scheduler, on this machine or others.

The only file that knows Dask, and only while there is a cluster: without the extra `tabletop[dask]` all else runs. A
task whose worker is killed is done again by another; a worker plays one at a time, however many threads it has.
"""

import logging
import pickle
import queue
import threading
import warnings
from asyncio import CancelledError
from collections.abc import Callable, Generator, Iterable
from functools import partial
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING, Any

from tabletop import __version__
from tabletop.analysis.team import HandsLost, Job, Result, Work
from tabletop.errors import TabletopError
from tabletop.rules import RULES

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 8  # seconds that a scheduler has to answer, or to come back
_GRACE = 2  # more, after which we wait no longer for Dask to say so
_AHEAD = 400  # tasks that lie with the scheduler at once: more than a room has cores
EDITION = f"{__version__}, rules {RULES}"


class Cluster:
    """Those at a scheduler's address. `warn` hears of workers that left, and of none having come."""

    def __init__(self, address: str, work: Work, warn: Callable[[str], None]) -> None:
        self._address, self._work, self._warn = address, work, warn
        self._client: Client | None = None
        self._logged = logging.NOTSET
        self.many = 1

    def __enter__(self) -> "Cluster":
        try:
            from distributed import Client
            from distributed.comm.addressing import resolve_address
        except ImportError:
            raise TabletopError(
                "--dask needs Dask, which is not installed here",
                hint="pip install 'tabletop[dask]', or in a checkout: uv run --extra dask tabletop",
            ) from None
        self._logged = logging.root.manager.disable
        logging.disable()  # what Dask's logs tell in many lines, we tell in one
        try:
            resolve_address(self._address)  # before there is a client, which would go noisily
            self._client = _met(partial(Client, self._address, timeout=PATIENCE, set_as_default=False))
            threads = self._client.nthreads()
        except (OSError, ValueError, TypeError, ImportError) as why:
            self.__exit__()
            raise HandsLost(
                f"no Dask scheduler answers: {_first_line(why)}", place=self._address,
                hint="start one with: dask scheduler; see docs/cluster.md",
            ) from None  # fmt: skip
        self.many = max(1, len(threads))
        self._client.subscribe_topic("all", self._heard)
        if not threads:
            self._warn(f"no worker has come to {self._address} yet: waiting for one")
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            client, self._client = self._client, None
            client.close(timeout=PATIENCE)
        logging.disable(self._logged)

    def results(self, tasks: Iterable[Job]) -> Generator[Result, None, None]:
        """What each task gives, in no particular order. Raises what `play` raises, HandsLost without a scheduler."""
        from distributed import as_completed

        client, waiting = self._client, iter(tasks)
        assert client is not None
        setting = pickle.dumps((self._work.begin, self._work.setting, self._work.play))
        name = blake2b(setting, digest_size=16).hexdigest()
        try:
            there = client.submit(_same, setting, pure=False)  # a task, and no data: whoever loses it makes it again
            flying = as_completed(loop=client.loop)

            def give(many: int) -> None:
                for task in islice(waiting, many):
                    flying.add(client.submit(_play, there, name, EDITION, task, pure=False))

            give(_AHEAD)
            for future in flying:
                yield self._result(future)
                give(1)
        except (OSError, CancelledError):
            raise self._lost() from None

    def _result(self, future: Any) -> Result:
        from distributed import KilledWorker

        if future.status == "cancelled":
            raise self._lost()
        try:
            return future.result()
        except KilledWorker:
            raise HandsLost("several workers died of the same campaigns", place=self._address,
                            hint="memory may be short there: start fewer workers a machine") from None  # fmt: skip
        except ModuleNotFoundError as why:
            raise TabletopError(f"a worker can't play: {why}", place=self._address,
                                hint=f"install tabletop {__version__} on every machine") from None  # fmt: skip

    def _lost(self) -> HandsLost:
        return HandsLost(
            "the Dask scheduler is gone",
            place=self._address,
            hint="start it and its workers again, then the same command",
        )

    def _heard(self, event: tuple[float, Any]) -> None:
        """What the scheduler tells of everybody: only workers that leave unasked are told on."""
        told = event[1]
        if isinstance(told, dict) and told.get("action") == "remove-worker" and not told.get("expected"):
            self._warn(f"the worker {told.get('worker')} is gone: its campaigns are played again")


def _met(make: "Callable[[], Client]") -> "Client":
    """A client, made beside us: Dask waits for ever where something takes the line and says nothing. Raises what
    making it raises, OSError after our patience."""
    made: queue.SimpleQueue[Client | Exception] = queue.SimpleQueue()

    def make_it() -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # that versions of other packages differ moves no number
                made.put(make())
        except Exception as why:
            made.put(why)

    threading.Thread(target=make_it, daemon=True).start()
    try:
        client = made.get(timeout=PATIENCE + _GRACE)
    except queue.Empty:
        raise TimeoutError(f"nothing said for {PATIENCE:g} seconds") from None
    if isinstance(client, Exception):
        raise client
    return client


def _first_line(why: BaseException) -> str:
    return (str(why).strip().splitlines() or [type(why).__name__])[0]


# ---- on a worker

_one_at_a_time = threading.Lock()
_begun = ""
_at_work: Callable[[Job], Result]


def _same(setting: bytes) -> bytes:
    return setting


def _play(setting: bytes, name: str, edition: str, task: Job) -> Result:
    """One task, by what every worker process begins with once."""
    global _begun, _at_work
    if edition != EDITION:
        raise TabletopError(
            f"a worker has tabletop {EDITION}, here it is {edition}", hint="install the same on every machine"
        )
    with _one_at_a_time:
        if _begun != name:
            begin, given, _at_work = pickle.loads(setting)
            begin(*given)
            _begun = name
        return _at_work(task)
