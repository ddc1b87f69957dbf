"""Everything a seat's screens ask beside what they see: may this be done, what does it cost, what is left, who must
agree. Answered from a view alone, so that the same screen can stand on another machine; knows neither session nor
screens."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from tabletop.analysis.areas import bearers
from tabletop.model.areas import Bearers
from tabletop.model.figures.forms import MARGIN, WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Move, TakeBack
from tabletop.model.refusal import Refusal
from tabletop.model.seats import Marked, Order
from tabletop.model.world import Phase, World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.acts.check import check
from tabletop.rules.acts.free_moves import gains
from tabletop.rules.acts.step import step
from tabletop.rules.ahead.plans import order_about
from tabletop.rules.ahead.project import rehearsed
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.objectives import mark, total
from tabletop.rules.world.hosts import guests_of, joint_brief
from tabletop.table.answers import Answers
from tabletop.table.budget import Budget
from tabletop.table.handovers import Handovers
from tabletop.table.memory import PlaceMemory
from tabletop.table.packages import Packages
from tabletop.table.prices import Quote, quote
from tabletop.table.purse import Purse, purse
from tabletop.table.texts import Texts


@frozen
class Levers:
    """One seat's, "" for nobody in particular: then only what has no seat may be asked.

    `world` is as the place sees it: what is blanked there counts as not there, in prices too.
    """

    world: World
    seat: str
    memory: PlaceMemory = field(factory=PlaceMemory, eq=False, repr=False)

    def of(self, seat: str) -> "Levers":
        """Another seat's, from the same view."""
        return evolve(self, seat=seat)

    def refusal(self, move: Move) -> Refusal | None:
        """Why a move can't be made, as far as this place can tell; None when nothing speaks against it."""
        return check(self.world, move)

    def after(self, move: Move) -> "Levers | None":
        """As a move would leave them; None when it would be refused."""
        return None if check(self.world, move) else evolve(self, world=step(self.world, move)[0])

    def placed(self, move: Move) -> Order | None:
        """The order on its seat's sheet that a move would replace."""
        return order_about(self.world, move)

    def lies_on_sheet(self, move: Move) -> bool:
        """Whether it would lie on its seat's sheet, where orders have their price."""
        return ACTS[type(move)].sheet

    def take_back(self, move: Move) -> TakeBack | None:
        """The move that takes that order off the sheet again; None where nothing on it is on record yet."""
        order = self.placed(move)
        return TakeBack(seat=move.seat, entry=order.ref) if order and order.ref else None

    def quote(self, move: Move) -> Quote:
        """What an order costs and does, against a sheet that says nothing about the same thing."""
        return quote(self.world, move, self.memory)

    def aims(self, move: Move) -> Mapping[str, float]:
        """By how many points of the seat's whole each of its objectives would differ at the next review with a move
        that others do not stop, by id; chance left out. None for what would be refused."""
        return {} if not self.seat or self.refusal(move) else self.memory.aims(self.world, move)

    @property
    def purse(self) -> Purse:
        """What the seat still has this turn."""
        return purse(self.world, self.seat)

    @property
    def budget(self) -> Budget:
        """Its money: spending, readiness, purchases, industry."""
        return Budget(self.world, self.seat, self.memory)

    @property
    def packages(self) -> Packages:
        """Forces, its own and the anchor's."""
        return Packages(self.world, self.seat, self.memory)

    @property
    def handovers(self) -> Handovers:
        """Posts and what their handover asks and does."""
        return Handovers(self.world, self.seat)

    @property
    def texts(self) -> Texts:
        """Texts before the council."""
        return Texts(self.world, self.seat)

    @property
    def answers(self) -> Answers:
        """Injects that ask."""
        return Answers(self.world, self.seat)

    @property
    def guests(self) -> tuple[str, ...]:
        """Seats that have joined it."""
        return guests_of(self.world, self.seat) if self.seat else ()

    @property
    def joint_brief(self) -> str:
        """What stands before the briefs of a joined team."""
        return joint_brief(self.world, self.seat)

    @property
    def free_gains(self) -> tuple[str, ...]:
        """Figures that its free moves may be meant to move."""
        return gains(self.world, self.seat)

    @property
    def scores(self) -> dict[str, float]:
        """Every score as it stands."""
        return scores(self.world)

    def bearers(self, theatre: str = "") -> Bearers:
        """Who bears what a theatre needs; "": what all theatres need."""
        return bearers(self.world, theatre)

    @property
    def weakest(self) -> str:
        """The theatre where deterrence exceeds pressure least."""
        now = scores(self.world)
        return min(self.world.scenario.theatres, key=lambda theatre: now[path_of(MARGIN, theatre)])

    @property
    def objectives(self) -> list[Marked]:
        """The seat's objectives with their points so far."""
        return mark(self.world, self.seat)

    @property
    def by_review(self) -> "Levers":
        """As the seat will stand at the next review if all goes as its sheet has it, without chance: to be asked for
        scores and objectives alone. It takes a turn to work out."""
        return evolve(self, world=rehearsed(self.world))

    @property
    def money_next(self) -> float | None:
        """Billion dollars it will have next turn under its sheet and its answers, chance and what others hide left
        out; None where no next turn follows from them, or for a seat without money."""
        world = self.world
        if world.phase not in (Phase.BRIEF, Phase.ORDERS) or world.turn >= world.turns or not self.purse.pays:
            return None
        return self.memory.after(world).figures[path_of(WALLET, self.seat)]

    @property
    def points(self) -> float:
        """What it has reached of them all so far, 0 to 100."""
        return total(self.world, self.seat)
