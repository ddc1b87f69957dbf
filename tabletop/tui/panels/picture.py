"""What the room sees: map, figures, story, clock, from a feed alone. Large, few words, no secrets by construction."""

import time
from itertools import zip_longest
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from tabletop.tui import palette
from tabletop.tui.panels.waiting import fitting
from tabletop.tui.present.lines import wrapped
from tabletop.tui.standing import Standing
from tabletop.tui.widgets.bars import bar
from tabletop.tui.widgets.headline import Clock, clock_words
from tabletop.tui.widgets.keyline import fitted
from tabletop.tui.widgets.map import MapTheatre, TheatreMap

_WORDS = ("low", "holds", "high")
_CHANGED = 0.5
_SMALL = 90
"""Columns below which the map gives way."""
_APART = 2
_TOLD = 6
"""Rows for the story; where figures would leave fewer they stand in two columns."""


class Picture(Standing, Vertical):
    """`show` draws a feed; None or a blanked one leaves the marking and nothing else."""

    DEFAULT_CSS = f"""
    Picture {{ height: 1fr; background: {palette.BACKGROUND}; }}
    Picture #marks {{ height: 1; padding: 0 1; color: {palette.LABEL}; }}
    Picture #top {{ height: 3; padding: 0 1; }}
    Picture #what {{ width: 1fr; height: 3; }}
    Picture #clock {{ width: auto; min-width: 18; height: 3; text-align: right; text-style: bold; }}
    Picture #clock {{ color: {palette.BRIGHT}; }}
    Picture #clock.-soon {{ color: {palette.LOW}; }}
    Picture #clock.-still {{ color: {palette.DIM}; }}
    Picture #middle {{ height: 1fr; }}
    Picture #map {{ width: 3fr; }}
    Picture #told {{ width: 2fr; min-width: 40; height: 1fr; }}
    Picture #figures {{ padding: 0 1; height: auto; }}
    Picture #story {{ height: auto; padding: 1 1 0 3; }}
    Picture #foot {{ height: auto; padding: 0 1; color: {palette.LABEL}; }}
    Picture.-blank #top, Picture.-blank #middle {{ display: none; }}
    Picture.-small #map {{ display: none; }}
    Picture.-small #told {{ width: 1fr; }}
    """

    feed: dict[str, Any] | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="marks")
        with Horizontal(id="top"):
            yield Static(id="what")
            yield Digits("", id="clock")
        with Horizontal(id="middle"):
            yield TheatreMap(id="map", bold=True, words=_WORDS)
            with Vertical(id="told"):
                yield Static(id="figures")
                yield Static(id="story")
        yield Static(id="foot")

    def on_resize(self) -> None:
        self.call_after_refresh(lambda: self.show(self.feed))

    def show(self, feed: dict[str, Any] | None) -> None:
        """Draws a feed as `tabletop.table.feed` makes it."""
        self.feed = feed
        shown = bool(feed and feed.get("shown"))
        self.set_class(not shown, "-blank")
        small = self.size.width < _SMALL
        if small != self.has_class("-small"):
            self.set_class(small, "-small")
            self.call_after_refresh(lambda: self.show(self.feed))
        self.query_one("#marks", Static).update(Content(str((feed or {}).get("marking", ""))))
        self.query_one("#foot", Static).update(Content(str((feed or {}).get("caveat", ""))))
        if not shown or feed is None:
            return
        self.query_one("#what", Static).update(_what(feed))
        world_map = self.query_one(TheatreMap)
        world_map.bands = bool(feed["bands"])
        theatres = [told | {"members": tuple(told["members"]), "change": _felt(told)} for told in feed["theatres"]]
        world_map.set_theatres([MapTheatre(**told) for told in theatres])
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
        self.tick()

    def tick(self) -> None:
        """Draws the clock anew."""
        clock = feed_clock(self.feed)
        digits = self.query_one("#clock", Digits)
        digits.update(clock_words(clock)[0].strip(" !") if clock.left is not None else "")
        digits.set_class(clock.running and clock.left is not None and clock.left < 300, "-soon")
        digits.set_class(not clock.running, "-still")


