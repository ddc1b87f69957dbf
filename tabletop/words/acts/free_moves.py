"""Free moves in words: made, argued, estimated, rolled."""

from tabletop.model.moves import Argue, Estimate, MakeFreeMove, Move, Odds, Roll
from tabletop.model.world import World
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.acts.verb import VerbSlot, choice
from tabletop.words.orders import choices as of
from tabletop.words.said import after_colon, decimal, quoted

_FREE = choice("free move", of.open_free_moves, every=of.numbers_of_free_moves)


def _free(name: Namer, move: MakeFreeMove) -> str:
    means = f", by {quoted(move.means)}" if move.means.strip() else ""
    return f"argues a free move: {quoted(move.aim)}{means}"


def _odds(name: Namer, move: Odds) -> str:
    return f"locks the odds of move {move.move}: {move.word or f'{decimal(move.chance or 0.0)} %'}"


def _roll(name: Namer, move: Roll) -> str:
    return f"enters the dice for move {move.move}: {move.dice}" if move.dice else f"rolls for move {move.move}"


def _make_free(world: World, seat: str, values: of.SlotValues) -> Move:
    aim, *more = [part.strip() for part in values["text"].split(";")]
    means, *reasons = more or [""]
    return MakeFreeMove(seat=seat, aim=aim, means=means, reasons=tuple(r for r in reasons if r))


def _make_argument(world: World, seat: str, values: of.SlotValues) -> Move:
    number = _number_of(world, values["free move"])
    return Argue(seat=seat, move=number, side=values["side"], text=values.get("words", ""))


def _make_estimate(world: World, seat: str, values: of.SlotValues) -> Move:
    number = _number_of(world, values["free move"])
    return Estimate(seat=seat, move=number, word=values["chance"].replace("-", " "))


def _number_of(world: World, free: str) -> int:
    """The number of the move that "berlin/1" or "12" names."""
    return next((f.ref for f in of.free_moves(world) if of.free_move_id(f) == free), 0) or int(free)


say(MakeFreeMove, _free, word="free", slots=(VerbSlot("text", "text"),), make=_make_free, tried=250)
say(
    Argue,
    lambda name, move: f"argues {move.side} move {move.move}{after_colon(move.text)}",
    word="argue",
    keys=("g",),
    slots=(_FREE, choice("side", of.sides), VerbSlot("words", "text", needed=False)),
    make=_make_argument,
    tried=180,
)
say(
    Estimate,
    lambda name, move: f"calls move {move.move}: {move.word}",
    word="estimate",
    keys=("e",),
    slots=(_FREE, VerbSlot("chance", "phrase", choices=of.chances)),
    make=_make_estimate,
    tried=190,
)
say(Odds, _odds)
say(Roll, _roll)
