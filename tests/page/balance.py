"""How campaigns end by policy, which secret objectives are reached, and how seats answer Washington.

Frequencies of the model with bots, not of the world. Judges nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from statistics import fmean, stdev
from typing import TypeVar

from attrs import evolve

from tabletop.analysis.campaign import Policies, play_out
from tabletop.analysis.distributions import spread_of
from tabletop.analysis.hands import Hands
from tabletop.analysis.policies import policy_of
from tabletop.analysis.policies.course import PLAN, STAND, Course
from tabletop.analysis.sensitivity import Balance, sensitivity, tornado
from tabletop.analysis.simulate import MET
from tabletop.rules.scores.edges import passed
from tests.experts.ends import IDLE, MAJORITY, SHOWN
from tests.page.ended import Ended, ended, ended_by, opened
from tests.page.marks import Table
from tests.play import nato

T = TypeVar("T")
Work = Callable[[], T]
#: Lines of seats, each against the plan, and of Washington, in the study of answers.
ANSWERS = {"follow": evolve(PLAN, pace="follow", step=0.15), "stand": STAND}
WASHINGTON = {name: Course(leave=name, answers="own") for name in ("stay", "announced", "surprise")}
#: Points from which a secret objective counts as reached here; from MET on the tool calls it met.
HALF = 50.0
EUROPEANS = ("berlin", "paris", "london", "nordic-baltic", "warsaw", "ankara")


def worked(works: Sequence[Work[T]], workers: int) -> list[T]:
    """Their results in order, by some processes."""
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(_done, works, chunksize=1 if len(works) < 20 else 4))


def _done(work: Work[T]) -> T:
    return work()


class Tally:
    """What is kept of a campaign: light enough to be sent between processes."""

    def __init__(self, end: Ended) -> None:
        told, names = end.campaign.history, end.world.scenario.names
        self.gain = float(told[-1]["deterrence"]) - float(told[0]["deterrence"])
        self.last = {k: float(v) for k, v in told[-1].items() if isinstance(v, float)}
        self.shares = [float(each[names.share]) for each in told]
        self.points = dict(end.campaign.objectives)
        self.marks = {seat: dict(marks) for seat, marks in end.campaign.marks.items()}
        self.edges = sorted(passed(end.world))
        self.freed = end.campaign.freed


def tally(policy: str, n: int) -> Tally:
    if policy == IDLE:
        return Tally(ended_by(opened(nato()), lambda world, seat, seed: (), f"7/{n}"))
    return Tally(ended(nato(), policy, n))


def ends(runs: int, workers: int) -> dict[str, list[Tally]]:
    """Campaigns by policy."""
    works = [partial(tally, policy, n) for policy in SHOWN for n in range(runs)]
    made = worked(works, workers)
    return {policy: made[at * runs : (at + 1) * runs] for at, policy in enumerate(SHOWN)}


def policies_table(found: dict[str, list[Tally]]) -> Table:
    """A column a policy."""

    def of(name: str) -> tuple[str, Callable[[list[Tally]], str]]:
        return name, lambda some: f"{fmean(each.last[name] for each in some):.1f}"

    def led(turn: int) -> Callable[[list[Tally]], str]:
        return lambda some: _percent(any(x >= MAJORITY for x in each.shares[1 : turn + 1]) for each in some)

    names = nato().names
    rows: list[tuple[str, Callable[[list[Tally]], str]]] = [
        ("deterrence, from the opening", lambda some: _spread([each.gain for each in some])),
        ("its standard deviation", lambda some: f"{stdev([each.gain for each in some]):.1f}"),
        *[(f"deterrence, {spec.short or spec.name}", of(f"deterrence/{t}")[1]) for t, spec in nato().theatres.items()],
        ("margin, Baltic", lambda some: _spread([each.last["margin/baltic"] for each in some])),
        (
            "theatres under pressure",
            lambda some: f"{fmean(sum(v < 0 for k, v in x.last.items() if k.startswith('margin/')) for x in some):.1f}",
        ),
        ("European share", of(names.share)[1]),
        *[(f"it is {MAJORITY:g} or more by turn {turn}", led(turn)) for turn in (6, 7, 8)],
        *[(nato().tracks[name].name, of(name)[1]) for name in (names.commitment, names.cohesion, names.trust)],
        ("freed for the Pacific", lambda some: f"{fmean(each.freed for each in some):.0f}"),
        *[
            (f"over the edge: {edge.name.lower()}", lambda some, id=id: _percent(id in each.edges for each in some))
            for id, edge in nato().edges.items()
        ],
        ("over either", lambda some: _percent(bool(each.edges) for each in some)),
        (
            "standard deviation of a seat's points",
            lambda some: f"{fmean(stdev([x.points[seat] for x in some]) for seat in some[0].points):.1f}",
        ),
        *[
            (f"result of {seat}", lambda some, seat=seat: f"{fmean(each.points[seat] for each in some):.0f}")
            for seat in next(iter(found.values()))[0].points
        ],
    ]
    return (("at the end", *found), *((what, *(told(some) for some in found.values())) for what, told in rows))


def _spread(values: list[float]) -> str:
    of = spread_of(values)
    return f"{of.mean:+.1f} [{of.p10:+.1f}, {of.p90:+.1f}]"


def _percent(whether: Iterable[bool]) -> str:
    return f"{100 * fmean(whether):.0f} %"


def secrets_table(mixed: list[Tally]) -> Table:
    """Secret objectives in mixed play: how often half of their points are reached, and how often what counts as met."""
    rows = []
    for seat, spec in nato().seats.items():
        for objective in spec.objectives:
            if objective.secret:
                points = [each.marks[seat].get(objective.id, 0.0) for each in mixed]
                half = fmean(each >= HALF for each in points)
                told = "" if 0.25 <= half <= 0.75 else "outside"
                rows.append(
                    (spec.name, objective.title, f"{100 * half:.0f} %", _percent(x >= MET for x in points), told)
                )
    return (("seat", "objective", f"{HALF:g} points", f"{MET:g} points", "of 25 to 75 %, by the first"), *rows)


def result(policies: Policies, seat: str, campaigns: int) -> float:
    """A seat's mean points."""
    start = opened(nato())
    return fmean(play_out(start, policies, f"answer/{n}").objectives[seat] for n in range(campaigns))


