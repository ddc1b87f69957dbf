"""Commands that open the screens. Only here, and only when one of them runs, is Textual loaded."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from tabletop.cli.terms import NAMED, new_session, option_of_mirror, options_of_terms
from tabletop.errors import PlaceError, TabletopError

_BARE: Final = ("dumb", "unknown")
"""Terminals that can't put a letter where they are told."""
_ROUND: Final = 50_000
"""Objects that come before the collector looks for rings among them."""


@click.command()
@click.argument("scenario", type=NAMED, required=False)
@click.option("--save", type=NAMED, metavar="FILE", help="Where to save (default: a new file where saves go).")
@options_of_terms
@option_of_mirror
def play(scenario: str | None, save: str | None, mirror: str | None, **terms: Any) -> None:
    """Begin an exercise of SCENARIO (an id or a path) in the screens."""
    from tabletop.table.exercise import Exercise

    _needs_a_terminal()
    with new_session(scenario or _only_scenario(), save, mirror, **terms) as session:
        _open(exercise=Exercise(session))


@click.command()
@click.argument("save", type=NAMED)
@option_of_mirror
def resume(save: str, mirror: str | None) -> None:
    """Go on with SAVE in the screens, at the very move it was left."""
    from tabletop.cli.read import placed, refuse_record
    from tabletop.journal.session import Session
    from tabletop.table.exercise import Exercise

    with placed(save):
        session = Session.open(save, mirror=Path(mirror) if mirror else None)
    with session:
        refuse_record(save, session.header)
        _needs_a_terminal()
        _open(exercise=Exercise(session))


@click.command()
def demo() -> None:
    """Watch an exercise being played by bots, with captions from the record; take over at any step."""
    _needs_a_terminal()
    _open(demo=True)


@click.command()
@click.argument("save", type=NAMED)
def public(save: str) -> None:
    """The projector's screen for SAVE, in a second terminal: no secrets, readable from the back row."""
    from tabletop.cli.read import placed, refuse_record
    from tabletop.journal.record.rulebook import our_rules
    from tabletop.journal.replay import fold
    from tabletop.journal.store.save_toml import load
    from tabletop.model.seats import PUBLIC
    from tabletop.rules.sight import view
    from tabletop.table.feed import where_it_stands
    from tabletop.table.port import View
    from tabletop.table.stage.scene import RoomView, Scene
    from tabletop.table.stage.scenes import made

    with placed(save):
        record = load(save)
        refuse_record(save, record.header)
        world = view(fold(record, our_rules())[0].world, PUBLIC)
    _needs_a_terminal()
    header = record.header
    room = View(PUBLIC, world, (), 0, save, marking=header.marking, caveat=header.caveat)
    _open(
        public=Path(save),
        welcome={"scene": made(RoomView(room), Scene("welcome")), "now": where_it_stands(room, None), "after": ""},
    )


def start() -> None:
    """The start screen."""
    _needs_a_terminal()
    _open()


def replay_in_screens(save: str, to: int | None = None, who: str | None = None) -> None:
    """Step through a save, from after a move and as a place saw it."""
    from tabletop.cli.read import check_place, replay_of

    _needs_a_terminal()
    check_place(save, replay_of(save, to).play.world, who)
    _open(replay=Path(save), to=to, who=who or "")


def compare_in_screens(saves: Sequence[str]) -> None:
    """Saves side by side, as many as can be told apart."""
    from tabletop.cli.read import replay_of

    for save in saves:
        replay_of(save, played=True)
    _needs_a_terminal()
    _open(compare=[Path(save) for save in saves])


def _only_scenario() -> str:
    from tabletop.journal.store.places import known_scenarios

    names = list(known_scenarios())
    if len(names) != 1:
        raise PlaceError("name a scenario", hint=f"known: {', '.join(names) or 'none'}")
    return names[0]


def _open(**what: Any) -> None:
    from tabletop.cli.config import chosen
    from tabletop.config.place import settings
    from tabletop.tui.app import TabletopApp
    from tabletop.tui.terminal.on_signal import Ending

    app = TabletopApp(**what, likes=chosen(settings(), public="public" in what))
    with Ending(app.leave_soon):
        app.run()  # says itself, on leaving, how much is on disk and where
    if app.return_code:
        raise click.exceptions.Exit(app.return_code)


def _needs_a_terminal() -> None:
    """A driver named in the environment brings its own. From here on the collector looks less often: nearly all that is
    made until the first picture stays, and its rounds over that were a tenth of the way there."""
    streams = (sys.__stdin__, sys.__stderr__)
    if "TEXTUAL_DRIVER" not in os.environ and not all(stream and stream.isatty() for stream in streams):
        raise TabletopError("the screens need a terminal", hint="see --help for what works without")
    if "TEXTUAL_DRIVER" not in os.environ and os.environ.get("TERM") in _BARE:
        hint = "explain, compare, replay --json, apply and export work here"
        raise TabletopError(f"this terminal (TERM={os.environ['TERM']}) can't show the screens", hint=hint)
    gc.set_threshold(_ROUND)
