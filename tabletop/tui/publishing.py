"""From the board to the public screen: the picture is prepared, then pushed; nothing else ever reaches the feed."""

import time

from tabletop.errors import TabletopError
from tabletop.journal.entry import REDACTED
from tabletop.model.moves import Show
from tabletop.rules.sight import PUBLIC
from tabletop.table.feed import Feed, blank, clock_feed, feed_path, prepared, push, tell_clock
from tabletop.table.local import LocalTable
from tabletop.tui.turn_story import story
from tabletop.tui.widgets.headline import Clock


def prepare(table: LocalTable, *, bands: bool = True) -> Feed:
    """What the room would see now."""
    public = table.at(PUBLIC)
    return prepared(public.view_now(), [*shown_ahead(table), *story(public)], bands=bands)


def shown_ahead(table: LocalTable) -> list[str]:
    """The look ahead that control showed to the room this turn, as a headline; the last one."""
    view = table.at(PUBLIC).view_now()
    now = [line.move for line in view.lines if line.live and line.turn == view.world.turn]
    told = [move.what for move in now if isinstance(move, Show) and move.what != REDACTED]
    said = told[-1].removeprefix("the ") if told else ""
    return [f"{said[:1].upper()}{said[1:]}: bots, no forecast."] if said else []


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
