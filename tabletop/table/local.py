"""The exercise in this process: every place at one laptop, on one session."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from tabletop.journal.entry import Entry
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Message, Move, Rule
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase, World
from tabletop.rules.sight import CONTROL, PUBLIC, orders_open, view
from tabletop.table.bots import orders_of_bots
from tabletop.table.port import Line, View

#: Control's moves that everybody sees; the others are control's own.
_OPEN_ACTS = frozenset(
    {"start", "pause", "resume", "end", "advance", "fact", "sitrep", "clock", "inject", "undo", "redo"}
)
#: Seats' moves that everybody sees at once.
_OPEN_TALK = frozenset(
    {
        "table-text", "withdraw-text", "consent", "footnote", "break-silence", "free-move", "argue", "seal", "unseal",
        "propose-handover", "accept-handover", "refuse-handover",
    }
)  # fmt: skip


class LocalTable:
    """One place at a session in this process. `at` gives another place on the same session."""

    def __init__(self, session: Session, who: str = CONTROL) -> None:
        self.session = session
        self._who = who
        self._read: tuple[tuple[str, int, int | None], World, list[Line]] | None = None

    @property
    def who(self) -> str:
        return self._who

    def at(self, who: str) -> "LocalTable":
        """Another place at the same session."""
        return LocalTable(self.session, who)

    async def view(self) -> View:
        return self.view_now()

    async def make(self, move: Move, entered_by: str = "", id: str = "") -> Refusal | None:
        return self.make_now(move, entered_by, id)

    def view_now(self, to: int | None = None) -> View:
        """The view, at once; `to`: as it was after entry `to`."""
        session = self.session
        world = session.world if to is None else session.world_at(to)
        entries = session.entries if to is None else session.entries[:to]
        return View(
            who=self._who,
            world=view(world, self._who),
            lines=self._lines(world) if to is None else lines(entries, set(session.line), self._who, world),
            n=len(entries),
            saved=str(session.path),
            trouble=session.trouble,
            read_only=session.read_only,
            marking=session.header.marking,
            caveat=session.header.caveat,
            head=session.head,
        )

    def _lines(self, world: World) -> list[Line]:
        """The record up to now as this place may read it, read again only when it has grown or another line stands."""
        session = self.session
        now = session.head, len(session.entries), session.play.fork_at
        if self._read is None or self._read[0] != now or self._read[1] is not world:
            self._read = now, world, lines(session.entries, set(session.line), self._who, world)
        return self._read[2]

    def make_now(self, move: Move, entered_by: str = "", id: str = "") -> Refusal | None:
        """Makes a move; bots' orders become entries of their own when control leaves the orders phase."""
        world = self.session.world
        bots = orders_of_bots(world) if isinstance(move, Advance) and world.phase is Phase.ORDERS else ()
        made = self.session.make(move, entered_by, id, before=bots)
        return made if isinstance(made, Refusal) else None


def lines(entries: Sequence[Entry], standing: set[int], who: str, world: World) -> list[Line]:
    """The record as a place may read it."""
    return [
        Line(e.n, _told(e.move, who), e.time, e.turn, e.phase, e.entered_by, e.n in standing, e.parent)
        for e in entries
        if readable(e, who, world)
    ]


def _told(move: Move, who: str) -> Move:
    """A ruling's private reason is control's; its public sentence is everybody's."""
    if who == CONTROL or not isinstance(move, Rule):
        return move
    ruling: Any = move  # the checker does not see that moves are attrs classes
    told: Rule = evolve(ruling, private="")
    return told


def readable(entry: Entry, who: str, world: World) -> bool:
    """Whether a place may read an entry: its own, what is said in the open, and orders once they are opened."""
    move = entry.move
    if who == CONTROL:
        return not (move.order and entry.turn == world.turn and not orders_open(world)) or entry.entered_by == CONTROL
    if move.seat == who:
        return True
    if isinstance(move, Message):
        return move.to == who
    if move.do == "promise":
        return getattr(move, "to", "") == who
    if move.seat == CONTROL:
        opened = entry.turn < world.turn or world.phase is Phase.REVIEW
        return move.do in _OPEN_ACTS or (isinstance(move, Rule) and opened)
    if who == PUBLIC:
        return move.do in ("table-text", "propose-handover", "free-move", "consent", "break-silence")
    if move.do in _OPEN_TALK:
        return True
    return move.order and (entry.turn < world.turn or world.phase is Phase.REVIEW)
