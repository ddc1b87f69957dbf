"""Whether words were taken out of the record: what is made afterwards looks for others."""

from tabletop.journal.record.entry import REDACTED


def taken_out(words: str) -> bool:
    """Of a text on record."""
    return words.strip() == REDACTED