def _answered(seat: str, line: Course, anchor: Course, campaigns: int) -> float:
    start = opened(nato())
    policies = {name: policy_of(PLAN) for name in start.seats} | {
        "washington": policy_of(anchor),
        seat: policy_of(line),
    }
    return result(policies, seat, campaigns)


def answers_table(campaigns: int, workers: int) -> Table:
    """What two lines add to a seat's plan, for some of Washington's, everybody else on the plan."""
    lines = {"plan": PLAN, **ANSWERS}
    cases = [(seat, line, anchor) for seat in EUROPEANS for line in lines for anchor in WASHINGTON]
    works = [partial(_answered, seat, lines[line], WASHINGTON[anchor], campaigns) for seat, line, anchor in cases]
    points = dict(zip(cases, worked(works, workers), strict=True))
    rows = []
    for seat in EUROPEANS:
        cells = [nato().seats[seat].name, " / ".join(f"{points[seat, 'plan', a]:.0f}" for a in WASHINGTON)]
        for line in ANSWERS:
            cells.append(" / ".join(f"{points[seat, line, a] - points[seat, 'plan', a]:+.1f}" for a in WASHINGTON))
        rows.append(tuple(cells))
    told = " / ".join(WASHINGTON)
    return (("seat", f"plan: {told}", *(f"*{line}* adds: {told}" for line in ANSWERS)), *rows)


def coefficients_table(runs: int, hands: Hands) -> tuple[str, Table]:
    """Whether the order holds with every coefficient doubled and halved, and what moves deterrence most."""
    balance = sensitivity(opened(nato()), runs, "7", hands)
    broken = [f"{each.coefficient} x {each.factor:g}" for each in balance.swings if not each.kept]
    told = (
        f"The order is kept in {sum(each.kept for each in balance.swings)} of {len(balance.swings)} changes, "
        f"with gaps of {', '.join(f'{gap:.1f}' for gap in balance.gaps)} where nothing is changed"
        + (f"; broken by {', '.join(broken)}." if broken else ".")
    )
    return told, (("coefficient", "halved", "doubled", "under"), *_bars(balance))


def _bars(balance: Balance) -> Iterator[tuple[str, ...]]:
    for bar in tornado(balance, "deterrence")[:18]:
        yield (bar.coefficient, f"{bar.changes.get(0.5, 0.0):+.1f}", f"{bar.changes.get(2.0, 0.0):+.1f}", bar.policy)
