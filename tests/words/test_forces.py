"""Forces in words: where a package is at home, and whether its units rotate."""

from attrs import evolve

from tabletop.words.forces import based
from tests.play import two_keys


def test_a_package_that_rotates_is_told_from_one_that_is_stationed() -> None:
    scenario = two_keys()
    force, host = next(iter(scenario.forces)), next(iter(scenario.members))
    name = scenario.members[host].name

    def told(host: str, rotational: bool) -> str:
        spec = evolve(scenario.forces[force], host=host, rotational=rotational)
        return based(evolve(scenario, forces=scenario.forces | {force: spec}), force)

    assert told(host, False) == f"in {name}"
    assert told(host, True) == f"rotates through {name}"
    assert (told("", True), told("", False)) == ("rotational", "")
