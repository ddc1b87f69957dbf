"""The same order in words."""

from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.acts.verb import VerbSlot
from tabletop.words.cause_words import SENTENCES
from tabletop.words.orders import choices as of
from tests.toys.parade import PARADE, HoldParade


def _parade(name: Namer, move: HoldParade) -> str:
    return f"lets {move.bands:g} bands march in {name.theatre(move.theatre)}"


SENTENCES[PARADE] = "a parade of {seat}"
say(
    HoldParade,
    _parade,
    word="march",
    slots=(VerbSlot("theatre", "choice", choices=of.every("theatres")), VerbSlot("bands", "number", needed=False)),
)
