"""From the board to the public screen: the picture is prepared, then pushed; nothing else ever reaches the feed."""

import time

from tabletop.errors import TabletopError
from tabletop.table.feed import Feed, blank, clock_feed, feed_path, prepared, push, tell_clock
from tabletop.table.local import LocalTable
from tabletop.tui.turn_story import story
from tabletop.tui.widgets.headline import Clock


def prepare(table: LocalTable, *, bands: bool = True) -> Feed:
    """What the room would see now."""
    public = table.at("public")
    return prepared(public.view_now(), story(public), bands=bands)


def publish(table: LocalTable, act: str, clock: Clock, *, bands: bool = True) -> str:
    """Pushes the picture, or blanks it; why that did not work, "" when it did."""
    path = feed_path(table.session.path)
    try:
        if act == "blank":
            blank(path, table.session.header.marking)
        else:
            push(path, prepare(table, bands=bands), clock_feed(clock.left, clock.running, time.time()))
    except TabletopError as wrong:
        return str(wrong)
    return ""


def publish_clock(table: LocalTable, clock: Clock) -> None:
    """Follows the clock on a picture that is shown; trouble there is none of the board's."""
    try:
        tell_clock(
            feed_path(table.session.path),
            clock_feed(clock.left, clock.running, time.time()),
            table.session.world.state.value,
        )
    except TabletopError:
        return
