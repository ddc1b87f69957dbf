"""The rule of spending with its luck, over the record: how often what happened lies in the band of 80 of 100 draws.

Luck is the game's own, each member's and everybody's; elections and what alarm does later are left out.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from statistics import fmean

from attrs import frozen

from tabletop.analysis.distributions import quantile
from tabletop.model.members import Member
from tabletop.rules.turn.spending import along, path_after, urge_of
from tabletop.rules.world.chance import bells
from tabletop.rules.world.evolving import evolve
from tests.page.hindcast import SPANS, Span, alarm_of, record, weighed, world_of
from tests.page.marks import Table
from tests.play import nato

DRAWS = 200
EVERY_YEAR = Span("one year, from 2014 to 2024", 1, tuple(range(2014, 2025)))


@frozen
class Band:
    """80 of 100 draws lie from `low` to `high`."""

    low: float
    middle: float
    high: float


@frozen
class Held:
    """Of member-years, the parts inside the band, under it and over it; `weighed` by output."""

    many: int
    inside: float
    weighed: float
    under: float
    over: float


@lru_cache(maxsize=64)
def drawn(origin: int, years: int) -> Mapping[str, tuple[float, ...]]:
    """By member its share so many years after an origin, in each draw. Luck that is everybody's is the same for all."""
    k, specs = nato().coefficients, nato().members
    pull = urge_of(world_of(alarm_of(origin)))
    common = [bells(f"hindcast/{origin}/{n}", 0, "all", 2 * years) for n in range(DRAWS)]
    found = {}
    for member, shares in record().items():
        luck = k.adhere_luck if specs[member].gdp > k.adhere_large else k.adhere_luck_small
        paths = _paths(member, shares[origin], 2 * years)
        ends = []
        for n in range(DRAWS):
            own = bells(f"hindcast/{origin}/{n}", 0, member, 2 * years)
            share = shares[origin]
            for turn in range(2 * years):
                state = Member(spending=share, pledge=paths[turn], pace=k.pledge_step)
                share = along(k, state, paths[turn + 1], pull, luck * own[turn] + k.budget_luck * common[n][turn])
            ends.append(share)
        found[member] = tuple(ends)
    return found


def _paths(member: str, share: float, turns: int) -> list[float]:
    world, paths = world_of(0.0), [share]
    for _ in range(turns):
        state = Member(spending=share, pledge=paths[-1], pace=world.scenario.coefficients.pledge_step)
        paths.append(path_after(evolve(world, members={**world.members, member: state}), member))
    return paths


def band(draws: tuple[float, ...]) -> Band:
    ranked = sorted(draws)
    return Band(quantile(ranked, 0.1), quantile(ranked, 0.5), quantile(ranked, 0.9))


def alliance(origin: int, years: int) -> Band:
    """Where the shares of all, by output, lie so many years on."""
    found = drawn(origin, years)
    return band(tuple(weighed((draws[n], member) for member, draws in found.items()) for n in range(DRAWS)))


def held(span: Span) -> Held:
    years = list(_years(span))
    inside = [(float(each.low <= share <= each.high), member) for member, each, share in years]
    return Held(
        len(years), fmean(value for value, _ in inside), weighed(inside),
        fmean(share < each.low for _, each, share in years), fmean(share > each.high for _, each, share in years),
    )  # fmt: skip


def _years(span: Span) -> Iterator[tuple[str, Band, float]]:
    """Each member-year of a span: whose, its band, and what happened."""
    for origin in span.origins:
        for member, draws in drawn(origin, span.years).items():
            yield member, band(draws), record()[member][origin + span.years]


def table() -> Table:
    rows = []
    for span in (EVERY_YEAR, *reversed(SPANS[1:])):
        each = held(span)
        parts = (f"{100 * part:.0f} %" for part in (each.inside, each.weighed, each.under, each.over))
        rows.append((span.name, str(each.many), *parts))
    return (("ahead", "member-years", "inside the band", "by output", "under it", "over it"), *rows)
