"""The table of all coefficients: value, unit, meaning, basis. Nothing is added to what the scenario says."""

from tabletop.model.scenario import Scenario
from tests.page.marks import Table


def table(scenario: Scenario) -> Table:
    return (("coefficient", "value", "unit", "meaning", "basis"), *(row(scenario, name) for name in scenario.basis))


def row(scenario: Scenario, name: str) -> tuple[str, ...]:
    basis = scenario.basis[name]
    return (f"`{name}`", f"{getattr(scenario.coefficients, name):g}", basis.unit, basis.meaning, basis.basis)
