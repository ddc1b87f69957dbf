"""A record in memory: entries, the line that stands, the worlds they make. Knows no file."""

from collections.abc import Callable, Sequence
from typing import Any

from attrs import evolve, frozen

from tabletop.errors import MoveError, SaveError
from tabletop.journal.record.entry import Entry, personal
from tabletop.journal.record.entry_toml import chained
from tabletop.journal.record.gate import Gate
from tabletop.journal.record.rulebook import Rulebook
from tabletop.journal.record.tree import Cursor, Tree
from tabletop.journal.record.worlds import Worlds
from tabletop.model.moves import Advance, End, Move, Redact, Redo, Roll, Undo
from tabletop.model.moves.hold import hold, name
from tabletop.model.moves.table import from_table, to_table
from tabletop.model.moves.values import text
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase, State, World

_SAME = 1e-9  # points within which a score is the one recorded

#: Seat, turn and which free move of that seat it is.
RollKey = tuple[str, int, int]


@frozen
class Rolled:
    n: int
    rolled: int
    source: str


@frozen
class Submission:
    """A move as it came in: who typed it, the sender's id, the turn and phase it was meant for (None: any)."""

    move: Move
    entered_by: str = ""
    id: str = ""
    meant_for: tuple[int, Phase] | None = None
    saw: int | None = None


@frozen
class _Step:
    cursor: Cursor
    base: int
    world: World | None  # None: it makes no world of its own
    events: Sequence[Any] = ()


