"""What stands above every scene: marking, exercise, turn, phase, who has sealed, the clock. Live, without a push."""

import time

from textual.content import Content

from tabletop.table.countdown import Countdown
from tabletop.table.feed_file import Feed
from tabletop.tui.kit.clockface import clock_words
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import rows
from tabletop.tui.public.type import Lines, at_right, beside, blocks, columns, widest
from tabletop.words.names import listed

_LARGE = 160, 44
"""Columns and rows from which the head is set in letters of twice the size."""


def scale(width: int, height: int) -> int:
    """Of the head on a display of this size."""
    return 2 if width >= _LARGE[0] and height >= _LARGE[1] else 1


def head_height(width: int, height: int) -> int:
    """Rows of the head with its first line and, while orders are given, the lamps."""
    size = scale(width, height)
    return rows(size) + 1 + (rows() if size > 1 else 1)


def feed_clock(feed: Feed | None) -> Countdown:
    """The clock of a feed, as it stands now."""
    clock = (feed or {}).get("now", {}).get("clock")
    if not clock:
        return Countdown()
    if "ends" in clock:
        return Countdown(clock["ends"] - time.time(), planned=clock["planned"])
    return Countdown(clock["left"], running=False, planned=clock["planned"])


def head(feed: Feed, width: int, height: int) -> Lines:
    """The first line; turn and phase in block letters with the clock at the right; the lamps."""
    now, size = feed["now"], scale(width, height)
    *above, first = wrapped(Content.styled(now["marking"], palette.LABEL), width) or [Content("")]
    right = _words(now, width - first.cell_length - 2)
    first += right.pad_left(max(2, width - first.cell_length - right.cell_length))
    clock = feed_clock(feed)
    words, style = clock_words(clock)[0].strip(" !"), palette.BRIGHT
    if not clock.running:
        style = palette.DIM
    elif clock.soon:
        style = palette.LOW
    time_left = blocks(words, style, size)
    place = _place(now, width - widest(time_left) - 2, size)
    row = beside(place, at_right(time_left, width - widest(place) - 2), widest(place))
    return [*above, first, *row, *_lamps(now, width, large=size > 1)]


def _words(now: Feed, room: int) -> Content:
    """The same as in block letters once more in words, as far as there is room."""
    parts = [now["title"]]
    if now["state"] != "ready":
        parts += [now["period"], f"turn {now['turn']} of {now['turns']}"]
    parts.append(now["phase"] if now["state"] == "running" else now["word"])
    while len(parts) > 1 and len(" · ".join(parts)) > room:
        parts.pop(1)
    return Content.styled(fitted(" · ".join(parts), max(0, room)), palette.LABEL)


def _place(now: Feed, room: int, size: int) -> Lines:
    """ "3/8 ORDERS", in smaller letters where the room is short."""
    word = now["word"] if now["state"] != "running" else now["phase"]
    turn = "" if now["state"] == "ready" else f"{now['turn']}/{now['turns']}"
    while size > 1 and columns(f"{turn} {word}", size) + 4 > room:
        size -= 1
    if columns(f"{turn} {word}", size) + 4 > room:
        return [Content.styled(f"{turn} {word}".strip().upper(), f"bold {palette.ACCENT}")]
    phase = blocks(word, palette.ACCENT, size)
    return beside(blocks(turn, palette.BRIGHT, size), phase, columns(turn, size), 4) if turn else phase


def _lamps(now: Feed, width: int, *, large: bool) -> Lines:
    """A lamp for each seat, lit once it has sealed, and whom the room waits for: by name where there is room."""
    lamps = now["lamps"]
    if not lamps:
        return [Content("")] * (rows() if large else 1)
    waiting = [each["name"] for each in lamps if not each["sealed"]]
    count, names = f"{len(waiting)} to seal", f"waiting for {listed(waiting)}"
    if not waiting:
        count = names = "all have sealed"
    lit = [("●", palette.ACCENT) if each["sealed"] else ("○", palette.LABEL) for each in lamps]
    if large:
        row: Lines = []
        for sign, ink in lit:
            row = beside(row, blocks(sign, ink), widest(row)) if row else blocks(sign, ink)
        words = names if widest(row) + 6 + columns(names) <= width else count
        return beside(row, blocks(words, palette.TEXT), widest(row), 6)
    line = Content.assemble(*((f" {sign} ", ink) for sign, ink in lit))
    words = names if line.cell_length + 2 + len(names) <= width else count
    return [line + Content.styled(f"  {words}", f"bold {palette.TEXT}")]
