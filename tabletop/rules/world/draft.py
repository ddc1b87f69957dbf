"""A world being changed: events go in, a new frozen world comes out."""

from typing import Any, assert_never

from tabletop.model import events
from tabletop.model.cause import Cause
from tabletop.model.events import (
    DeparturesSet,
    PhaseBegan,
)
from tabletop.model.forces import Force, Programme
from tabletop.model.injects import Inject
from tabletop.model.inner import PROBES
from tabletop.model.members import Member
from tabletop.model.posts import Post
from tabletop.model.world import Change, Lasting, Phase, World
from tabletop.rules.world.frame import Cells
from tabletop.rules.world.parts import Parts


class Draft(Parts):
    """A world being changed. `emit` applies an event and remembers it; `freeze` gives the world that follows.

    What changes often has a method of its own (`change_figure`, `set_member`, ...), which makes no event where none is
    kept.
    """

    __slots__ = ("_log", "events", "luck", "record")

    def __init__(self, world: World, *, luck: bool = True, record: bool = True) -> None:
        super().__init__(world)
        self.luck = luck  # False: no chance at all, for looking ahead at the expected course
        self.record = record  # False: neither events nor causes are kept, for campaigns that nobody will explain
        self.events: list[events.Event] = []
        self._log: list[Change] | None = None
        if not record:
            self.own_all()

    def emit(self, event: events.Event) -> None:
        """Applies an event and remembers it."""
        if self.record:
            self.events.append(event)
        self.apply(event)

    def freeze(self) -> World:
        """The world as it stands now."""
        if self._log is not None:
            self.changes = tuple(self._log)
            self._log = None
        return super().freeze()

    def apply(self, event: events.Event) -> None:
        """One case per event; never refuses, never rolls."""
        match event:
            case events.Moved():
                self.shift(event.figure, event.amount)
                self._note(event.figure, event.amount, event.cause, event.ref)
            case DeparturesSet():
                self.departures = event.departures
            case PhaseBegan():
                self.phase = event.phase
            case events.ForceChanged():
                self._force(event.force, event.state, event.cause, event.ref)
            case events.MemberChanged():
                self.put("members", event.member, event.state)
            case events.ProgrammeChanged():
                self.own("programmes")[event.programme] = event.state
            case events.PostChanged():
                self.put("posts", event.post, event.state)
            case events.OrderPlaced():
                self.put_orders(event.seat, (*self.seats[event.seat].orders, event.order))
            case events.OrderTakenBack():
                orders = self.seats[event.seat].orders
                self.put_orders(event.seat, orders[: event.index] + orders[event.index + 1 :])
            case events.SeatSealed():
                self.change_seat(event.seat, sealed=True, expect=event.expect, seal=event.ref)
            case events.SeatUnsealed():
                self.change_seat(event.seat, sealed=False, seal=0)
            case events.BudgetSet():
                self.change_seat(event.seat, provisional=event.provisional)
            case events.WordGiven():
                words = tuple(w for w in self.seats[event.seat].words if w[0] != event.stance)
                self.change_seat(event.seat, words=(*words, (event.stance, event.turn)))
            case events.PlayerChanged():
                self.change_seat(event.seat, player=event.player)
            case events.InjectChanged():
                self.put_inject(event.inject, event.state)
            case events.ChainSettled():
                self.put("chains", event.chain, event.outcome)
            case events.TextChanged():
                self.put("texts", event.state.id, event.state)
            case events.PromiseChanged():
                self.promises = _put(self.promises, event.index, event.state)
            case events.LettersSet():
                self.letters = event.letters
            case events.FreeMoveChanged():
                self.free_moves = _put(self.free_moves, event.index, event.state)
            case events.RedSealed():
                self.red = event.order
            case events.Ruling():
                self.own("rulings")[event.item] = event.ruled
            case events.EffectSet():
                self.lasting = (*self.lasting, Lasting(event.turn, event.effect, event.cause, event.ref))
            case events.EffectsDue():
                self.lasting = tuple(due for due in self.lasting if due.turn > event.turn)
            case events.Probed():
                self.shift(PROBES, 1)
                if not event.answered:
                    self.shift("probes/unanswered", 1)
            case events.ReadingsTaken():
                self.history = (*self.history[: self.turn], event.readings)
            case events.StateChanged():
                self.state = event.state
            case events.TurnOpened():
                self._open(event.turn)
            case events.ModeSet():
                modes = tuple(m for m in self.modes if m[0] != event.domain)
                self.modes = (*modes, (event.domain, event.mode))
            case events.PracticeSet():
                self.practice = event.on
            case events.ObjectivesTold():
                self.revealed = True
            case _:
                assert_never(event)

    def change_figure(self, figure: str, amount: float, cause: Cause, ref: int = 0) -> None:
        """Adds to a figure, whatever its range."""
        self.shift(figure, amount)
        if self.record:
            self.events.append(events.Moved(figure, amount, cause, ref))
            self._note(figure, amount, cause, ref)

    def begin_phase(self, phase: Phase) -> None:
        """Goes on to a phase."""
        self.phase = phase
        if self.record:
            self.events.append(events.PhaseBegan(phase))

    def set_member(self, member: str, state: Member) -> None:
        """Gives a member another state."""
        self.put("members", member, state)
        if self.record:
            self.events.append(events.MemberChanged(member, state))

    def set_members(self, states: dict[str, Member]) -> None:
        """Gives several members another state."""
        if self.record:
            for member, state in states.items():
                self.set_member(member, state)
        else:
            self.own("members").update(states)

    def set_force(self, force: str, state: Force, cause: Cause, ref: int = 0) -> Cells | None:
        """Gives a force another state and counts supply anew; returns what supply gained, None if nothing moved."""
        if self.record:
            self.events.append(events.ForceChanged(force, state, cause, ref))
        return self._force(force, state, cause, ref)

    def set_programme(self, programme: str, state: Programme) -> None:
        """Gives a programme another state."""
        self.own("programmes")[programme] = state
        if self.record:
            self.events.append(events.ProgrammeChanged(programme, state))

    def set_post(self, post: str, state: Post, cause: Cause, ref: int = 0) -> None:
        """Gives a post another state."""
        self.put("posts", post, state)
        if self.record:
            self.events.append(events.PostChanged(post, state, cause, ref))

    def set_inject(self, inject: str, state: Inject) -> None:
        """Gives an inject another state."""
        self.put_inject(inject, state)
        if self.record:
            self.events.append(events.InjectChanged(inject, state))

    def _note(self, figure: str, amount: float, cause: Cause, ref: int, cells: Cells = ()) -> None:
        if not self.record:
            return
        if self._log is None:
            self._log = list(self.changes)
        self._log.append(Change(figure, amount, cause, ref, cells))

    def _open(self, turn: int) -> None:
        self.begin_turn(turn)
        self._log = []
        if self.record:
            self.keep_before()

    def _force(self, force: str, state: Force, cause: Cause, ref: int) -> Cells | None:
        gained = self.put_force(force, state)
        if gained is not None and self.record:
            come = self.frame.contribution(force, state)
            self._note(f"supply/{force}", 1.0 if come else -1.0, cause, ref, gained)
        return gained


def _put(items: tuple[Any, ...], index: int, item: Any) -> tuple[Any, ...]:
    return (*items[:index], item, *items[index + 1 :])
