"""What the words of the order line can mean for a seat: ids with their names, likely ones only. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from tabletop.model.council import FreeMove
from tabletop.model.forces import Status
from tabletop.model.likelihood import SCALE
from tabletop.model.world import World
from tabletop.rules.acts import options as offers
from tabletop.rules.acts.options import anchor_forces, members_on_path, own_forces, payable, to_answer
from tabletop.words.names import force_name, member_name, seat_name, text_name, thing_name

SlotValues = dict[str, Any]
"""Words read so far, by the name of their slot."""
SlotChoices = Mapping[str, str]
Chooser = Callable[[World, str, SlotValues], SlotChoices]


def every(*things: str) -> Chooser:
    """All that a scenario has of some things, by their names: "ways"."""

    def choices(world: World, seat: str, values: SlotValues) -> SlotChoices:
        return {id: spec.name for each in things for id, spec in getattr(world.scenario, each).items()}

    return choices


def members(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {m: member_name(world.scenario, m) for m in members_on_path(world, seat)}


def programmes(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {name: force_name(world.scenario, name) for name in payable(world, seat)}


def mine(world: World, seat: str, values: SlotValues) -> SlotChoices:
    names = [f for f in own_forces(world, seat) if world.forces[f].status is Status.AVAILABLE]
    return {name: force_name(world.scenario, name) for name in names}


def leaving(world: World, seat: str, values: SlotValues) -> SlotChoices:
    """The seat's own forces and the anchor's packages that are about to leave their place."""
    names = dict.fromkeys([*own_forces(world, seat), *anchor_forces(world)])
    return {name: force_name(world.scenario, name) for name in names if world.forces[name].status is Status.LEAVING}


def packages(*states: Status) -> Chooser:
    def choices(world: World, seat: str, values: SlotValues) -> SlotChoices:
        names = [f for f in anchor_forces(world) if world.forces[f].status in states]
        return {name: force_name(world.scenario, name) for name in names}

    return choices


def moving_here(world: World, seat: str, values: SlotValues) -> SlotChoices:
    """Forces that have been announced for a theatre where the seat lies."""
    mine, theatres = set(world.seats[seat].members), world.scenario.theatres
    names = [name for name, state in world.forces.items() if state.to and mine & set(theatres[state.to].members)]
    return {name: force_name(world.scenario, name) for name in names}


def stand_ins(world: World, seat: str, values: SlotValues) -> SlotChoices:
    names = (name for force in anchor_forces(world) for name in offers.replacements(world, seat, force))
    return {name: force_name(world.scenario, name) for name in names}


def candidates(world: World, seat: str, values: SlotValues) -> SlotChoices:
    post = world.scenario.posts[values["post"]]
    holder = world.posts[values["post"]].holder
    return {m: member_name(world.scenario, m) for m in post.may_hold if m != holder}


def proposed(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {p: world.scenario.posts[p].name for p, state in world.posts.items() if state.status == "proposed"}


def open_texts(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {t: text_name(world.scenario, t) for t, text in world.texts.items() if text.state == "open"}


def subjects(world: World, seat: str, values: SlotValues) -> SlotChoices:
    things = offers.subjects(world, world.scenario.texts[values["text"]])
    return {thing: thing_name(world.scenario, thing) for thing in things if thing}


def injects(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {name: world.scenario.injects[name].title for name in to_answer(world, seat)}


def options(world: World, seat: str, values: SlotValues) -> SlotChoices:
    options = world.scenario.injects[values["inject"]].options
    return {o.id: f"{letter}  {o.text}" for letter, o in zip("abcdefghij", options, strict=False)}


def others(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {s: seat_name(world.scenario, s, world.seats) for s in world.seats if s != seat}


def and_control(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {**others(world, seat, values), "control": "Control"}


def free_move_id(free: FreeMove) -> str:
    """A free move of this turn in one word: who made it, and its which."""
    return f"{free.seat}/{free.number}"


def free_moves(world: World) -> list[FreeMove]:
    """Free moves of this turn."""
    return [free for free in world.free_moves if free.turn == world.turn]


def open_free_moves(world: World, seat: str, values: SlotValues) -> SlotChoices:
    undecided = [f for f in free_moves(world) if not f.grade and f"free/{free_move_id(f)}" not in world.rulings]
    return {
        free_move_id(f): f"{seat_name(world.scenario, f.seat, world.seats)}, free move {f.number}" for f in undecided
    }


def numbers_of_free_moves(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {name: "" for free in free_moves(world) for name in (str(free.ref), free_move_id(free))}


def sides(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {"for": "a reason for it", "against": "a reason against it"}


def chances(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {w.word.replace(" ", "-"): f"{w.low:g} to {w.high:g} %" for w in SCALE}


def kinds(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {t: spec.title for t, spec in world.scenario.texts.items()}


def all_texts(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {name: text_name(world.scenario, name) for name in world.texts}


def any_inject(world: World, seat: str, values: SlotValues) -> SlotChoices:
    return {name: spec.title for name, spec in world.scenario.injects.items() if name in world.injects}
