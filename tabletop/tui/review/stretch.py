"""The turns over which a score's change is told: one of them, one and what has come since, or all since the start."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from attrs import frozen

from tabletop.model.account import Account
from tabletop.model.world import World
from tabletop.table.moment import Moment
from tabletop.table.port import View
from tabletop.words import marks
from tabletop.words.causes import CauseBar, over_turns, since_row
from tabletop.words.names import score_name

_FELT: Final = 0.05
"""Points from which a change since the review is told."""


@frozen(eq=False)
class Stretch:
    """`at`: the turn; `whole`: all turns since the start instead."""

    view: View
    score: str
    at: int
    whole: bool = False

    def same_as(self, other: "Stretch") -> bool:
        """Whether it tells the same of the same view."""
        told = (self.score, self.at, self.whole) == (other.score, other.at, other.whole)
        return told and self.view is other.view

    def end_of(self, turn: int) -> Moment:
        """The end of a turn, or now."""
        return self.view if turn == self.view.world.turn else self.view.ends.get(turn, self.view.ends[0])

    @cached_property
    def explained(self) -> Account:
        """The change of the score over these turns."""
        turns = range(1, self.view.world.turn + 1) if self.whole else (self.at,)
        return over_turns([self.end_of(turn).explained(self.score) for turn in turns])

    @property
    def world(self) -> World:
        """The world at the end of these turns, from which sentences are told."""
        return self.view.world if self.whole else self.end_of(self.at).world

    @property
    def on_to_now(self) -> bool:
        """Whether what has moved since the last review is told too: that turn is looked at, and the next has begun."""
        return not self.whole and self.at == self.view.played < self.view.world.turn

    @cached_property
    def since(self) -> float:
        """Points by which the score has moved since the turn that is looked at, where that was the last; 0 where no
        digit would show it."""
        if not self.on_to_now:
            return 0.0
        was, now = self.end_of(self.at).scores[self.score], self.view.scores[self.score]
        return now - was if abs(marks.moved(was, now)) >= _FELT else 0.0

    @property
    def after(self) -> float:
        """The score at the end, which is now where what has come since is told."""
        return self.explained.after + self.since

    @property
    def late(self) -> list[CauseBar]:
        """What has come since, as a bar; none where nothing has."""
        return [since_row(self.since, self.at + 1)] if self.since else []

    @property
    def ends(self) -> tuple[str, str]:
        """What its first and its last figure are called."""
        now = self.whole or self.late or self.at == self.view.world.turn
        return "before", "now" if now else "after"

    @property
    def moment(self) -> Moment:
        """When the scores are read that stand beside."""
        return self.view if self.on_to_now else self.end_of(self.at)

    def scores_before(self) -> Mapping[str, object]:
        """Scores at the beginning, as far as they are known."""
        history = (self.view if self.whole else self.end_of(self.at)).world.history
        first = 0 if self.whole else self.at - 1
        opening = history[first] if first < len(history) else {}
        return {**self.end_of(1).scores, **opening} if self.whole else opening

    def title(self, room: int) -> str:
        """ "Trust: turn 4, 2027 H2 and on to now", in so many columns: without the half-year where that is too long,
        and of a score with a long name its short one."""
        world = self.view.world
        so_far = " so far" if self.at == world.turn > self.view.played else ""
        and_on = " and on to now" if self.since else ""
        whens = [f"turn {self.at}{so_far}, {world.scenario.period(self.at)}{and_on}", f"turn {self.at}{so_far}{and_on}"]
        names = [score_name(world.scenario, self.score, world.seats, short=short) for short in (False, True)]
        titles = [f"{name}: {when}" for name in names for when in (["since the start"] if self.whole else whens)]
        return next((title for title in titles if len(title) <= room), titles[-1])
