"""A save as it was read: header, good entries, and a sentence on whatever was not good."""

from attrs import field, frozen

from tabletop.journal.record.entry import Entry
from tabletop.journal.record.entry_toml import START
from tabletop.journal.store.header import Header
from tabletop.rules.world.arithmetic import count_of


@frozen(kw_only=True)
class Save:
    """`torn`: what was cut off by an interrupted write; the entries before it are whole and can be gone on from.

    `fault`: names the first bad entry, `fault_line` its line in the file; entries end before it, nothing can follow.
    `size`: bytes of the good part. `clean`: the file is exactly header and entries as they were written.
    """

    header: Header
    entries: tuple[Entry, ...]
    torn: str = ""
    fault: str = ""
    fault_line: int = 0
    size: int = field(default=0, eq=False)
    clean: bool = field(default=True, eq=False)

    @property
    def head(self) -> str:
        return self.entries[-1].head if self.entries else self.header.head

    def line_of(self, n: int) -> int:
        """The line of an entry's [[entry]] in the file, from 1."""
        lines = self.header.text.count("\n") + 2
        return lines + count_of(START.count("\n") + entry.text.count("\n") for entry in self.entries[: n - 1])

    @property
    def text(self) -> str:
        """The good part, as it stands in a file."""
        return text_of(self.header, self.entries)


def text_of(header: Header, entries: "tuple[Entry, ...] | list[Entry]") -> str:
    """A file's text: the header, then each entry."""
    return START.join([header.text, *[entry.text for entry in entries]])
