"""An exercise that bots play to be watched, a beat at a time, and that anybody may take over."""

from collections.abc import Iterator

from tabletop.table.demo import Beat, beats, demo_session, take_over
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.table.port import View


class Watched:
    """Of the first scenario there is. Raises TabletopError where there is none, or no room for it."""

    def __init__(self) -> None:
        self._session = demo_session()
        self._rest: Iterator[Beat] = beats(self._session)
        self.table = LocalTable(self._session)

    def beat(self) -> Beat | None:
        """Plays on to the next beat; None after the last."""
        return next(self._rest, None)

    def view(self, beat: Beat) -> View:
        """The board as it stood then."""
        return self.table.view_now(to=beat.n)

    def take_over(self, beat: Beat, seat: str, today: str) -> Exercise:
        """A new exercise that begins there, on the same luck, with a seat in the hands of a player alone. `today` in
        ISO 8601, for the name of the save. Raises TabletopError."""
        return Exercise(take_over(self._session, beat.fork, seat, today))

    def close(self) -> None:
        self._session.close()
