"""Gauges from 0 to 100, and the scenario's words for stances and ways to invest."""

from attrs import frozen


@frozen(kw_only=True)
class TrackSpec:
    """`start` in points. `better` says which way is good: "high", "low" or "" (neither)."""

    id: str
    name: str
    start: float
    better: str = "high"
    meaning: str = ""
    basis: str = "judgement"


@frozen(kw_only=True)
class Declaration:
    """What a declaration moves: points of commitment, cohesion, trust, political capital and public support of who
    makes it, a share of agreement, a level of alarm, and how hard spending is asked for (`condition`). What takes
    political capital is paid for: it neither wears out nor wears other words."""

    commitment: float = 0.0
    cohesion: float = 0.0
    agreement: float = 0.0
    capital: float = 0.0
    trust: float = 0.0
    alarm: float = 0.0
    condition: float = 0.0
    support: float = 0.0

    @property
    def price(self) -> float:
        """Points of political capital that it takes, 0 where it takes none."""
        return max(0.0, -self.capital)


@frozen(kw_only=True)
class StanceSpec:
    """A stance a seat may declare, its effect from the anchor's seat and from any other. `word`: it binds later."""

    id: str
    name: str
    anchor: Declaration
    others: Declaration
    word: bool = False
    basis: str = "judgement"

    def by(self, seat: str, anchor_seat: str) -> Declaration:
        """What it moves when a seat declares it."""
        return self.anchor if seat == anchor_seat else self.others


@frozen(kw_only=True)
class WaySpec:
    """A way to invest in industry: `per` billion dollars give `industry` points after `delay` turns."""

    id: str
    name: str
    per: float
    industry: float
    delay: int
    commitment: float = 0.0
    own: bool = False  # counts as own kit
    depends: float = 0.0  # share by which a slip grows likelier with each point the anchor's commitment has lost
    basis: str = "judgement"