class Play:
    """Grows by `enter`; `drop_to` forgets. `differs`: (entry, turn) from which worlds aren't those recorded, if any.

    From there on a turn that has ended keeps the scores that were recorded, whatever these rules make of its moves.
    """

    def __init__(self, rules: Rulebook, opening: World, head: str) -> None:
        self.rules = rules
        self.entries: list[Entry] = []
        self.tree = Tree()
        self.worlds = Worlds(opening, self.tree.base, self._forward)
        self.rolls: dict[RollKey, Rolled] = {}
        self.differs: tuple[int, int] | None = None
        self.our_digests = True  # False for what was played under other rules: only its scores are held against these
        self.unlike: tuple[str, ...] = ()  # how its scenario was written for other rules
        self.fork_at: int | None = None  # the next entry follows this one
        self._ids: set[str] = set()
        self.gate = Gate()
        self._first = head

    @property
    def head(self) -> str:
        return self.entries[-1].head if self.entries else self._first

    @property
    def cursor(self) -> Cursor:
        return self.tree.here if self.fork_at is None else self.tree.cursors[self.fork_at]

    @property
    def world(self) -> World:
        return self.worlds.at(self.cursor.node.state)

    def world_at(self, n: int) -> World:
        """The world after entry n, on the line it was made on."""
        return self.worlds.at(self.tree.cursors[n].node.state)

    def refusal(self, submission: Submission) -> Refusal | None:
        """Why a move may not be made now."""
        move, world = submission.move, self.world
        if self.rules.closed and not isinstance(move, Redact):
            return Refusal("rules/earlier-edition", self.rules.closed)
        if submission.id and submission.id in self._ids:
            return Refusal("move/doubled", "This move has already been made; it counts once.")
        if submission.meant_for and submission.meant_for != (world.turn, world.phase):
            turn, phase = submission.meant_for
            return Refusal(
                "move/stale", f"That was meant for turn {turn}, {phase}; it is turn {world.turn}, {world.phase} now."
            )
        if isinstance(move, Undo | Redo | Redact):
            if move.seat != "control":
                return Refusal("seat/control-only", "Only control can do this; ask the facilitator.")
            if isinstance(move, Redact) and not 1 <= move.entry <= len(self.entries):
                return Refusal("redact/no-entry", f"There is no entry {move.entry}; the last is {len(self.entries)}.")
            return None
        return self.rules.check(world, move)

    def make(self, submission: Submission, time: str, salt: Callable[[], str]) -> Entry | Refusal:
        """Checks, carries out and enters a move as the next entry."""
        try:
            move = _as_recorded(self._same_luck(submission.move), submission.entered_by, submission.id)
        except MoveError as wrong:
            return Refusal("move/malformed", str(wrong))
        refusal = self.refusal(evolve(submission, move=move)) or self.rules.sense(self.world, move)
        if refusal:
            return refusal
        was, n = self.world, len(self.entries) + 1
        step = self._step(move, n)
        if isinstance(step, Refusal):
            return step
        now = step.world
        closes = now is not None and isinstance(move, Advance | End) and (
            (now.phase is Phase.BRIEF and was.phase is not Phase.BRIEF) or now.state is State.ENDED
        )  # fmt: skip
        entry = Entry(
            n=n,
            time=time,
            turn=was.turn,
            phase=was.phase.value,
            move=move,
            entered_by=submission.entered_by,
            id=submission.id,
            saw=self.gate.last(move.seat) if submission.saw is None else submission.saw,
            parent=self.fork_at,
            rolled=self.rules.rolled(move, step.events, was),
            digest=self.rules.digest(now) if now is not None and closes else "",
            scores=_scores(was, now) if now is not None else {},
            personal=personal(submission.entered_by, submission.id),
            salt=salt(),
        )
        entry = chained(entry, self.head)
        self._enter(entry, step)
        return entry

    def enter(self, entry: Entry, *, check: bool = False) -> None:
        """Takes over an entry of a record. Raises SaveError when it can't be played."""
        if entry.parent is not None and not 0 <= entry.parent < entry.n:
            raise SaveError(f"entry {entry.n} follows entry {entry.parent}, which isn't there yet")
        self.fork_at = entry.parent
        try:
            refusal = self.refusal(Submission(entry.move, id=entry.id)) if check else None
            step = refusal or self._step(entry.move, entry.n)
        except Exception as why:
            raise SaveError(f"entry {entry.n} ({entry.move.do}) can't be played: {why!r}") from why
        if isinstance(step, Refusal):
            raise SaveError(f"entry {entry.n} ({entry.move.do}) can't be played: {step.message}")
        world = step.world
        if world and self.rules.recorded:
            step = evolve(step, world=self.rules.recorded(world, entry))
        elif world and not self.differs and self._is_other(world, entry):
            self.differs = (entry.n, entry.turn)
        if self.differs and world:
            step = evolve(step, world=_as_played(world, entry))
        self._enter(entry, step)

    def drop_to(self, n: int) -> None:
        """Forgets every entry after n."""
        entries = self.entries[n:]
        del self.entries[n:]
        self.tree.drop_to(n)
        self.worlds.drop_to(n)
        self._ids -= {entry.id for entry in entries}
        self.rolls = {key: rolled for key, rolled in self.rolls.items() if rolled.n <= n}
        self.gate.drop_to(n)
        self.fork_at = None

    def _is_other(self, world: World, entry: Entry) -> bool:
        """Whether a world isn't the one in which an entry was made, as far as the entry tells."""
        if entry.scores and world.history:
            scores = world.history[-1]
            if any(not _same(scores.get(path), was) for path, was in entry.scores.items()):
                return True
        return self.our_digests and bool(entry.digest) and self.rules.digest(world) != entry.digest

    def _step(self, move: Move, n: int) -> _Step | Refusal:
        start = self.cursor
        cursor = self.tree.next_from(start, move)
        if isinstance(cursor, Refusal):
            return cursor
        base = start.node.state
        if cursor.node.state != n:
            return _Step(cursor, base, None)
        world, events = self.rules.step(self.worlds.at(base), move, n)
        return _Step(cursor, base, world, events)

    def _enter(self, entry: Entry, step: _Step) -> None:
        start = len(self.entries) if self.fork_at is None else self.fork_at
        self.entries.append(entry)
        self.tree.add(step.cursor, step.base)
        if step.world is not None:
            self.worlds.put(entry.n, step.base, step.world)
            if isinstance(entry.move, Roll):
                self._note_roll(entry.n, entry.move, step.world)
        if entry.id:
            self._ids.add(entry.id)
        targets = self.tree.targets(entry.n, start) if isinstance(entry.move, Undo | Redo) else ()
        opens = () if step.world is None else self.rules.opens(self.worlds.at(step.base), entry.move, step.world)
        self.gate.add(entry, targets, opens)
        self.fork_at = None

    def _forward(self, world: World, n: int) -> World:
        entry = self.entries[n - 1]
        after = self.rules.step(world, entry.move, n)[0]
        if self.rules.recorded:
            return self.rules.recorded(after, entry)
        return _as_played(after, entry) if self.differs and n >= self.differs[0] else after

    def _note_roll(self, n: int, move: Roll, world: World) -> None:
        for free in world.free_moves:
            if free.ref == move.move and free.rolled is not None and not world.practice:
                self.rolls.setdefault((free.seat, free.turn, free.number), Rolled(n, free.rolled, free.source))

    def _same_luck(self, move: Move) -> Move:
        """A roll that was taken back stays and is used again, whoever rolls and how."""
        if not isinstance(move, Roll):
            return move
        free = next((free for free in self.world.free_moves if free.ref == move.move), None)
        old = free and self.rolls.get((free.seat, free.turn, free.number))
        if not old:
            return move
        again: Any = move
        repeat: Roll = evolve(again, dice=None if old.source == "keyed" else old.rolled)
        return repeat


def _as_recorded(move: Move, *beside: str) -> Move:
    """The move as it will be read again. Raises MoveError for what no record shall hold."""
    for word in beside:
        name("entered_by", text(word, ("entered_by",)))
    copy = from_table(to_table(move))
    hold(copy)
    return copy


def _same(now: object, was: float) -> bool:
    return isinstance(now, int | float) and abs(now - was) <= _SAME


def _as_played(world: World, entry: Entry) -> World:
    """A world whose last finished turn reads as it was recorded when it was played."""
    if not entry.scores or not world.history:
        return world
    readings = {**world.history[-1], **entry.scores}
    return evolve(world, history=(*world.history[:-1], readings))


def _scores(was: World, now: World) -> dict[str, float]:
    """What stood at the end of a turn that has just been closed."""
    if len(now.history) <= len(was.history):
        return {}
    return {path: value for path, value in now.history[-1].items() if not isinstance(value, str)}
