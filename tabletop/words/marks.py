"""How a change is told, without its colour."""

from tabletop.analysis.foreseen import movement


def moved(was: float, now: float) -> float:
    """The change of a score as every screen tells it, so that the board says the same as the causes do."""
    return movement(was, now)
