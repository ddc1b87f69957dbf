"""What was argued, ruled and adjusted in a turn, as sentences that a room may hear: the public half of every ruling."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tabletop.model.council import FreeMove
from tabletop.model.moves import Adjust, MakeFreeMove, Rule
from tabletop.model.record import Line
from tabletop.model.world import Ruled, World
from tabletop.words import names
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import predicate
from tabletop.words.said import after_colon, quoted

GRADES: Final = {
    "yes-and": "yes, and more",
    "yes-but": "yes, but",
    "no-but": "no, but",
    "no-and": "no, and worse",
}
"""The grades of a free move in words."""
_OUTCOMES: Final = {"set-aside": "set aside", "amend": "changed"}


def argued(world: World, by_number: Mapping[int, Line]) -> Iterator[str]:
    """Every free move of the world's turn: aim, odds, roll, grade, and control's public sentence."""
    for free in world.free_moves:
        if free.turn == world.turn:
            yield _argued(free, world, by_number)


def _argued(free: FreeMove, world: World, by_number: Mapping[int, Line]) -> str:
    line = by_number.get(free.ref)
    aim = quoted(line.move.aim) if line and isinstance(line.move, MakeFreeMove) else ""
    ruled = world.rulings.get(f"free/{free.seat}/{free.number}")
    clauses = [f"{names.seat_name(world.scenario, free.seat, world.seats)} argues {aim or 'a free move'}"]
    if free.odds is not None:
        clauses.append(f"{free.odds:.0f} %")
    if free.rolled is not None:
        clauses.append(f"rolled {free.rolled}")
    outcome = (free.grade if ruled.outcome == "accept" else ruled.outcome) if ruled else "none"
    word = {**GRADES, **_OUTCOMES, "none": "no ruling and no effect"}.get(outcome, "accepted")
    return f"{', '.join(clauses)}: {word}{_public(ruled, by_number)}"


def ruled(world: World, by_number: Mapping[int, Line]) -> Iterator[str]:
    """Control's rulings of the world's turn on everything else that changed a result or were given a sentence."""
    for item, ruling in world.rulings.items():
        head = item.partition("/")[0]
        public = _public(ruling, by_number)
        if head in ("free", "silence") or (ruling.outcome == "accept" and not public):
            continue
        yield f"{item_words(world, item)}: {_OUTCOMES.get(ruling.outcome, 'let stand')} by control{public}"


def item_words(world: World, item: str) -> str:
    """What a ruling is about: an order as its seat gave it, a text, an inject."""
    scenario, seats = world.scenario, world.seats
    head, _, rest = item.partition("/")
    match head:
        case "text":
            return names.text_name(scenario, rest, seats)
        case "inject":
            return f"answers to {names.inject_name(scenario, rest)}"
    who, orders = names.seat_name(scenario, head, seats), seats[head].orders
    move = orders[int(rest)].move if int(rest) < len(orders) else None
    return f"{who} {predicate(Namer(scenario, seats), move)}" if move else f"an order of {who}"


def _public(ruling: Ruled | None, by_number: Mapping[int, Line]) -> str:
    line = by_number.get(ruling.ref) if ruling else None
    return after_colon(line.move.public) if line and isinstance(line.move, Rule) else ""


def adjusted(world: World, lines: Sequence[Line]) -> Iterator[str]:
    """Control's corrections in the world's turn, each with its reason."""
    for line in lines:
        if line.live and line.turn == world.turn and isinstance(line.move, Adjust):
            yield f"control {predicate(Namer(world.scenario, world.seats), line.move)}"
