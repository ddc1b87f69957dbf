"""Campaigns by one process, by two processes, and by a Dask cluster of two workers on this machine: the same numbers,
and how much of a second worker arrives.

    uv run --group dev python -m benchmarks.far                     2,000 campaigns each
    uv run --group dev python -m benchmarks.far --campaigns 10000   the whole of it: half an hour

Efficiency a worker is the time of one process over twice the time of two. Clocks tell of a quiet machine only.
"""

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tabletop.analysis.campaign import start_of
from tabletop.analysis.hands import Hands
from tabletop.analysis.simulate import run_study, study_document
from tabletop.cli.say import progress_bar, remark
from tabletop.journal.store.places import find_scenario
from tabletop.model.world import World
from tabletop.scenario.load import load_scenario
from tests.analysis.dask_cluster import local_cluster

#: What a document says of the run and not of the campaigns.
TIMING = ("workers", "seconds", "campaigns_per_second")
MUST, AIM = 0.85, 0.9


def played(start: World, policy: str, campaigns: int, hands: Hands, name: str) -> tuple[float, dict[str, Any]]:
    """Wall seconds, the beginning of workers among them, and the document without its timing."""
    with progress_bar(campaigns, name) as bar:
        began = time.perf_counter()
        study = run_study(start, policy, campaigns, "1", hands, bar.update)
        seconds = time.perf_counter() - began
    document = study_document(study, seconds)
    return seconds, {key: value for key, value in document.items() if key not in TIMING}


@contextmanager
def two_far() -> Iterator[Hands]:
    """Two workers of a scheduler on this machine, who have come and have begun nothing."""
    from distributed import Client

    with TemporaryDirectory() as folder, local_cluster(Path(folder), workers=2) as there:
        with Client(there.address, set_as_default=False) as client:
            client.wait_for_workers(2)
        yield Hands(dask=there.address, warn=remark)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scenario", default="nato-3-0")
    parser.add_argument("--policy", default="status-quo")
    parser.add_argument("--campaigns", type=int, default=2000)
    args = parser.parse_args()
    start = start_of(load_scenario(find_scenario(args.scenario)))
    given = start, args.policy, args.campaigns
    one, told = played(*given, Hands(1), "one process")
    two, by_two = played(*given, Hands(2, warn=remark), "two processes")
    with two_far() as hands:
        far, by_far = played(*given, hands, "two workers by Dask")
    print(f"{args.campaigns} campaigns, {args.policy}: one process {one:.1f} s, {args.campaigns / one:.1f} a second")
    for name, seconds, document in (("two processes", two, by_two), ("Dask, two workers", far, by_far)):
        same = "the same numbers" if document == told else "OTHER NUMBERS"
        worth = f"efficiency a worker {one / seconds / 2:.2f} (aim {AIM}, must {MUST})"
        print(f"{name:18} {seconds:6.1f} s   {worth}   {same}")


if __name__ == "__main__":
    main()