def feed_clock(feed: dict[str, Any] | None) -> Clock:
    """The clock of a feed, as it stands now; there is none after the end."""
    told = (feed or {}).get("clock")
    if not told or (feed or {}).get("state") == "ended":
        return Clock()
    if "ends" in told:
        return Clock(float(told["ends"]) - time.time())
    return Clock(float(told["left"]), running=False)


def figure_lines(feed: dict[str, Any], width: int, height: int = 0) -> Content:
    """A line a theatre, then a line a figure; a word or whole points, an arrow for what moved."""
    bands, lines = bool(feed["bands"]), []
    names = [told["name"] for told in (*feed["theatres"], *feed["figures"])]
    room = max(8, min(max((len(name) for name in names), default=8), width - 16))
    spread = height >= 2 * len(names) + 3
    for told in feed["theatres"]:
        colour = palette.margin_colour(told["margin"])
        value = palette.margin_word(told["margin"], _WORDS) if bands else f"{told['value']:.0f}"
        lines.append(_line(told, room, width, colour, value))
        lines += [Content("")] * spread
    lines.append(Content(""))
    for told in feed["figures"]:
        lines.append(_line(told, room, width, palette.MIDDLE, "" if bands else f"{told['value']:.0f}"))
        lines += [Content("")] * spread
    return Content("\n").join(lines)


def figure_columns(feed: dict[str, Any], width: int) -> Content:
    """Theatres at the left, figures at the right of them: what a low screen has room for."""
    names = [max((len(told["name"]) for told in feed[which]), default=8) for which in ("theatres", "figures")]
    half = (width - _APART - names[1] + names[0]) // 2  # bars are of one length, as far as names leave it to them
    half = min(max(half, width // 3), 2 * width // 3)
    left = figure_lines(feed | {"figures": []}, half).split("\n")
    right = figure_lines(feed | {"theatres": []}, width - _APART - half).split("\n")
    rows = zip_longest([line for line in left if line.plain], [line for line in right if line.plain])
    pairs = ((one or Content(""), other or Content("")) for one, other in rows)
    return Content("\n").join(one.pad_right(half + _APART - one.cell_length) + other for one, other in pairs)


def _line(told: dict[str, Any], room: int, width: int, colour: str, value: str) -> Content:
    change = _felt(told)
    arrow, _, style = palette.change_mark(change, better=str(told.get("better", "high")))
    mark = ("! ", f"bold {palette.CRISIS}") if told.get("crisis") else ("  ", "")
    drawn = bar(told["value"], max(4, width - room - 11), colour)
    return Content.assemble(
        mark, (f"{fitted(told['name'], room):<{room}} ", palette.TEXT), drawn,
        (f" {value:>5} ", palette.BRIGHT), (arrow, style),
    )  # fmt: skip


def _felt(told: dict[str, Any]) -> float:
    """A change as the room is told it, on the map and beside it: half a point or more, else none."""
    return float(told["change"]) if abs(told["change"]) >= _CHANGED else 0.0


def _what(feed: dict[str, Any]) -> Content:
    state = feed.get("state")
    phase = {"paused": "PAUSED", "ended": "ENDEX"}.get(str(state), str(feed["phase"]).upper())
    return Content.assemble(
        (f"{feed['title']}\n", f"bold {palette.BRIGHT}"),
        (f"Turn {feed['turn']} of {feed['turns']} · {feed['period']}\n", palette.TEXT),
        (phase, f"bold {palette.ACCENT}"),
    )


def _story(feed: dict[str, Any], width: int, room: int) -> Content:
    """Headlines that fit, set apart where there is room for it, then what is open."""
    kept = fitting(feed["headlines"][:3], max(20, width), room)
    lines = [Content("\n").join(wrapped(Content.styled(line, palette.BRIGHT), width)) for line in kept]
    opened = Content.assemble(("open  ", palette.CRISIS), (" · ".join(feed["open"]), palette.TEXT))
    if feed["open"] and sum(line.plain.count("\n") + 1 for line in lines) + len(opened.wrap(width)) < room:
        lines.append(Content("\n").join(wrapped(opened, width)))
    apart = sum(line.plain.count("\n") + 2 for line in lines) - 1 <= room
    return Content("\n\n" if apart else "\n").join(lines)
