"""Injects in words: delivered, held, answered."""

from tabletop.model.moves import Answer, CancelInject, FireInject, HoldInject, ReleaseInject, WriteInject
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.acts.verb import choice
from tabletop.words.orders import choices as of
from tabletop.words.said import quoted


def _answer(name: Namer, move: Answer) -> str:
    answer = name.option(move.inject, move.option) if move.option else quoted(move.text)
    return f"answers {quoted(name.inject(move.inject))}: {answer}"


say(
    Answer,
    _answer,
    word="answer",
    keys=("a",),
    slots=(choice("inject", of.injects, every=of.any_inject), choice("option", of.options)),
    tried=70,
)
say(FireInject, lambda name, move: f"delivers {quoted(name.inject(move.inject))}", news=False)
say(HoldInject, lambda name, move: f"holds back {quoted(name.inject(move.inject))}")
say(ReleaseInject, lambda name, move: f"releases {quoted(name.inject(move.inject))}")
say(CancelInject, lambda name, move: f"cancels {quoted(name.inject(move.inject))}")
say(WriteInject, lambda name, move: f"delivers {quoted(move.title) or move.inject}, written just now", news=False)
