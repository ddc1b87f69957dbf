"""A new save from the beginning of an old one, byte for byte, so that both share their heads up to the fork."""

from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from tabletop.errors import SaveError
from tabletop.journal.record.entry import Entry
from tabletop.journal.store.files import SaveFile
from tabletop.journal.store.save import Save, text_of


def fork_save(save: Save, at: int, path: str | Path) -> None:
    """Writes header and the first `at` entries. Raises SaveError or PlaceError; never over an existing file."""
    if not 0 <= at <= len(save.entries):
        raise SaveError(f"there is no entry {at}", hint=save.fault or f"the last is {len(save.entries)}")
    SaveFile.create(Path(path), text_of(save.header, save.entries[:at]).encode()).close()


def fork_point(one: Save, other: Save) -> int | None:
    """The number of the last entry that both share, 0 when only the header; None when they never were one session."""
    if one.header.head != other.header.head:
        return None
    return shared(one.entries, other.entries)


def shared(one: Sequence[Entry], other: Sequence[Entry]) -> int:
    """How many entries two records have in common from their beginning."""
    return len(list(takewhile(lambda pair: pair[0].head == pair[1].head, zip(one, other, strict=False))))
