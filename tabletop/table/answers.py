"""Injects that ask: whom, whether they still do, and which wait for one seat."""

from attrs import frozen

from tabletop.model.injects import InjectState
from tabletop.model.world import World
from tabletop.rules.acts.options import to_answer
from tabletop.rules.turn.injects import OPEN, answering


@frozen
class Answers:
    """What one seat may ask of the injects in a world; "" for nobody in particular."""

    world: World
    seat: str

    def addressees(self, inject: str) -> tuple[str, ...]:
        """Seats that an inject asks, in the order of their say."""
        return answering(self.world, inject)

    def is_open(self, inject: str) -> bool:
        """Whether it lies before the players and is not settled, answered already or not."""
        return self.world.injects[inject].state in (*OPEN, InjectState.ANSWERED)

    def answer(self, inject: str) -> str | None:
        """The seat's answer: an option's id, "" for words, None for none."""
        return dict(self.world.injects[inject].answers).get(self.seat)

    @property
    def to_give(self) -> tuple[str, ...]:
        """Injects that wait for the seat's answer."""
        return tuple(name for name in to_answer(self.world, self.seat) if self.answer(name) is None)
