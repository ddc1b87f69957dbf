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


def _fire(name: Namer, move: FireInject) -> str:
    return f"delivers {quoted(name.inject(move.inject))}"


def _hold(name: Namer, move: HoldInject) -> str:
    return f"holds back {quoted(name.inject(move.inject))}"


def _release(name: Namer, move: ReleaseInject) -> str:
    return f"releases {quoted(name.inject(move.inject))}"


def _cancel(name: Namer, move: CancelInject) -> str:
    return f"cancels {quoted(name.inject(move.inject))}"


def _write(name: Namer, move: WriteInject) -> str:
    return f"delivers {quoted(move.title) or move.inject}, written just now"


say(
    Answer,
    _answer,
    word="answer",
    keys=("a",),
    slots=(choice("inject", of.injects, every=of.any_inject), choice("option", of.options)),
    tried=70,
)
say(FireInject, _fire, news=False)
say(HoldInject, _hold)
say(ReleaseInject, _release)
say(CancelInject, _cancel)
say(WriteInject, _write, news=False)
