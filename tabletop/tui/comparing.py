"""Saves side by side: read, in the background while a screen is open, and laid out. None of them is written to."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tabletop.errors import TabletopError
from tabletop.table.exercise import Exercise
from tabletop.table.runs_of import runs_of_saves

if TYPE_CHECKING:
    from tabletop.table.runs import Run
    from tabletop.tui.app import TabletopApp


def compare_first(app: "TabletopApp", saves: Sequence[Path]) -> None:
    """The only screen: two saves or more, or one of which the branches are laid side by side."""
    try:
        exercise, runs = _read(saves)
    except TabletopError as wrong:
        app.exit(return_code=1, message=str(wrong))
    else:
        _lay_out(app, exercise, runs)


def read_and_compare(app: "TabletopApp", saves: Sequence[Path]) -> None:
    """Reads on while the screen stays open; nothing is shown if another has been opened since."""
    asker = app.screen
    app.notify(f"Reading {len(saves)} saves ...", timeout=30)

    def show(exercise: Exercise, runs: "Sequence[Run]") -> None:
        if app.screen is asker:
            _lay_out(app, exercise, runs)
        else:
            exercise.close()

    def read() -> None:
        try:
            app.call_from_thread(show, *_read(saves))
        except TabletopError as wrong:
            app.call_from_thread(app.notify, str(wrong), severity="error", timeout=10)

    app.run_worker(read, thread=True, exclusive=True, group="compare")


def _read(saves: Sequence[Path]) -> "tuple[Exercise, Sequence[Run]]":
    runs = runs_of_saves(saves) if len(saves) > 1 else None
    exercise = Exercise.open(saves[0], read_only=True)
    return exercise, exercise.runs() if runs is None else runs


def _lay_out(app: "TabletopApp", exercise: Exercise, runs: "Sequence[Run]") -> None:
    """`exercise` gives the frame its words."""
    from tabletop.tui.review.compare import CompareScreen

    app.clear_notifications()
    app.exercises.take_over(exercise)
    app.push_screen(CompareScreen(exercise.table(), runs))
