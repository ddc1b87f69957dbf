"""What the model must show with bots in all seats: behaviours 6, 7, 8, 10 and 11, on a few seeded campaigns each.

The figures over a thousand campaigns stand in docs/model.md; here a few show that nothing has turned round.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from statistics import fmean

import pytest
from attrs import evolve

from tabletop.analysis.campaign import Campaign, play_out, start_of
from tabletop.analysis.cases import ORDER
from tabletop.analysis.policies import policy_of
from tabletop.analysis.policies.course import ANCHOR_COURSES, OTHER_COURSES, OWN, PLAN, STAND, Course
from tabletop.analysis.sensitivity import sensitivity, tornado
from tabletop.model.moves import Move, Withdraw
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.world.frame import frame_of
from tests.experts.ends import MAJORITY
from tests.long import some, sweep
from tests.page.balance import EUROPEANS
from tests.page.ended import half_way
from tests.play import nato

FEW = 5


@cache
def played(policy: str, runs: int = FEW) -> tuple[Campaign, ...]:
    start = start_of(nato())
    return tuple(play_out(start, policy, f"behaviour/{n}") for n in range(runs))


def final(policy: str, path: str) -> float:
    return fmean(float(campaign.history[-1][path]) for campaign in played(policy))


def test_policies_end_in_their_order_at_least_three_points_apart() -> None:
    ends = [final(policy, "deterrence") for policy in ORDER]

    assert all(better - worse >= 3 for better, worse in pairwise(ends)), ends


@pytest.mark.parametrize("n", some(range(6), 2))
def test_policies_keep_their_order_from_a_world_of_turn_four(n: int) -> None:
    """Whatever was played until then: a quiet world for every other campaign, a steady one for the rest."""
    start = half_way(nato(), ("status-quo", "step-by-step")[n % 2], n, 4)
    ends = [fmean(float(play_out(start, p, f"late/{m}").history[-1]["deterrence"]) for m in range(3)) for p in ORDER]

    assert all(better > worse for better, worse in pairwise(ends)), ends


def test_only_steady_play_leads_and_not_before_turn_six() -> None:
    """A European share of 50 or more: what the alliance asks for. How often it comes stands in docs/model.md."""
    shares = {
        policy: [[float(told["european-share"]) for told in campaign.history] for campaign in played(policy)]
        for policy in ORDER
    }

    assert all(share < MAJORITY for told in shares["step-by-step"] for share in told[:6])
    assert fmean(told[-1] for told in shares["step-by-step"]) > 47
    assert all(share < MAJORITY for policy in ORDER[1:] for told in shares[policy] for share in told)


def test_an_exit_told_three_turns_ahead_leaves_a_hole_where_europe_climbs() -> None:
    start = start_of(nato())
    movable = [name for name in frame_of(nato()).anchors if nato().forces[name].movable]

    def tell(world: World, seat: str, seed: str) -> Iterator[Move]:
        if world.turn == 1:
            yield from (Withdraw(seat=seat, force=name, turn=4) for name in movable)

    told = evolve(nato(), orders=len(movable))  # all at once, whatever a capital could attend to
    away, stays = (
        fmean(
            float(
                play_out(
                    start_of(told), dict.fromkeys(start.seats, "step-by-step") | {"washington": line}, f"told/{n}"
                ).history[-1]["deterrence"]
            )
            for n in range(3)
        )
        for line in (tell, "step-by-step")
    )

    assert away - scores(start)["deterrence"] <= -8
    assert stays - away > 10


def test_no_policy_is_best_for_every_seat() -> None:
    policies = (*ORDER, "own-objectives")
    best = {
        seat: max((fmean(c.objectives[seat] for c in played(policy)), policy) for policy in policies)[1]
        for seat in played("status-quo")[0].objectives
    }

    assert len(set(best.values())) > 1, best


def test_washingtons_best_is_not_europes() -> None:
    start = start_of(nato())
    stay, leave = Course(answers="own"), Course(leave="announced", answers="own")

    def results(line: Course) -> dict[str, float]:
        seats = {seat: policy_of(PLAN) for seat in start.seats} | {"washington": policy_of(line)}
        made = [play_out(start, seats, f"reply/{n}").objectives for n in range(3)]
        return {seat: fmean(told[seat] for told in made) for seat in start.seats}

    stays, leaves = results(stay), results(leave)

    assert leaves["washington"] > stays["washington"]
    assert all(stays[seat] > leaves[seat] for seat in ("berlin", "paris", "london", "nordic-baltic", "warsaw"))


def test_what_pays_differs_where_washington_stays_and_where_it_leaves() -> None:
    """What rising as voters bear it adds to the plan: more for each seat where Washington announces that it goes, and
    five points and more for most."""
    start = start_of(nato())
    follow = evolve(PLAN, pace="follow", step=0.15)

    def gain_of_following(seat: str, anchor: Course) -> float:
        others = {name: policy_of(PLAN) for name in start.seats} | {"washington": policy_of(anchor)}
        results = [
            fmean(play_out(start, others | {seat: policy_of(line)}, f"reply/{n}").objectives[seat] for n in range(4))
            for line in (follow, PLAN)
        ]
        return results[0] - results[1]

    stay, leave = Course(answers="own"), Course(leave="announced", answers="own")
    seats = some(EUROPEANS, 4)
    apart = {seat: gain_of_following(seat, leave) - gain_of_following(seat, stay) for seat in seats}

    assert all(points > 1 for points in apart.values()), apart
    assert fmean(apart.values()) >= 5, apart


def test_local_choices_part_theatres() -> None:
    start = start_of(nato())

    def apart(anchor: str, others: str) -> float:
        """Points between two theatres at the end, everybody but the anchor on one line."""
        plan = dict.fromkeys(start.seats, policy_of(OTHER_COURSES[others])) | {
            "washington": policy_of(ANCHOR_COURSES[anchor])
        }
        ends = [play_out(start, plan, f"apart/{n}").history[-1] for n in range(3)]
        return fmean(float(end["deterrence/baltic"]) - float(end["deterrence/mediterranean"]) for end in ends)

    assert apart("partial", "steady") - apart("goals", "goals") >= 6


def test_own_objectives_serve_their_seats_better_than_status_quo() -> None:
    ours, plain = (
        {seat: fmean(c.objectives[seat] for c in played(policy)) for seat in played(policy)[0].objectives}
        for policy in ("own-objectives", "status-quo")
    )

    assert sum(ours[seat] > plain[seat] for seat in ours) >= 6
    assert OWN.buy == "own"


#: Judgement of the second edition that a sceptic would double or halve first; all of it under TABLETOP_LONG.
DOUBTED = (
    "commitment_base",
    "strategic_floor",
    "keep_rate",
    "ageing",
    "rebuild",
    "attention_elsewhere",
    "readiness_gain",
    "full_match",
    "lapse_factor",
    "away_worth",
    "surprise_trust",
    "mass_exponent",
    "adhere_pull",
    "adhere_luck",
    "leaving_pull",
    "alarm_threat",
    "too_much",
    "accept_base",
    "industry_price",
    "stock_use",
    "stock_refill",
    "election_commitment",
    "ten_days",
    "thirty_days",
)


def test_doubled_and_halved_coefficients_keep_the_order() -> None:
    names = some(DOUBTED, 3)

    balance = sensitivity(start_of(nato()), sweep(10, 6), "s", names=names)

    assert len(balance.swings) == 2 * len(names)
    assert balance.order_share >= 0.8
    assert all(gap >= 3 for gap in balance.gaps)


def test_a_tornado_shows_a_coefficient_where_it_works() -> None:
    """What a surprise costs in trust moves nothing where nobody pulls; its bar stands under the exit."""
    balance = sensitivity(start_of(nato()), 2, "s", names=("surprise_trust", "stock_use"))
    bars = {bar.coefficient: bar for bar in tornado(balance, "trust")}

    assert all(abs(swing.changes["trust"]) < 1e-9 for swing in balance.swings if swing.coefficient == "surprise_trust")
    assert bars["surprise_trust"].policy == "abrupt-exit"
    assert bars["surprise_trust"].changes[0.5] > 0


def test_abrupt_exit_pays_nobody() -> None:
    """Nobody beside a quiet course, Washington included."""
    for seat in played("status-quo")[0].objectives:
        exit, quiet = (fmean(c.objectives[seat] for c in played(policy)) for policy in ("abrupt-exit", "status-quo"))
        assert exit < quiet, seat


@pytest.mark.parametrize("seat", ["berlin", "warsaw"])
def test_standing_in_is_worth_more_when_washington_leaves_and_voters_are_a_part_of_it(seat: str) -> None:
    """The second channel: deeds, with a part of their own that relief adds only where there is something to relieve."""
    k = evolve(nato().coefficients, relief_support=0.0, alone_support=0.0)
    worlds = {"eye": start_of(nato()), "blind": start_of(evolve(nato(), coefficients=k))}

    def worth(world: str, leave: str) -> float:
        """Points that standing in adds to the plan."""
        start = worlds[world]
        others = {other: policy_of(PLAN) for other in start.seats}
        others["washington"] = policy_of(Course(leave=leave, answers="own"))
        results = [
            fmean(play_out(start, others | {seat: policy_of(line)}, f"deeds/{n}").objectives[seat] for n in range(6))
            for line in (STAND, PLAN)
        ]
        return results[0] - results[1]

    assert worth("eye", "announced") > worth("eye", "stay")
    assert worth("eye", "announced") >= worth("blind", "announced")
