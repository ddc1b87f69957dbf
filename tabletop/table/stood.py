"""Which lines of the record a seat is told: of its own orders those that stood as orders closed.

Knows no screen; what an order replaces, each act says itself.
"""

from collections.abc import Iterable, Sequence

from tabletop.model.moves import TakeBack
from tabletop.model.record import Line
from tabletop.rules.acts.act import ACTS
from tabletop.rules.acts.orders import thing


def that_stood(record: Iterable[Line], seat: str, open_turn: int = 0) -> list[Line]:
    """The lines that a seat reads and that live, without its own orders that it has taken back, changed, or still has
    before it in `open_turn`."""
    lines = [line for line in record if line.live]
    back = {line.move.entry for line in lines if isinstance(line.move, TakeBack)}
    orders = [line for line in lines if line.move.seat == seat and ACTS[type(line.move)].sheet]
    last = {_about(line): line.n for line in orders}
    gone = {line.n for line in orders if line.n in back or line.turn == open_turn or last[_about(line)] != line.n}
    return [line for line in lines if line.n not in gone and not isinstance(line.move, TakeBack)]


def _about(line: Line) -> tuple[object, ...]:
    """What an order is about in its turn; one that is about nothing in particular stands for itself."""
    subject: Sequence[str] = thing(line.move)
    return (line.turn, ACTS[type(line.move)].about, *subject) if subject else (line.n,)
