"""Two records of one exercise that differ only in what somebody may not know, and all that a place is given of each."""

from pathlib import Path
from random import Random
from typing import Any

import attrs
from attrs import evolve

from tabletop.analysis.explain import explanation
from tabletop.journal.opened import Terms
from tabletop.journal.record.play import Submission
from tabletop.journal.session import Session
from tabletop.model.moves import (
    Advance,
    BreakSilence,
    Footnote,
    HandIn,
    Message,
    Move,
    Red,
    RefuseHandover,
    Show,
    TableText,
    TakeBack,
    Undo,
)
from tabletop.model.refusal import Refusal
from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.model.world import Phase, World
from tabletop.rules.acts.reasons import reasons
from tabletop.rules.scores.deterrence import scores
from tabletop.table.local import LocalTable
from tabletop.table.local_record import LocalRecord
from tabletop.table.turn_story import story, turn_story
from tests.laws.test_sight import told
from tests.play import nato, some_move
from tests.table.scenes import every_scene

#: Kinds of which nobody but who made them, whom they name, and control may know before the turn's results.
SECRET = frozenset(
    {
        *("set-spending", "set-pace", "fund", "invest", "assign", "set-readiness", "withdraw", "cancel-withdrawal"),
        *("deploy", "backfill", "declare", "answer", "message", "promise", "talk", "show", "take-back"),
        *("hold", "cancel-inject", "bookmark", "mode", "note", "rule", "red", "survey"),
    }
)
#: Those that leave nothing behind when what was ordered is taken back.
HARMLESS = frozenset({"message", "talk", "bookmark", "note", "show", "mode", "survey"})

NOW = "2026-03-05T09:00:00Z"
ADVANCE = Advance(seat="control")


class Pair:
    """`bare` has what everybody may know; `full` has it too, and secrets between."""

    def __init__(self, folder: Path, viewer: str) -> None:
        self.viewer = viewer
        made = []
        for name in ("bare", "full"):
            path = folder / name / "s.toml"
            made.append(Session.create(path, nato(), Terms(seed="7"), now=lambda: NOW, salt=lambda: "0" * 32))
        self.bare, self.full = made
        self._same = {0: 0}  # numbers in the bare record to those in the full one

    def close(self) -> None:
        self.bare.close()
        self.full.close()

    def both(self, move: Move) -> bool:
        """Makes a move in both records, or in neither."""
        other = move
        if move.refers:
            n = getattr(move, move.refers)
            if n not in self._same:
                return False
            other = evolve(move, **{move.refers: self._same[n]})  # type: ignore[misc]
        others = move.seat != self.viewer and move.seat in self.full.world.seats
        if others and isinstance(other, BreakSilence | Footnote | RefuseHandover):  # why is theirs and their capital's
            other = evolve(other, why=next(reasons(self.full.world, move.seat), ""))  # type: ignore[misc]
        if any(self._refused(session, each) for session, each in ((self.bare, move), (self.full, other))):
            return False
        assert not isinstance(self.bare.make(move, "control"), Refusal)
        assert not isinstance(self.full.make(other, "control"), Refusal)
        self._same[len(self.bare.entries)] = len(self.full.entries)
        return True

    def secret(self, move: Move) -> bool:
        """Makes a move in the full record alone, where it is one that the viewer may not know of."""
        known = {getattr(move, "to", ""), *getattr(move, "seats", ())} & {self.viewer, "room", "public", "all"}
        if move.do not in SECRET or move.seat == self.viewer or known or self._open_order(move):
            return False
        return not isinstance(self.full.make(move, "Anna"), Refusal)

    def take_back(self) -> None:
        """The last entry of the full record goes again."""
        last = self.full.line[-2] if len(self.full.line) > 1 else 0
        assert not isinstance(self.full.make(Undo(seat="control", to=last)), Refusal)

    def _open_order(self, move: Move) -> bool:
        """Whether it takes back what lay open: everybody sees that go."""
        if not isinstance(move, TakeBack) or not 0 < move.entry <= len(self.full.entries):
            return False
        return isinstance(self.full.entries[move.entry - 1].move, TableText) or (
            self.full.entries[move.entry - 1].move.do == "propose-handover"
        )

    @staticmethod
    def _refused(session: Session, move: Move) -> bool:
        made = session.hold(Submission(move))
        if not isinstance(made, Refusal):
            session.drop_to(len(session.entries) - 1, [])
        return isinstance(made, Refusal)


def play(pair: Pair, rng: Random, moves: int, secrets: frozenset[str], *, back: bool) -> None:
    """So many moves of any kind in both records, secrets of some kinds in one; `back`: none of their orders stays."""
    for _ in range(moves):
        move = some_move(pair.bare.world, rng)
        if not isinstance(move, Advance) and move.do not in ("end", "pause", "practice"):
            pair.both(move)
        for _ in range(3):
            hidden = _secret_of_late(pair.full.world, rng) or some_move(pair.full.world, rng)
            if hidden.do in secrets and pair.secret(hidden):
                if back and hidden.do not in HARMLESS:
                    pair.take_back()
                break


def _secret_of_late(world: World, rng: Random) -> Move | None:
    """Now and then what random moves seldom are: a slip, a letter that asks for a deed, a look ahead with its fan."""
    seat, to = rng.sample(list(world.seats), 2)
    members = world.seats[to].members
    slips = [HandIn(seat=seat, when="before", ticks={"majority": "likely"}, asked=("whose",), words=("theirs",))]
    if over := len(world.history) - 1:
        slips.append(HandIn(seat=seat, when="after", turn=over, asked=("mattered",), words=("luck",)))
    fan = ({"turn": world.turn, "low": 1.0, "middle": 2.0, "high": 3.0},)
    asks = f"spending/{rng.choice(members)} >= 9" if members else ""
    post = rng.choice(list(world.scenario.posts))
    kinds = (
        rng.choice(slips),
        Message(seat=seat, to=to, text="words", asks=asks, against=post),
        Show(seat=CONTROL, what="words", to=to, score="trust", fan=fan),
    )
    return rng.choice(kinds) if rng.random() < 0.2 else None


def on(pair: Pair, rng: Random) -> None:
    """Both records go a phase on."""
    if pair.bare.world.phase is Phase.RED:
        pair.both(Red(seat="control", levers=({"lever": "rest"},)))
    assert pair.both(ADVANCE), pair.bare.world.phase


def given(session: Session, who: str) -> dict[str, Any]:
    """All that a place is given: its view, why scores moved, every step of its replay; the room's feed."""
    table = LocalTable(session, who)
    view = table.view_now()
    record = LocalRecord(session)
    record.look_as(who)
    return {
        "view": told(evolve(view, saved="")),
        "why": {score: repr(explanation(view.world, score)) for score in scores(view.world)},
        "replay": [told(record.world(line)) for line in range(record.last + 1)],
        "turns": record.turns(),
        "story": (story(view), attrs.asdict(whole) if (whole := turn_story(view)) else {}),
        **({"feed": every_scene(session, but=("compare",))} if who == PUBLIC else {}),
    }
