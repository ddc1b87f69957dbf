"""What the room sees: a welcome, then map, figures and story, always phase and clock, from a feed alone.

Large, few words, no secrets by construction.
"""

import time
from itertools import zip_longest
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from tabletop.table.countdown import Countdown
from tabletop.tui.board.waiting import fitting
from tabletop.tui.kit.bars import bar
from tabletop.tui.kit.clockface import clock_words
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.kit.removable import Removable
from tabletop.tui.look import palette
from tabletop.tui.look.signs import ASKS
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.map.theatre import MapTheatre
from tabletop.words.bands import margin_band

_CHANGED = 0.5
_SMALL = 90
"""Columns below which the map gives way."""
_APART = 2
_READ = 72
"""Columns of a line that is read from afar."""
_TOLD = 6
"""Rows for the story; where figures would leave fewer they stand in two columns."""


class FeedPicture(Removable, Vertical):
    """`show` draws a feed; a blanked one leaves the marking and nothing else, None not even that."""

    feed: dict[str, Any] | None = None
    _laid_out = False, False, False

    def compose(self) -> ComposeResult:
        yield Static(id="marks")
        with Horizontal(id="top"):
            yield Static(id="what")
            yield Digits("", id="clock")
        with Horizontal(id="middle"):
            yield TheatreMap(id="map", bold=True)
            with Vertical(id="told"):
                yield Static(id="figures")
                yield Static(id="story")
        yield Static(id="welcome")
        yield Static(id="foot")

    def on_resize(self) -> None:
        self.call_after_refresh(lambda: self.show(self.feed))

    def show(self, feed: dict[str, Any] | None) -> None:
        """Draws a feed as `tabletop.table.feed_file` reads it."""
        self.feed = feed
        picture, welcome, now = ((feed or {}).get(key) or {} for key in ("picture", "welcome", "now"))
        self.set_class(not picture and not welcome, "-blank")
        self.set_class(bool(welcome) and not picture, "-welcome")
        small = self.size.width < _SMALL
        self.set_class(small, "-small")
        laid_out = bool(picture), bool(welcome), small
        if laid_out != self._laid_out:
            self._laid_out = laid_out
            self.call_after_refresh(lambda: self.show(self.feed))  # what was hidden has no size before
        self.query_one("#marks", Static).update(Content(now["marking"] if now else ""))
        self.query_one("#foot", Static).update(Content(now["caveat"] if now else ""))
        if not now or not (picture or welcome):
            return
        self.query_one("#what", Static).update(_what(picture or welcome, now))
        if picture:
            self._draw(picture, small=small)
        else:
            self.query_one("#welcome", Static).update(_welcome(welcome, max(20, self.size.width - 6)))
        self.tick()

    def _draw(self, feed: dict[str, Any], *, small: bool) -> None:
        world_map = self.query_one(TheatreMap)
        world_map.bands = bool(feed["bands"])
        world_map.set_theatres([_on_map(row) for row in feed["theatres"]])
        side = self.query_one("#told").size
        width, height = max(24, side.width - 4), side.height
        rows = len(feed["theatres"]) + len(feed["figures"]) + 1
        if small and height < rows + _TOLD:
            figures = figure_columns(feed, width)
            story = _story(feed, width, max(2, height - figures.plain.count("\n") - 2))
        else:
            story = _story(feed, width, max(2, height - rows - 1))
            figures = figure_lines(feed, width, height - len(story.wrap(width)) - 1)
        self.query_one("#figures", Static).update(figures)
        self.query_one("#story", Static).update(story)

    def tick(self) -> None:
        """Draws the clock anew."""
        clock = feed_clock(self.feed)
        digits = self.query_one("#clock", Digits)
        words = clock_words(clock)[0].strip(" !")
        if words != digits.value:
            digits.update(words)
        digits.set_class(clock.soon, "-soon")
        digits.set_class(not clock.running, "-still")


def feed_clock(feed: dict[str, Any] | None) -> Countdown:
    """The clock of a feed, as it stands now."""
    clock = (feed or {}).get("now", {}).get("clock")
    if not clock:
        return Countdown()
    if "ends" in clock:
        return Countdown(clock["ends"] - time.time(), planned=clock["planned"])
    return Countdown(clock["left"], running=False, planned=clock["planned"])


def _on_map(row: dict[str, Any]) -> MapTheatre:
    return MapTheatre(
        row["id"], row["name"], tuple(row["members"]), row["lon"], row["lat"], row["value"], row["margin"],
        _felt(row), row["crisis"],
    )  # fmt: skip


