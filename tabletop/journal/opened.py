"""How a session comes to be: a new save, or an old one locked, read, mended and played to its end."""

import os
from collections.abc import Callable
from pathlib import Path

from attrs import field, frozen

import tabletop
from tabletop.errors import PlaceError, SaveLocked
from tabletop.files.disk import other_names, put, real, reason, sweep
from tabletop.journal.record.play import Play
from tabletop.journal.record.rulebook import Rulebook
from tabletop.journal.replay import fold
from tabletop.journal.store.files import SaveFile
from tabletop.journal.store.header import Header, with_text
from tabletop.journal.store.lock import Lock
from tabletop.journal.store.save import Save
from tabletop.journal.store.save_toml import load
from tabletop.journal.store.writer import Writer
from tabletop.model.scenario import Scenario

UtcNow = Callable[[], str]

_PATIENCE = 2.0  # seconds that opening waits for a second copy's disk


def fresh_seed() -> str:
    """A seed short enough to be read aloud and typed."""
    return str(1000 + int.from_bytes(os.urandom(4), "big") % 9000)


@frozen(kw_only=True)
class Terms:
    """What a new exercise is agreed to be. `turns`, `fold` 0: the scenario's; `marking`, `caveat` "" likewise.

    `without`: optional rules left out. `minutes`: planned lengths by phase where they aren't the scenario's.
    """

    seed: str
    turns: int = 0
    players: dict[str, str] = field(factory=dict)
    fold: int = 0
    marking: str = ""
    caveat: str = ""
    attribution: str = "seat"
    without: tuple[str, ...] = ()
    minutes: dict[str, float] = field(factory=dict)


@frozen
class Opened:
    """`notices`: what to tell whoever opened it. `closed`: why nothing can be entered where that was wanted."""

    header: Header
    play: Play
    writer: Writer
    notices: tuple[str, ...] = ()
    closed: str = ""


def create(path: Path, scenario: Scenario, terms: Terms, mirror: Path | None, rules: Rulebook, now: UtcNow) -> Opened:
    """A new save, on disk. Raises PlaceError: never over an existing file; makes missing folders.

    Raises TabletopError for an optional rule that isn't known.
    """
    turns, without = terms.turns or scenario.turns, tuple(sorted(set(terms.without)))
    opening = rules.opening(scenario, terms.seed, turns, terms.players, terms.fold, without)
    header = with_text(
        Header(
            tabletop=tabletop.__version__,
            rules=rules.version,
            scenario=scenario.id,
            digest=scenario.digest,
            seed=terms.seed,
            turns=opening.turns,
            fold=terms.fold,
            players=terms.players,
            created=now(),
            marking=terms.marking or scenario.marking,
            caveat=terms.caveat or scenario.caveat,
            attribution=terms.attribution,
            without=without,
            minutes=terms.minutes,
            files=scenario.sources,
        )
    )
    file = SaveFile.create(path, header.text.encode())
    try:
        writer = Writer(path, file, Lock.take(path, now()), mirror, now)
    except (OSError, SaveLocked) as why:
        file.close()
        raise PlaceError(f"can't be locked: {reason(why)}", place=str(path)) from None
    return Opened(header, Play(rules, opening, header.head), writer, tuple(_mirrored(writer, header.text)))


def reopen(
    path: Path, read_only: bool, mirror: Path | None, rules: Rulebook, now: UtcNow, *, for_words: bool = False
) -> Opened:
    """An existing save, its torn end cut off when it can be written. Raises PlaceError, SaveError, ScenarioError.

    `for_words`: words are to be taken out of it, which a save of an earlier edition allows too.

    A link is followed to the save it leads to: what stands beside a save stands beside that one.
    """
    link, path = path, real(path)
    notices = [f"{link.name} is a link: the save is {path}"] if link != path else []
    lock, closed = (None, "") if read_only or not path.is_file() else _locked(path, now)
    if closed:
        notices.append(f"{closed}: opened read-only")
    file = None
    try:
        save = load(path)
        play, stop = fold(save, rules)
        if stop:
            stop = f"{path.name}:{save.line_of(len(play.entries) + 1)}: {stop}"
        notices += [notice for notice in (save.torn, save.fault, stop, other_rules(save.header, play)) if notice]
        if lock and (save.fault or stop):
            notices.append("opened read-only: a fork makes a new save of the good part")
            closed = f"{save.fault or stop}; a fork makes a new save of the good part"
        elif play.rules.closed and not for_words:
            closed = play.rules.closed
        elif lock:
            sweep(path)
            if other_names(path):
                notices.append(f"{path.name} has another name (a hard link): what stands there stays as it is")
            file, closed = _file(path, save, notices)
        writer = Writer(path, file, lock if file else None, mirror, now)
    except BaseException:
        if file:
            file.close()
        if lock:
            lock.release()
        raise
    if lock and not file:
        lock.release()
    notices += _mirrored(writer, save.text)
    return Opened(save.header, play, writer, tuple(notices), closed)


def other_rules(header: Header, play: Play) -> str:
    """How a save was made under other rules than these, and from where numbers differ; "" when none do."""
    if play.rules.closed:
        return play.rules.closed
    sentences = [f"in its scenario, {sentence}" for sentence in play.unlike]
    then, ours = header.rules, play.rules.version
    if play.differs:
        n, turn = play.differs
        why = f"played under rules {then}, these are {ours}" if then != ours else "they aren't what was recorded"
        sentences.append(f"from turn {turn} on (entry {n}) the numbers differ: {why}; past turns show what was played")
    elif then != ours:
        sentences.append(f"played under rules {then}, these are {ours}: no recorded number differs")
    return "; ".join(sentences)


def _mirrored(writer: Writer, text: str) -> list[str]:
    """Begins the second copy; what to tell about it."""
    mirror = writer.mirror
    if not mirror:
        return []
    writer.mirror_whole(text)
    if not mirror.settle(_PATIENCE):
        return [f"the second copy {mirror.path} is slow to write"]
    return [sentence for sentence in (mirror.trouble, mirror.notice) if sentence]


def _locked(path: Path, now: UtcNow) -> tuple[Lock | None, str]:
    """The lock, or why there is none."""
    try:
        return Lock.take(path, now()), ""
    except SaveLocked as held:
        return None, held.problem
    except OSError as why:
        return None, f"no lock can be made in {path.parent} ({reason(why)})"


def _file(path: Path, save: Save, notices: list[str]) -> tuple[SaveFile | None, str]:
    """The file to go on in, or why it can't be written."""
    try:
        if not save.clean:
            put(path, save.text.encode())
            return SaveFile.open(path, len(save.text.encode())), ""
        return SaveFile.open(path, save.size), ""
    except OSError as why:
        closed = f"the save can't be written ({reason(why)})"
        notices.append(f"{closed}: opened read-only")
        return None, closed
