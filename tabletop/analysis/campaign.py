"""One whole campaign played by bots under the real rules: no record, no digest, no check of orders."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from tabletop.analysis.policies import POLICIES, Policy, awaited, late
from tabletop.model.injects import InjectState
from tabletop.model.inner import PROBES
from tabletop.model.moves import Advance, Red
from tabletop.model.scenario import Scenario
from tabletop.model.seats import CONTROL, Order
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.acts.orders import attention, counts
from tabletop.rules.acts.step import enter, resolve
from tabletop.rules.scores.deterrence import majority
from tabletop.rules.scores.objectives import mark
from tabletop.rules.turn import opening
from tabletop.rules.turn.turn import open_turn
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft

#: Policies by seat, or one for all.
Policies = Mapping[str, Policy | str] | Policy | str

#: Points freed from which a campaign counts as a takeover that let go.
FREED = 20.0


@frozen(kw_only=True, eq=False)
class Campaign:
    """How one campaign went. `history`: readings at the opening and after each turn.

    `objectives`: each seat's total, 0 to 100; `marks`: points by seat and objective.
    `injects`: outcome of each inject that was delivered ("" while open).
    """

    seed: str
    history: tuple[Mapping[str, float | str], ...]
    objectives: Mapping[str, float]
    marks: Mapping[str, Mapping[str, float]]
    majority: bool
    freed: float
    injects: Mapping[str, str]
    probes: float

    @property
    def taken_over(self) -> bool:
        """Whether the others carry most and enough is freed."""
        return self.majority and self.freed >= FREED


def start_of(scenario: Scenario, turns: int = 0, without: Iterable[str] = ()) -> World:
    """What campaigns of a scenario start from: turn 0, opened for each with its own seed."""
    return opening.before(scenario, turns, without=without)


def play_out(start: World, policies: Policies, seed: str) -> Campaign:
    """Plays from a world to the end of the exercise. Seats that `policies` does not name play status quo."""
    seats = _by_seat(start, policies)
    draft = Draft(start, record=False)
    draft.seed, draft.state = seed, State.RUNNING
    if draft.turn == 0:
        open_turn(draft, 1)
    advance = Advance(seat=CONTROL)
    red = Red(seat=CONTROL, source="model")
    while draft.state is not State.ENDED:
        if draft.phase is Phase.ORDERS:
            _orders(draft, seats, seed)
        elif draft.phase is Phase.RED and draft.red is None:
            resolve(draft, red)
        resolve(draft, advance)
    return _outcome(draft, seed)


def _by_seat(world: World, policies: Policies) -> list[tuple[str, Policy]]:
    if not isinstance(policies, Mapping):
        policies = dict.fromkeys(world.seats, policies)
    chosen = ((seat, policies.get(seat, "status-quo")) for seat in world.seats)
    return [(seat, POLICIES[policy] if isinstance(policy, str) else policy) for seat, policy in chosen]


def _orders(draft: Draft, seats: list[tuple[str, Policy]], seed: str) -> None:
    """Every seat that has not sealed gives its orders, as many as it has attention for; then all answer what is new."""
    world = draft
    allowed = draft.scenario.orders
    ref = 0
    for seat, policy in seats:
        if draft.seats[seat].sealed:
            continue
        used = attention(world, seat)
        sheet: list[Order] = []  # what nobody sees before the turn ends
        for move in policy(world, seat, seed):
            ref += 1
            if counts(world, move):
                if used >= allowed:
                    continue
                used += 1
            if ACTS[type(move)].plain:
                sheet.append(Order(move, ref))
                continue
            resolve(draft, move, ref)
        if sheet:
            enter(draft, seat, sheet)
    policies = dict(seats)
    for seat in awaited(world):
        for move in late(policies[seat], world, seat, seed):
            ref += 1
            resolve(draft, move, ref)


def _outcome(draft: Draft, seed: str) -> Campaign:
    world = draft
    marks = {seat: mark(world, seat) for seat in draft.seats}
    return Campaign(
        seed=seed,
        history=draft.history,
        objectives={seat: sum_of(m.points * m.weight for m in results) / 100 for seat, results in marks.items()},
        marks={seat: {m.objective.id: m.points for m in results} for seat, results in marks.items()},
        majority=majority(world),
        freed=draft.figures[draft.scenario.names.freed],
        injects={
            name: state.outcome
            for name, state in draft.injects.items()
            if state.turn and state.state is not InjectState.CANCELLED
        },
        probes=draft.figures.get(PROBES, 0.0),
    )
