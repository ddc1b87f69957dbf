"""An exercise under way: a record in memory and its file, kept in step. The one place where moves become entries."""

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from tabletop.errors import SaveError
from tabletop.journal.fork import shared
from tabletop.journal.opened import Opened, Terms, UtcNow, create, reopen
from tabletop.journal.record.branches import Branch, split
from tabletop.journal.record.entry import Entry
from tabletop.journal.record.entry_toml import START, redacted
from tabletop.journal.record.play import Submission
from tabletop.journal.record.rulebook import Rulebook, our_rules
from tabletop.journal.store import inbox
from tabletop.journal.store.lock import Holder, held_by
from tabletop.journal.store.save import Save, text_of
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Move, Note, Redact
from tabletop.model.refusal import Refusal
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase, World


def utc_now() -> str:
    """The present time in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def fresh_salt() -> str:
    return os.urandom(16).hex()  # the kernel's; `secrets` takes 10 ms to import


class Session:
    """`last_sign`: when whoever had the save before gave the last sign of life, of a process that died to some seconds.
    `notices`: what to tell when it opens. `closed`: why it is read-only, unless that was asked for.

    `trouble`: why what was done isn't on disk, "" when all of it is.

    The next move follows the last entry, or the one that `fork_here` named.
    """

    def __init__(self, start: Opened, now: UtcNow, salt: Callable[[], str]) -> None:
        self.header = start.header
        self.play = start.play
        self.writer = start.writer
        self.notices = start.notices
        self.closed = start.closed
        self._now = now
        self._salt = salt
        self._saved = self._committed = len(self.play.entries)
        self._rewrite = False
        self._inbox = (0, 0)
        last = self.play.entries[-1].time if self.play.entries else self.header.created
        self.last_sign = max(self.writer.last_sign, last)

    @classmethod
    def create(
        cls,
        path: str | Path,
        scenario: Scenario,
        terms: Terms,
        *,
        mirror: Path | None = None,
        rules: Rulebook | None = None,
        now: UtcNow = utc_now,
        salt: Callable[[], str] = fresh_salt,
    ) -> "Session":
        """A new save, on disk; missing folders are made. Raises PlaceError, also for a file that is there already."""
        return cls(create(Path(path), scenario, terms, mirror, rules or our_rules(), now), now, salt)

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        read_only: bool = False,
        for_words: bool = False,
        mirror: Path | None = None,
        rules: Rulebook | None = None,
        now: UtcNow = utc_now,
        salt: Callable[[], str] = fresh_salt,
    ) -> "Session":
        """An existing save; read-only, with a notice, when another has it, or it can't be written or gone on from.

        `for_words`: to take words out, which also a save allows that is only a record here.

        Raises PlaceError, SaveError, NewerSave, TornSave, ScenarioError.
        """
        start = reopen(Path(path), read_only, mirror, rules or our_rules(), now, for_words=for_words)
        session = cls(start, now, salt)
        if count := session.take_notes():
            words = "a note" if count == 1 else f"{count} notes"
            session.notices = (*session.notices, f"{words} left beside it by another terminal: on record now")
        return session

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.writer.close()

    @property
    def path(self) -> Path:
        return self.writer.path

    @property
    def read_only(self) -> bool:
        return self.writer.read_only

    @property
    def held_by(self) -> Holder | None:
        """Of a read-only session: the other process that goes on with the save, as far as can be known."""
        return held_by(self.path) if self.read_only else None

    @property
    def trouble(self) -> str:
        return self.writer.trouble

    def now(self) -> str:
        """The time as it would stand on record."""
        return self._now()

    def alive(self) -> None:
        """A sign of life for whoever opens the save after this process has died. Meant to be called now and then."""
        self.writer.alive()

    @property
    def world(self) -> World:
        """The world in which the next move is made."""
        return self.play.world

    @property
    def entries(self) -> list[Entry]:
        """All of them, from 1, undone ones and undos too. Not to be changed."""
        return self.play.entries

    @property
    def line(self) -> list[int]:
        """Numbers of the entries that stand. Not to be changed."""
        return self.play.tree.line(self.play.cursor)

    @property
    def head(self) -> str:
        return self.play.head

    @property
    def digest(self) -> str:
        return self.play.rules.digest(self.world)

    @property
    def branches(self) -> tuple[Branch, ...]:
        """Those of the record, and where they fork; the trunk is what the next move follows."""
        return split(self.play.tree, self.play.entries, self.play.cursor)

    @property
    def text(self) -> str:
        """The whole save as it belongs on disk."""
        return text_of(self.header, self.play.entries)

    def world_at(self, n: int) -> World:
        """The world after entry n, on the line it was made on; 0 is the opening."""
        return self.play.world_at(n)

    def make(
        self,
        move: Move,
        entered_by: str = "",
        id: str = "",
        *,
        meant_for: tuple[int, Phase] | None = None,
        saw: int | None = None,
        before: Iterable[Move] = (),
    ) -> Entry | Refusal:
        """Checks a move and enters it, on disk when it returns, else `trouble` says why. A refusal changes nothing.

        `before`: what bots do first, all of it on disk with the move or nothing; one that is refused is left out.
        """
        start, fork_at = len(self.play.entries), self.play.fork_at
        for other in before:
            self.hold(Submission(other, "bot"))
        entry = self.hold(Submission(move, entered_by, id, meant_for, saw))
        if isinstance(entry, Entry):
            self.commit()
            self.take_notes()
        elif len(self.play.entries) > start:
            self.drop_to(start, [])
            self.play.fork_at = fork_at
        return entry

    def leave_note(self, note: Note, entered_by: str = "recorder") -> None:
        """Of a read-only session: leaves a note that whoever has the save takes over. Raises PlaceError, and SaveError
        where nobody goes on with it here."""
        if self.play.rules.closed:
            raise SaveError(self.play.rules.closed)
        inbox.leave_note(self.path, note, self.world.turn, entered_by)

    def take_notes(self, wait: float = inbox.WAIT) -> int:
        """Enters the notes that others have left beside the save; how many. Also done after each move made here, and
        when the save is opened. `wait`: seconds for one who is just leaving a note."""
        now = inbox.stamp(self.path)
        if self.read_only or now in (self._inbox, (0, 0)) or self.play.fork_at is not None:
            return 0
        count = inbox.take(self.path, self._take, wait)
        if count is None:
            return 0
        self._inbox = inbox.stamp(self.path)  # what was refused waits there for somebody to look at it
        return count

    def _take(self, line: inbox.InboxLine) -> bool:
        if line.note is None:
            return False
        entry = self.hold(Submission(line.note, line.entered_by, line.id))
        if isinstance(entry, Entry):
            self.commit()
            return not self.trouble
        return entry.code == "move/doubled" and not self.trouble

    def hold(self, submission: Submission) -> Entry | Refusal:
        """As `make`, but in memory only until `commit` or `drop_to`."""
        if self.read_only:
            return Refusal("save/read-only", "This save is open read-only; nothing can be entered here.")
        entry = self.play.make(submission, self._now(), self._salt)
        if isinstance(entry, Entry) and isinstance(entry.move, Redact):
            self.play.entries[entry.move.entry - 1] = redacted(self.play.entries[entry.move.entry - 1])
            self._rewrite = True
        return entry

    def commit(self) -> None:
        """Brings everything held to disk. Several entries are one batch: the file is replaced, so it holds all or none.

        An append that is cut by a power failure would leave some of them.
        """
        if self._rewrite or len(self.play.entries) - self._committed > 1:
            on_disk = self.writer.replace(self.text)
        else:
            fresh = "".join([START + entry.text for entry in self.play.entries[self._saved :]])
            on_disk = self.writer.append(fresh, lambda: self.text)
        self._committed = len(self.play.entries)
        if on_disk:
            self._saved = self._committed
            self._rewrite = False

    def drop_to(self, n: int, as_before: list[Entry]) -> None:
        """Forgets what was held after entry n; `as_before` are entries to put back as they were."""
        self.play.drop_to(n)
        for entry in as_before:
            self.play.entries[entry.n - 1] = entry
        self._rewrite = any(isinstance(entry.move, Redact) for entry in self.play.entries[self._saved :])

    def fork_here(self, n: int) -> None:
        """The next move follows entry n instead of the last: a new branch, or an old one gone on with."""
        if not 0 <= n <= len(self.play.entries):
            raise SaveError(
                f"there is no entry {n}", place=self.path.name, hint=f"the last is {len(self.play.entries)}"
            )
        self.play.fork_at = n if n != len(self.play.entries) else None

    def entries_of(self, *, entry: int = 0, seat: str = "", everything: bool = False) -> list[Entry]:
        """One entry, a seat's, or all."""
        return [e for e in self.play.entries if everything or e.n == entry or (seat and e.move.seat == seat)]

    def redact(self, *, entry: int = 0, seat: str = "", everything: bool = False) -> list[Entry] | Refusal:
        """Takes free text out of one entry, a seat's, or all. One entry on record for each that held some."""
        entries: list[Entry] = []
        for each in self.entries_of(entry=entry, seat=seat, everything=everything):
            if each.salt:
                redaction = self.hold(Submission(Redact(seat="control", entry=each.n)))
                if isinstance(redaction, Refusal):
                    return redaction
                entries.append(redaction)
        if not entries:
            return Refusal("redact/nothing", "There is no free text to take out there.")
        self.commit()
        return entries

    def refresh(self, save: Save | None = None) -> int:
        """Of a read-only session: takes over what its holder has written since; the number of new entries.

        `save`: the file as it has just been read. Raises PlaceError, and SaveError when another stands in its place.
        """
        if not self.read_only:
            return 0
        count = len(self.play.entries)
        save = save or load(self.path)
        if save.header.head != self.header.head:
            raise SaveError("another save stands in its place now; what was read stays on screen", place=self.path.name)
        fresh = save.entries
        common = shared(self.play.entries, fresh)
        if common < count:
            self.play.drop_to(common)
        self.play.entries[:] = fresh[:common]  # some may have been redacted
        for entry in fresh[common:]:
            self.play.enter(entry)
        return len(fresh) - count
