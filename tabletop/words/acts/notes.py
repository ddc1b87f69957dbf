"""What stands on record alone, in words."""

from typing import Final

from tabletop.model.moves import Bookmark, Clock, Display, Fact, Note, Redact, Show, Sitrep, Talk
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.said import after_colon, decimal, quoted


def _note(name: Namer, move: Note) -> str:
    about = f" on {name.seat(move.about)}" if move.about else ""
    back = f" for turn {move.at}" if move.at else ""
    return f"notes an {move.kind}{about}{back}: {quoted(move.text)}".replace("an quote", "a quote").replace(
        "an recommendation", "a recommendation"
    )


def _talk(name: Namer, move: Talk) -> str:
    minutes = f", {_minutes(move.minutes)}" if move.minutes else ""
    return f"logs a talk between {name.those(move.seats)}{minutes}{after_colon(move.text)}"


def _clock(name: Namer, move: Clock) -> str:
    minutes = _minutes(abs(move.seconds) / 60)
    acts = {"start": "starts the clock", "stop": "stops the clock", "set": f"sets the clock to {minutes}"}
    return acts.get(move.act, f"gives {minutes} more")


def _show(name: Namer, move: Show) -> str:
    return f"opens {move.what}" if move.to == "control" else f"shows {move.what} to {name.seat(move.to)}"


_SCENES: Final = {
    "": "the prepared picture",
    "welcome": "the welcome",
    "map": "the map and its margins",
    "argument": "an argument",
    "story": "the story",
    "moved": "what moved most",
    "ribbon": "who carries what is needed",
    "replay": "the turns one after another",
    "ahead": "the look ahead",
    "reveal": "what the seats had wanted",
}


def _display(name: Namer, move: Display) -> str:
    if move.act != "push":
        return "blanks the public screen"
    match move.scene:
        case "inject":
            scene = f'the inject "{name.inject(move.about)}"'
        case "why" | "compare":
            scene = f"{'why' if move.scene == 'why' else 'two lines of'} {name.figure(move.about)}"
        case _:
            scene = _SCENES.get(move.scene, "a picture")
    return f"shows {scene} to the room"


def _minutes(count: float) -> str:
    minutes = decimal(count)
    return f"{minutes} minute" if minutes == "1" else f"{minutes} minutes"


say(Note, _note)
say(Bookmark, lambda name, move: f"marks this place{after_colon(move.text)}")
say(Redact, lambda name, move: f"takes the words out of move {move.entry}")
say(Fact, lambda name, move: f"establishes as a fact{after_colon(move.text)}")
say(Talk, _talk)
say(Sitrep, lambda name, move: f"reads the situation report{after_colon(move.text)}")
say(Show, _show)
say(Display, _display, news=False)
say(Clock, _clock, news=False)
