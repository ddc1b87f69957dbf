"""What the anchor brings without a budget: people over the floor of its law, hands freed, its word. To look at."""

from tabletop.model.figures.forms import CAPITAL
from tabletop.model.figures.path import path_of
from tabletop.table.levers import Levers
from tabletop.tui.kit.gridlines import GridRow, titles
from tabletop.tui.kit.keys import shown
from tabletop.tui.look import palette
from tabletop.words.forces import law_words
from tabletop.words.names import score_name
from tabletop.words.votes import vote_words


def anchor_rows(levers: Levers) -> list[GridRow]:
    """People against the floor, political capital, hands freed, the word: now and since the opening."""
    scenario, names = levers.world.scenario, levers.world.scenario.names
    here = levers.packages.personnel
    law = law_words(scenario, here, *levers.packages.below_floor)
    people, capital = path_of("personnel/PEOPLE", names.personnel), path_of(CAPITAL, names.anchor_seat)
    at_home = "What the seat can spend at home. 3 moves forces, 4 hands posts over."
    vote = vote_words(levers.world, names.anchor)
    return [
        titles("Its part", "now", "since T1"),
        _row(people, f"People in theatre, floor {scenario.legal.floor:,}", f"{here:,}", "", law),
        _row(capital, "Political capital", f"{levers.world.figures[capital]:.0f}", "", at_home),
        _track(levers, names.freed),
        _track(levers, names.commitment, f"{vote}. " if vote else ""),
    ]


def _track(levers: Levers, track: str, vote: str = "") -> GridRow:
    world, now = levers.world, levers.scores[track]
    start = world.history[0].get(track) if world.history else None
    since = f"{now - start:+.1f}" if isinstance(start, float | int) else ""
    spec = world.scenario.tracks.get(track)
    name = score_name(world.scenario, track)
    return _row(
        track,
        name,
        f"{now:.0f}",
        since,
        f"{vote}{spec.name if spec else name}: {shown('w')} on the board gives its causes.",
    )


def _row(id: str, name: str, figure: str, since: str, below: str) -> GridRow:
    cells = (name, (figure, f"bold {palette.BRIGHT}"), (since, palette.TEXT))
    return GridRow(("figure", id), cells, below=(below, palette.LABEL))
