"""What stands on record alone and changes no world: notes, facts, talks, reports, the clock, what was shown."""

from tabletop.model.moves import Bookmark, Clock, Display, Fact, Note, Redact, Show, Sitrep, Talk
from tabletop.model.moves.control import KINDS_OF_NOTE, SCENES
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.act import Act, Maker, When
from tabletop.rules.acts.ids import unknown
from tabletop.rules.scores.deterrence import scores


def _may_note(world: World, move: Note) -> Refusal | None:
    refusal = unknown("kind", move.kind, KINDS_OF_NOTE)
    if refusal or not move.objective:
        return refusal
    objectives = [objective.id for objective in world.scenario.exercise.objectives]
    objectives += [objective.id for seat in world.scenario.seats.values() for objective in seat.objectives]
    return unknown("objective", move.objective, objectives)


def _note_of_this_exercise(world: World, move: Note) -> Refusal | None:
    if move.at > world.turns:
        return Refusal("note/turn", f"the exercise has {world.turns} turns; a note about turn {move.at} was given")
    return unknown("seat", move.about, world.seats) if move.about else None


def _talk_of_seats(world: World, move: Talk) -> Refusal | None:
    return next(filter(None, [unknown("seat", seat, world.seats) for seat in move.seats]), None)


def _may_show(world: World, move: Show) -> Refusal | None:
    return unknown("seat", move.to, {**world.seats, "public": None, "room": None, "control": None})


def _may_display(world: World, move: Display) -> Refusal | None:
    refusal = unknown("act", move.act, ("push", "blank"))
    return refusal or (unknown("scene", move.scene, SCENES) if move.scene else None)


def _scene_of_this_exercise(world: World, move: Display) -> Refusal | None:
    match move.scene:
        case "inject":
            refusal = unknown("inject", move.about, world.injects)
            untold = refusal is None and not world.injects[move.about].turn
            return Refusal("display/untold", "the room has not been told of this inject") if untold else refusal
        case "why" | "compare":
            return unknown("score", move.about, scores(world))
        case "reveal" if move.about:
            return unknown("seat", move.about, world.seats)
        case "story" | "argument" if not move.about or move.about.isdecimal():
            return None
    return Refusal("display/about", f"{move.about!r} is not what this scene is about") if move.about else None


def _may_time(world: World, move: Clock) -> Refusal | None:
    return unknown("act", move.act, ("start", "stop", "extend", "set"))


Act(Note, maker=Maker.CONTROL, when=When.ALWAYS, check=_may_note, sense=_note_of_this_exercise, undone=False)
Act(Bookmark, maker=Maker.CONTROL, when=When.ALWAYS, undone=False)
Act(Redact, maker=Maker.CONTROL, when=When.ALWAYS, undone=False)
Act(Fact, maker=Maker.CONTROL, undone=False)
Act(Talk, maker=Maker.CONTROL, sense=_talk_of_seats, undone=False)
Act(Sitrep, maker=Maker.CONTROL, undone=False)
Act(Show, maker=Maker.CONTROL, check=_may_show, undone=False)
Act(Display, maker=Maker.CONTROL, when=When.PAUSED, check=_may_display, sense=_scene_of_this_exercise, undone=False)
Act(Clock, maker=Maker.CONTROL, check=_may_time, undone=False)
