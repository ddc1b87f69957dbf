"""Why a score moved, in sentences: who did what, through what, how much; luck called luck; what would have avoided it.

Pure: causes as values go in, lines come out, of the moves and the world that it is given and may read.
"""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from tabletop.model.account import Account
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import sum_of
from tabletop.words import names
from tabletop.words.avoiding import avoided
from tabletop.words.names import capital, listed
from tabletop.words.said import full
from tabletop.words.strand_words import label, sentence
from tabletop.words.strands import Strand, strands
from tabletop.words.told import Moves, Told

MOST: Final = 3
"""Lines that are told first."""
_MAINLY: Final = 2 / 3
"""The part of a strand from which one term is named alone."""


@frozen
class Why:
    """`words`: who did what, without a full stop; `label`: the same shorter, for a row. `luck`, `avoided`: sentences or
    "". `through`: "through credibility", "" where there is but one way."""

    label: str
    words: str
    amount: float
    through: str
    luck: str
    avoided: str
    strand: Strand

    def sentence(self) -> str:
        """All of it but the amount, on one line."""
        through = full(capital(self.through)) if self.through else ""
        return " ".join(filter(None, (full(self.words), through, self.luck, self.avoided)))


def why(change: Account, world: World, moves: Moves) -> list[Why]:
    """A sentence for every strand of a change, the largest first; they add up as the causes do."""
    ground = Told(world, moves)
    several = len({each.through for each in change.causes}) > 1
    better = names.better(world.scenario, change.score)
    return [_why(strand, ground, several, better) for strand in strands(change.causes)]


def lines(told: Sequence[Why], amounts: Sequence[str] = (), most: int = MOST) -> list[str]:
    """The largest as lines of text behind their amounts: as they stand in `amounts`, else in tenths. What is shown as
    nothing is not told."""
    shown = amounts or [f"{each.amount:+.1f}" for each in told]
    felt = [(amount, each) for each, amount in zip(told, shown, strict=True) if float(amount)]
    return [f"{amount}  {each.sentence()}" for amount, each in felt[:most]]


def _why(strand: Strand, ground: Told, several: bool, better: str) -> Why:
    return Why(
        label=label(strand, ground),
        words=sentence(strand, ground),
        amount=strand.amount,
        through=_through(strand, ground.world) if several else "",
        luck=_luck(strand),
        avoided=avoided(strand, ground.world, better),
        strand=strand,
    )


def _through(strand: Strand, world: World) -> str:
    """The terms that bear most of a strand, by name."""
    named: list[str] = []
    terms, borne = strand.through, 0.0
    whole = sum_of(abs(amount) for amount in terms.values())
    for term, amount in terms.items():
        if named and borne >= _MAINLY * whole:
            break
        named.append(names.score_name(world.scenario, term, world.seats).lower())
        borne += abs(amount)
    mainly = "mainly through" if len(named) < len(terms) else "through"
    return f"{mainly} {listed(named)}"


# ---------------------------------------------------------------------- luck

#: What a draw of chance decided, by kind of cause.
_DRAWN: Final = {
    "mood": "That is luck alone.",
    "election-closer": "The vote is luck.",
    "election-away": "The vote is luck.",
    "probe-hit": "That it came through is luck.",
    "probe-repelled": "That it was repelled is luck.",
    "rebuilds-faster": "How fast is luck.",
    "rebuilds-slower": "How fast is luck.",
    "needs-grow-faster": "How fast is luck.",
    "needs-grow-slower": "How fast is luck.",
    "slips": "That it is late is luck.",
    "waits-behind": "That it is late is luck.",
    "inject": "That it came now is luck.",
    "argument": "The roll is luck.",
}


def _luck(strand: Strand) -> str:
    """What of a strand a draw decided."""
    drawn = dict.fromkeys(_DRAWN.get(each.cause.kind, "A draw decided.") for each in strand.causes if each.cause.luck)
    return " ".join(drawn)
