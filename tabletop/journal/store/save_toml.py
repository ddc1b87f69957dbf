"""Reads a save. Torn by a crash, it is read to its last whole entry; changed by hand, to the last good one."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from tabletop.errors import NewerSave, SaveError, TornSave, short
from tabletop.files.disk import read_bytes
from tabletop.journal.record import flat
from tabletop.journal.record.entry import Entry
from tabletop.journal.record.entry_toml import START, decode
from tabletop.journal.store.ending import cut_short, ending, lost, whole_entry
from tabletop.journal.store.header import FORMAT, Header, read_header
from tabletop.journal.store.save import Save
from tabletop.journal.store.upgrade import upgraded
from tabletop.rules.world.arithmetic import count_of

_FIRST = re.compile(r"format = (\d{1,40})\n")
_CHAIN = "\n[chain]\n"
_CHAIN_HEAD = re.compile(r'\n\[chain\]\nhead = "[0-9a-f]{32}"\n')
_NO_TEXT = re.compile("[\udc80-\udcff]")  # bytes that can't be decoded
_BROKEN = "\x01"  # stands in their place: it never stands in a save as it is


def load(path: str | Path) -> Save:
    """Reads and verifies a save. Raises PlaceError, SaveError, NewerSave or TornSave where there is nothing to read."""
    where = Path(path)
    return parse(read_bytes(where), where.name)


def parse(data: bytes, name: str) -> Save:
    """Reads a save's bytes; `name` is for messages."""
    text, clean = _text(data, name)
    text, current = _in_our_format(text, name)
    clean = clean and current
    chain = _CHAIN_HEAD.match(text, text.find(_CHAIN)) if _CHAIN in text else None
    if not chain:
        if START in text:
            raise SaveError("the header was changed after it was written: it has no end before the first entry",
                            place=f"{name}:{_lines(text[: text.index(START)]) + 2}",
                            hint="resume from the mirror or a copy")  # fmt: skip
        raise TornSave("the header isn't whole, there is nothing to resume from", place=f"{name}:{_lines(text)}",
                       hint="begin anew, or resume from the mirror")  # fmt: skip
    header = _header(text[: chain.end()], name)
    return _body(header, text[chain.end() :], _lines(text[: chain.end()]), clean, name)


#: The last few are kept: a save is read again and again while others play in it.
_header = lru_cache(maxsize=4)(read_header)


def _text(data: bytes, name: str) -> tuple[str, bool]:
    """The text, and whether it stands as it was written."""
    if not data:
        raise SaveError("the file is empty", place=f"{name}:1", hint="a save begins with 'format = 1'")
    first = f"format = {FORMAT}\n".encode()
    if first.startswith(data):
        raise TornSave("the file ends in its first line, there is nothing to resume from", place=f"{name}:1")
    as_read = _decoded(data)
    text = _straight(as_read)
    if not _FIRST.match(text):
        odd = b"\0" in data[:4096] or _BROKEN in text[:200]
        what = "is not text" if odd else f"begins with '{short(text.split(chr(10), 1)[0], 24)}'"
        raise SaveError(
            f"this is no save of ours: it {what}", place=f"{name}:1", hint="a save begins with 'format = 1'"
        )
    return text, text == as_read


def _straight(text: str) -> str:
    """Without what an editor or a transfer has done to line ends and beginning; the content is the same."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")


def _decoded(data: bytes) -> str:
    """What can't be read breaks the chain where it stands: no two contents read the same."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _NO_TEXT.sub(_BROKEN, data.decode("utf-8", "surrogateescape"))


def _in_our_format(text: str, name: str) -> tuple[str, bool]:
    """The text in the present format, and whether it was so already. Raises NewerSave or SaveError."""
    first = _FIRST.match(text)
    version = int(first[1]) if first else FORMAT
    if version > FORMAT:
        raise NewerSave(f"written in format {version}, this version reads up to {FORMAT}", place=f"{name}:1",
                        hint="open it with a newer tabletop")  # fmt: skip
    return (upgraded(text, version, name), False) if version < FORMAT else (text, True)


def _body(header: Header, body: str, line: int, clean: bool, name: str) -> Save:
    body, left_out, has_end = ending(body)
    clean = clean and has_end
    blocks = body.split(START)
    before = blocks.pop(0)
    entries: list[Entry] = []
    torn = fault = ""
    if before.strip("\n"):
        if not blocks and START.startswith(before):
            before = ""
        else:
            fault = f"{name}:{line + 1}: something stands between header and first entry"
    at = line + before.count("\n") + 3
    tables = flat.read_all(blocks[:-1])  # the last may be torn: alone it slows none of the others
    head = header.head
    for n, block in enumerate(blocks if not fault else (), start=1):
        try:
            entry = _entry(tables[n - 1] if tables and n < len(blocks) else None, block, head, n)
        except (ValueError, SaveError) as wrong:
            whole = _whole(block, head, n)
            torn_off = n == len(blocks) and cut_short(block)
            zeros = lost(left_out, entries) if torn_off else 0
            if whole:
                entries.append(whole)
                at += whole.text.count("\n")
                fault = f"{name}:{at}: something stands behind entry {n} that was not written here"
            elif zeros:
                fault = f"{name}:{at}: entry {n} and what followed it are lost: {zeros} zero bytes stand in their place"
            elif torn_off:
                torn = _torn(n, at, block)
            else:
                fault = f"{name}:{at}: entry {n} is bad: {_why(block, n, wrong)}"
            break
        entries.append(entry)
        head = entry.head
        at += block.count("\n") + 2
    if left_out.strip("\n") and not torn and not fault:
        torn = f"{len(left_out.encode())} bytes after entry {len(entries)} were left by an interrupted write: left out"
    good = len(header.text.encode()) + count_of(len(START) + len(entry.text.encode()) for entry in entries)
    return Save(header=header, entries=tuple(entries), torn=torn, fault=fault, fault_line=at if fault else 0,
                size=good, clean=clean)  # fmt: skip


def _entry(table: dict[str, Any] | None, block: str, head: str, n: int) -> Entry:
    """Entry n of its text. Raises ValueError or SaveError."""
    entry = decode(table or flat.read_lines(block), block, head)
    if entry.n != n:
        raise SaveError(f"it says n = {entry.n}, a number out of order")
    return entry


def _whole(block: str, head: str, n: int) -> Entry | None:
    """The good entry at the beginning of a text that goes on behind it, if there is one."""
    text = whole_entry(block)
    try:
        return _entry(None, text, head, n) if text else None
    except (ValueError, SaveError):
        return None


def _why(block: str, expected: int, wrong: Exception) -> str:
    """A chain that breaks because an entry is missing, doubled or moved is told by its number."""
    number = re.match(r"n = (\d{1,15})\n", block)
    if number and int(number[1]) > expected:
        return f"entry {number[1]} stands in its place, something is missing or was moved"
    if number and int(number[1]) < expected:
        return f"entry {number[1]} stands there again or was moved"
    return str(wrong)


def _torn(n: int, line: int, rest: str) -> str:
    return f"entry {n} (line {line}) was cut off while being written: {len(rest.encode())} bytes of it are left out"


def _lines(text: str) -> int:
    return text.count("\n")
