"""Areas of capability and theatres: where and in what deterrence is counted."""

from attrs import frozen


@frozen(kw_only=True)
class AreaSpec:
    """A kind of capability. `majority`: one of those in which the others should carry most, each for itself.

    `stock`: lies on shelves, is used up and refilled by industry; at most one area of a scenario is.
    """

    id: str
    name: str
    unit: str
    majority: bool = True
    stock: bool = False


@frozen(kw_only=True)
class TheatreSpec:
    """`requirement` and `weights` follow the scenario's order of areas; `weight` is its part of alliance figures.

    `low` and `high`: between what the requirement may as well lie; `grounds`: where it comes from, by area.

    `pressure` is 0..100 at the opening, `growth` in points a turn. `lon`, `lat` in degrees place its label.
    `days`: of intense fighting that its whole requirement of stock lasts; 0 where none is kept.
    `the`: sentences name it with the article.
    """

    id: str
    name: str
    requirement: tuple[float, ...]
    weights: tuple[float, ...]
    weight: float
    pressure: float
    growth: float
    members: tuple[str, ...]
    days: float = 0.0
    lon: float = 0.0
    lat: float = 0.0
    short: str = ""
    the: bool = False
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    grounds: tuple[tuple[str, str], ...] = ()
    basis: str = "judgement"
