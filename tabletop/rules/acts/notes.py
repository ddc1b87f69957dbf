"""What stands on record alone and changes no world: notes, facts, talks, reports, the clock, what was shown."""

from tabletop.model.moves import Bookmark, Clock, Display, Fact, Note, Redact, Show, Sitrep, Talk
from tabletop.model.moves.control import KINDS_OF_NOTE
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.act import Maker, When, act
from tabletop.rules.acts.known import unknown


def _may_note(world: World, move: Note) -> Refusal | None:
    refused = unknown("kind", move.kind, KINDS_OF_NOTE)
    if refused or not move.objective:
        return refused
    known = [objective.id for objective in world.scenario.exercise.objectives]
    known += [objective.id for seat in world.scenario.seats.values() for objective in seat.objectives]
    return unknown("objective", move.objective, known)


def _note_of_this_exercise(world: World, move: Note) -> Refusal | None:
    if move.at > world.turns:
        return Refusal("note/turn", f"the exercise has {world.turns} turns; a note about turn {move.at} was given")
    return unknown("seat", move.about, world.seats) if move.about else None


def _talk_of_seats(world: World, move: Talk) -> Refusal | None:
    return next(filter(None, [unknown("seat", seat, world.seats) for seat in move.seats]), None)


def _may_show(world: World, move: Show) -> Refusal | None:
    return unknown("seat", move.to, {**world.seats, "public": None, "room": None, "control": None})


def _may_display(world: World, move: Display) -> Refusal | None:
    return unknown("act", move.act, ("push", "blank"))


def _may_time(world: World, move: Clock) -> Refusal | None:
    return unknown("act", move.act, ("start", "stop", "extend", "set"))


act(Note, maker=Maker.CONTROL, when=When.ALWAYS, check=_may_note, sense=_note_of_this_exercise, undone=False)
act(Bookmark, maker=Maker.CONTROL, when=When.ALWAYS, undone=False)
act(Redact, maker=Maker.CONTROL, when=When.ALWAYS, undone=False)
act(Fact, maker=Maker.CONTROL, undone=False)
act(Talk, maker=Maker.CONTROL, sense=_talk_of_seats, undone=False)
act(Sitrep, maker=Maker.CONTROL, undone=False)
act(Show, maker=Maker.CONTROL, check=_may_show, undone=False)
act(Display, maker=Maker.CONTROL, when=When.PAUSED, check=_may_display, undone=False)
act(Clock, maker=Maker.CONTROL, check=_may_time, undone=False)
