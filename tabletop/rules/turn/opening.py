"""The world before anybody has moved: the brief of turn 1."""

from collections.abc import Iterable

from tabletop.model.events import ReadingsTaken
from tabletop.model.figures.forms import CAPITAL, GAP, PRESSURE, SOLDIERS, SUPPORT, WALLET, WORTH
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Force, Programme, Status
from tabletop.model.injects import Inject, InjectState
from tabletop.model.inner import AGREEMENT, ALARM, ANCHOR, COMMAND, GROWTH, OVERLOAD, RESOLVE, SHORTFALL
from tabletop.model.members import Member
from tabletop.model.optional import left_out
from tabletop.model.posts import Post
from tabletop.model.scenario import Scenario
from tabletop.model.seats import Seat
from tabletop.model.world import Phase, State, Supply, World
from tabletop.rules.turn.money import income
from tabletop.rules.turn.posts import command_share, overload
from tabletop.rules.turn.turn import open_turn, readings
from tabletop.rules.turn.voters import ROOM
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.frame import Frame, frame_of


def opening(
    scenario: Scenario,
    seed: str,
    turns: int = 0,
    players: dict[str, str] | None = None,
    fold: int = 0,
    without: Iterable[str] = (),
) -> World:
    """The world at the brief of turn 1. `turns` 0 takes the scenario's; `players` maps seats to team or bot:POLICY.

    `without`: optional rules left out. Raises TabletopError for one that isn't known.
    """
    draft = Draft(before(scenario, turns, players, fold, without))
    draft.seed = seed
    open_turn(draft, 1)
    return draft.freeze()


def before(
    scenario: Scenario,
    turns: int = 0,
    players: dict[str, str] | None = None,
    fold: int = 0,
    without: Iterable[str] = (),
) -> World:
    """The world in turn 0, before any draw: the same for every seed. Raises TabletopError as `opening` does."""
    seats = seats_of(scenario, players or {}, fold)
    forces = {name: _force(scenario, name) for name in scenario.forces}
    posts = {name: _post(scenario, name) for name in scenario.posts}
    frame = frame_of(scenario)
    supply, from_home, own, new = count_supply(frame, forces)
    world = World(
        scenario=scenario,
        seed="",
        turns=turns or scenario.turns,
        turn=0,
        phase=Phase.BRIEF,
        state=State.READY,
        figures=_figures(scenario, seats, posts),
        members={
            name: Member(spending=spec.spending, pledge=spec.pledge, pace=scenario.coefficients.pledge_step)
            for name, spec in scenario.members.items()
        },
        forces=forces,
        programmes={name: Programme() for name in scenario.programmes},
        posts=posts,
        seats=seats,
        injects={
            name: Inject(state=InjectState.ARMED if spec.armed else InjectState.PLANNED)
            for name, spec in scenario.injects.items()
        },
        chains={},
        texts={},
        supply=supply,
        home_supply=from_home,
        own_supply=own,
        new_supply=new,
        without=left_out(without),
    )
    draft = Draft(world)
    for seat, state in seats.items():
        if state.members and seat != scenario.names.anchor_seat:
            draft.own("figures")[path_of(WALLET, seat)] = income(draft, seat)
    draft.apply(ReadingsTaken(readings(draft)))
    return draft.freeze()


def seats_of(scenario: Scenario, players: dict[str, str], fold: int) -> dict[str, Seat]:
    """Who plays for whom, and under what name, when so many teams come."""
    folded = scenario.folds.get(fold) if fold else None
    joins = dict(folded.join) if folded else {}
    bots = {seat: f"bot:{policy}" for seat, policy in folded.bots} if folded else {}
    names = dict(folded.names) if folded else {}
    seats = {}
    for name, spec in scenario.seats.items():
        if name in joins:
            continue
        members = list(spec.members)
        for joining, host in joins.items():
            if host == name:
                members += scenario.seats[joining].members
        player = players.get(name) or bots.get(name) or "team"
        seats[name] = Seat(player=player, members=tuple(members), name=names.get(name, spec.name))
    return seats


