"""The course of the exercise in words."""

from tabletop.model.moves import Advance, End, Pause, PlaySeat, Practice, Redo, Resume, Start, Undo
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say

_ON = {
    "brief": "opens orders",
    "orders": "closes orders",
    "red": "opens the sealed orders",
    "adjudicate": "lets the results stand",
    "review": "opens the next turn",
}


def _practice(name: Namer, move: Practice) -> str:
    return "begins a practice turn" if move.act == "begin" else "ends the practice turn and throws it away"


def _play(name: Namer, move: PlaySeat) -> str:
    bot = move.player.removeprefix("bot:")
    who = "a team" if bot == move.player else f"the bot {bot}"
    return f"gives {name.seat(move.name)} to {who}"


say(Start, lambda name, move: "starts the exercise")
say(Pause, lambda name, move: "pauses the exercise")
say(Resume, lambda name, move: "resumes the exercise")
say(End, lambda name, move: "ends the exercise")
say(Advance, lambda name, move: _ON.get(name.phase, "goes on to the next phase"), news=False)
say(Practice, _practice)
say(PlaySeat, _play)
say(Undo, lambda name, move: f"goes back to move {move.to}" if move.to else "goes back to the opening")
say(Redo, lambda name, move: "takes the last undo back")
