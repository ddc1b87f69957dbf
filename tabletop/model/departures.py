"""Departures: what the anchor's forces have left empty, looked at again every turn while they are away."""

from attrs import field, frozen


@frozen(kw_only=True)
class Departure:
    """A package that has left a theatre, for home or for another one (`to`).

    `size`: what its going weighs, some .1 to 2. `covered`: how much of it is matched now, 0..1; `matched`: in full, and
    with notice.
    """

    force: str
    theatre: str
    turn: int
    size: float
    surprise: bool = False
    to: str = ""
    covered: float = 0.0
    ref: int = field(default=0, eq=False)

    @property
    def matched(self) -> bool:
        return not self.surprise and self.covered >= 1.0