def figure_lines(feed: dict[str, Any], width: int, height: int = 0) -> Content:
    """A line a theatre, then a line a figure; a word or whole points, an arrow for what moved."""
    bands, lines = bool(feed["bands"]), []
    names = [row["name"] for row in (*feed["theatres"], *feed["figures"])]
    room = max(8, min(max((len(name) for name in names), default=8), width - 16))
    spread = height >= 2 * len(names) + 3
    for row in feed["theatres"]:
        colour = palette.margin_colour(row["margin"])
        value = margin_band(row["margin"]) if bands else f"{row['value']:.0f}"
        lines.append(_line(row, room, width, colour, value))
        lines += [Content("")] * spread
    lines.append(Content(""))
    for row in feed["figures"]:
        lines.append(_line(row, room, width, palette.MIDDLE, "" if bands else f"{row['value']:.0f}"))
        lines += [Content("")] * spread
    return Content("\n").join(lines)


def figure_columns(feed: dict[str, Any], width: int) -> Content:
    """Theatres at the left, figures at the right of them: what a low screen has room for."""
    names = [max((len(row["name"]) for row in feed[which]), default=8) for which in ("theatres", "figures")]
    half = (width - _APART - names[1] + names[0]) // 2  # bars are of one length, as far as names leave it to them
    half = min(max(half, width // 3), 2 * width // 3)
    left = figure_lines(feed | {"figures": []}, half).split("\n")
    right = figure_lines(feed | {"theatres": []}, width - _APART - half).split("\n")
    rows = zip_longest([line for line in left if line.plain], [line for line in right if line.plain])
    pairs = ((one or Content(""), other or Content("")) for one, other in rows)
    return Content("\n").join(one.pad_right(half + _APART - one.cell_length) + other for one, other in pairs)


def _line(row: dict[str, Any], room: int, width: int, colour: str, value: str) -> Content:
    change = _felt(row)
    arrow, _, style = palette.change_mark(change, better=str(row.get("better", "high")))
    mark = (f"{ASKS} ", palette.CRISIS_INK) if row.get("crisis") else ("  ", "")
    strip = bar(row["value"], max(4, width - room - 11), colour)
    return Content.assemble(
        mark, (f"{fitted(row['name'], room):<{room}} ", palette.TEXT), strip,
        (f" {value:>5} ", palette.BRIGHT), (arrow, style),
    )  # fmt: skip


def _felt(row: dict[str, Any]) -> float:
    """A change as the room is told it, on the map and beside it: half a point or more, else none."""
    return float(row["change"]) if abs(row["change"]) >= _CHANGED else 0.0


def _what(picture: dict[str, Any], now: dict[str, Any]) -> Content:
    """Title, turn, phase: those of now, whatever turn the picture is of."""
    old = f"   the picture is of turn {picture['turn']}" if picture.get("turn", now["turn"]) != now["turn"] else ""
    phase, word = now["phase"].upper(), now["word"]
    if now["state"] == "running":
        word = f"{word} · {phase}" if word else phase
    return Content.assemble(
        (f"{picture['title']}\n", f"bold {palette.BRIGHT}"),
        (f"Turn {now['turn']} of {now['turns']} · {now['period']}", palette.TEXT),
        (f"{old}\n", palette.DIM),
        (word, f"bold {palette.ACCENT}"),
    )


def _welcome(welcome: dict[str, Any], width: int) -> Content:
    """What the room finds as it walks in: the question, and who sits at the table."""
    question = wrapped(Content.styled(welcome["question"], f"bold {palette.BRIGHT}"), min(width, _READ))
    seats = wrapped(Content.styled(" · ".join(welcome["seats"]), palette.TEXT), width)
    return Content("\n").join([*question, Content(""), Content(""), *seats])


def _as_far(lines: list[Content], room: int) -> Content:
    """As many lines as there is room for; that more was written is seen."""
    if len(lines) <= room:
        return Content("\n").join(lines)
    return Content("\n").join([*lines[: room - 1], Content.assemble(lines[room - 1].rstrip(), (" …", palette.LABEL))])


def _story(feed: dict[str, Any], width: int, room: int) -> Content:
    """Headlines that fit, set apart where there is room for it, then what is open."""
    first = feed["headlines"][:3]
    headlines = (
        fitting(first, max(20, width), room) or first[:1]
    )  # what control has written at length is told as far as it fits
    lines = [_as_far(wrapped(Content.styled(line, palette.BRIGHT), width), room) for line in headlines]
    still_open = Content.assemble(("open  ", palette.CRISIS_INK), (" · ".join(feed["open"]), palette.TEXT))
    if feed["open"] and sum(line.plain.count("\n") + 1 for line in lines) + len(still_open.wrap(width)) < room:
        lines.append(Content("\n").join(wrapped(still_open, width)))
    apart = sum(line.plain.count("\n") + 2 for line in lines) - 1 <= room
    return Content("\n\n" if apart else "\n").join(lines)
