"""Look ahead: what may come next under the sealed orders, a fan for each score. Showing it is on record."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from tabletop.model.moves import Show
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase
from tabletop.table.ahead import Futures
from tabletop.table.port import Table
from tabletop.tui.charts.fan import FanChart
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.control.place import control_at
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.leads import to, why
from tabletop.tui.kit.pick import by_name
from tabletop.tui.kit.screen import back
from tabletop.tui.kit.where_from import WHERE_FROM
from tabletop.tui.look.titles import frame_title
from tabletop.tui.review.ahead_rows import (
    basis,
    fan_series,
    score_row,
    scores_ahead,
    short_words,
    shown_fan,
    shown_words,
)
from tabletop.tui.review.score_screen import ScoreScreen
from tabletop.words.names import score_name, seat_name

RUNS: Final = 200
_FIRST: Final = 1
"""Futures after which the first picture is drawn: a way that it may go, before there is a band of them."""
_EVERY: Final = 0.4
"""Seconds between pictures."""
_USUAL: Final = sys.getswitchinterval()
_TALL: Final = 46
"""Rows from which a score's spread is drawn below it."""


@contextmanager
def _keys_first() -> Iterator[None]:
    """While a thread counts, the screens wait a fifth of the usual time for their turn."""
    sys.setswitchinterval(_USUAL / 5)
    try:
        yield
    finally:
        sys.setswitchinterval(_USUAL)


def _may_open(screen: "AheadScreen") -> bool:
    """Whether orders lie sealed that this look leaves out."""
    world = screen.view.world
    closed = world.phase in (Phase.ORDERS, Phase.RED) and not screen.view.orders_open
    return screen.table.who == CONTROL and closed and not screen.under_seals


def _look_under(screen: "AheadScreen") -> None:
    """Counts the sealed orders in before Red has sealed; that somebody looked is on record."""
    if not _may_open(screen):
        return

    async def look(_: bool) -> None:
        if await screen.give(Show(seat=CONTROL, what="the look ahead under sealed orders", to=CONTROL)) is None:
            screen.under_seals = True
            screen.count()

    words = "The orders that lie sealed are counted in. That is put on record: whoever plays Red should not look."
    ask(screen, Confirm("Look ahead under the sealed orders?", words, "look"), look)


def _show_to(screen: "AheadScreen") -> None:
    """Asks to whom; the showing is a move."""
    world = screen.view.world

    async def show(to: str) -> None:
        what = shown_words(screen.view.world, screen.futures, screen.score)
        fan = shown_fan(screen.view.world, screen.futures, screen.score)
        if await screen.give(Show(seat=CONTROL, what=what, to=to, score=screen.score, fan=fan)) is None:
            more = f" {shown('p')} puts it on the room's screen." if to == "room" else ""
            screen.notify(f"Shown, on record.{more}")

    seats = [(seat, seat_name(world.scenario, seat, world.seats)) for seat in world.seats]
    ask(screen, by_name("Show the look ahead to", [("room", "the room"), *seats]), show)


def _stop_or_back(screen: "AheadScreen") -> None:
    """First stops the counting, then leaves."""
    if screen.counting:
        screen.stop()
        screen.show_counted()
    else:
        back(screen)


