"""What a map is told of a theatre, and which country lies in which. The names are the caller's."""

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from tabletop.tui.map.outline import SOVEREIGN


@frozen
class MapTheatre:
    """A theatre as it stands; a country that several theatres name is drawn in the first of them."""

    id: str
    name: str
    members: tuple[str, ...]
    """Lower-case ISO 3166-1 alpha-2 codes of the countries in it; none for a theatre at sea."""
    lon: float
    lat: float
    """Where its label would stand, degrees."""
    value: float
    """Deterrence, 0 to 100."""
    margin: float
    """Deterrence minus pressure, points: what the land's colour and the plate say."""
    change: float
    """Of the margin, points."""
    asks: bool
    """An inject there waits for an answer."""
    quiet: bool = False
    """Another is what is looked at: its land sinks into the ground."""


def theatre_of(theatres: Sequence[MapTheatre]) -> Mapping[str, MapTheatre]:
    """Country to the first theatre that names it; a territory follows its country unless named itself."""
    lying: dict[str, MapTheatre] = {}
    for theatre in theatres:
        for country in theatre.members:
            lying.setdefault(country, theatre)
    for territory, country in SOVEREIGN.items():
        if country in lying:
            lying.setdefault(territory, lying[country])
    return lying


def codes(names: Sequence[str]) -> list[str]:
    """Names in two letters, no two alike: the initials of two words, else the first letter and one more."""
    taken: list[str] = []
    for name in names:
        words = re.findall(r"\w+", name)
        whole = "".join(words).upper() or "?"
        wishes = ["".join(word[0] for word in words[:2]).upper()] if len(words) > 1 else []
        wishes += [whole[0] + letter for letter in whole[1:]] or [whole[0]]
        taken.append(next((wish for wish in wishes if wish not in taken), wishes[0]))
    return taken
