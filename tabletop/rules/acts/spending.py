"""What a seat spends: its members' shares of GDP, one by one or by a pace for all."""

from collections.abc import Iterator
from math import isfinite

from tabletop.model.moves import SetPace, SetSpending
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.act import Act, Step
from tabletop.rules.acts.ids import unknown
from tabletop.rules.acts.options import members_on_path
from tabletop.rules.acts.political_capital import beyond_capital
from tabletop.rules.turn.spending import path_after

#: Steps in which shares are offered, in points of GDP.
SHARE_STEP = 0.1


def _member(world: World, seat: str, member: str) -> Refusal | None:
    if refusal := unknown("member", member, world.scenario.members):
        return refusal
    name = world.scenario.members[member].name
    if member not in world.seats[seat].members:
        return Refusal("member/not-yours", f"{name} is not played by {world.seats[seat].name}")
    if world.scenario.members[member].outside_path:
        return Refusal("spending/outside", f"{name} stands outside the pledge path; its spending is not set here")
    return None


def _spending(world: World, move: SetSpending) -> Refusal | None:
    if refusal := _member(world, move.seat, move.member):
        return refusal
    name = world.scenario.members[move.member].name
    now = world.members[move.member].spending
    most = world.scenario.coefficients.max_rise
    if not isfinite(move.share) or move.share < 0:
        return Refusal("spending/range", f"{name}'s share must be 0 or more per cent of GDP")
    if abs(move.share - now) > most + 1e-9:
        return Refusal(
            "spending/too-fast",
            f"{name} can move at most {most:g} points a turn, from {now:.2f} to {max(0.0, now - most):.2f}"
            f"-{now + most:.2f} per cent; {move.share:g} asked",
        )
    path = path_after(world, move.member)
    if world.seats[move.seat].provisional and move.share > max(path, now):
        return Refusal("politics/provisional", f"{name} is under a provisional budget and can't rise above its path")
    return beyond_capital(world, move)


def _pace(world: World, move: SetPace) -> Refusal | None:
    most = world.scenario.coefficients.max_rise
    for member in move.members:
        if refusal := _member(world, move.seat, member):
            return refusal
    if not world.seats[move.seat].members or move.seat == world.scenario.names.anchor_seat:
        return Refusal("seat/no-members", f"{world.seats[move.seat].name} has no members on a pledge path")
    if not isfinite(move.pace) or abs(move.pace) > most + 1e-9:
        return Refusal("spending/too-fast", f"a pace is at most {most:g} points a turn either way; {move.pace:g} asked")
    return beyond_capital(world, move)


def _steps(world: World) -> Iterator[float]:
    most = round(world.scenario.coefficients.max_rise / SHARE_STEP)
    return (n * SHARE_STEP for n in range(-most, most + 1))


def _shares_offered(world: World, seat: str) -> Iterator[SetSpending]:
    for member in members_on_path(world, seat):
        now = world.members[member].spending
        for change in _steps(world):
            yield SetSpending(seat=seat, member=member, share=max(0.0, round(now + change, 6)))


def _paces_offered(world: World, seat: str) -> Iterator[SetPace]:
    for change in _steps(world):
        yield SetPace(seat=seat, pace=round(change, 6))


Act(
    SetSpending,
    check=_spending,
    about=lambda move: ("spending", move.member),
    offers=_shares_offered,
    step=Step.SPEND,
    domain="money",
)
Act(
    SetPace,
    check=_pace,
    about=lambda move: ("pace", *sorted(move.members)),
    offers=_paces_offered,
    step=Step.SPEND,
    domain="money",
)
