"""Voters: what public opinion makes of a turn, elections, and budgets that fall short of support."""

from tabletop.model.cause import Cause, Kind, because
from tabletop.model.events import BudgetSet
from tabletop.model.figures.forms import CAPITAL, READINESS, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.model.inner import ALARM
from tabletop.model.optional import ELECTIONS
from tabletop.model.world import World
from tabletop.rules.turn.spending import Rise
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.chance import draw
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move, nudge
from tabletop.rules.world.frame import Frame, frame_of
from tabletop.rules.world.memory import by_scenario

_GOVERNMENT, _SETTLES = because("government"), because("opinion-settles")
_NONE = Rise(0.0, 0.0)
#: Fiscal room as a number.
ROOM = {"low": -1.0, "mid": 0.0, "high": 1.0}
_TOO_FAST, _TOO_LITTLE = because("rise-too-fast"), because("too-little-done")


def opinion(draft: Draft, rises: dict[str, Rise]) -> None:
    """Public support and political capital: voters bear a rise as large as alarm, mood and means explain."""
    k = draft.scenario.coefficients
    anchor_seat = draft.scenario.names.anchor_seat
    want = wanted(draft)
    for seat, state in draft.seats.items():
        if not state.members:
            continue
        figure = path_of(SUPPORT, seat)
        move(draft, path_of(CAPITAL, seat), k.capital_gain, _GOVERNMENT)
        move(draft, figure, k.support_rate * (k.support_base - draft.figures[figure]), _SETTLES)
        if seat == anchor_seat:
            continue
        rise, standing = rises.get(seat, _NONE)
        got = max(rise, k.got_share * standing) + k.readiness_credit * draft.figures.get(path_of(READINESS, seat), 0.0)
        most = borne(draft, seat, standing)
        if rise > most:
            move(draft, figure, -k.too_much * (rise - most), _TOO_FAST)
        if want > got and not state.provisional:
            move(draft, figure, -k.too_little * (want - got), _TOO_LITTLE)
    _vote(draft)


def borne(world: World, seat: str, standing: float) -> float:
    """The rise above the path that a seat's voters bear this turn, in points of GDP, where `standing` points are above
    it already."""
    k = world.scenario.coefficients
    bears = k.accept_base + k.accept_alarm * world.figures[ALARM] - k.accept_room * standing
    return max(0.0, bears + _means(frame_of(world.scenario), world.seats[seat].members))


def wanted(world: World) -> float:
    """The rise that alarmed voters ask for this turn, in points of GDP."""
    k = world.scenario.coefficients
    return k.want_per_alarm * max(0.0, world.figures[ALARM] - k.want_from)


@by_scenario
def _means(frame: Frame, members: tuple[str, ...]) -> float:
    """What a seat's voters bear beside alarm, in points of GDP: by how many want more, and by fiscal room."""
    k, specs = frame.scenario.coefficients, frame.scenario.members
    gdp = sum_of(specs[m].gdp for m in members) or 1.0
    poll = sum_of(specs[m].gdp * (specs[m].poll - 50) for m in members) / gdp
    room = sum_of(specs[m].gdp * ROOM.get(specs[m].fiscal_room, 0.0) for m in members) / gdp
    return k.accept_poll * poll + k.accept_fiscal * room


def set_budgets(draft: Draft) -> None:
    """At the review: a seat whose support is under the floor has a provisional budget."""
    k, names = draft.scenario.coefficients, draft.scenario.names
    for seat, state in draft.seats.items():
        voters = state.members and seat != names.anchor_seat
        low = bool(voters) and draft.figures[path_of(SUPPORT, seat)] < k.support_floor
        if low != state.provisional:
            draft.emit(BudgetSet(seat, low))


def _vote(draft: Draft) -> None:
    if ELECTIONS in draft.without:
        return
    swing = draft.scenario.coefficients.election_swing
    for seat, state in draft.seats.items():
        for member, part in _votes(draft.frame, draft.turn, state.members):
            luck = draw(draft.luck_key, draft.turn, "election", member) if draft.luck else 0.5
            win = 2 * luck - 1  # from all for those who would do less, -1, to all for those who would do more
            kind: Kind = "election-closer" if win > 0 else "election-away"
            cause = because(kind, who=member, luck=f"election/{member}")
            move(draft, path_of(SUPPORT, seat), swing * win * part, cause)
            move(draft, path_of(CAPITAL, seat), swing * win * part, cause)
            _new_course(draft, member, win, cause)


def _new_course(draft: Draft, member: str, win: float, cause: Cause) -> None:
    """What those do who have won: the anchor's move its commitment, another member's its next budget."""
    k, names = draft.scenario.coefficients, draft.scenario.names
    if member == names.anchor:
        nudge(draft, names.commitment, k.election_commitment * win, cause)
    elif k.election_plan and not draft.scenario.members[member].outside_path:
        draft.set_member(member, evolve(draft.members[member], vote=round(k.election_plan * win, 6)))


@by_scenario
def _votes(frame: Frame, turn: int, members: tuple[str, ...]) -> list[tuple[str, float]]:
    """Members of a seat with a national vote in a turn, each with its part of the seat's economy."""
    specs = frame.scenario.members
    total = sum_of(specs[m].gdp for m in members)
    return [(m, specs[m].gdp / total) for m in members if turn in specs[m].elections]