class AheadScreen(ScoreScreen):
    """Scores with their spread at the end, the fan of one of them; drawn while futures are still being played."""

    TITLE = "Look ahead"
    STAGE = "ahead"
    HELP = (
        "The exercise is played on by bots, each time with other luck, from the orders that lie on the table now. The "
        "band holds 80 of 100 futures, the line is the middle one; of a theatre the pressure stands beside it, and in "
        "how many futures it ends short. These are frequencies of the model with bots, not a forecast. Escape stops "
        "the counting. Before Red has sealed, {O} counts the sealed orders in, on record. {S} shows the picture to a "
        "seat or the room; that is on record."
    )
    ACTIONS = (
        *OF_CONTROL,
        Action("escape", "back", "one step back", _stop_or_back),
        Action("S", "show_to", "show it to a seat or the room", _show_to, enters=True),
        Action("L", "again", "count again", lambda screen: screen.count()),
        Action("O", "under_seals", "count under the sealed orders, on record", _look_under, enters=True),
        to("1", "scores"),
        why(lambda screen: screen.score),
        WHERE_FROM,
    )
    AUTO_FOCUS = "#scores"
    LIST = 44, 38

    def __init__(self, table: Table, runs: int = RUNS) -> None:
        super().__init__(table)
        self.runs = runs
        self.under_seals = False
        self.futures: Futures | None = None
        self._worker: Worker[None] | None = None

    def beside(self) -> ComposeResult:
        with Vertical(id="side"):
            yield FanChart(id="fan", classes="framed")
            yield Static(id="words", markup=False)

    def on_mount(self) -> None:
        self._begin()

    def on_unmount(self) -> None:
        self.stop()

    def keys(self) -> list[Key]:
        under = [self.key("under_seals", "under the seals")] if _may_open(self) else []
        keys = [Key("↑ ↓", "score"), self.key("show_to"), self.key("again", "count again"), *under, self.key("why")]
        return [self.key("back", "stop"), *keys] if self.counting else [*keys, self.key("back")]

    # ------------------------------------------------------------------ counting

    @property
    def counting(self) -> bool:
        return self._worker is not None and self._worker.is_running

    def count(self) -> None:
        """Counts from the start."""
        self._begin()
        self.refresh_view()

    def _begin(self) -> None:
        self.stop()
        self.futures = None
        if self.table.who != CONTROL:
            self.notify("The look ahead is control's; ask to be shown it.", severity="warning")
            return
        self.futures = control_at(self.table).futures(under_seals=self.under_seals)
        self._worker = self.run_worker(partial(self._play, self.futures), thread=True, exclusive=True, group="ahead")

    def _play(self, futures: Futures) -> None:
        """Plays futures in a thread, drawing now and then."""
        worker, last = get_current_worker(), time.monotonic()
        with _keys_first():
            for number in futures.play(self.runs, lambda: worker.is_cancelled):
                now = time.monotonic()
                if number == _FIRST or now - last > _EVERY:
                    last = now
                    self.app.call_from_thread(self.show_counted)
                time.sleep(0)
        self.app.call_from_thread(self.show_counted)

    def stop(self) -> None:
        """Counts no further."""
        if self._worker is not None:
            self._worker.cancel()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        event.stop()
        if not self.counting:  # as it begins there is nothing yet that isn't drawn
            self.show_counted()
        elif self.is_attached:
            self.frame_lines()

    def on_taken_back(self) -> None:
        """Other orders lie on the table now."""
        self.count()

    # ------------------------------------------------------------------ drawing

    def show_counted(self) -> None:
        """Draws how far it has come."""
        if self.is_attached:
            self.frame_lines()
            self.draw()

    def draw(self) -> None:
        """Draws what has been counted so far."""
        world = self.view.world
        drawn = self.app.size.height >= _TALL
        rows = {score: score_row(world, self.futures, score, self.room, drawn=drawn) for score in scores_ahead(world)}
        self.list_scores("1 At the end: 10, 50, 90 %", rows)
        self.draw_score()

    def draw_score(self) -> None:
        world, number = self.view.world, len(self.futures or ())
        chart = self.query_one("#fan", FanChart)
        chart.border_title = frame_title(score_name(world.scenario, self.score, world.seats))
        chart.border_subtitle = frame_title(f"{number} of {self.runs} futures" + (" …" if self.counting else ""))
        chart.set_series(fan_series(world, self.futures, self.score))
        words = basis(world, orders_counted=self.view.orders_open or self.under_seals)
        if not number and not self.counting:
            words = "There is no turn left to look at."
        words = f"{short_words(self.futures, self.score)} {words}".strip()
        self.query_one("#words", Static).update(words)
