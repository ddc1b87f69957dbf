"""What a reader of a figure is: a function of a world and of the ids that a path names, in the order of its form."""

from collections.abc import Callable

Reading = float | str
#: Raises KeyError or ValueError for an id that isn't there.
Reader = Callable[..., Reading]


class UnknownPath(KeyError):
    """A path that names nothing in this scenario."""
