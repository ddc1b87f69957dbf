"""What the anchor brings without a budget: people over the floor of its law, hands freed, its word. To look at."""

from attrs import frozen
from textual.content import Content

from tabletop.model.inner import UNCERTIFIED
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.numbers import personnel
from tabletop.tui.kit.grid import Row
from tabletop.tui.look import palette
from tabletop.words.names import score_name


@frozen
class Told:
    """A figure of the anchor's: `since` the opening, signed, `below` what it means."""

    id: str
    name: str
    figure: str
    since: str
    below: str


def anchor_rows(world: World) -> list[Row]:
    """A row for each figure."""
    heading = Row(("heading", "own"), (Content("Its part"), Content("now"), Content("since T1")), heading=True)
    return [heading, *(_row(told) for told in figures(world))]


def about(world: World, id: str) -> Content:
    """What stands under the row of a figure."""
    return Content.styled(next((told.below for told in figures(world) if told.id == id), ""), palette.LABEL)


def figures(world: World) -> list[Told]:
    """People against the floor, political capital, hands freed, the word."""
    scenario, names = world.scenario, world.scenario.names
    here, floor = personnel(world), scenario.legal.floor
    over = f"{here - floor:,} above the floor." if here >= floor else f"{floor - here:,} below the floor."
    capital = world.figures[f"capital/{names.anchor_seat}"]
    at_home = "What the seat can spend at home. 3 moves forces, 4 hands posts over."
    return [
        Told("people", f"People in theatre, floor {floor:,}", f"{here:,}", "", f"{over} {_law(world, here)}"),
        Told("capital", "Political capital", f"{capital:.0f}", "", at_home),
        *(_track(world, track) for track in (names.freed, names.commitment)),
    ]


def _law(world: World, here: int) -> str:
    """What the floor costs, and what it costs now."""
    k = world.scenario.coefficients
    missing = min(world.scenario.legal.floor - here, world.figures.get(UNCERTIFIED, 0.0))
    price = f"capital {k.floor_capital:+g}, cohesion {k.floor_cohesion:+g}, trust {k.floor_trust:+g} a turn"
    told = f"Every {k.floor_step:,.0f} people below the floor that left unmatched and uncertified: {price}."
    if missing > 0:
        told += f" Now {missing:,.0f} are missing: capital {k.floor_capital * missing / k.floor_step:+.1f} a turn."
    return told


def _track(world: World, track: str) -> Told:
    now = scores(world)[track]
    start = world.history[0].get(track) if world.history else None
    since = f"{now - start:+.1f}" if isinstance(start, float | int) else ""
    spec = world.scenario.tracks.get(track)
    name = score_name(world.scenario, track)
    return Told(track, name, f"{now:.0f}", since, f"{spec.name if spec else name}: w on the board gives its causes.")


def _row(told: Told) -> Row:
    figure = Content.styled(told.figure, f"bold {palette.BRIGHT}")
    blank = Content("")
    cells = (Content(told.name), figure, Content.styled(told.since, palette.TEXT), *[blank] * 4)
    return Row(("figure", told.id), cells)
