"""From control's terminal to the public screen: the picture is prepared, then pushed; where the exercise stands is told
at once. Nothing else ever reaches the feed."""

import time
from pathlib import Path

from tabletop.errors import TabletopError
from tabletop.files.disk import stamp_of
from tabletop.journal.record.entry import REDACTED
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Show, Start
from tabletop.model.seats import PUBLIC
from tabletop.model.world import State
from tabletop.rules.world.arithmetic import count_of
from tabletop.table.countdown import Countdown
from tabletop.table.eyes import Eyes
from tabletop.table.feed import clock_feed, prepared, welcome, where_it_stands
from tabletop.table.feed_file import Feed, feed_path, read_feed, write_feed
from tabletop.table.port import View
from tabletop.table.turn_story import story
from tabletop.words.names import capital

_SAME = 1.0
"""Seconds within which a clock that runs is the one that was told."""


def prepare(session: Session, *, bands: bool = True) -> Feed:
    """What the room would see now."""
    view = Eyes(session, PUBLIC).view_now()
    return prepared(view, [*shown_ahead(view), *story(view)], bands=bands)


def shown_ahead(view: View) -> list[str]:
    """The look ahead that control showed to the room this turn, as a headline; the last one. `view`: the public's."""
    now = [line.move for line in view.lines if line.live and line.turn == view.world.turn]
    shows = [move.what for move in now if isinstance(move, Show) and move.what != REDACTED]
    what = shows[-1].removeprefix("the ") if shows else ""
    return [f"{capital(what)}: bots, no forecast."] if what else []


def stands(session: Session, clock: Countdown) -> Feed:
    """Where the exercise stands, as the room is told it."""
    return where_it_stands(Eyes(session, PUBLIC).view_now(), _clock_feed(clock), is_new=_just_begun(session))


def _clock_feed(clock: Countdown) -> Feed | None:
    return clock_feed(clock, time.time())


def _just_begun(session: Session) -> bool:
    """Whether the exercise runs and has gone no step further since it began."""
    world = session.world
    if world.state is not State.RUNNING or world.turn > 1:
        return False
    return count_of(isinstance(session.entries[n - 1].move, Start | Advance) for n in session.line) <= 1


class RoomFeed:
    """The feed of one session. `welcomes`: whether there is one before anything was pushed."""

    def __init__(self, session: Session, *, welcomes: bool = True) -> None:
        self.session = session
        self._welcomes = welcomes
        self._clock: Feed | None = None
        self._last_state: tuple[object, ...] = ()

    @property
    def path(self) -> Path:
        return feed_path(self.session.path)

    def show(self, act: str, clock: Countdown, *, bands: bool = True) -> str:
        """Pushes the picture, or blanks the screen; why that did not work, "" when it did."""
        picture = {} if act == "blank" else {"picture": prepare(self.session, bands=bands)}
        return self._write(picture, clock)

    def follow(self, clock: Countdown) -> str:
        """Tells where the exercise stands when that has changed, or when something else lies in the feed's place; why
        that did not work, "" when it did."""
        if self._last_state == self._state() and _same(_clock_feed(clock), self._clock):
            return ""
        content = self._content()
        if content is None:
            self._clock, self._last_state = _clock_feed(clock), self._state()
            return ""
        return self._write(content, clock)

    def _state(self) -> tuple[object, ...]:
        """Changes when the record has grown, or goes on from elsewhere, and when the file is another."""
        session = self.session
        return session.head, len(session.entries), session.play.fork_at, stamp_of(self.path)

    def _content(self) -> Feed | None:
        """What is on the room's screen and stays there; None where nothing shall be."""
        try:
            feed = read_feed(self.path)
        except TabletopError:
            feed = {}
        if feed and feed["begun"] == self.session.header.created:
            return {key: feed[key] for key in ("welcome", "picture") if key in feed}
        if not feed and not self._welcomes:
            return None
        return {"welcome": welcome(Eyes(self.session, PUBLIC).view_now())}

    def _write(self, content: Feed, clock: Countdown) -> str:
        now = stands(self.session, clock)
        try:
            write_feed(self.path, self.session.header.created, now, **content)
        except TabletopError as wrong:
            return str(wrong)
        finally:
            self._clock, self._last_state = _clock_feed(clock), self._state()
        return ""


def _same(clock: Feed | None, last: Feed | None) -> bool:
    """Whether the room knows that already. When a running clock ends is known to a second."""
    if clock and last and "ends" in clock and "ends" in last:
        return clock["planned"] == last["planned"] and bool(abs(clock["ends"] - last["ends"]) < _SAME)
    return clock == last
