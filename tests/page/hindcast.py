"""What the rule of spending would have said of 2014 to 2025, beside rules that know nothing. Luck is left out.

Record: NATO, Defence Expenditure of NATO Countries (2014-2025), 28 August 2025, Table 3: shares as that table has them,
not as they were known in the year; 2024 and 2025 are estimates. Iceland is left out, outputs are those of the scenario.
The alarm of a year is set by hand, with hindsight, and known at the origin only.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from statistics import fmean

from attrs import evolve, frozen

from tabletop.analysis.campaign import start_of
from tabletop.model.inner import ALARM
from tabletop.model.members import Member
from tabletop.model.world import World
from tabletop.rules.turn.spending import path_after, planned_share
from tests.page.marks import Table
from tests.play import ROOT, nato

RECORD = ROOT / "tests" / "scenario" / "pack" / "spending_history.csv"
FIRST, LAST = 2014, 2025
#: Alarm by hand: what the wars of 2014 and 2022 left of it, judgement.
QUIET, WAR, LATER = 0.25, 1.0, 1.2

Shares = Mapping[int, float]
"""A member's share of output by year, in per cent."""
Rule = Callable[[Shares, str, int, int], float]
"""A member's share some years after an origin, from what was known then."""


@frozen
class Span:
    """Years looked ahead, and the origins."""

    name: str
    years: int
    origins: tuple[int, ...]


SPANS = (
    Span("2014 to 2025", 11, (2014,)),
    Span("four years, from 2016 to 2021", 4, tuple(range(2016, 2022))),
    Span("two years, from 2016 to 2023", 2, tuple(range(2016, 2024))),
    Span("one year, from 2016 to 2024", 1, tuple(range(2016, 2025))),
    Span("one year, from 2022 to 2024", 1, tuple(range(2022, 2025))),
)


@lru_cache(maxsize=1)
def record() -> Mapping[str, Shares]:
    """By member of the scenario with armed forces, without the United States."""
    told: dict[str, dict[int, float]] = {}
    with RECORD.open(encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            if row["pct_gdp"]:
                told.setdefault(row["iso2"].lower(), {})[int(row["year"])] = float(row["pct_gdp"])
    on_path = {name for name, spec in nato().members.items() if not spec.outside_path and name != nato().names.anchor}
    return {name: shares for name, shares in told.items() if name in on_path and all(shares.values())}


def alarm_of(year: int) -> float:
    return QUIET if year < 2022 else WAR if year == 2022 else LATER


def no_change(shares: Shares, member: str, origin: int, years: int) -> float:
    return shares[origin]


def trend(shares: Shares, member: str, origin: int, years: int) -> float:
    """The mean change of the three years before goes on; none is known before 2015."""
    back = min(3, origin - FIRST)
    return shares[origin] + (years * (shares[origin] - shares[origin - back]) / back if back else 0.0)


def climbs(a_year: float) -> Rule:
    """So many points of GDP a year, up to where the pledge ends."""

    def of(shares: Shares, member: str, origin: int, years: int) -> float:
        top = nato().coefficients.pledge_top
        return max(shares[origin], min(top, shares[origin] + a_year * years))

    return of


@lru_cache(maxsize=64)
def world_of(alarm: float) -> World:
    """The opening, under an alarm."""
    world = start_of(nato())
    return evolve(world, figures=world.figures | {ALARM: alarm})


def rule(shares: Shares, member: str, origin: int, years: int) -> float:
    """The game's own, without luck: two turns a year from the share of the origin, on the path from there."""
    world = world_of(alarm_of(origin))
    share = pledge = shares[origin]
    for _ in range(2 * years):
        state = Member(spending=share, pledge=pledge, pace=world.scenario.coefficients.pledge_step)
        now = evolve(world, members={**world.members, member: state})
        share, pledge = planned_share(now, member, {})[0], path_after(now, member)
    return share


RULES: Mapping[str, Rule] = {
    "no change": no_change,
    "trend of three years": trend,
    "the path, +.14 a year": climbs(0.14),
    "half its pace, +.07": climbs(0.07),
    "the game's rule": rule,
}


def errors(of: Rule, span: Span) -> tuple[float, float]:
    """Mean absolute error in points of GDP, members alike and weighed by output."""
    found = [
        (abs(of(shares, member, origin, span.years) - shares[origin + span.years]), member)
        for member, shares in record().items()
        for origin in span.origins
    ]
    return fmean(error for error, _ in found), weighed(found)


def weighed(found: Iterable[tuple[float, str]]) -> float:
    """The mean of members' figures by their output."""
    by_output = [(figure, nato().members[member].gdp) for figure, member in found]
    return sum(figure * gdp for figure, gdp in by_output) / sum(gdp for _, gdp in by_output)


def table() -> Table:
    rows = []
    for name, of in RULES.items():
        cells = ("{:.2f} ({:.2f})".format(*errors(of, span)) for span in SPANS)
        rows.append((name, *cells))
    return (("rule", *(span.name for span in SPANS)), *rows)
