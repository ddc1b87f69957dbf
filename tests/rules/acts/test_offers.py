"""Offers of acts: every one passes the check, in every phase, scenario and state of the sheet."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.moves import REGISTRY, Advance, Answer, Assign, Fund, Move, Red, Seal, SetSpending, Withdraw
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.options import own_forces, payable, to_answer, worth
from tabletop.rules.acts.orders import thing
from tabletop.rules.acts.step import step
from tabletop.rules.turn.opening import opening
from tabletop.scenario.load import load_scenario
from tests.long import sweep
from tests.offered import options

ADVANCE = Advance(seat="control")
SCENARIOS = [Path("scenarios/nato-3-0"), Path("tests/scenarios/two-keys")]


def start(folder: Path, *moves: Move) -> World:
    """Orders of turn 1, with some moves made."""
    world = opening(load_scenario(folder), "7")
    for ref, move in enumerate((ADVANCE, *moves), 1):
        assert check(world, move) is None, move
        world = step(world, move, ref)[0]
    return world


@pytest.mark.parametrize("folder", SCENARIOS, ids=["nato", "keys"])
@settings(max_examples=sweep(15, 7), deadline=None)
@given(picks=st.lists(st.integers(0, 10**6), max_size=12))
def test_every_move_offered_passes_the_check_wherever_play_has_led(folder: Path, picks: list[int]) -> None:
    world = start(folder)
    for ref, pick in enumerate(picks, 2):
        seats = list(world.seats)
        seat = seats[pick % len(seats)]
        found = list(options(world, seat))
        move: Move = found[pick % len(found)] if found and pick % 5 else ADVANCE
        if check(world, move) is not None:
            move = Red(seat="control", source="model")
        if check(world, move) is None:
            world = step(world, move, ref)[0]

    assert all(check(world, move) is None for seat in world.seats for move in options(world, seat))


@pytest.mark.parametrize("folder", SCENARIOS, ids=["nato", "keys"])
def test_an_order_offered_lies_on_the_sheet_in_the_place_of_one_about_the_same(folder: Path) -> None:
    world = start(folder)
    for seat in world.seats:
        lying: dict[tuple[str, ...], Move] = {}
        sheet = world
        for move in options(world, seat):
            if move.order and check(sheet, move) is None:
                sheet = step(sheet, move)[0]
                lying[thing(move)] = move

        assert {thing(order.move): order.move for order in sheet.seats[seat].orders} == lying
        assert len(sheet.seats[seat].orders) == len(lying) <= world.scenario.orders


def test_every_order_is_offered_to_some_seat_in_some_exercise() -> None:
    worlds = [
        start(SCENARIOS[0]),
        start(SCENARIOS[0], Withdraw(seat="washington", force="us-abct-pl", turn=3)),
    ]
    on_the_way = worlds[1]
    for move in (ADVANCE, Red(seat="control", source="model"), ADVANCE, ADVANCE, ADVANCE, ADVANCE):
        on_the_way = step(on_the_way, move)[0]
    worlds.append(on_the_way)

    offered = {move.do for world in worlds for seat in world.seats for move in options(world, seat)}

    assert {kind.do for kind in REGISTRY.values() if kind.order} <= offered


def test_whoever_has_announced_a_move_is_offered_to_call_it_off_and_those_who_live_there_to_object() -> None:
    world = start(SCENARIOS[0], Assign(seat="berlin", force="de-10-panzer", theatre="high-north", turn=3))
    for move in (ADVANCE, Red(seat="control", source="model"), ADVANCE, ADVANCE, ADVANCE, ADVANCE):
        world = step(world, move)[0]

    def offered(seat: str) -> set[str]:
        return {m.do for m in options(world, seat) if getattr(m, "force", "") == "de-10-panzer"}

    assert "cancel-withdrawal" in offered("berlin")
    assert offered("nordic-baltic") == {"refuse-hosting"}
    assert not offered("warsaw")


def test_a_seat_is_offered_its_own_and_nothing_of_others() -> None:
    world = start(SCENARIOS[0])

    berlin = list(options(world, "berlin"))

    assert all(move.seat == "berlin" for move in berlin)
    assert not any(isinstance(move, Withdraw) for move in berlin)
    assert any(isinstance(move, Withdraw) for move in options(world, "washington"))
    assert {m.member for m in berlin if isinstance(m, SetSpending)} == {"de", "nl", "be", "lu"}


def test_a_sealed_seat_may_unseal_and_talk_but_order_nothing() -> None:
    world = start(SCENARIOS[0], Fund(seat="berlin", programme="c-essi", pays=50), Seal(seat="berlin"))

    offered = {move.do for move in options(world, "berlin")}

    assert "unseal" in offered
    assert not offered & {"fund", "set-spending", "take-back", "seal"}


def test_injects_to_answer_are_those_that_ask_the_seat() -> None:
    world = start(SCENARIOS[0])

    assert "greenland-1" in to_answer(world, "washington")
    assert "greenland-1" not in to_answer(world, "berlin")
    assert any(isinstance(move, Answer) for move in options(world, "washington"))


def test_worth_ranks_what_deterrence_a_billion_buys() -> None:
    world = start(SCENARIOS[0])

    found = worth(world, payable(world, "berlin"))

    assert set(found) == set(payable(world, "berlin"))
    assert min(found.values()) >= 0.0
    best = max(found, key=found.__getitem__)
    assert found[best] > 0
    dearer = evolve(world.scenario.programmes[best], price=2 * world.scenario.programmes[best].price)
    scenario = evolve(world.scenario, programmes=world.scenario.programmes | {best: dearer})
    assert worth(evolve(world, scenario=scenario), (best,))[best] == pytest.approx(found[best] / 2)


def test_what_is_still_to_be_built_is_no_own_force() -> None:
    world = start(SCENARIOS[1])

    assert set(own_forces(world, "lyre")) == {"lyre-gunners", "mossgate-scouts"}
