"""Where paper is made: what each place sees, and what stands on every page. Knows neither record nor files."""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import field, frozen

from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, State
from tabletop.paper.blocks import Block
from tabletop.paper.sheaf import Imprint, Sheaf
from tabletop.table.port import Table, View
from tabletop.words.names import seat_name

FINGERPRINT: Final = 12
"""Characters of the record's head that are printed and compared."""
CONTROL_ONLY: Final = "Control only"
EVERYBODY: Final = "For everybody"


@frozen
class Desk:
    """`name`: the session's. `sees`: what a place sees now. `begun`: whether anybody has begun it.

    What is for a seat is made from what that seat sees, so that nothing of another's can stand on it.
    """

    name: str
    sees: Callable[[str], View]
    begun: bool = True
    _views: dict[str, View] = field(factory=dict, init=False, eq=False, repr=False)

    def view(self, who: str) -> View:
        """What a place sees, worked out once."""
        if who not in self._views:
            self._views[who] = self.sees(who)
        return self._views[who]

    @property
    def control(self) -> View:
        return self.view(CONTROL)

    @property
    def seats(self) -> tuple[str, ...]:
        """Seats that teams play; all of them where bots play every one."""
        states: Mapping[str, object] = self.control.world.seats
        teams = tuple(name for name, seat in self.control.world.seats.items() if seat.player == "team")
        return teams or tuple(states)

    @property
    def imprint(self) -> Imprint:
        """What stands on every page."""
        view = self.control
        return Imprint(view.marking, view.caveat, self.name, when(view), view.head[:FINGERPRINT])

    def sheaf(self, name: str, title: str, reader: str, blocks: tuple[Block, ...]) -> Sheaf:
        """Pages for one reader."""
        return Sheaf(name, title, reader, self.imprint, blocks)

    def name_of(self, seat: str) -> str:
        """A seat as it is called in this session."""
        return seat_name(self.control.world.scenario, seat, self.control.world.seats)

    def only(self, seat: str) -> str:
        """Who may see what is a seat's."""
        return f"For {self.name_of(seat)} only"


def at_desk(table: Table, session: str) -> Desk:
    """A desk at control's place."""
    return Desk(session, lambda who: table.at(who).view_now())


def when(view: View) -> str:
    """Where in the exercise a view was taken: "turn 3 of 8, 2027 H1, orders"."""
    world = view.world
    phase = "ended" if world.state is State.ENDED else Phase(world.phase).value
    return f"turn {world.turn} of {world.turns}, {world.period}, {phase}"
