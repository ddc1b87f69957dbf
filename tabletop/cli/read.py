"""Replays a save for a command that only looks: no lock, and nothing on disk is touched."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen

from tabletop.cli.say import remark
from tabletop.errors import SaveError, TabletopError, did_you_mean
from tabletop.journal.record.earlier import only_a_record
from tabletop.journal.record.play import Play
from tabletop.journal.record.rulebook import our_rules
from tabletop.journal.replay import fold
from tabletop.journal.store.header import Header
from tabletop.journal.store.save import Save
from tabletop.journal.store.save_toml import load
from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.model.world import World


@frozen
class Replay:
    """A save as it was read and played."""

    save: Save
    play: Play


def replay_of(path: str, to: int | None = None, *, played: bool = False) -> Replay:
    """The save up to entry `to` (the last). Raises PlaceError, SaveError, ScenarioError; remarks go to stderr.

    `played`: raises SaveError also for one that is only a record here.
    """
    with placed(path):
        save = load(path)
    have = len(save.entries)
    if save.fault and (to is None or to > have):
        raise SaveError(save.fault, hint=f"entries 1 to {have} are good: replay --to {have} or fork --at {have}")
    if to is not None and to > have:
        raise SaveError(f"there is no entry {to}", place=path, hint=f"the last is {have}")
    if played:
        refuse_record(path, save.header)
    play, stop = fold(save, our_rules(), to)
    if stop:
        good = len(play.entries)
        place = f"{path}:{save.line_of(good + 1)}"
        raise SaveError(stop, place=place, hint=f"entries 1 to {good} can be replayed with --to")
    for sentence in (save.torn, _other_rules(save, play)):
        if sentence:
            remark(f"{Path(path).name}: {sentence}")
    return Replay(save, play)


def check_place(path: str, world: World, who: str | None) -> None:
    """Raises TabletopError for a place that is neither control's, the public's nor a seat's of a world."""
    places = (*world.seats, PUBLIC, CONTROL)
    if who is not None and who not in places:
        raise TabletopError(f"there is no seat '{who}' in this save", place=path, hint=did_you_mean(who, places))


def refuse_record(path: str, header: Header) -> None:
    """Raises SaveError for a save of an earlier edition."""
    if why := only_a_record(header.rules):
        raise SaveError(why, place=path, hint="replay, export and compare show what is recorded")


def _other_rules(save: Save, play: Play) -> str:
    ours = save.header.rules == play.rules.version and not play.rules.closed
    if ours and not play.differs and not play.unlike:
        return ""
    from tabletop.journal.opened import other_rules  # brings what writers need

    return other_rules(save.header, play)


@contextmanager
def placed(path: str) -> Iterator[None]:
    """Errors that name no place get the path that was given."""
    try:
        yield
    except TabletopError as wrong:
        wrong.place = wrong.place or path
        raise
