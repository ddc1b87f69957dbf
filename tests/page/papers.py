"""What published papers say, beside what the model says: each with a band that the model must keep.

Sources stand in the scenario's data pack; a band is judgement about how near a game of this size should come.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from statistics import fmean

from attrs import evolve, frozen

from tabletop.analysis.campaign import start_of
from tabletop.model.scenario import Scenario
from tabletop.model.world import Supply, World
from tabletop.rules.scores.deterrence import area_shares, assess
from tabletop.rules.world.frame import UNIT, frame_of
from tests.page.ended import Ended, ended
from tests.page.marks import Table

BALTIC = "baltic"
#: RAND's force beside the national ones: three heavy brigades at 1.2, four light ones at 0.85.
SEVEN = 3 * 1.2 + 4 * 0.85


@frozen
class Paper:
    """`source` says `says`; the model's `figure`, of `unit`, lies between `low` and `high`."""

    source: str
    says: str
    asks: str
    unit: str
    figure: float
    low: float
    high: float

    @property
    def holds(self) -> bool:
        return self.low <= self.figure <= self.high


def opening_papers(scenario: Scenario) -> Iterator[Paper]:
    """Those that follow from the opening and the catalogue."""
    need = scenario.theatres[BALTIC].requirement[scenario.area_index["land"]]
    yield Paper(
        "RAND RR1253 and Shlapak 2018",
        "seven brigades, three of them heavy, in place beside the national forces prevent a quick fall of the Baltic "
        "capitals; nine to twelve more by day 28",
        "the Baltic's need of land forces in place, a brigade by day thirty counted .4",
        "brigades",
        need,
        15.9,
        24.0,
    )
    yield Paper(
        "RAND RR1253",
        "they decide: without them sixty hours at most",
        "deterrence that the seven add to a posture like that of 2016 (2.5 national, .3 American, none on the way)",
        "points",
        brigades_add(scenario, SEVEN, as_in_2016=True),
        8.0,
        15.0,
    )
    shares = area_shares(start_of(scenario))
    yield Paper(
        "NATO's goals as reported (Die Welt, October 2024)",
        "82 of 131 brigades, 63 per cent",
        "European part of the need of land forces at the opening",
        "per cent",
        100 * shares["land"],
        52.0,
        74.0,
    )
    yield Paper(
        "NATO's goals as reported (Die Welt, October 2024)",
        "293 of 1,467 ground-based air-defence units, 20 per cent",
        "European part of the need of air and missile defence at the opening",
        "per cent",
        100 * shares["iamd"],
        14.0,
        34.0,
    )
    yield Paper(
        "Bruegel/Kiel (February 2025)",
        "Europe would have to field the equal of 300,000 Americans, some 50 brigades",
        "American brigades that the tables hold, here and from home: what is to be replaced, one for one",
        "brigades",
        american_brigades(scenario),
        12.0,
        50.0,
    )
    programmes = scenario.programmes
    for programme, says, low, high in (
        ("c-corps-hq", "command takes about five years", 2.5, 6.5),
        ("c-elsa", "deep strike takes about five years", 3.5, 6.5),
        ("c-sead", "suppression of air defences takes about five years", 3.5, 6.5),
        ("c-space", "space intelligence takes five to ten years", 5.0, 10.0),
    ):
        yield Paper(
            "EN_TIME (Defense News panel, February 2025)",
            says,
            f"years to the last tranche of *{programmes[programme].name}*",
            "years",
            programmes[programme].lead / 2,
            low,
            high,
        )


def campaign_papers(scenario: Scenario, campaigns: int) -> Iterator[Paper]:
    """Those that follow from how steady campaigns end."""
    ends = [ended(scenario, "step-by-step", n) for n in range(campaigns)]
    yield Paper(
        "Bruegel/Kiel (February 2025)",
        "some 250 billion euro a year more in the short term",
        "European spending above the opening in the last turn of a steady campaign",
        "bn dollars a year",
        fmean(above_opening(each.world) for each in ends),
        125.0,
        500.0,
    )
    yield Paper(
        "IISS (May 2025)",
        "226 to 344 billion dollars of procurement to replace American conventional forces, over more than a decade",
        "programmes ordered by the end of a steady campaign, four years",
        "bn dollars",
        fmean(ordered(each) for each in ends),
        113.0,
        344.0,
    )


def brigades_add(scenario: Scenario, brigades: float, as_in_2016: bool) -> float:
    """Points of deterrence that European brigades in place add in the Baltic, to the opening or a 2016-like posture."""
    world = start_of(scenario)
    start = _in_2016(world) if as_in_2016 else world
    return _baltic(_with_land(start, brigades)) - _baltic(start)


def _baltic(world: World) -> float:
    frame = frame_of(world.scenario)
    return assess(world, frame)[frame.theatres.index(BALTIC)].deterrence


def _in_2016(world: World) -> World:
    """The Baltic's land forces as in 2016: 2.5 national brigades, .3 American, nothing from home."""
    others = {member: _put(world, supply, lambda old: 0) for member, supply in world.own_supply.items()}
    first = next(iter(others))
    others[first] = _put(world, others[first], lambda old: round(2.5 * UNIT))
    nothing: Supply = tuple(tuple(0 for _ in row) for row in world.home_supply)
    here = _put(world, world.supply, lambda old: round(0.3 * UNIT))
    return evolve(world, supply=here, own_supply=others, home_supply=nothing)


def _with_land(world: World, brigades: float) -> World:
    return evolve(world, new_supply=_put(world, world.new_supply, lambda old: old + round(brigades * UNIT)))


def _put(world: World, supply: Supply, change: Callable[[int], int]) -> Supply:
    """A supply with another amount of land forces in the Baltic."""
    t, i = world.scenario.theatre_index[BALTIC], world.scenario.area_index["land"]
    row = tuple(change(amount) if at == i else amount for at, amount in enumerate(supply[t]))
    return (*supply[:t], row, *supply[t + 1 :])


def american_brigades(scenario: Scenario) -> float:
    """American brigades that the tables hold, here and from home."""
    anchor = scenario.names.anchor
    return sum(on_paper(spec.on_paper) for spec in scenario.forces.values() if spec.owner == anchor)


def on_paper(words: str) -> float:
    """Brigades that a package holds, as its card says in words."""
    return sum(float(found) for found in re.findall(r"([\d.]+) (?:heavy|light|medium) brigades?", words))


def above_opening(world: World) -> float:
    """What allies spend a year above the opening, in billion dollars of the opening's output."""
    scenario = world.scenario
    return sum(
        scenario.members[name].gdp * (member.spending - scenario.members[name].spending) / 100
        for name, member in world.members.items()
        if not scenario.members[name].outside_path
    )


def ordered(end: Ended) -> float:
    """Programmes ordered in a campaign, in billion dollars, with money put straight into industry."""
    return sum(value for key, value in end.world.figures.items() if key.startswith("invested/"))


@lru_cache(maxsize=2)
def papers(scenario: Scenario, campaigns: int) -> tuple[Paper, ...]:
    """All, in the order of the page."""
    return (*opening_papers(scenario), *campaign_papers(scenario, campaigns))


def table(found: tuple[Paper, ...]) -> Table:
    rows = (
        (each.source, each.says, each.asks, f"{each.figure:.3g} {each.unit}", f"{each.low:g} to {each.high:g}")
        for each in found
    )
    return (("source", "says", "the model's figure", "is", "band"), *rows)
