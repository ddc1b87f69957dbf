"""A seat's own sheet in words: sealed, opened again, a line of it taken back."""

from tabletop.model.moves import Move, Ordered, Seal, TakeBack, Unseal
from tabletop.model.world import World
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.acts.verb import VerbSlot, WrongWord
from tabletop.words.names import listed
from tabletop.words.orders.choices import SlotValues
from tabletop.words.said import after_colon

_WAYS = {"up": "up", "down": "down", "same": "unchanged"}


def _seal(name: Namer, move: Seal) -> str:
    expected = listed([f"{name.score(s, short=True)} {_WAYS.get(way, way)}" for s, way in move.expect.items()])
    return f"seals its orders{after_colon(move.why)}{f'; expects {expected}' if expected else ''}"


def _line(world: World, seat: str, values: SlotValues) -> Move:
    orders = world.seats[seat].orders
    n = int(values.get("line") or len(orders))
    if not 1 <= n <= len(orders):
        raise WrongWord(f"the sheet has no line {n}" if orders else "the sheet is empty")
    return TakeBack(seat=seat, entry=orders[n - 1].ref)


say(Seal, _seal, word="seal", slots=(VerbSlot("words", "text", needed=False, field="why"),), tried=270, news=False)
say(Unseal, lambda name, move: "opens its orders again", word="unseal", tried=280, news=False)
say(
    TakeBack,
    lambda name, move: f"takes its order back (move {move.entry})",
    word="back",
    keys=("undo",),
    slots=(VerbSlot("line", "number", needed=False),),
    make=_line,
    tried=260,
)
say(Ordered, lambda name, move: "ordered (sealed)")
