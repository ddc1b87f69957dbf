"""Outlines of countries on a plane. Knows where countries lie, not who is allied with whom.

Natural Earth 1:50m, public domain; projected with Lambert's azimuthal equal-area projection, y upwards, in Earth radii.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from math import cos, radians, sin, sqrt
from typing import Final

from attrs import frozen

Point = tuple[float, float]

SOVEREIGN: Final[Mapping[str, str]] = {"ax": "fi", "fo": "dk", "gl": "dk", "im": "gb"}
"""Territory to the country whose theatre it shares unless a theatre names the territory itself."""


@frozen
class Centre:
    """Where the projection touches the Earth, degrees east and north."""

    lon: float
    lat: float


@frozen
class Outline:
    """One country: lower-case ISO 3166-1 alpha-2 code and closed outer rings of projected points."""

    country: str
    rings: tuple[tuple[Point, ...], ...]


def project(lon: float, lat: float, centre: Centre) -> Point:
    """Lambert azimuthal equal-area position, Earth radii, x to the east and y to the north of the centre."""
    east, north, origin = radians(lon - centre.lon), radians(lat), radians(centre.lat)
    sin_north, cos_north, sin_origin, cos_origin = sin(north), cos(north), sin(origin), cos(origin)
    toward = cos_north * cos(east)
    scale = sqrt(2 / max(1e-9, 1 + sin_origin * sin_north + cos_origin * toward))
    return scale * cos_north * sin(east), scale * (cos_origin * sin_north - sin_origin * toward)


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Every country that has an outline."""
    return frozenset(_degrees())


@lru_cache(maxsize=4)
def outlines(centre: Centre, only: frozenset[str] | None = None) -> tuple[Outline, ...]:
    """Every country (or `only` some), projected about a centre, by code."""
    return tuple(
        Outline(code, tuple(tuple(project(lon, lat, centre) for lon, lat in ring) for ring in rings))
        for code, rings in sorted(_degrees().items())
        if only is None or code in only
    )


@lru_cache(maxsize=1)
def _degrees() -> Mapping[str, Sequence[Sequence[Point]]]:
    """Outer rings by lower-case ISO 3166-1 alpha-2 code: degrees east and north."""
    text = resources.files("tabletop.tui").joinpath("data", "europe.json").read_text(encoding="utf-8")
    rings: Mapping[str, Sequence[Sequence[Point]]] = json.loads(text)
    return rings
