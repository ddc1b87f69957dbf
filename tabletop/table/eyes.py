"""What one place at a session in this process sees: its view, its lines of the record, moves named as it counts them.

It makes no move; `LocalTable` does.
"""

from attrs import evolve

from tabletop.journal.record.written import with_written
from tabletop.journal.session import Session
from tabletop.model.record import Line
from tabletop.model.seats import CONTROL
from tabletop.model.world import World
from tabletop.rules.sight import view
from tabletop.rules.world.numbered import numbered
from tabletop.table.memory import PlaceMemory
from tabletop.table.moment import Moment
from tabletop.table.past import Past, turn_ends, turn_starts
from tabletop.table.port import View
from tabletop.table.unmanned import seat_alone

_Now = tuple[str, int, int | None]
"""Head and length of a record, and where it goes on: another now, another record."""


class Eyes:
    """`who`: control, the public, or a seat."""

    def __init__(self, session: Session, who: str = CONTROL) -> None:
        self.session = session
        self._who = who
        self._memory = PlaceMemory()
        self._memo: tuple[_Now, World, list[Line]] | None = None
        self._turns: tuple[_Now, Past, Past] | None = None

    @property
    def who(self) -> str:
        return self._who

    def view_now(self, to: int | None = None) -> View:
        """The view, at once; `to`: as it was after entry `to` of the record."""
        session = self.session
        world = session.world if to is None else session.world_at(to)
        lines = self._lines(world) if to is None else self._read(world, set(session.line), to)
        starts, ends = self._past(to)
        return evolve(self.around(self._seen(world, to)), lines=lines, n=len(lines), starts=starts, ends=ends)

    def around(self, world: World) -> View:
        """A world in the frame of now, without any line of the record."""
        session = self.session
        holder = session.held_by
        return View(
            who=self._who,
            world=world,
            lines=(),
            n=0,
            saved=str(session.path),
            trouble=session.trouble,
            read_only=session.read_only,
            marking=session.header.marking,
            caveat=session.header.caveat,
            attribution=session.header.attribution,
            head=session.head if self._who == CONTROL else "",
            memory=self._memory,
            holder=holder.short if holder else "",
            minutes={**session.world.scenario.minutes, **session.header.minutes},
        )

    def lines_of(self, standing: set[int], world: World) -> list[Line]:
        """The whole record as this place may read it, from another of its lines: what stands on it, and its world."""
        return self._read(world, standing, None)

    def world_at(self, n: int) -> World:
        """The world after entry n of the record as this place saw it."""
        return self._seen(self.session.world_at(n), n)

    def entry(self, line: int) -> int:
        """The number in the record of a line of this place; 0 for the opening and for no line of it."""
        numbers = self.session.play.gate.numbers(self._who)
        return numbers[line - 1] if 1 <= line <= len(numbers) else 0

    def line(self, entry: int) -> int:
        """The last line that this place had been told by an entry of the record."""
        return self.session.play.gate.counted(entry, self._who)

    @property
    def _now(self) -> _Now:
        session = self.session
        return session.head, len(session.entries), session.play.fork_at

    def _seen(self, world: World, to: int | None) -> World:
        """Blanked for this place, moves named as it counts them."""
        gate, who = self.session.play.gate, self._who
        world = view(with_written(world, self.session.entries), who)
        return world if who == CONTROL else numbered(world, lambda ref: gate.number(ref, who, to))

    def _past(self, to: int | None) -> tuple[Past, Past]:
        """By turn, as it opened and as it ended; kept until the record has grown or another line stands."""
        if to is not None:
            return self._turns_of([n for n in self.session.line if n <= to], self.session.world_at(to).turn)
        if self._turns is None or self._turns[0] != self._now:
            self._turns = self._now, *self._turns_of(list(self.session.line), self.session.world.turn)
        return self._turns[1:]

    def _turns_of(self, line: list[int], turn: int) -> tuple[Past, Past]:
        session = self.session

        def moment(n: int) -> Moment:
            return Moment(self._who, self.world_at(n))

        return Past(lambda: turn_starts(session, line), moment), Past(lambda: turn_ends(session, line, turn), moment)

    def _lines(self, world: World) -> list[Line]:
        """The record up to now as this place may read it, read again only when it has grown or another line stands."""
        if self._memo is None or self._memo[0] != self._now or self._memo[1] is not world:
            self._memo = self._now, world, self._read(world, set(self.session.line), None)
        return self._memo[2]

    def _read(self, world: World, standing: set[int], to: int | None) -> list[Line]:
        who, entries, gate = self._who, self.session.entries, self.session.play.gate
        control, alone = who == CONTROL, bool(seat_alone(self.session))
        lines = []
        for k, n in enumerate(gate.numbers(who, to), 1):
            e = entries[n - 1]
            by = e.entered_by if control or e.seat == who else ""
            move, parent = gate.as_read(e, who, world, to), e.parent if control else None
            lines.append(Line(k, move, e.time, e.turn, e.phase, by, n in standing, parent, alone and e.seat == CONTROL))
        return lines
