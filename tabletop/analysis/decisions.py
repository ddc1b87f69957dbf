"""Decisions of one way an exercise went, each under what it was about, and where those of several ways differ."""

from collections.abc import Mapping, Sequence
from itertools import count

from attrs import frozen

from tabletop.journal.record.entry import REDACTED
from tabletop.model.moves import MakeFreeMove, Move, Rule
from tabletop.model.moves.table import to_table
from tabletop.model.world import World
from tabletop.rules.acts.orders import thing

About = tuple[int, str, tuple[str, ...]]
"""Turn, seat, and what was decided about."""


@frozen
class Decision:
    """`moves`: by way, what a seat last decided about one thing in one turn; None where it decided nothing."""

    turn: int
    seat: str
    about: tuple[str, ...]
    moves: tuple[Move | None, ...]


def decisions(record: Sequence[tuple[int, int, Move]]) -> dict[About, Move]:
    """The last word of each seat on each thing in each turn. `record`: number, turn and move of what stands."""
    by_number = {n: move for n, _, move in record}
    verdicts: dict[About, Move] = {}
    for _, turn, move in record:
        about = _about(move, by_number)
        if isinstance(move, MakeFreeMove):  # each is its own, whatever its words
            abouts = (("free move", str(n)) for n in count(1))
            about = next(each for each in abouts if (turn, move.seat, each) not in verdicts)
        if about:
            verdicts[turn, move.seat, about] = move
    return verdicts


def differing(ways: Sequence[Mapping[About, Move]]) -> list[Decision]:
    """What was not decided alike in all ways, turn by turn."""
    keys = sorted({key for way in ways for key in way}, key=lambda key: (key[0], key[1], key[2]))
    differences = []
    for key in keys:
        moves = tuple(way.get(key) for way in ways)
        if any(not _alike(move, moves[0]) for move in moves[1:]):
            differences.append(Decision(*key, moves))
    return differences


def inject_endings(worlds: Sequence[World]) -> list[tuple[str, tuple[str, ...]]]:
    """Injects that ended otherwise, each with its outcome by way, "" where it never came."""
    endings = []
    for inject in dict.fromkeys(name for world in worlds for name in world.injects):
        words = tuple(_outcome(world, inject) for world in worlds)
        if len(set(words)) > 1:
            endings.append((inject, words))
    return endings


def _outcome(world: World, inject: str) -> str:
    state = world.injects.get(inject)
    if state is None or not state.turn:
        return ""
    return state.outcome or state.state.value


def _alike(one: Move | None, other: Move | None) -> bool:
    """Whether the same was decided; a ruling may stand at another number, and words taken out are no change."""
    if one is None or other is None or type(one) is not type(other):
        return one is other
    if isinstance(one, Rule) and isinstance(other, Rule):
        return (one.outcome, one.effects) == (other.outcome, other.effects)
    mine, theirs = to_table(one), to_table(other)
    if REDACTED in (*mine.values(), *theirs.values()):
        theirs = {key: mine.get(key) if REDACTED in (value, mine.get(key)) else value for key, value in theirs.items()}
    return mine == theirs


def _about(move: Move, by_number: Mapping[int, Move]) -> tuple[str, ...]:
    if isinstance(move, Rule):
        ruled = by_number.get(move.item)
        about = _about(ruled, {}) if ruled else ()
        return ("ruling", ruled.seat, *about) if ruled and about else ()
    return thing(move)
