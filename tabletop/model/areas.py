"""What stands in a theatre of one area of forces, against what would be enough."""

from attrs import frozen


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
