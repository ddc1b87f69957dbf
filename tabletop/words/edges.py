"""An edge in a few words: how near it is, or that it has been passed."""

from tabletop.model.scenario import Scenario
from tabletop.words.names import score_name


def edge_words(scenario: Scenario, edge: str, path: str, value: float, at: float, turn: int) -> str:
    """ "Cohesion 42, edge 38"; "A rupture in turn 5" of one that was passed. `turn`: 0 for not yet."""
    if turn:
        return f"{edge} in turn {turn}"
    digits = 1 if abs(value - at) < 1 else 0
    return f"{score_name(scenario, path, short=True)} {value:.{digits}f}, edge {at:.0f}"
