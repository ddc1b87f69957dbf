"""One place at one exercise: the single port that screens and sockets speak. Knows neither files nor screens.

`View` is all that a screen of a seat needs, so that it can be sent to another machine; a `Table` is where views come
from and moves go to. `Control` and `Record` are what else there is where the record itself lies.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from attrs import field, frozen

from tabletop.model.moves import Move, Note
from tabletop.model.record import Line
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.table.memory import PlaceMemory
from tabletop.table.moment import Moment

if TYPE_CHECKING:
    from tabletop.table.ahead import Futures
    from tabletop.table.branches import Lane
    from tabletop.table.countdown import Countdown
    from tabletop.table.feed_file import Feed
    from tabletop.table.record import Place
    from tabletop.table.runs import Run
    from tabletop.table.stage.scene import Scene
    from tabletop.table.stage.scenes import SceneRow
    from tabletop.table.undoing import UndoPreview
    from tabletop.table.what_if import Otherwise


@frozen
class View(Moment):
    """What this place sees: a world already blanked for it, the lines of the record it may read, and the save's state.

    `n`: how many lines it may read. `head`: the chain's, "" for all but control. `saved`: where the record lies.
    `trouble`: why it does not, "" when all is well. `holder`: who goes on with a save that is read-only here, "" for
    nobody. `attribution`: to whom words are put down: none, seat, role or person. `minutes`: planned, by phase.
    `starts`: by turn, as it opened; `ends`: by turn that is over, as it ended, `ends[0]` being the opening.
    `memory`: what the place has worked out already.
    """

    lines: Sequence[Line]
    n: int
    saved: str
    trouble: str = ""
    read_only: bool = False
    marking: str = ""
    caveat: str = ""
    attribution: str = "seat"
    head: str = ""
    holder: str = ""
    minutes: Mapping[str, float] = field(factory=dict)
    starts: Mapping[int, Moment] = field(factory=dict)
    ends: Mapping[int, Moment] = field(factory=dict)
    memory: PlaceMemory = field(factory=PlaceMemory, eq=False, repr=False)

    def levers(self, seat: str) -> Levers:
        """What the screens of a seat ask, from what is seen here; "" for nobody in particular."""
        return Levers(self.world, seat, self.memory)


class Table(Protocol):
    """A place at an exercise: a seat's, control's or the public's."""

    @property
    def who(self) -> str:
        """A seat, "control" or "public"."""

    @property
    def by_control(self) -> bool:
        """Whether control enters here what a seat says."""

    @property
    def control(self) -> "Control | None":
        """What only whoever runs the exercise can ask; None at every other place."""

    @property
    def record(self) -> "Record | None":
        """All that was seen here, moment by moment, read anew; None where only the present is sent."""

    def at(self, who: str) -> "Table":
        """Another place at the same exercise. Raises LookupError where it can't be had from here."""

    def view_now(self) -> View:
        """What may be seen now."""

    async def make(self, move: Move, entered_by: str = "", id: str = "") -> Refusal | None:
        """Makes a move; on disk when it returns None."""


class Control(Protocol):
    """What an undo would take, the room's screen, forks, futures, notes: no seat's table has any of it."""

    def for_seat(self, seat: str) -> Table:
        """A seat's place, at which control enters what the seat says."""

    def undo_preview(self, back_to: int | None = None) -> "UndoPreview | None":
        """What an undo would take back: the last move that changed anything, or all after the line `back_to`. None
        when nothing would go."""

    def undo_of(self, seat: str) -> "UndoPreview | None":
        """What would go with a seat's last move, and all that came of it; None where it has made none."""

    def prepare(self, scene: "Scene", *, bands: bool = True) -> "Feed":
        """A scene as the room would see it now. `bands`: words in the place of digits. Raises KeyError for one that
        can't be shown."""

    def offers(self) -> "Sequence[SceneRow]":
        """The scenes that can be shown now."""

    def due(self) -> "Scene":
        """The scene that the room would most likely be shown now."""

    def stands(self, clock: "Countdown") -> "Feed":
        """Where the exercise stands, as the room is told it."""

    def push(self, scene: "Scene | None", clock: "Countdown", *, bands: bool = True) -> str:
        """Shows a scene to the room, or with None blanks its screen; why that did not work, "" when it did."""

    def futures(self, *, under_seals: bool = False) -> "Futures":
        """None played yet: from what control may see, or with sealed orders counted in."""

    def runs(self) -> "Sequence[Run]":
        """The branches that came to another end, the one that is played now first."""

    def free_name(self) -> str:
        """A name for a fork that no save has."""

    def fork_here(self, n: int) -> None:
        """The next move follows entry n: a new branch, or an old one gone on with."""

    def fork_into(self, name: str, n: int) -> Path:
        """A new save with the first n entries. Raises TabletopError, also where there is one of that name."""

    def otherwise(self, n: int, instead: str = "") -> "Otherwise | Refusal":
        """Plays the turns from line n again without it, on a branch; `instead`: what its seat does in its place, in the
        words of the order line. The line that stands goes on standing."""

    def leave_note(self, note: Note) -> str:
        """Of a save that is only looked at: leaves a note for whoever has it; why that did not work, "" when it did."""


class Record(Protocol):
    """A record as one place may read it, or through the eyes of another that it may take.

    Lines are counted as that place counts them, from 1; control counts as the record does.
    """

    @property
    def who(self) -> str:
        """Through whose eyes it is read."""

    @property
    def eyes(self) -> Sequence[str]:
        """Through whose it may be."""

    @property
    def closed(self) -> str:
        """Why nobody can play it on here, of a save of an earlier edition; "" of any other."""
        ...

    def look_as(self, who: str) -> None:
        """Through other eyes from now on. Raises LookupError for those it may not take."""

    @property
    def last(self) -> int:
        """The number of the last line."""

    @property
    def branched(self) -> bool:
        """Whether it has parts that leave each other."""

    def lines(self) -> Sequence[Line]:
        """By what is open now, in the order in which they were told; the same value as long as nothing has changed."""

    def turns(self) -> Mapping[int, int]:
        """By turn the line after which it is open."""

    def view(self, line: int) -> View:
        """The board as it was seen when a line was told, in the frame of now."""

    def world(self, line: int) -> World:
        """The world of that view."""

    def moment(self, line: int) -> int:
        """The entry with which a line was told; 0 for the opening."""

    def line(self, entry: int) -> int:
        """The last line that had been told by an entry of the record."""

    def left(self, line: int) -> bool:
        """Whether a move stands on a branch that was left for another, and was not taken back."""

    def changed(self, line: int) -> Mapping[str, float]:
        """Points by which a move moved scores, the largest first."""

    def lanes(self) -> "Sequence[Lane]":
        """Its parts, as control knows them: which leaves which, and what is marked on it."""
        ...

    def branch_places(self) -> "Sequence[Place]":
        """Where branches end that were not taken back; nothing of a single line, and nothing but for control."""
