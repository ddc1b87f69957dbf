"""The state of an exercise at one moment. Frozen: rules answer a move with a new world.

Free text never stands here: the record keeps it, so that it can be redacted without changing any world.
`ref` fields and the refs in `changes` are numbers of entries for display; they are no part of equality or digest.
"""

from enum import StrEnum
from typing import NamedTuple

from attrs import field, frozen

from tabletop.model.cause import Cause
from tabletop.model.council import FreeMove, Letter, Promise, Text
from tabletop.model.departures import Departure
from tabletop.model.effects import Effect
from tabletop.model.forces import Force, Programme
from tabletop.model.injects import Inject
from tabletop.model.members import Member
from tabletop.model.posts import Post
from tabletop.model.scenario import Scenario
from tabletop.model.seats import Seat


class Phase(StrEnum):
    """Steps of a turn, in order."""

    BRIEF = "brief"
    ORDERS = "orders"
    RED = "red"
    ADJUDICATE = "adjudicate"
    REVIEW = "review"


class State(StrEnum):
    """The exercise as a whole."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Change(NamedTuple):
    """`amount` added to a figure this turn, by what, and the number of the move behind it (0: none).

    For forces `figure` is "supply/FORCE", the amount 1 or -1, `cells` what supply gained: (theatre, area, millionths).
    """

    figure: str
    amount: float
    cause: Cause
    ref: int
    cells: tuple[tuple[int, int, int], ...] = ()


@frozen
class Lasting:
    """An effect to come, or one to be taken back, at the adjudication of `turn`."""

    turn: int
    effect: Effect
    cause: Cause = field(eq=False)
    ref: int = field(default=0, eq=False)


@frozen
class Ruled:
    """Control's ruling on one item of this turn. `outcome`: accept, amend, set-aside or a grade."""

    outcome: str
    effects: tuple[Effect, ...] = ()
    mode: str = ""
    ref: int = field(default=0, eq=False)


@frozen
class RedOrder:
    """The adversary's sealed order: levers as (lever, theatre, kind, step), and who wrote it: control or model."""

    levers: tuple[tuple[str, str, str, float], ...]
    source: str
    ref: int = field(default=0, eq=False)


#: Supply by theatre and area in millionths of an in-place equivalent, so that sums are exact in any order.
Supply = tuple[tuple[int, ...], ...]


@frozen(eq=False)
class Inputs:
    """All that scores are made of at one moment: the same values a world holds."""

    figures: dict[str, float]
    supply: Supply
    home_supply: Supply
    own_supply: dict[str, Supply]
    new_supply: Supply
    seats: dict[str, Seat]


@frozen(kw_only=True, eq=False)
class World:
    """Compare worlds by `tabletop.rules.world.digest.digest`, not by ==.

    `figures`: every number that moves by points: what the glossary (`tabletop.model.figures`) keeps, by its path;
    those of `tabletop.model.inner` begin with a slash.
    `history[n]`: readings at the end of turn n, 0 being the opening.
    `played_under`: the rules of an earlier edition that it was played under, "" for ours. Of such a world only what
    stands on record is known: its turn and phase, sheets, injects that came, readings at the ends of turns. Its other
    parts are empty.
    """

    scenario: Scenario
    seed: str
    turns: int
    turn: int
    phase: Phase
    state: State
    figures: dict[str, float]
    members: dict[str, Member]
    forces: dict[str, Force]
    programmes: dict[str, Programme]
    posts: dict[str, Post]
    seats: dict[str, Seat]
    injects: dict[str, Inject]
    chains: dict[str, str]  # chain: outcome so far
    texts: dict[str, Text]
    promises: tuple[Promise, ...] = ()
    free_moves: tuple[FreeMove, ...] = ()
    #: Of this turn, by what is ruled on: "berlin/2", "free/berlin/1", "text/..."
    rulings: dict[str, Ruled] = field(factory=dict)
    lasting: tuple[Lasting, ...] = ()
    red: RedOrder | None = None
    modes: tuple[tuple[str, str], ...] = ()
    practice: bool = False
    changes: tuple[Change, ...] = ()
    history: tuple[dict[str, float | str], ...] = ()
    departures: tuple[Departure, ...] = ()  # in the order of leaving
    supply: Supply = ()  # the anchor's in the theatres
    home_supply: Supply = ()  # what it has planned to send from home
    own_supply: dict[str, Supply] = field(factory=dict)  # the others' forces of today, by member
    new_supply: Supply = ()  # delivered tranches
    assumed: dict[str, float] = field(factory=dict)  # looking ahead only: by force, how fully it is matched, 0..1
    revealed: bool = False  # the seats' objectives have been told, so that no survey slip is taken any more
    without: tuple[str, ...] = ()  # optional rules left out, sorted
    played_under: str = ""
    letters: tuple[Letter, ...] = ()  # of this turn, those that ask for a deed and wait for an answer
    before: Inputs | None = None  # what scores were made of when the turn opened

    @property
    def period(self) -> str:
        return self.scenario.period(self.turn)

    def matched(self, force: str) -> bool:
        """Whether a package that has left somewhere is matched in full, and left with notice."""
        return any(each.force == force and each.matched for each in self.departures)

    def seat_of(self, member: str) -> str:
        """The seat that plays a member, or ""."""
        for name, seat in self.seats.items():
            if member in seat.members:
                return name
        return ""


def inputs_of(world: World) -> Inputs:
    """All that a world's scores are made of."""
    supplies = world.supply, world.home_supply, world.own_supply, world.new_supply
    return Inputs(world.figures, *supplies, world.seats)


__all__ = ["Change", "Lasting", "Phase", "RedOrder", "Ruled", "State", "Supply", "World", "inputs_of"]
