"""What came of an exercise in three lines, as they are printed at its end and stand on the poster."""

from tabletop.model.figures.forms import MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.inner import WITHDRAWN
from tabletop.table.moment import Moment
from tabletop.words.names import score_name, theatre_name


def three_lines(moment: Moment) -> list[str]:
    """Deterrence, who carries it, and how they treated each other: from the opening to now."""
    world, now = moment.world, moment.scores
    scenario, names = world.scenario, world.scenario.names
    was = world.history[0] if world.history else {}

    def change_of(score: str) -> str:
        start = was.get(score)
        name = score_name(scenario, score, world.seats)
        return (
            f"{name} {start:.0f} → {now[score]:.0f}" if isinstance(start, float | int) else f"{name} {now[score]:.0f}"
        )

    weakest = min(scenario.theatres, key=lambda t: now[path_of(MARGIN, t)])
    margin = now[path_of(MARGIN, weakest)]
    size = f"{abs(margin):.0f}"
    points = f"{size} point{'' if size == '1' else 's'}"
    stands = f"{points} {'below' if margin < 0 else 'above'} the pressure on it"
    carries = "carries most" if moment.carried else "does not yet carry most"
    states = [promise.state for promise in world.promises]
    promises = f"; promises kept {states.count('kept')}, broken {states.count('broken')}" if states else ""
    surprise = int(world.figures.get("withdrawn/surprise", 0))
    forces = int(world.figures.get(WITHDRAWN, 0))
    losses = f"{forces} force{'' if forces == 1 else 's'} left, {surprise or 'none'} by surprise"
    return [
        f"{change_of('deterrence')}; weakest is {theatre_name(scenario, weakest)}, {stands}.",
        f"{change_of(names.share)}: the {names.own} side {carries} of what is needed. {change_of(names.freed)}.",
        f"{change_of(names.commitment)}, {change_of(names.cohesion)}, {change_of(names.trust)}; {losses}{promises}.",
    ]
