"""Moves checked and applied by the real rules: uv run python -m benchmarks.moves [--profile]

A realistic session: bots order and seal, Red leaves it to the model, control advances. Growth, as ratios of pairs
taken in turns: a move after 16,000 moves against one after 1,000; a turn's end with 512 members against 32.
"""

import cProfile
import pstats
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from attrs import evolve

from tabletop.model.moves import Advance, Message, Move, Note, Red, Seal, SetSpending
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase, World
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.turn.opening import opening
from tabletop.rules.world.draft import Draft
from tabletop.scenario.load import load_scenario
from tabletop.table.bots import orders_of_bots

ROOT = Path(__file__).parents[1]
ADVANCE = Advance(seat="control")
RED = Red(seat="control", source="model")


def nato() -> Scenario:
    return load_scenario(ROOT / "scenarios" / "nato-3-0")


def session(scenario: Scenario, turns: int = 8) -> list[Move]:
    """The moves of an exercise in which bots play every seat and talk a little."""
    world = opening(scenario, "bench", turns, dict.fromkeys(scenario.seats, "bot:status-quo"))
    moves: list[Move] = []

    def make(move: Move) -> None:
        nonlocal world
        world = step(world, move, len(moves) + 1)[0]
        moves.append(move)

    for _ in range(turns):
        make(ADVANCE)
        for move in list(orders_of_bots(world)):
            make(move)
            make(Message(seat=move.seat, to="control", text="We have thought about it."))
        for move in (ADVANCE, RED, ADVANCE, ADVANCE, ADVANCE):
            make(move)
    return moves


def played(scenario: Scenario, moves: list[Move]) -> World:
    """Checks and applies every move, as a session does."""
    world = opening(scenario, "bench", 8)
    for number, move in enumerate(moves, start=1):
        if check(world, move) is None:
            world = step(world, move, number)[0]
    return world


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(one: Callable[[], object], other: Callable[[], object], times: int = 9) -> tuple[float, float]:
    """How many times as long the first takes as the second, taken in turns, as the median of pairs; and the second."""
    pairs = [(seconds(one), seconds(other)) for _ in range(times)]
    return statistics.median(a / b for a, b in pairs), min(b for _, b in pairs)


def after(scenario: Scenario, moves: int) -> tuple[World, int]:
    """A world in the orders of turn 1 with many moves behind it: orders changed again and again, and notes."""
    world = step(opening(scenario, "bench"), ADVANCE, 1)[0]
    for n in range(2, moves):
        told: Move = Note(seat="control", text="seen")
        if n % 4 == 0:
            told = SetSpending(seat="berlin", member="de", share=2.5 + n % 7 / 10)
        world = step(world, told, n)[0]
    return world, moves


def a_move(world: World, number: int) -> None:
    move = SetSpending(seat="paris", member="fr", share=2.3)
    for _ in range(300):
        assert check(world, move) is None
        step(world, move, number)


def larger(scenario: Scenario, times: int) -> Scenario:
    """The scenario with every member many times over, each copy in the same seat."""
    members, seats = dict(scenario.members), dict(scenario.seats)
    for name, seat in scenario.seats.items():
        more = []
        for member in seat.members:
            for n in range(1, times):
                copy = f"{member}-{n}"
                members[copy] = evolve(scenario.members[member], id=copy)
                more.append(copy)
        seats[name] = evolve(seat, members=(*seat.members, *more))
    return evolve(scenario, members=members, seats=seats)


def turns_end(scenario: Scenario) -> Callable[[], None]:
    """The adjudication of a sealed turn."""
    world = opening(scenario, "bench", 8, dict.fromkeys(scenario.seats, "bot:status-quo"))
    world = step(world, ADVANCE)[0]
    for move in list(orders_of_bots(world)):
        world = step(world, move, 1)[0]
    for move in (ADVANCE, RED, ADVANCE):
        world = step(world, move)[0]
    assert world.phase is Phase.ADJUDICATE

    def end() -> None:
        for _ in range(20):
            adjudicate(Draft(world))

    return end


def main() -> None:
    scenario = nato()
    moves = session(scenario)
    if "--profile" in sys.argv:
        with cProfile.Profile() as profile:
            for _ in range(20):
                played(scenario, moves)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return
    taken = min(seconds(lambda: played(scenario, moves)) for _ in range(7))
    seals = sum(isinstance(move, Seal) for move in moves)
    print(
        f"moves checked and applied   {len(moves) / taken:10,.0f} a second ({len(moves)} moves, {seals} seals, 8 turns)"
    )
    few, many = after(scenario, 1000), after(scenario, 16000)
    grown, one = ratio(lambda: a_move(*many), lambda: a_move(*few))
    print(f"an order, checked, applied  {one / 300 * 1e6:10.0f} us")
    print(f"at 16,000 moves : at 1,000  {grown:10.2f}")
    grown, one = ratio(turns_end(larger(scenario, 16)), turns_end(scenario))
    print(f"a turn's end                {one / 20 * 1e3:10.2f} ms")
    print(f"512 members : 32            {grown:10.2f}")


if __name__ == "__main__":
    main()
