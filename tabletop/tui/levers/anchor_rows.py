"""What the anchor brings without a budget: people over the floor of its law, hands freed, its word. To look at."""

from tabletop.model.figures.forms import CAPITAL
from tabletop.model.figures.path import path_of
from tabletop.table.levers import Levers
from tabletop.tui.kit.gridlines import GridRow, titles
from tabletop.tui.kit.keys import said, shown
from tabletop.tui.look import palette
from tabletop.words.forces import law_words
from tabletop.words.names import score_name


def anchor_rows(levers: Levers) -> list[GridRow]:
    """People against the floor, political capital, hands freed, the word: now and since the opening."""
    scenario, names = levers.world.scenario, levers.world.scenario.names
    here = levers.packages.personnel
    law = law_words(scenario, here, *levers.packages.below_floor)
    capital = levers.world.figures[path_of(CAPITAL, names.anchor_seat)]
    at_home = said("What the seat can spend at home. 3 moves forces, 4 hands posts over.")
    return [
        titles("Its part", "now", "since T1"),
        _row("people", f"People in theatre, floor {scenario.legal.floor:,}", f"{here:,}", "", law),
        _row("capital", "Political capital", f"{capital:.0f}", "", at_home),
        *(_track(levers, track) for track in (names.freed, names.commitment)),
    ]


def _track(levers: Levers, track: str) -> GridRow:
    world, now = levers.world, levers.scores[track]
    start = world.history[0].get(track) if world.history else None
    since = f"{now - start:+.1f}" if isinstance(start, float | int) else ""
    spec = world.scenario.tracks.get(track)
    name = score_name(world.scenario, track)
    return _row(
        track, name, f"{now:.0f}", since, f"{spec.name if spec else name}: {shown('w')} on the board gives its causes."
    )


def _row(id: str, name: str, figure: str, since: str, below: str) -> GridRow:
    cells = (name, (figure, f"bold {palette.BRIGHT}"), (since, palette.TEXT))
    return GridRow(("figure", id), cells, below=(below, palette.LABEL))
