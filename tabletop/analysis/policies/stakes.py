"""What a text or a handover means for a seat's own aims, and which objective or red line it touches. Nothing is looked
up that the seat may not see."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from attrs import frozen

from tabletop.analysis.policies.posture import margins, planned_cover
from tabletop.model.effects import Effect
from tabletop.model.figures.forms import MARGIN, PRESSURE
from tabletop.model.figures.path import ALL, path_of
from tabletop.model.scenario import Scenario
from tabletop.model.seats import MeasureSpec, ObjectiveSpec
from tabletop.model.world import World
from tabletop.rules.acts.reasons import OBJECTIVE, RED_LINE, reasons
from tabletop.rules.world.arithmetic import sum_of

#: Turns for which a bot counts what a text does each turn.
FORESIGHT = 3
#: Points of harm in what crosses a red line, or takes from under an objective what it is about.
GRAVE = 6.0
#: Points of margin under which a theatre has nothing to give away.
BARE = 3.0


@frozen
class Stake:
    """`why`: "objective/ID" or "red-line/N"; `points` of 100 of the seat's total that it would lose (below 0: win)."""

    why: str
    points: float


def at_stake(world: World, seat: str, kind: str, about: str) -> Sequence[Stake]:
    """What stands to be lost by a text, the worst first."""
    scenario = world.scenario
    covered = _covered(world, kind, about)
    doubted = covered < scenario.coefficients.certificate_least
    stakes: Sequence[Stake] = _plain(scenario, seat, world.turns, kind, about, doubted)
    if covered < 1 and (more := list(_of_certificate(world, seat, about, covered, doubted))):
        stakes = sorted((*stakes, *more), key=_worst)
    if stakes and len(world.seats) < len(scenario.seats):  # at a folded table some objectives fall away
        mine = set(reasons(world, seat))
        stakes = [stake for stake in stakes if stake.why in mine]
    return stakes


@lru_cache(maxsize=4096)
def _plain(scenario: Scenario, seat: str, turns: int, kind: str, about: str, doubted: bool) -> tuple[Stake, ...]:
    """What a text means whatever the world is like."""
    stakes = (*of_effects(scenario, seat, turns, kind), *_red_lines(scenario, seat, kind, about, doubted))
    return tuple(sorted(stakes, key=_worst))


def _worst(stake: Stake) -> tuple[float, str]:
    return -stake.points, stake.why


def doubtful(world: World, kind: str, about: str) -> bool:
    """Whether a text certifies what the ledger will not bear out."""
    return _covered(world, kind, about) < world.scenario.coefficients.certificate_least


def certifies(world: World, kind: str, about: str) -> bool:
    """Whether a text certifies that a package's departure is matched."""
    return world.scenario.texts[kind].rule == "certify" and about in world.forces


def _covered(world: World, kind: str, about: str) -> float:
    """How much of what a text certifies will be matched, 0..1; 1 where it certifies nothing."""
    return planned_cover(world, about) if certifies(world, kind, about) else 1.0


@lru_cache(maxsize=256)
def aims_of(scenario: Scenario, seat: str, turns: int) -> tuple[ObjectiveSpec, ...]:
    """A seat's objectives in a session of so many turns."""
    return tuple(objective.within(turns) for objective in scenario.seats[seat].objectives)


def net(stakes: Iterable[Stake]) -> float:
    """What would be lost in all, what would be won set against it."""
    return sum_of(stake.points for stake in stakes)


@lru_cache(maxsize=1024)
def of_effects(scenario: Scenario, seat: str, turns: int, kind: str) -> tuple[Stake, ...]:
    """By objective, what a text's own effects would cost the seat or bring it."""
    spec = scenario.texts[kind]
    stands = min(spec.turns or FORESIGHT, FORESIGHT)
    changes = [(effect, 1.0) for effect in spec.effects] + [(effect, float(stands)) for effect in spec.each_turn]
    found = []
    for objective in aims_of(scenario, seat, turns):
        worth = sum_of(
            objective.weight * part.share / 100 * times * _moves(part, effect)
            for part in objective.parts
            for effect, times in changes
        )
        if worth:
            found.append(Stake(f"{OBJECTIVE}/{objective.id}", -worth))
    return tuple(found)


def _moves(part: MeasureSpec, effect: Effect) -> float:
    """By which part of its scale an effect moves a measure, up or down."""
    span = part.target - part.floor
    if part.steps or not span:
        return 0.0
    return sum_of(_carries(path, effect) for path in part.paths) / span


def _carries(path: str, effect: Effect) -> float:
    head, _, what = path.partition("/")
    on, _, whom = effect.on.partition("/")
    if path == effect.on or (head == on and whom == ALL):
        return effect.add
    pressed = (head, on) == (_head(MARGIN), _head(PRESSURE))
    return -effect.add if pressed and whom in (what, ALL) else 0.0


def _head(form: str) -> str:
    return form.partition("/")[0]


def _of_certificate(world: World, seat: str, force: str, covered: float, doubted: bool) -> Iterator[Stake]:
    """What a seat loses by certifying a departure: the trust that a false certificate costs, an objective about the
    force itself, one about a theatre with nothing to spare."""
    scenario, short = world.scenario, 1 - covered
    state = world.forces[force]
    k, names = scenario.coefficients, scenario.names
    for objective in aims_of(scenario, seat, world.turns):
        paths = list(chain.from_iterable(part.paths for part in objective.parts))
        why, points = f"{OBJECTIVE}/{objective.id}", 0.0
        if any(path.startswith(f"force/{force}/") for path in paths):
            points += GRAVE * short
        if path_of(MARGIN, state.theatre) in paths and margins(world)[state.theatre] < BARE:
            points += objective.weight / 4 * short
        if doubted and names.trust in paths:
            spans = [part.target - part.floor for part in objective.parts if names.trust in part.paths]
            points += objective.weight * -k.certificate_trust * short / (spans[0] or 1.0)
        if points:
            yield Stake(why, points)


def _red_lines(scenario: Scenario, seat: str, kind: str, about: str, doubted: bool) -> Iterator[Stake]:
    for each in scenario.seats[seat].objections:
        if each.to in (kind, f"{kind}/{about}", about) and (doubted or scenario.texts[kind].rule != "certify"):
            yield Stake(f"{RED_LINE}/{each.red_line}", GRAVE)


def over_post(world: World, seat: str, post: str) -> str:
    """The red line or objective that a post stands in, "" for none."""
    why = _over_post(world.scenario, seat, world.turns, post)
    return why if len(world.seats) == len(world.scenario.seats) or why in reasons(world, seat) else ""


@lru_cache(maxsize=1024)
def _over_post(scenario: Scenario, seat: str, turns: int, post: str) -> str:
    spec = scenario.seats[seat]
    for each in spec.objections:
        if each.to == post:
            return f"{RED_LINE}/{each.red_line}"
    for objective in aims_of(scenario, seat, turns):
        if any(path.startswith(f"post/{post}/") for part in objective.parts for path in part.paths):
            return f"{OBJECTIVE}/{objective.id}"
    return ""
