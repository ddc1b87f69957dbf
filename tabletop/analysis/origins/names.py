"""What a figure is called, with the names that the scenario gives to what its path names."""

from tabletop.model.figures import forms
from tabletop.model.figures.figure import Figure
from tabletop.model.figures.glossary import read_path
from tabletop.model.scenario import Scenario


def named(scenario: Scenario, path: str, row: Figure) -> str:
    """ "Deterrence, Baltic and north-east". `row`: what the glossary says of the path."""
    if path in scenario.tracks:
        return scenario.tracks[path].name
    if row.form == forms.SCORE:
        return f"{scenario.names.own} share"
    what = [name_of(scenario, id) for id in read_path(path)[1]]
    return ", ".join((row.name, *what))


def name_of(scenario: Scenario, id: str) -> str:
    """What the scenario calls something that a path names."""
    tables = (scenario.theatres, scenario.areas, scenario.seats, scenario.members, scenario.forces, scenario.ways,
              scenario.programmes, scenario.posts)  # fmt: skip
    return next((str(table[id].name) for table in tables if id in table), id.replace("-", " "))
