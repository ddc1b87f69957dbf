"""How a save may end: as it was written, as an interrupted write leaves it, or harmed. Knows lines, and no chain."""

import re
from collections.abc import Sequence

from tabletop.journal.record import chain, flat
from tabletop.journal.record.entry import Entry
from tabletop.journal.record.entry_toml import in_our_words

_HEAD = re.compile(r'\nhead = "[0-9a-f]{32}"\Z')
_HEAD_LINE = len('\nhead = ""') + chain.LENGTH
_HEAD_BEGUN = re.compile(r'head(?: (?:=(?: (?:"[0-9a-f]{0,32}"?)?)?)?)?')
_WHOLE = re.compile(r'.*?\nhead = "[0-9a-f]{32}"\n', re.DOTALL)
_PAGE = 4096  # bytes that a disk loses at once


def ending(body: str) -> tuple[str, str, bool]:
    """The body, and what is left out of its end: a line begun after the last whole entry, a disk's zeros.

    A last line that lacks only its end is whole; False then.
    """
    whole = body.rstrip("\0")
    if _HEAD.search(whole):
        return whole + "\n", body[len(whole) :], False
    at = whole.rfind('\nhead = "')
    if at >= 0 and _HEAD.search(whole[at : at + _HEAD_LINE]):
        behind = whole[at + _HEAD_LINE + 1 :]
        if "\n" not in behind[1:] or not behind.strip("\n"):
            whole = whole[: at + _HEAD_LINE + 1]
    return whole, body[len(whole) :], True


def cut_short(block: str) -> bool:
    """Ends as an interrupted write ends: whole lines as they are written, then the beginning of one, no head yet.

    Anything else was changed, and what may have been a whole entry is not to be cut off.
    """
    whole, _, rest = block.rpartition("\n")
    if rest.startswith("head") and not _HEAD_BEGUN.fullmatch(rest):
        return False
    try:
        return "head" not in flat.read_lines(whole) and in_our_words(whole)
    except ValueError:
        return False


def lost(left_out: str, entries: Sequence[Entry]) -> int:
    """Zeros behind a begun entry when they are more than the rest of it can have been, else 0.

    One write leaves no more than its own entry; a disk that loses a page takes entries with it that were on it.
    """
    zeros = left_out.count("\0")
    longest = max((len(entry.text.encode()) for entry in entries), default=0)
    return zeros if zeros >= min(_PAGE, longest or _PAGE) else 0


def whole_entry(block: str) -> str:
    """The text of the first whole entry where more than that stands in a block, else ""."""
    entry = _WHOLE.match(block)
    return entry[0] if entry and entry.end() < len(block) else ""
