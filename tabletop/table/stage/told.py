"""What is told in words: the welcome, an inject with its options, the story."""

from collections.abc import Mapping

from tabletop.model.injects import InjectState
from tabletop.model.moves import Display
from tabletop.rules.turn.injects import answering, choices
from tabletop.table.feed_file import Feed
from tabletop.table.injects import OPEN
from tabletop.table.port import View
from tabletop.table.stage.scene import RoomView
from tabletop.words.decided import whose
from tabletop.words.names import inject_name, option_text, seat_name
from tabletop.words.sentences import moves_by_number
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
    settled who has answered, and who chose which or came to it by words or by silence."""
    world, by_number = room.view.world, moves_by_number(room.view.lines)
    spec, state = world.scenario.injects[about], world.injects[about]
    settled = state.state is InjectState.CLOSED
    chosen = choices(world, about) if settled and spec.options else {}
    asked = [seat for seat in answering(world, about) if not settled or seat in dict(state.answers)]
    return {
        "title": spec.title,
        "text": list(paragraphs(spec.text)),
        "sender": spec.sender,
        "asked": [seat_name(world.scenario, seat, world.seats) for seat in asked],
        "settled": settled,
        "options": [
            {
                "text": option_text(world.scenario, about, option.id),
                "by": whose(world, about, [seat for seat in chosen if seat and chosen[seat] == option.id], by_number),
            }
            for option in spec.options
        ],
    }


# ---------------------------------------------------------------------- the story


def sentences(room: RoomView) -> Mapping[str, str]:
    """All of it, or one sentence; nothing before a turn has been told."""
    told = room.told() if room.view.played else ()
    if not told:
        return {}
    return {"": "all of it"} | {str(n): _short(sentence) for n, sentence in enumerate(told, 1)}


def story(room: RoomView, about: str) -> Feed:
    """The last turn that was told, in control's own words where control wrote some."""
    told = list(room.told())
    return {"of": room.view.played, "sentences": told[int(about) - 1 : int(about)] if about else told}


def _short(sentence: str) -> str:
    words = sentence.split()
    while len(" ".join(words)) > _LETTERS and len(words) > 1:
        words.pop()
    short = " ".join(words)
    return short if short == " ".join(sentence.split()) else f"{short} …"
