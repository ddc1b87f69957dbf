"""A world as a place saw it, and what can be asked of it: scores and their causes, results before control, objectives.

All of it follows from that one world, so that it can be asked wherever a view has been sent. Knows no record.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import evolve, frozen

from tabletop.analysis.areas import area_supply, bearers, bearers_by_area
from tabletop.analysis.origins.origin import seen_origin
from tabletop.model.account import Account
from tabletop.model.areas import AreaSupply, Bearers
from tabletop.model.moves import Move
from tabletop.model.origin import Origin
from tabletop.model.proposals import Proposal
from tabletop.model.refusal import Refusal
from tabletop.model.seats import Marked
from tabletop.model.world import Phase, World
from tabletop.rules.acts import changeable
from tabletop.rules.acts.check import check
from tabletop.rules.acts.proposals import proposals
from tabletop.rules.scores.deterrence import majority, scores
from tabletop.rules.scores.edges import passed
from tabletop.rules.scores.objectives import mark, turns_played
from tabletop.rules.scores.paths import value_at
from tabletop.rules.scores.reader import UnknownPath
from tabletop.rules.sight import orders_open
from tabletop.rules.turn.council import waits
from tabletop.table.texts import Texts
from tabletop.words.causes import account_of
from tabletop.words.council import contradicted


@frozen
class Moment:
    """`world` is already blanked for `who`: a seat, "control" or "public"."""

    who: str
    world: World

    def refusal(self, move: Move) -> Refusal | None:
        """Why a move can't be made here, as far as this place can tell; None when nothing speaks against it."""
        return check(self.world, move)

    # ------------------------------------------------------------------ scores

    @cached_property
    def scores(self) -> Mapping[str, float]:
        """Every score in points; margins are points over the pressure."""
        return scores(self.world)

    @property
    def carried(self) -> bool:
        """Whether the others carry most of what is needed."""
        return majority(self.world)

    @cached_property
    def edges(self) -> Mapping[str, int]:
        """Edges that have been passed, by id, each with the first turn at whose end it was."""
        return passed(self.world)

    def figure(self, path: str) -> float | str | None:
        """What stands under a path; None where there is no such figure."""
        try:
            return value_at(self.world, path)
        except (UnknownPath, KeyError):
            return None

    def origin(self, of: str) -> Origin:
        """Where any figure comes from that may be seen here, a score by its path or a thing by its kind and id, as
        "force/ID". Raises TabletopError for what isn't there, or not for this place."""
        return seen_origin(self.world, of, self.who)

    def adjustable(self) -> list[str]:
        """Paths that control may set by hand, the likeliest first."""
        return [path for path, _ in changeable.paths(self.world, adjusting=True)]

    def explained(self, score: str) -> Account:
        """Why a score has moved in the turn so far. Raises KeyError for an unknown score."""
        return account_of(self.world, score)

    def areas(self, theatre: str) -> tuple[AreaSupply, ...]:
        """What stands in a theatre, area by area. Raises KeyError for an unknown theatre."""
        return area_supply(self.world, theatre)

    def bearers(self, theatre: str = "") -> Bearers:
        """Who bears what a theatre needs; "": what all theatres need. Raises KeyError for an unknown theatre."""
        return bearers(self.world, theatre)

    def bearers_by_area(self) -> Mapping[str, Bearers]:
        """The same over all theatres, area by area."""
        return bearers_by_area(self.world)

    # ------------------------------------------------------------------ objectives

    @property
    def played(self) -> int:
        """Turns that have been played to their end."""
        return turns_played(self.world)

    @property
    def last_moved(self) -> int:
        """The last turn in which anything has moved: the one before while a new one has not been adjudicated."""
        return max(1, min(self.world.turn, self.played)) if self.played else self.world.turn

    def marked(self, seat: str) -> Sequence[Marked]:
        """A seat's objectives, as far as they are known here, with their points so far."""
        return mark(self.world, seat)

    # ------------------------------------------------------------------ results before control

    @property
    def orders_open(self) -> bool:
        """Whether this turn's orders lie open to whoever may see them."""
        return orders_open(self.world)

    def proposals(self) -> Sequence[Proposal]:
        """Every item of the turn, those that need a person first: also a certificate that the ledger contradicts."""
        if self.world.phase is not Phase.ADJUDICATE:
            return ()
        return sorted((self._held_to_ledger(item) for item in proposals(self.world)), key=lambda item: not item.needs)

    def _held_to_ledger(self, item: Proposal) -> Proposal:
        kind, _, name = item.item.partition("/")
        text = self.world.texts[name] if kind == "text" else None
        texts = Texts(self.world, "")
        if text is None or not texts.against_ledger(text.kind, text.about):
            return item
        match = texts.certified(text.kind, text.about)
        told = contradicted(self.world.scenario, text.about, match.full) if match else ""
        return evolve(item, needs=(*item.needs, told))

    def waits(self, text: str) -> bool:
        """Whether a text on the table is left for the next turn."""
        return waits(self.world, text)
