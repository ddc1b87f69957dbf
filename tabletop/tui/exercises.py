"""The exercise in hand: how it is opened, what is taken over with it, what is put beside it when it is let go."""

import gc
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tabletop.tui.kit.drafts import Drafts
from tabletop.tui.kit.program import Exercises

if TYPE_CHECKING:
    from tabletop.table.exercise import Exercise
    from tabletop.table.port import Table
    from tabletop.tui.app import TabletopApp

_LONG: Final = 1_000
"""Moves from which on a record is long."""


class OneInHand(Exercises):
    """One at a time: what is opened takes the place of what was."""

    def __init__(self, app: "TabletopApp") -> None:
        self._app = app
        self._drafted: Exercise | None = None
        self._ours = False
        """Whether who sits here runs the exercise in hand, or looks on while another process does."""

    def runs(self, table: "Table") -> bool:
        return self._ours and self.in_hand is not None and self.in_hand.has(table)

    def open(self, exercise: "Exercise", hand: str = "", *, model_red: bool = False, resumed: bool = False) -> None:
        """The model goes on playing the adversary on a fork as well."""
        from tabletop.tui.board.board import BoardScreen

        if resumed and (seat := exercise.seat_alone):
            self.open_seat(exercise, seat)
            return

        model_red = model_red or exercise.model_plays_red
        before = self.in_hand
        if exercise is before:
            boards = (screen for screen in self._app.screen_stack if isinstance(screen, BoardScreen))
            model_red = model_red or any(board.model_red for board in boards)
        self.take_over(exercise)
        self._go_home()
        self._ours = True
        exercise.begin_room()
        self._app.push_screen(BoardScreen(exercise.table(), hand, model_red=model_red))
        if resumed:
            self._app.time.ask()
        elif before is not exercise:
            exercise.stand_still()

    def open_save(self, path: Path, *, resumed: bool = False) -> None:
        from tabletop.table.exercise import Exercise

        exercise = self._app.attempt(partial(Exercise.open, path))
        if exercise and exercise.closed:
            self._look_at(exercise)
        elif exercise:
            self.open(exercise, resumed=resumed)

    def play_on(self) -> None:
        if self.in_hand is not None:
            self.open(self.in_hand)

    def open_seat(self, exercise: "Exercise", seat: str) -> None:
        from tabletop.tui.board.solo import SoloScreen

        self.take_over(exercise)
        self._go_home()
        screen = SoloScreen(exercise.table(), seat)
        self._app.push_screen(screen)
        if not exercise.ordered_by(seat):
            self._app.rooms.job(screen.table)

    def _go_home(self) -> None:
        """Puts away every screen but Textual's own and the start screen: none of them is of the exercise in hand."""
        while len(self._app.screen_stack) > 1:
            from tabletop.tui.start.start import StartScreen

            if isinstance(self._app.screen, StartScreen):
                return
            self._app.pop_screen()

    def open_demo(self) -> None:
        from tabletop.table.watching import Watched
        from tabletop.tui.replay.demo import DemoScreen

        if watched := self._app.attempt(Watched):
            self._app.push_screen(DemoScreen(watched))

    def open_replay(self, path: str | Path, to: int | None = None, who: str = "") -> None:
        from tabletop.table.exercise import Exercise

        exercise = self._app.attempt(partial(Exercise.open, path, read_only=True))
        if exercise is not None:
            self._look_at(exercise, to, who)

    def _look_at(self, exercise: "Exercise", to: int | None = None, who: str = "") -> None:
        """Steps through what nobody plays here, after move `to` as `who` saw it."""
        from tabletop.model.seats import CONTROL

        self.take_over(exercise)
        holder = exercise.holder
        self._ours = bool(holder)
        table = exercise.table(who or CONTROL)
        record = table.record
        self._app.rooms.replay(table, None if to is None or record is None else record.line(to))
        if holder:
            self._app.notify(f"{holder} has it open: read-only here, its moves come as they are made", timeout=10)

    def open_compare(self, paths: Sequence[str | Path]) -> None:
        """Reads them in the background."""
        from tabletop.tui.comparing import read_and_compare

        read_and_compare(self._app, [Path(path) for path in paths])

    def take_over(self, exercise: "Exercise") -> None:
        """The exercise in hand from now on. A long record is taken out of the garbage collector's rounds, which would
        hold a step up by a tenth of a second and find nothing."""
        if exercise is not self.in_hand:
            self.let_go()
        if exercise.moves > _LONG:
            gc.freeze()
        if exercise is not self.in_hand or not exercise.timed:
            self._app.time.begin(exercise)
        if exercise is not self._drafted:
            self._drafted = exercise
            self._app.drafts = Drafts(exercise.take_drafts())
        self.in_hand = exercise
        self._ours = False
        for notice in exercise.notices:
            self._app.notify(notice, timeout=10)

    def let_go(self) -> None:
        """Closes the exercise in hand; what was half typed goes beside it."""
        if self.in_hand is not None:
            self._put_drafts(self.in_hand)
            self.in_hand.close()
            self.in_hand = None
            gc.unfreeze()

    def _put_drafts(self, exercise: "Exercise") -> None:
        from tabletop.tui.kit.dialog import Dialog

        if exercise.read_only:
            return
        for screen in self._app.screen_stack:
            if isinstance(screen, Dialog):
                screen.keep_draft()
        exercise.put_drafts(self._app.drafts.all())
