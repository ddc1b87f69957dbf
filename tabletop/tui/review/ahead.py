"""Look ahead: what may come next under the sealed orders, a fan for each score. Showing it is on record."""

import time
from functools import partial
from typing import ClassVar, Final

from attrs import evolve
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, get_current_worker

from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Show
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, World
from tabletop.table.ahead import Futures
from tabletop.table.port import Table
from tabletop.tui.charts.fan import FanChart, FanSeries
from tabletop.tui.control.actions import OF_CONTROL, control_at
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.kit.keyline import Key, fitted
from tabletop.tui.kit.keys import bind
from tabletop.tui.kit.pick import by_name
from tabletop.tui.kit.screen import BACK, TableScreen, enters
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.names import score_name, seat_name

RUNS: Final = 200
_FIRST: Final = 3
"""Futures after which the first picture is drawn."""
_EVERY: Final = 0.4
"""Seconds between pictures."""
_LIST: Final = 44
_NARROW_LIST: Final = 32


def _stop_or_back(screen: "AheadScreen") -> None:
    """First stops the counting, then leaves."""
    if screen.counting:
        screen.stop()
    else:
        BACK.do(screen)


class AheadScreen(TableScreen):
    """Scores with their spread at the end, the fan of one of them; drawn while futures are still being played."""

    ACTIONS = *OF_CONTROL, evolve(BACK, do=_stop_or_back)
    TITLE = "Look ahead"
    HELP = (
        "The exercise is played on by bots, each time with other luck, from the orders that lie on the table now. The "
        "band holds 80 of 100 futures, the line is the middle one. These are frequencies of the model with bots, not a "
        "forecast. Escape stops the counting. Before Red has sealed, o counts the sealed orders in, on record. s shows "
        "the picture to a seat or the room; that is on record."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("s", "show_to", "show it to a seat or the room"),
        bind("r", "again", "count again"),
        bind("o", "under_seals", "count under the sealed orders, on record"),
        bind("1", "focus('#scores')", "to the scores"),
        bind("w", "why", "the causes of a score"),
    ]

    def __init__(self, table: Table, score: str = "deterrence", runs: int = RUNS) -> None:
        super().__init__(table)
        self.score, self.runs = score, runs
        self.under_seals = False
        self.futures: Futures | tuple[()] = ()
        self._worker: Worker[None] | None = None
        self._seconds = 0.0

    def body(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(id="scores", classes="framed", markup=False)
            with Vertical(id="side"):
                yield FanChart(id="fan", classes="framed")
                yield Static(id="words", markup=False)

    def on_mount(self) -> None:
        self.query_one("#scores").focus()
        self.action_again()

    def on_resize(self) -> None:
        super().on_resize()
        self.set_class(self.app.size.width < 100, "narrow")
        self.call_after_refresh(self.draw)

    def on_unmount(self) -> None:
        self._stop()

    @property
    def counting(self) -> bool:
        return self._worker is not None and self._worker.is_running

    def keys(self) -> list[Key]:
        keys = [self.key("back", "stop")] if self.counting else []
        keys += [Key("↑ ↓", "score"), Key("s", "show to", "show_to"), Key("r", "count again", "again")]
        keys += [Key("o", "under the seals", "under_seals")] * self._may_open()
        return [*keys, Key("w", "why", "why"), *([] if self.counting else [self.key("back")])]

    def action_again(self) -> None:
        """Counts from the start."""
        self._stop()
        self.futures = ()
        if self.table.who != CONTROL:
            self.notify("The look ahead is control's; ask to be shown it.", severity="warning")
            return
        self.futures = control_at(self.table).futures(under_seals=self.under_seals)
        self._worker = self.run_worker(partial(self._count, self.futures), thread=True, exclusive=True, group="ahead")
        self.refresh_view()

    def _may_open(self) -> bool:
        """Whether orders lie sealed that this look leaves out."""
        world = self.view.world
        closed = world.phase in (Phase.ORDERS, Phase.RED) and not self.view.orders_open
        return self.table.who == CONTROL and closed and not self.under_seals

    @enters
    def action_under_seals(self) -> None:
        """Counts the sealed orders in before Red has sealed; that somebody looked is on record."""
        if not self._may_open():
            return
        words = "The orders that lie sealed are counted in. That is put on record: whoever plays Red should not look."
        ask(self, Confirm("Look ahead under the sealed orders?", words, "look"), lambda _: self._look_under())

    async def _look_under(self) -> None:
        if await self.give(Show(seat=CONTROL, what="the look ahead under sealed orders", to=CONTROL)) is None:
            self.under_seals = True
            self.action_again()

    def _count(self, futures: Futures) -> None:
        """Plays futures in a thread, drawing now and then."""
        worker = get_current_worker()
        begun = drawn = time.monotonic()
        for number in futures.play(self.runs, lambda: worker.is_cancelled):
            now = time.monotonic()
            if number == _FIRST or now - drawn > _EVERY:
                drawn, self._seconds = now, now - begun
                self.app.call_from_thread(self._show_now)
            time.sleep(0)
        self._seconds = time.monotonic() - begun
        self.app.call_from_thread(self._show_now)

    def _show_now(self) -> None:
        if self.is_attached:
            self.frame_lines()
            self.draw()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        event.stop()
        self._show_now()

    def stop(self) -> None:
        """Stops the counting; what has been counted stays."""
        self._stop()
        self._show_now()

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.cancel()

    def draw(self) -> None:
        """Draws what has been counted so far."""
        self._draw_scores()
        chart = self.query_one("#fan", FanChart)
        world = self.view.world
        chart.border_title = frame_title(score_name(world.scenario, self.score, world.seats))
        chart.border_subtitle = frame_title(
            f"{len(self.futures)} of {self.runs} futures" + (" …" if self.counting else "")
        )
        chart.set_series(self._series())
        self.query_one("#words", Static).update(self._words())

    def _series(self) -> FanSeries | None:
        if not self.futures:
            return None
        world = self.view.world
        past = tuple(v for told in world.history if isinstance(v := told.get(self.score), float | int))
        told = self.futures.fan(self.score)
        labels = ("start", *(world.scenario.period(turn) for turn in range(1, len(past) + len(told.p50))))
        return FanSeries(past, told.p10, told.p50, told.p90, labels)

    def _words(self) -> str:
        world = self.view.world
        if not self.futures and not self.counting:
            return "There is no turn left to look at."
        if world.phase is Phase.REVIEW:
            from_where = "From the end of this turn, bots in every seat."
        elif self.view.orders_open or self.under_seals:
            from_where = "Under the orders on the table; later turns are played by bots."
        else:
            from_where = "Orders are not opened yet: bots play this turn too."
        return f"{from_where} Frequencies of the model with bots, not a forecast."

    def _draw_scores(self) -> None:
        world = self.view.world
        names = _shown(world)
        listed = self.query_one("#scores", OptionList)
        room = (_NARROW_LIST if self.has_class("narrow") else _LIST) - 5
        listed.border_title = "1 At the end: 10, 50, 90 %"
        with self.prevent(OptionList.OptionHighlighted):
            listed.set_options([Option(self._row(score, room), id=score) for score in names])
            listed.highlighted = names.index(self.score) if self.score in names else 0

    def _row(self, score: str, room: int) -> Content:
        world = self.view.world
        name = score_name(world.scenario, score, world.seats, short=True)
        if not self.futures:
            return Content.styled(fitted(name, room), palette.LABEL)
        told = self.futures.fan(score)
        ends = Content.assemble(
            (f"{told.p10[-1]:4.0f}", palette.DIM), (f"{told.p50[-1]:4.0f}", f"bold {palette.BRIGHT}"),
            (f"{told.p90[-1]:4.0f}", palette.DIM),
        )  # fmt: skip
        space = room - ends.cell_length
        return Content.assemble((f"{fitted(name, space):<{space}}", palette.LABEL), ends)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_id and event.option_id != self.score:
            self.score = event.option_id
            self.draw()

    def on_taken_back(self) -> None:
        """Other orders lie on the table now."""
        self.action_again()

    @enters
    def action_show_to(self) -> None:
        """Asks to whom; the showing is a move."""
        world = self.view.world
        choices = [
            ("room", "the room"),
            *((seat, seat_name(world.scenario, seat, world.seats)) for seat in world.seats),
        ]
        ask(self, by_name("Show the look ahead to", choices), self._shown_to)

    async def _shown_to(self, to: str) -> None:
        if await self.give(Show(seat=CONTROL, what=self._shown_words(), to=to)) is None:
            more = " p on the board puts it on the room's screen." if to == "room" else ""
            self.notify(f"Shown, on record.{more}")

    def _shown_words(self) -> str:
        """The look ahead in a sentence: what is on record, and what the room's screen carries."""
        world = self.view.world
        name = score_name(world.scenario, self.score, world.seats)
        if not self.futures:
            return f"the look ahead, {name}"
        told = self.futures.fan(self.score)
        until = world.scenario.period(told.turns[-1])
        low, middle, high = (f"{values[-1]:.0f}" for values in (told.p10, told.p50, told.p90))
        return f"the look ahead ({name} by {until}: {low} to {high} in 80 of 100 futures, middle {middle})"

    def action_why(self) -> None:
        self.program.rooms.why(self.table, self.score)


def _shown(world: World) -> list[str]:
    theatres = [path_of(DETERRENCE, theatre) for theatre in world.scenario.theatres]
    return ["deterrence", *theatres, world.scenario.names.share, *world.scenario.tracks]
