"""How a change is told, without its colour, and over which turns it counts."""

from tabletop.analysis.foreseen import movement


def moved(was: float, now: float) -> float:
    """The change of a score as every screen tells it, so that the board says the same as the causes do."""
    return movement(was, now)


def span_words(first: int, last: int) -> str:
    """Over which turns a change counts: "in turn 7", or "since turn 7 began"."""
    return f"in turn {last}" if first == last else f"since turn {first} began"
