"""The chain of digests: finds accidents and careless edits, and lets free text go without breaking.

The canonical form of an entry is its own lines up to the head, without the salt's, and with each line of free text
replaced by one that holds the salted hash: what a redacted entry looks like. docs/save-format.md says it for everybody.
"""

from collections.abc import Sequence
from hashlib import blake2b

from tabletop.journal.record.flat import value

LENGTH = 32  # hex digits of a head, a salted hash


def link(before: str, canonical: str) -> str:
    """The head that follows `before`."""
    return blake2b(f"{before}\n{canonical}".encode(), digest_size=16).hexdigest()


def seal_of(header: str) -> str:
    """The head of a header: all its text up to the chain's own table."""
    return blake2b(header.encode(), digest_size=16).hexdigest()


def text_hash(salt: str, key: str, text: str) -> str:
    return blake2b(f"{salt}\n{key}\n{text}".encode(), digest_size=16).hexdigest()


def text_hashes(salt: str, key: str, text: "str | Sequence[str]") -> str | tuple[str, ...]:
    """One hash for a text, one an item for a list: how many things were said stays on record."""
    if isinstance(text, str):
        return text_hash(salt, key, text)
    return tuple(text_hash(salt, f"{key}.{n}", item) for n, item in enumerate(text))


def canonical(lines: str, salt: str, texts: "dict[str, str | Sequence[str]]") -> str:
    """`lines` end before the head. `texts`: the entry's free texts by key."""
    if not salt:
        return lines
    canon = []
    for line in lines.split("\n"):
        key = line.split(" ", 1)[0]
        if key == "salt":
            continue
        canon.append(f"{key}_hash = {value(text_hashes(salt, key, texts[key]))}" if key in texts else line)
    return "\n".join(canon)
