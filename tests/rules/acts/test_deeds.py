"""Deeds of promises: an order's deed is done when its work is, a deed without a thing when any such order was given."""

import pytest
from attrs import evolve

from tabletop.model.council import Promise
from tabletop.model.forces import Status
from tabletop.model.moves import Assign, Declare, Deploy, Fund, Invest, Move, SetReadiness, Withdraw
from tabletop.model.world import World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.acts.deeds import condition_refusal, deed_refusal, happened
from tests.play import nato
from tests.rules.quiet import at_orders, course


def rich() -> World:
    """Orders of turn 1 with a full purse everywhere."""
    return evolve(
        at_orders(), figures={k: 60.0 if k.startswith("wallet/") else v for k, v in at_orders().figures.items()}
    )


def done(deed: str, *moves: Move, seat: str = "berlin", turns: int = 1) -> bool | None:
    """Whether a deed has happened at the review of a turn, of moves made in turn 1."""
    world = course(rich(), {1: list(moves)}, turns).worlds[turns]
    return happened(world, Promise(seat=seat, to="paris", due=turns, deed=deed))


def test_a_tranche_is_funded_when_it_is_ordered_and_paid_for() -> None:
    whole = Fund(seat="berlin", programme="c-de-lith", pays=100)
    half = Fund(seat="berlin", programme="c-essi", pays=50)

    assert done("fund c-de-lith", whole) is True
    assert done("fund c-de-lith", whole, seat="paris") is False
    assert done("fund c-essi", half) is False
    assert done("fund c-de-lith") is False
    assert done("fund nothing", whole) is False


def test_a_withdrawal_is_done_when_the_package_is_gone() -> None:
    now = Withdraw(seat="washington", force="us-2cr", turn=1)
    later = Withdraw(seat="washington", force="us-2cr", turn=3)

    assert [done("withdraw us-2cr", move, seat="washington") for move in (now, later)] == [True, False]
    assert done("withdraw us-2cr", later, seat="washington", turns=3) is True


def test_a_force_is_assigned_when_it_stands_elsewhere_or_its_part_does() -> None:
    lends = Assign(seat="berlin", force="de-10-panzer", theatre="baltic")
    forward = Assign(seat="london", force="gb-estonia", theatre="high-north")

    assert done("assign de-10-panzer", lends) is True
    assert done("assign gb-estonia", forward, seat="london") is True
    assert done("assign de-10-panzer") is False


def test_a_package_is_deployed_when_it_is_back() -> None:
    world = course(rich(), {1: [Withdraw(seat="washington", force="us-2cr", turn=1)]}, 1).worlds[1]
    promise = Promise(seat="washington", to="berlin", due=2, deed="deploy us-2cr")
    assert world.forces["us-2cr"].status is Status.ELSEWHERE and happened(world, promise) is False

    back = Deploy(seat="washington", force="us-2cr", theatre="central")
    told = course(rich(), {1: [Withdraw(seat="washington", force="us-2cr", turn=1)], 2: [back]}, 2).worlds[2]
    assert happened(told, promise) is True


@pytest.mark.parametrize(
    "deed, told",
    [
        ("declare solidarity", True),
        ("declare ambiguity", False),
        ("invest european", True),
        ("invest national", False),
    ],
)
def test_any_other_order_is_done_when_it_was_given_with_its_thing(deed: str, told: bool) -> None:
    given = [Declare(seat="berlin", stance="solidarity"), SetReadiness(seat="berlin", level=0.2)]

    assert done(deed, *given, Invest(seat="berlin", way="european", amount=1)) is told


def test_what_names_no_order_is_for_conditions_to_say() -> None:
    assert done("spending/de >= 3") is None


def test_every_order_and_every_figure_that_a_seat_answers_for_may_be_promised() -> None:
    world = at_orders()
    ally = next(name for name, spec in nato().members.items() if not spec.outside_path)

    for deed in ("fund c-essi", f"spending/{ally} >= 5", "readiness/berlin >= 0.5", "post/landcom/holder = tr"):
        assert deed_refusal(world, "berlin", deed) is None, deed
    for deed, code in (
        ("advance", "promise/deed"),
        ("alarm < 1", "promise/deed"),
        ("spending/de >= 0", "promise/idle"),
        ("spending/de >= nan", "promise/deed"),
        ("spending/de >= much", "promise/deed"),
        ("fund nope", "promise/deed"),
        ("withdraw us-abct-pl", "promise/deed"),
        ("assign fr-1-div", "promise/deed"),
        ("declare", "promise/deed"),
        ("set-readiness", "promise/deed"),
        ("set-spending de", "promise/deed"),
    ):
        refused = deed_refusal(world, "berlin", deed)
        assert refused is not None and refused.code == code, deed


def test_what_an_act_offers_can_be_promised_and_nothing_else() -> None:
    """For every seat and order: a thing that it could order it for, and only such."""
    world = at_orders()

    for seat in world.seats:
        for kind, act in ACTS.items():
            if kind.order and act.offers and kind.do not in ("set-spending", "set-pace", "set-readiness"):
                things = {move.force for move in act.offers(world, seat) if isinstance(move, Assign)}
                for thing in sorted(things)[:3]:
                    assert deed_refusal(world, seat, f"assign {thing}") is None, (seat, thing)
                refused = deed_refusal(world, seat, f"{kind.do} no-such-thing")
                assert refused and refused.code == "promise/deed", (seat, kind)


@pytest.mark.parametrize(
    "line, code", [("trust >= 60", ""), ("pigs fly", "promise/condition"), ("trust >= NaN", "promise/condition")]
)
def test_a_promise_hangs_only_on_what_can_be_told(line: str, code: str) -> None:
    refused = condition_refusal(at_orders(), line)

    assert (refused.code if refused else "") == code


@pytest.mark.parametrize(
    "first, idle",
    [
        ([], {"deploy us-2cr"}),
        ([Withdraw(seat="washington", force="us-2cr", turn=1)], {"withdraw us-2cr"}),
        ([Assign(seat="washington", force="us-2cr", theatre="baltic")], {"assign us-2cr", "deploy us-2cr"}),
    ],
)
def test_an_order_whose_work_is_done_already_is_no_promise(first: list[Move], idle: set[str]) -> None:
    world = course(rich(), {1: first}, 1).worlds[1]

    refused = {}
    for deed in ("deploy us-2cr", "withdraw us-2cr", "assign us-2cr"):
        refusal = deed_refusal(world, "washington", deed)
        refused[deed] = refusal.code if refusal else ""

    assert {deed for deed, code in refused.items() if code == "promise/idle"} == idle
    assert set(refused.values()) <= {"promise/idle", ""}
