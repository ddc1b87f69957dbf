"""Columns that hold a figure: meaning, unit, range and who may see it are the glossary's."""

from tabletop.analysis.export.dataset import Variable
from tabletop.model.figures.figure import BILLIONS, INDEX, LEVEL, NUMBER, OF_GDP, PER_CENT, POINTS, SHARE, THOUSANDS
from tabletop.model.figures.glossary import FIGURES

_MEASURED = (POINTS, SHARE, PER_CENT, OF_GDP, BILLIONS, THOUSANDS, LEVEL, INDEX)


def figure(name: str, form: str) -> Variable:
    """The column of a figure; what is not measured is counted. Raises KeyError for what stands in no row."""
    row = FIGURES[form]
    if row.gives != NUMBER:
        return Variable(name, "word", row.meaning, "", row.values if isinstance(row.gives, tuple) else "", row.who)
    return Variable(name, "number" if row.unit in _MEASURED else "whole", row.meaning, row.unit, row.values, row.who)
