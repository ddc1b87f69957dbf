"""Outlines of countries on a plane. Knows where countries lie, not who is allied with whom.

Natural Earth 1:50m, public domain; projected with Lambert's azimuthal equal-area projection, y upwards, in Earth radii.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from math import cos, radians, sin, sqrt
from typing import Any, Final

from attrs import frozen

Point = tuple[float, float]

_ALPHA2: Final[Mapping[str, str]] = dict(
    pair.split(":")
    for pair in [
        "008:al",
        "012:dz",
        "031:az",
        "040:at",
        "051:am",
        "056:be",
        "070:ba",
        "100:bg",
        "112:by",
        "124:ca",
        "191:hr",
        "196:cy",
        "203:cz",
        "208:dk",
        "233:ee",
        "234:fo",
        "246:fi",
        "248:ax",
        "250:fr",
        "268:ge",
        "275:ps",
        "276:de",
        "300:gr",
        "304:gl",
        "348:hu",
        "352:is",
        "364:ir",
        "368:iq",
        "372:ie",
        "376:il",
        "380:it",
        "398:kz",
        "400:jo",
        "414:kw",
        "422:lb",
        "428:lv",
        "434:ly",
        "440:lt",
        "442:lu",
        "498:md",
        "499:me",
        "504:ma",
        "528:nl",
        "578:no",
        "616:pl",
        "620:pt",
        "642:ro",
        "643:ru",
        "682:sa",
        "688:rs",
        "703:sk",
        "705:si",
        "724:es",
        "752:se",
        "756:ch",
        "760:sy",
        "788:tn",
        "792:tr",
        "804:ua",
        "807:mk",
        "818:eg",
        "826:gb",
        "833:im",
        "840:us",
        "Kosovo:xk",
    ]
)
_PART_OF: Final[Mapping[str, str]] = {"N. Cyprus": "cy"}

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
    return frozenset(_code(name, country) for name, country in _degrees().items())


@lru_cache(maxsize=4)
def outlines(centre: Centre, only: frozenset[str] | None = None) -> tuple[Outline, ...]:
    """Every country (or `only` some), projected about a centre, by code; rings of one country stand together."""
    rings: dict[str, list[tuple[Point, ...]]] = {}
    for name, country in _degrees().items():
        code = _code(name, country)
        if only is not None and code not in only:
            continue
        projected = (tuple(project(lon, lat, centre) for lon, lat in ring) for ring in country["rings"])
        rings.setdefault(code, []).extend(projected)
    return tuple(Outline(code, tuple(rings[code])) for code in sorted(rings))


def _code(name: str, country: Mapping[str, Any]) -> str:
    return _ALPHA2.get(country["id"]) or _PART_OF[name]


@lru_cache(maxsize=1)
def _degrees() -> Mapping[str, Any]:
    text = resources.files("tabletop.tui").joinpath("data", "europe.json").read_text(encoding="utf-8")
    countries: Mapping[str, Any] = json.loads(text)
    return countries
