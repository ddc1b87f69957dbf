"""What the anchor brings without a budget: people over the floor of its law, hands freed, its word. To look at."""

from attrs import frozen
from textual.content import Content

from tabletop.model.figures.forms import CAPITAL
from tabletop.model.figures.path import path_of
from tabletop.table.levers import Levers
from tabletop.tui.kit.gridlines import Row, titles
from tabletop.tui.look import palette
from tabletop.words.forces import law_words
from tabletop.words.names import score_name


@frozen
class Figure:
    """A figure of the anchor's: `since` the opening, signed, `below` what it means."""

    id: str
    name: str
    figure: str
    since: str
    below: str


def anchor_rows(levers: Levers) -> list[Row]:
    """A row for each figure."""
    return [titles("Its part", "now", "since T1"), *(_row(figure) for figure in figures(levers))]


def about(levers: Levers, id: str) -> Content:
    """What stands under the row of a figure."""
    return Content.styled(next((figure.below for figure in figures(levers) if figure.id == id), ""), palette.LABEL)


def figures(levers: Levers) -> list[Figure]:
    """People against the floor, political capital, hands freed, the word."""
    scenario, names = levers.world.scenario, levers.world.scenario.names
    here = levers.packages.personnel
    law = law_words(scenario, here, *levers.packages.below_floor)
    capital = levers.world.figures[path_of(CAPITAL, names.anchor_seat)]
    at_home = "What the seat can spend at home. 3 moves forces, 4 hands posts over."
    return [
        Figure("people", f"People in theatre, floor {scenario.legal.floor:,}", f"{here:,}", "", law),
        Figure("capital", "Political capital", f"{capital:.0f}", "", at_home),
        *(_track(levers, track) for track in (names.freed, names.commitment)),
    ]


def _track(levers: Levers, track: str) -> Figure:
    world, now = levers.world, levers.scores[track]
    start = world.history[0].get(track) if world.history else None
    since = f"{now - start:+.1f}" if isinstance(start, float | int) else ""
    spec = world.scenario.tracks.get(track)
    name = score_name(world.scenario, track)
    return Figure(track, name, f"{now:.0f}", since, f"{spec.name if spec else name}: w on the board gives its causes.")


def _row(figure: Figure) -> Row:
    now = Content.styled(figure.figure, f"bold {palette.BRIGHT}")
    blank = Content("")
    cells = (Content(figure.name), now, Content.styled(figure.since, palette.TEXT), *[blank] * 4)
    return Row(("figure", figure.id), cells)
