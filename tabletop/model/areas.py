"""What stands in a theatre of one area of forces, against what would be enough."""

from typing import NamedTuple

from attrs import frozen


class Bearers(NamedTuple):
    """Who bears a need, in per cent of it: the `others`, the anchor `here` and from `home`; the rest is nobody's.

    Where there is more than enough, who is named first counts first.
    """

    others: float
    here: float
    home: float

    @property
    def nobody(self) -> float:
        """Per cent that nobody bears."""
        return max(0.0, 100.0 - self.others - self.here - self.home)


@frozen
class AreaSupply:
    """Supply of one area in a theatre, in in-place equivalents by the needs of the opening: of the anchor's forces
    those here and those that would come from `home`; `weight`: its part of the theatre's capability.

    `days`: of a stock, what a full shelf lasts; 0 for every other area.
    """

    area: str
    required: float
    anchor: float
    others: float
    weight: float
    days: float = 0.0
    home: float = 0.0

    @property
    def filled(self) -> float:
        """Part of the requirement that stands there, 0..1."""
        return min(1.0, (self.anchor + self.home + self.others) / self.required)

    @property
    def bearers(self) -> Bearers:
        """Who bears the requirement."""
        others = min(1.0, self.others / self.required)
        here = min(1.0 - others, self.anchor / self.required)
        home = min(1.0 - others - here, self.home / self.required)
        return Bearers(100 * others, 100 * here, 100 * home)
