"""Campaigns a second: each policy on one core, two workers against one, growth with turns and with forces.

    uv run python benchmarks/campaigns.py [--campaigns N] [--scenario FOLDER]

Processor time for one core, so that a shared machine disturbs less; the rest are ratios of pairs taken in one run.
"""

import argparse
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from attrs import evolve

from tabletop.analysis.campaign import play_out, start_of
from tabletop.analysis.hands import Hands
from tabletop.analysis.policies import POLICIES
from tabletop.analysis.simulate import run_study
from tabletop.journal.store.places import find_scenario
from tabletop.model.forces import Status
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.scenario.load import load_scenario

GOALS = {"status-quo": (150, 500), "step-by-step": (75, 250)}


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Seconds a piece of work takes."""
    began = clock()
    work()
    return clock() - began


def yardstick() -> float:
    """Million steps of simple arithmetic a second, best of five: what this interpreter does on this machine.

    Absolute rates hold for machines that do as much; docs/model.md names the figure beside its own.
    """
    table = dict.fromkeys(range(1000), 0.5)

    def steps() -> None:
        for _ in range(100):
            for key in table:
                table[key] = table[key] * 0.9 + 0.1

    return 0.1 / min(seconds(steps) for _ in range(5))


def _some(world: World, policy: str, seed: str, campaigns: int) -> None:
    for n in range(campaigns):
        play_out(world, policy, f"{seed}/{n}")


def rate(world: World, policy: str, campaigns: int) -> float:
    """Campaigns a second on one core: the best of three goes, so that neighbours disturb least."""
    play_out(world, policy, "warm")
    goes = [seconds(partial(_some, world, policy, str(go), campaigns)) for go in range(3)]
    return campaigns / min(goes)


def crowded(scenario: Scenario, times: int) -> Scenario:
    """The scenario with so many copies of each standing force of the others, each worth its part."""
    forces = {}
    for name, spec in scenario.forces.items():
        called = spec.opens == Status.ELSEWHERE  # by its name, by an answer
        if spec.programme or called or spec.owner == scenario.names.anchor:
            forces[name] = spec
            continue
        part = tuple(amount / times for amount in spec.capability)
        for n in range(times):
            forces[f"{name}-{n}"] = evolve(spec, id=f"{name}-{n}", capability=part, personnel=spec.personnel // times)
    return evolve(scenario, forces=forces)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--campaigns", type=int, default=40)
    parser.add_argument("--scenario", default="nato-3-0")
    args = parser.parse_args()
    scenario = load_scenario(Path(find_scenario(args.scenario)))
    world = start_of(scenario)

    print(f"yardstick: {yardstick():.1f} million simple steps a second")
    print("campaigns a second and core           must   aim")
    for policy in POLICIES:
        must, aim = GOALS.get(policy, ("", ""))
        print(f"  {policy:18} {rate(world, policy, args.campaigns):8.0f}   {must:>10} {aim:>5}")

    many = 25 * args.campaigns
    one, two = (
        seconds(partial(run_study, world, "status-quo", many, "1", Hands(workers)), time.perf_counter)
        for workers in (1, 2)
    )
    print(f"two workers against one, {many} campaigns, with their start: {one / two:.2f}x (must 1.7, aim 1.9)")

    short, long = (rate(start_of(scenario, turns), "status-quo", args.campaigns) for turns in (4, 8))
    print(f"time of 8 turns against 4: {short / long:.2f}x (linear: 2)")

    plain = rate(world, "status-quo", args.campaigns)
    for times in (2, 4):
        more = crowded(scenario, times)
        slow = rate(start_of(more), "status-quo", args.campaigns)
        print(f"time with {len(more.forces)} forces against {len(scenario.forces)}: {plain / slow:.2f}x "
              f"(linear: {len(more.forces) / len(scenario.forces):.2f})")  # fmt: skip


if __name__ == "__main__":
    main()
