"""Where on the line of a record an entry stands: the scrubber and the scores over it share their columns. Pure."""


def column(entry: int, last: int, width: int) -> int:
    """The column of an entry in so many, 0 for the opening, the last for entry `last`."""
    return round(entry / last * (width - 1)) if last else 0


def entry_at(column: int, last: int, width: int) -> int:
    """The entry that a column stands for."""
    return round(column / max(1, width - 1) * last)
