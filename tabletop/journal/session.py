"""An exercise under way: a record in memory and its file, kept in step. The one place where moves become entries."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self


import tabletop
from tabletop.errors import PlaceError, SaveLocked
from tabletop.journal.branches import Branch
from tabletop.journal.entry import Entry
from tabletop.journal.entry_toml import START, redacted
from tabletop.journal.files import SaveFile
from tabletop.journal.header import Header, written
from tabletop.journal.keeper import Keeper
from tabletop.journal.lock import Lock
from tabletop.journal.play import Play, RollKey, Sent
from tabletop.journal.replay import fold
from tabletop.journal.rulebook import Rulebook, our_rules
from tabletop.journal.save import text_of
from tabletop.journal.save_toml import load
from tabletop.model.moves import Move, Redact
from tabletop.model.refusal import Refusal
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase, World

Now = Callable[[], str]


def utc_now() -> str:
    """The present time in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def fresh_salt() -> str:
    return secrets.token_hex(16)


class Session:
    """`notices`: what to tell when it opens. `trouble`: why what was done isn't on disk, "" when all of it is."""

    def __init__(self, header: Header, play: Play, keeper: Keeper, *, now: Now, salt: Callable[[], str]) -> None:
        self.header = header
        self.play = play
        self.keeper = keeper
        self.notices: list[str] = []
        self._now = now
        self._salt = salt
        self._saved = len(play.entries)
        self._rewrite = False

    @classmethod
    def create(
        cls,
        path: str | Path,
        scenario: Scenario,
        *,
        seed: str,
        turns: int = 0,
        players: dict[str, str] | None = None,
        teams: int = 0,
        marking: str = "",
        caveat: str = "",
        attribution: str = "seat",
        mirror: Path | None = None,
        rules: Rulebook | None = None,
        now: Now = utc_now,
        salt: Callable[[], str] = fresh_salt,
    ) -> "Session":
        """A new save, on disk when it returns. Raises PlaceError: never over an existing file; makes missing folders."""
        rules = rules or our_rules()
        where = Path(path)
        opening = rules.opening(scenario, seed, turns or scenario.turns, players or {}, teams)
        header = written(
            Header(
                tabletop=tabletop.__version__,
                rules=rules.version,
                scenario=scenario.id,
                digest=scenario.digest,
                seed=seed,
                turns=opening.turns,
                fold=teams,
                players=players or {},
                created=now(),
                marking=marking or scenario.marking,
                caveat=caveat or scenario.caveat,
                attribution=attribution,
                files=scenario.sources,
            )
        )
        file = SaveFile.create(where, header.text.encode())
        keeper = Keeper(where, file, Lock.take(where, now()), mirror, now)
        session = cls(header, Play(rules, opening, header.head), keeper, now=now, salt=salt)
        keeper.mirror_whole(session.text)
        return session

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        read_only: bool = False,
        mirror: Path | None = None,
        rules: Rulebook | None = None,
        now: Now = utc_now,
        salt: Callable[[], str] = fresh_salt,
    ) -> "Session":
        """An existing save. Read-only, with a notice, when somebody else has it open, or it can't be written or gone on from.

        Raises PlaceError, SaveError, NewerSave, TornSave, ScenarioError.
        """
        rules = rules or our_rules()
        where = Path(path)
        notices: list[str] = []
        lock = None
        if not read_only:
            try:
                load_first = where.is_file()
                lock = Lock.take(where, now()) if load_first else None
            except SaveLocked as held:
                notices.append(f"{held.problem}: opened read-only")
            except OSError as why:
                notices.append(f"no lock can be made in {where.parent} ({why.strerror}): opened read-only")
        file = None
        try:
            save = load(where)
            play, ended = fold(save, rules)
            notices += [text for text in (save.torn, save.fault, ended, _other_rules(save.header, play)) if text]
            if lock and (save.fault or ended):
                notices.append("opened read-only; `fork` makes a new save of the good part")
            elif lock:
                try:
                    file = SaveFile.open(where, save.size) if save.clean else _renewed(where, save.text)
                except OSError as why:
                    notices.append(f"the save can't be written ({why.strerror}): opened read-only")
        except BaseException:
            if lock:
                lock.release()
            raise
        if lock and not file:
            lock.release()
        session = cls(save.header, play, Keeper(where, file, lock if file else None, mirror, now), now=now, salt=salt)
        session.notices = notices
        if file:
            session.keeper.mirror_whole(session.text)
        return session

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.keeper.close()

    # what is

    @property
    def path(self) -> Path:
        return self.keeper.path

    @property
    def read_only(self) -> bool:
        return self.keeper.read_only

    @property
    def trouble(self) -> str:
        return self.keeper.trouble

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
        return self.play.course.line(self.play.spot)

    @property
    def head(self) -> str:
        return self.play.head

    @property
    def digest(self) -> str:
        return self.play.rules.digest(self.world)

    @property
    def branches(self) -> tuple[Branch, ...]:
        return self.play.course.branches(self.play.entries)

    @property
    def undone_rolls(self) -> dict[RollKey, int]:
        """Rolls that don't stand on this line and will be used again, by seat, turn and number of the free move."""
        standing = set(self.line)
        return {key: roll.rolled for key, roll in self.play.rolls.items() if roll.n not in standing}

    @property
    def text(self) -> str:
        """The whole save as it belongs on disk."""
        return text_of(self.header, self.play.entries)

    def world_at(self, n: int) -> World:
        """The world after entry n, on the line it was made on; 0 is the opening."""
        return self.play.world_at(n)

    def find(self, head: str) -> int:
        """The number of the entry whose head begins so; 0 when none or several do."""
        found = [entry.n for entry in self.play.entries if entry.head.startswith(head)]
        return found[0] if len(found) == 1 else 0

    # what is done

    def make(
        self, move: Move, entered_by: str = "", id: str = "", *, meant_for: tuple[int, Phase] | None = None,
        saw: int | None = None,
    ) -> Entry | Refusal:  # fmt: skip
        """Checks a move and enters it, on disk when it returns (else `trouble` says why). A refused move changes nothing."""
        made = self.hold(Sent(move, entered_by, id, meant_for, saw))
        if isinstance(made, Entry):
            self.commit()
        return made

    def hold(self, sent: Sent) -> Entry | Refusal:
        """As `make`, in memory only until `commit` or `drop_to`."""
        if self.read_only:
            return Refusal("save/read-only", "This save is open read-only; nothing can be entered here.")
        made = self.play.make(sent, self._now(), self._salt)
        if isinstance(made, Entry) and isinstance(made.move, Redact):
            index = made.move.entry - 1
            self.play.entries[index] = redacted(self.play.entries[index])
            self._rewrite = True
        return made

    def commit(self) -> None:
        """Brings everything held to disk."""
        fresh = self.play.entries[self._saved :]
        if self._rewrite:
            done = self.keeper.replace(self.text)
        else:
            done = self.keeper.append("".join([START + entry.text for entry in fresh]), lambda: self.text)
        if done:
            self._saved = len(self.play.entries)
            self._rewrite = False

    def drop_to(self, n: int, undo_redactions: list[Entry]) -> None:
        """Forgets what was held after entry n; `undo_redactions` are entries as they stood before."""
        self.play.drop_to(n)
        for entry in undo_redactions:
            self.play.entries[entry.n - 1] = entry
        self._rewrite = False

    def fork_here(self, n: int) -> None:
        """The next move follows entry n instead of the last: a new branch, or an old one gone on with."""
        if not 0 <= n <= len(self.play.entries):
            raise PlaceError(
                f"there is no entry {n}", place=self.path.name, hint=f"the last is {len(self.play.entries)}"
            )
        self.play.fork_at = n if n != len(self.play.entries) else None

    def redact(self, *, entry: int = 0, seat: str = "", everything: bool = False) -> list[Entry] | Refusal:
        """Takes free text out of one entry, of a seat's, or of all. One entry on record for each that held some."""
        made: list[Entry] = []
        for each in list(self.play.entries):
            if not each.salt or not (everything or each.n == entry or (seat and each.move.seat == seat)):
                continue
            told = self.hold(Sent(Redact(**{"seat": "control", "entry": each.n})))
            if isinstance(told, Refusal):
                return told
            made.append(told)
        if not made:
            return Refusal("redact/nothing", "There is no free text to take out there.")
        self.commit()
        return made

    def save_elsewhere(self, path: str | Path) -> None:
        """Goes on in a new file that holds everything. Raises PlaceError; nothing is lost then."""
        self.keeper.move_to(Path(path), self.text)
        self._saved = len(self.play.entries)
        self._rewrite = False


def _renewed(path: Path, text: str) -> SaveFile:
    from tabletop.journal.files import put

    put(path, text.encode())
    return SaveFile.open(path, len(text.encode()))


def _other_rules(header: Header, play: Play) -> str:
    begun, ours = header.rules, play.rules.version
    if play.differs:
        n, turn = play.differs
        why = f"played under rules {begun}, these are {ours}" if begun != ours else "not as they were recorded"
        return f"the numbers differ from turn {turn} on (entry {n}): {why}"
    if begun != ours:
        return f"played under rules {begun}, these are {ours}: no number differs so far"
    return ""
