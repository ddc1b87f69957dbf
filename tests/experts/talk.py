"""What bots say in campaigns: texts and what is said to them, prices asked, promises kept and broken. Judges nothing.

Frequencies of the model with bots, not of the world.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from tabletop.analysis.policies import POLICIES
from tabletop.model.moves import (
    BreakSilence,
    Footnote,
    MakePromise,
    Message,
    Move,
    RefuseHandover,
    TableText,
)
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tests.experts.ends import SEED
from tests.page.ended import ended_by, opened

Spoken = tuple[int, Move]
"""A turn, and what was said in it."""


@frozen(eq=False)
class Talked:
    """What a campaign's seats said, in order; and of the promises made, (who, state)."""

    spoken: list[Spoken] = field(factory=list)
    promises: tuple[tuple[str, str], ...] = ()

    def of(self, *kinds: type[Move]) -> Iterator[Spoken]:
        return (each for each in self.spoken if isinstance(each[1], kinds))

    @property
    def texts(self) -> list[str]:
        """Ids of texts, one for each time that one was tabled."""
        moves = (move for _, move in self.of(TableText) if isinstance(move, TableText))
        return [f"{move.kind}/{move.about}" if move.about else move.kind for move in moves]

    def said_to(self, *kinds: type[Move]) -> set[tuple[int, str]]:
        """The turns and texts to which something of some kinds was said."""
        return {(turn, str(getattr(move, "proposal", ""))) for turn, move in self.of(*kinds)}


def talked(scenario: Scenario, policy: str, n: int) -> Talked:
    """Campaign number `n` of a policy, the one that `simulate --seed 7` plays."""
    spoken: list[Spoken] = []
    play = POLICIES[policy]

    def heard(world: World, seat: str, seed: str) -> Iterable[Move]:
        for move in play(world, seat, seed):
            if isinstance(move, TableText | BreakSilence | Footnote | RefuseHandover | Message | MakePromise):
                spoken.append((world.turn, move))
            yield move

    end = ended_by(opened(scenario), heard, f"{SEED}/{n}")
    return Talked(spoken, tuple((promise.seat, promise.state) for promise in end.world.promises))


def summary(some: list[Talked]) -> str:
    """What was said in some campaigns, in all."""
    count = sum(len(each.texts) for each in some)
    broken = sum(len(each.said_to(BreakSilence)) for each in some)
    notes = sum(len(each.said_to(Footnote)) for each in some)
    kinds = Counter(text.partition("/")[0] for each in some for text in each.texts)
    why = Counter((move.seat, getattr(move, "why", "")) for each in some for _, move in each.of(BreakSilence))
    asked = [move for each in some for _, move in each.of(Message) if getattr(move, "asks", "")]
    promises = Counter(state for each in some for _, state in each.promises)
    lines = [
        f"{len(some)} campaigns: {count} texts, {broken} broken ({100 * broken / max(count, 1):.0f} %), "
        f"{notes} footnoted ({100 * notes / max(count, 1):.0f} %)",
        f"texts: {_counted(kinds)}",
        f"silence broken: {_counted(Counter({' '.join(key): n for key, n in why.items()}))}",
        f"asked: {len(asked)} deeds, {sum(bool(getattr(move, 'against', '')) for move in asked)} as a price; "
        f"handovers refused: {sum(1 for each in some for _ in each.of(RefuseHandover))}",
        f"promises: {_counted(promises)}",
    ]
    for state in ("kept", "broken"):
        by = Counter(seat for each in some for seat, told in each.promises if told == state)
        lines.append(f"{state} by: {_counted(by)}")
    return "\n".join(lines)


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{what} {n}" for what, n in counts.most_common()) or "none"
