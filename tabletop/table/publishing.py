"""From control's terminal to the room's stage: a scene is prepared, then pushed; where the exercise stands, and how a
live scene goes on, is told at once. Nothing else ever reaches the feed."""

import time
from functools import partial
from pathlib import Path

from tabletop.errors import TabletopError
from tabletop.files.disk import stamp_of
from tabletop.journal.record.entry import REDACTED
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Show, Start
from tabletop.model.seats import PUBLIC, Marked
from tabletop.model.world import State
from tabletop.rules.scores.objectives import mark
from tabletop.rules.sight import view as seen
from tabletop.rules.world.arithmetic import count_of
from tabletop.table.countdown import Countdown
from tabletop.table.eyes import Eyes
from tabletop.table.feed import PAUSED, clock_feed, where_it_stands
from tabletop.table.feed_file import Feed, feed_path, read_feed, write_feed
from tabletop.table.hotwash import said_to_all
from tabletop.table.port import View
from tabletop.table.runs_of import runs_of
from tabletop.table.stage.scene import AheadShown, Histories, RoomView, Scene
from tabletop.table.stage.scenes import gone_on, is_live, made
from tabletop.table.turn_story import story
from tabletop.words.names import capital

_BRANCHES = "as it went on", "the other way"
_SAME = 1.0
"""Seconds within which a clock that runs is the one that was told."""


def room_view(session: Session, *, bands: bool = True) -> RoomView:
    """What scenes are made from now."""
    view = Eyes(session, PUBLIC).view_now()
    return RoomView(
        view,
        partial(_told, view),
        bands,
        shown_ahead(view),
        partial(_branches, session),
        partial(_revealed, session),
        partial(_said, session),
    )


def prepare(session: Session, scene: Scene, *, bands: bool = True) -> Feed:
    """A scene as the room would see it now. Raises KeyError for one that can't be shown."""
    return made(room_view(session, bands=bands), scene)


def _told(view: View) -> list[str]:
    """The last turn in sentences, once there is one."""
    return story(view) if view.played else []


def _branches(session: Session) -> Histories:
    """By name what the public saw of each: of the one that stands, and of the one that was left for it last."""
    runs = runs_of(session)[:2]
    return {name: seen(run.world, PUBLIC).history for name, run in zip(_BRANCHES, runs, strict=False)}


def _revealed(session: Session) -> list[Marked]:
    """What every seat wanted; nothing before the end."""
    world = session.world
    return [each for seat in world.seats for each in mark(world, seat)] if world.state is State.ENDED else []


def _said(session: Session) -> dict[str, list[str]]:
    """What every seat has said aloud since the end."""
    view = Eyes(session).view_now()
    return said_to_all(view.world, view.lines)


def shown_ahead(view: View) -> AheadShown | None:
    """The look ahead that control showed to the room this turn; the last one. `view`: the public's."""
    now = [line.move for line in view.lines if line.live and line.turn == view.world.turn]
    shows = [move for move in now if isinstance(move, Show) and move.what not in ("", REDACTED)]
    if not shows:
        return None
    words = capital(shows[-1].what.removeprefix("the "))
    return AheadShown(f"{words}: bots, no forecast.", shows[-1].score, shows[-1].fan)


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

    def show(self, scene: Scene | None, clock: Countdown, *, bands: bool = True) -> str:
        """Pushes a scene, or with None blanks the screen; why that did not work, "" when it did."""
        try:
            content = prepare(self.session, scene, bands=bands) if scene else None
        except KeyError:
            return "There is nothing of that to show now."
        return self._write(content, clock)

    def follow(self, clock: Countdown) -> str:
        """Tells where the exercise stands, and how a live scene goes on, when that has changed, or when something else
        lies in the feed's place; why that did not work, "" when it did."""
        if self._last_state == self._state() and _same(_clock_feed(clock), self._clock):
            return ""
        here = self._here()
        if here is None:
            self._clock, self._last_state = _clock_feed(clock), self._state()
            return ""
        scene, after = here
        if scene and is_live(scene):
            scene = gone_on(room_view(self.session), scene)
        return self._write(scene, clock, after)

    def _state(self) -> tuple[object, ...]:
        """Changes when the record has grown, or goes on from elsewhere, and when the file is another."""
        session = self.session
        return session.head, len(session.entries), session.play.fork_at, stamp_of(self.path)

    def _here(self) -> tuple[Feed | None, str] | None:
        """The scene on the room's screen, which stays there, and after which word it was pushed; None where nothing
        shall be."""
        try:
            feed = read_feed(self.path)
        except TabletopError:
            feed = {}
        if feed and feed["begun"] == self.session.header.created:
            return feed.get("scene"), feed["after"]
        if not feed and not self._welcomes:
            return None
        return prepare(self.session, Scene("welcome")), ""

    def _write(self, scene: Feed | None, clock: Countdown, after: str | None = None) -> str:
        """`after`: the word after which the scene was pushed; None for now."""
        now = stands(self.session, clock)
        word = now["word"]
        if after is None:
            after = word
        elif word not in (after, PAUSED):
            after = ""
        try:
            write_feed(self.path, self.session.header.created, now, scene, after)
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