def _force(scenario: Scenario, name: str) -> Force:
    spec = scenario.forces[name]
    status = Status(spec.opens)
    announced = 1 - int(scenario.coefficients.notice_turns) if status is Status.LEAVING else 0
    return Force(status=status, theatre=spec.base, turn=spec.leaves, announced=announced)


def _post(scenario: Scenario, name: str) -> Post:
    spec = scenario.posts[name]
    if spec.left:
        return Post(holder=spec.holder, status="transition", to=spec.to, left=spec.left)
    return Post(holder=spec.holder, settled=1 if spec.holder != scenario.names.anchor else 0)


def _figures(scenario: Scenario, seats: dict[str, Seat], posts: dict[str, Post]) -> dict[str, float]:
    values = scenario.figures
    figures: dict[str, float] = {name: track.start for name, track in scenario.tracks.items()}
    for theatre, spec in scenario.theatres.items():
        figures[path_of(PRESSURE, theatre)] = spec.pressure
        figures[path_of(GAP, theatre)] = 0.0
    for stock in frame_of(scenario).stocks.values():
        figures[stock.key] = 0.0
    for seat, state in seats.items():
        figures[path_of(SUPPORT, seat)] = values.get("support", 50.0)
        figures[path_of(CAPITAL, seat)] = _capital(scenario, state)
        figures[path_of(WALLET, seat)] = 0.0
        figures[path_of(SOLDIERS, seat)] = values.get("soldiers", 0.0) * sum_of(
            scenario.members[m].soldiers for m in state.members
        )
    figures |= {
        AGREEMENT: values.get("agreement", 0.6),
        ALARM: values.get("alarm", 0.0),
        "wear/anchor": 0.0,
        "wear/others": 0.0,
        SHORTFALL: 0.0,
        COMMAND: command_share(scenario, posts),
        OVERLOAD: float(overload(posts)),
        ANCHOR: 0.0,
        RESOLVE: 0.0,
        GROWTH: 0.0,
    }
    figures |= {path_of(WORTH, member): 1.0 for member in scenario.members if member != scenario.names.anchor}
    return figures


def _capital(scenario: Scenario, seat: Seat) -> float:
    """Political capital at the opening, from members' polls and fiscal room by GDP."""
    values = scenario.figures
    specs = [scenario.members[m] for m in seat.members]
    gdp = sum_of(spec.gdp for spec in specs)
    start = values.get("capital", 50.0)
    if not gdp:
        return start
    poll = sum_of(spec.gdp * (spec.poll - 50) for spec in specs) / gdp
    room = sum_of(spec.gdp * ROOM.get(spec.fiscal_room, 0.0) for spec in specs) / gdp
    capital = start + values.get("capital_poll", 0.0) * poll + values.get("capital_room", 0.0) * room
    return max(0.0, min(100.0, capital))


def count_supply(frame: Frame, forces: dict[str, Force]) -> tuple[Supply, Supply, dict[str, Supply], Supply]:
    """Supply from scratch: the anchor's here, what it would send from home, the others' of today by member, and
    delivered tranches."""
    scenario = frame.scenario
    sums: dict[str, list[list[int]]] = {}
    anchor = scenario.names.anchor
    for name, state in forces.items():
        spec = scenario.forces[name]
        key = "\0home" if name in frame.reinforcements else "\0new" if spec.programme else spec.owner
        rows = sums.setdefault(key, _empty(frame))
        for t, i, amount in frame.contribution(name, state):
            rows[t][i] += amount
    counted = {key: _frozen(rows) for key, rows in sums.items()}
    nothing = _frozen(_empty(frame))
    here, home, new = (counted.pop(key, nothing) for key in (anchor, "\0home", "\0new"))
    return here, home, {member: supply for member, supply in counted.items() if any(map(any, supply))}, new


def _empty(frame: Frame) -> list[list[int]]:
    return [[0] * len(frame.areas) for _ in frame.theatres]


def _frozen(rows: list[list[int]]) -> Supply:
    return tuple(map(tuple, rows))
