"""The scenario's forces and needs are those of the study's tables, of which `pack` holds what is compared.

The pack's are counts by member, American people and garrisons, and the Baltic's brigades. Judgement are units,
readiness, regions and lending, what is tied, and every other need: here only their arithmetic is tested.
"""

import csv
from collections import defaultdict
from itertools import dropwhile
from pathlib import Path
from statistics import median

import pytest

from tabletop.model.forces import ForceSpec, ProgrammeSpec, Status
from tabletop.rules.world.presence import presence, worth
from tests.play import nato

PACK = Path(__file__).parent / "pack"
#: What one counts in its area; an escort is a tenth of a battery beside.
UNITS = {
    "heavy brigade": ("land", 1.2), "light brigade": ("land", 0.85), "aircraft": ("air", 1 / 18),
    "ship": ("maritime", 1.0), "submarine": ("maritime", 1.0), "corvette": ("maritime", 0.4),
    "mine-hunter group": ("maritime", 0.5), "long-range battery": ("iamd", 1.0), "medium battery": ("iamd", 0.5),
    "short-range battery": ("iamd", 0.25), "rocket battery": ("fires", 1.0), "enabler point": ("enablers", 1.0),
    "stock point": ("sustainment", 1.0),
}  # fmt: skip
ESCORT = 0.1
COLUMNS = {
    "heavy brigade": "heavy", "light brigade": "light", "aircraft": "aircraft", "ship": "ships",
    "submarine": "submarines",
}  # fmt: skip
#: What stands in another member's package: whose, in whose, what and how many.
TOGETHER = (
    ("be", "nl", "ships", 2), ("al", "hr", "light", 1), ("mk", "hr", "light", 1), ("si", "hr", "light", 1),
)  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    lines = (PACK / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(dropwhile(lambda line: line.startswith("#"), lines)))


def on_paper(force: ForceSpec) -> dict[str, float]:
    """How many of each a package is made of."""
    counts: dict[str, float] = {}
    for part in filter(None, force.on_paper.split("; ")):
        number, _, what = part.partition(" ")
        one = what.removesuffix("ies") + "y" if what.endswith("ies") else what.removesuffix("s")
        counts[one] = float(number)
    return counts


def today() -> dict[str, ForceSpec]:
    """What stands or would come today: not what is still to be bought, nor what an answer may bring."""
    return {name: f for name, f in nato().forces.items() if not f.programme and f.opens != Status.ELSEWHERE.value}


def test_every_package_of_the_pack_is_there_and_no_other() -> None:
    assert set(today()) == {row["id"] for row in rows("presence.csv")}


@pytest.mark.parametrize("row", rows("presence.csv"), ids=lambda row: row["id"])
def test_a_package_counts_where_the_pack_says(row: dict[str, str]) -> None:
    scenario = nato()
    force = scenario.forces[row["id"]]

    counted = presence(scenario, force)

    assert counted == pytest.approx([float(row[theatre]) for theatre in scenario.theatres], abs=5.1e-5)
    assert worth(scenario, force) <= 1 + 1e-9
    assert force.personnel == int(row["people"])


def test_what_a_package_can_do_is_its_counts_in_units_less_what_is_tied() -> None:
    areas = list(nato().areas)

    for force in today().values():
        made = dict.fromkeys(areas, 0.0)
        for what, number in on_paper(force).items():
            area, unit = UNITS[what]
            made[area] += number * unit * (1 - force.tied)
            if what == "ship":
                made["iamd"] += number * ESCORT * (1 - force.tied)
        assert force.capability == pytest.approx([made[area] for area in areas], abs=2e-3), force.id


def test_counts_of_the_packages_add_up_to_each_members() -> None:
    counted: dict[str, dict[str, float]] = defaultdict(lambda: dict.fromkeys(COLUMNS.values(), 0.0))
    for force in today().values():
        for what, number in on_paper(force).items():
            if what in COLUMNS:
                counted[force.owner][COLUMNS[what]] += number
    for whose, within, what, number in TOGETHER:
        counted[whose][what] += number
        counted[within][what] -= number

    for row in rows("members.csv"):
        has = {what: float(row[what]) for what in COLUMNS.values()}
        assert counted[row["member"]] == pytest.approx(has, abs=1e-6), row["member"]


def test_american_people_are_those_of_the_pack() -> None:
    americans = [force for force in today().values() if force.owner == "us"]
    here = [force for force in americans if force.host != "us"]
    home = [force for force in americans if force.reinforcement]

    assert sum(force.personnel for force in here) == 81_250 + 3_000  # that of Romania goes in turn 1
    assert sum(force.personnel for force in home) == 200_000
    assert {force.id for force in americans} - {force.id for force in (*here, *home)} == {"us-space"}
    assert all(force.host == "us" for force in home)


@pytest.mark.parametrize("row", rows("needs.csv"), ids=lambda row: f"{row['theatre']} {row['area']}")
def test_a_theatre_needs_what_the_pack_says_and_names_where_it_is_from(row: dict[str, str]) -> None:
    theatre = nato().theatres[row["theatre"]]
    if row["area"] == "pressure":
        assert theatre.pressure == float(row["need"])
        return
    place = nato().area_index[row["area"]]

    assert (theatre.low[place], theatre.requirement[place], theatre.high[place]) == pytest.approx(
        (float(row["low"]), float(row["need"]), float(row["high"])), abs=1e-3
    )
    assert dict(theatre.grounds)[row["area"]].startswith(row["grounds"])


def test_no_theatre_needs_what_the_pack_does_not_name() -> None:
    named = {(row["theatre"], row["area"]) for row in rows("needs.csv")} - {(t, "pressure") for t in nato().theatres}
    areas = list(nato().areas)

    needed = {(t, areas[i]) for t, spec in nato().theatres.items() for i, need in enumerate(spec.requirement) if need}

    assert needed == named


@pytest.mark.parametrize("programme", nato().programmes.values(), ids=lambda programme: programme.id)
def test_a_tranche_counts_once_by_the_rule_of_all_forces(programme: ProgrammeSpec) -> None:
    assert programme.region
    assert 0.6 <= worth(nato(), programme) <= 1 + 1e-9


def test_no_programme_is_far_from_the_price_of_its_area() -> None:
    """Per unit of effect, .3 to 5 times the median of those that serve the same area most."""
    prices: dict[int, dict[str, float]] = defaultdict(dict)
    for name, programme in nato().programmes.items():
        if effect := sum(programme.capability) * worth(nato(), programme):
            prices[programme.capability.index(max(programme.capability))][name] = programme.price / effect

    for of in prices.values():
        middle = median(of.values())
        assert not {name: price / middle for name, price in of.items() if not 0.3 <= price / middle <= 5}
