"""What is told in words: the welcome, an inject with its options, the story, what the seats had wanted."""

from collections.abc import Mapping, Sequence

from tabletop.model.injects import InjectState
from tabletop.model.moves import Display
from tabletop.model.seats import Marked
from tabletop.model.world import State, World
from tabletop.rules.turn.injects import answering, choices
from tabletop.table.feed_file import Feed
from tabletop.table.injects import OPEN
from tabletop.table.port import View
from tabletop.table.stage.scene import RoomView
from tabletop.words.names import inject_name, option_text, seat_name
from tabletop.words.turns import paragraphs

_LETTERS = 48
"""Of a sentence in a list of scenes."""


def welcome(room: RoomView, about: str) -> Feed:
    """What the room sees as it walks in."""
    world = room.view.world
    return {
        "title": world.scenario.title,
        "question": world.scenario.exercise.question,
        "seats": [seat.name or name for name, seat in world.seats.items()],
    }


# ---------------------------------------------------------------------- an inject


def injects(room: RoomView) -> Mapping[str, str]:
    """What lies on the table, the newest first and those that the room has not seen this turn before all others, then
    what was settled in the last two turns."""
    return {name: inject_name(room.view.world.scenario, name) for name in _on_the_table(room.view)}


def next_inject(view: View) -> str:
    """An inject of this turn that lies open and that the room has not seen; "" where it has seen them all."""
    first = next(iter(_on_the_table(view)), "")
    state, fresh = view.world.injects.get(first), first not in _seen_this_turn(view)
    return first if state and fresh and state.state in OPEN and state.turn == view.world.turn else ""


def _on_the_table(view: View) -> list[str]:
    world, seen = view.world, _seen_this_turn(view)
    told = {
        name: state
        for name, state in world.injects.items()
        if name in world.scenario.injects
        and (state.state in OPEN or (state.state is InjectState.CLOSED and state.turn >= world.turn - 1))
    }
    return sorted(told, key=lambda name: (told[name].state not in OPEN, name in seen, -told[name].turn))


def _seen_this_turn(view: View) -> set[str]:
    shows = (line.move for line in view.lines if line.live and line.turn == view.world.turn)
    return {move.about for move in shows if isinstance(move, Display) and move.scene == "inject"}


def inject(room: RoomView, about: str) -> Feed:
    """One inject as the room may know it: its text, who is asked, its options without what they would do; once it is
    settled who chose which."""
    world = room.view.world
    spec, state = world.scenario.injects[about], world.injects[about]
    chosen = choices(world, about) if state.state is InjectState.CLOSED and spec.options else {}
    return {
        "title": spec.title,
        "text": list(paragraphs(spec.text)),
        "sender": spec.sender,
        "asked": [seat_name(world.scenario, seat, world.seats) for seat in answering(world, about)],
        "settled": state.state is InjectState.CLOSED,
        "options": [
            {"text": option_text(world.scenario, about, option.id), "by": _by(world, chosen, option.id)}
            for option in spec.options
        ],
    }


def _by(world: World, chosen: Mapping[str, str], option: str) -> list[str]:
    return [
        seat_name(world.scenario, seat, world.seats) for seat, choice in chosen.items() if seat and choice == option
    ]


# ---------------------------------------------------------------------- the story


def sentences(room: RoomView) -> Mapping[str, str]:
    """All of it, or one sentence; nothing before a turn has been told."""
    if not room.view.played or not room.told:
        return {}
    return {"": "all of it"} | {str(n): _short(sentence) for n, sentence in enumerate(room.told, 1)}


def story(room: RoomView, about: str) -> Feed:
    """The last turn that was told, in control's own words where control wrote some."""
    told = list(room.told)
    return {"of": room.view.played, "sentences": told[int(about) - 1 : int(about)] if about else told}


def _short(sentence: str) -> str:
    words = sentence.split()
    while len(" ".join(words)) > _LETTERS and len(words) > 1:
        words.pop()
    short = " ".join(words)
    return short if short == " ".join(sentence.split()) else f"{short} …"


# ---------------------------------------------------------------------- after the end


def revealed(room: RoomView) -> Mapping[str, str]:
    """Every seat's, one seat's; nothing before the end."""
    world = room.view.world
    if world.state is not State.ENDED:
        return {}
    return {"": "every seat"} | {seat: seat_name(world.scenario, seat, world.seats) for seat in world.seats}


def reveal(room: RoomView, about: str) -> Feed:
    """What every seat had wanted and how much of it was reached, secrets too: control's word opens them."""
    world = room.view.world
    marked: dict[str, list[Marked]] = {}
    for each in room.revealed():
        marked.setdefault(each.seat, []).append(each)
    return {
        "seats": [
            {"name": seat_name(world.scenario, seat, world.seats), "objectives": _objectives(rows)}
            for seat, rows in marked.items()
            if about in ("", seat)
        ]
    }


def _objectives(rows: Sequence[Marked]) -> list[Feed]:
    return [{"title": each.objective.title, "points": each.points, "secret": each.objective.secret} for each in rows]
