"""The theatres of a moment as the map draws them."""

from tabletop.table.figures import theatre_trends
from tabletop.table.moment import Moment
from tabletop.tui.map.theatre import MapTheatre


def map_theatres(moment: Moment, lit: str = "") -> tuple[MapTheatre, ...]:
    """In the scenario's order. `lit`: the theatre that alone keeps its colour, "" for all."""
    specs = moment.world.scenario.theatres
    return tuple(
        MapTheatre(theatre, figure.name, spec.members, spec.lon, spec.lat, figure.value, figure.margin, figure.change,
                   figure.asks, bool(lit) and theatre != lit)
        for (theatre, spec), figure in zip(specs.items(), theatre_trends(moment), strict=True)
    )  # fmt: skip
