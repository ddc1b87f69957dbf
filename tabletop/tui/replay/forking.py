"""Forking from a replay: a branch of the same save where it may be written, else a new file; play goes on there."""

from functools import partial
from typing import TYPE_CHECKING

from tabletop.table.port import Control
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.form import asked_line

if TYPE_CHECKING:
    from tabletop.tui.replay.replay import ReplayScreen


def ask_fork(screen: "ReplayScreen") -> None:
    """Asks for the name of a new file; left empty, the fork is a branch of this save."""
    control, moment = screen.table.control, screen.moment
    if control is None:
        screen.notify("Only control forks a session.", severity="warning")
    elif screen.view.read_only:
        words = f"This save is read-only here, so the fork at move {moment} becomes a new file."
        question = asked_line("Fork here", words, "fork and play on", control.free_name())
        ask(screen, question, partial(_into_file, screen, control))
    else:
        words = (
            f"Play goes on from move {moment}; the moves after it stay on record as another branch. "
            "Type a name to fork into a new file instead."
        )
        ask(screen, asked_line("Fork here", words, "fork and play on"), partial(_fork, screen, control))


def _fork(screen: "ReplayScreen", control: Control, name: str) -> None:
    if name == "":
        control.fork_here(screen.moment)
        screen.notify(f"Forked at move {screen.moment}: the next move follows it.")
        screen.program.exercises.play_on()
    else:
        _into_file(screen, control, name)


def _into_file(screen: "ReplayScreen", control: Control, name: str) -> None:
    moment = screen.moment
    if name and (path := screen.program.attempt(lambda: control.fork_into(name, moment))):
        screen.notify(f"Forked at move {moment} into {path.name}.")
        screen.program.exercises.open_save(path)
