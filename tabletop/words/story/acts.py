"""What seats did in a turn that counted: their orders, and what everybody saw them do. What came of it stands apart."""

from collections.abc import Iterator, Sequence

from tabletop.model.moves import AcceptHandover, MakePromise, Move, ProposeHandover, Readers, RefuseHandover, TableText
from tabletop.model.record import Line
from tabletop.model.seats import CONTROL
from tabletop.model.world import World
from tabletop.words.acts.saying import SAYINGS
from tabletop.words.ruled import OUTCOMES
from tabletop.words.sentences import line_line, move_line
from tabletop.words.story.happening import Happening


def ordered(after: World) -> Iterator[Happening]:
    """Every order that was carried out or ruled on, seat by seat."""
    for seat, state in after.seats.items():
        for n, order in enumerate(state.orders):
            ruling = after.rulings.get(f"{seat}/{n}")
            word = OUTCOMES.get(ruling.outcome, "") if ruling else ""
            text = move_line(order.move, after.scenario, after.seats)
            yield Happening("order", f"{text} ({word} by control)" if word else text, who=(seat,), refs=(order.ref,))


def promised(after: World, lines: Sequence[Line]) -> Iterator[Happening]:
    """Promises of the turn, as far as they may be read."""
    for line in lines:
        if line.live and line.turn == after.turn and isinstance(line.move, MakePromise):
            text = line_line(line, after.scenario, after.seats)
            yield Happening("promised", text, who=(line.move.seat,), refs=(line.n,))


def seen(after: World, lines: Sequence[Line], told: Sequence[Happening]) -> Iterator[Happening]:
    """What else everybody saw a seat do in the turn, where nothing that is told rests on it."""
    known = {ref for each in told for ref in each.refs}
    for line in lines:
        if line.live and line.turn == after.turn and line.n not in known and in_the_open(line.move):
            text = line_line(line, after.scenario, after.seats)
            yield Happening("act", text, who=(line.move.seat,), refs=(line.n,))


def in_the_open(move: Move) -> bool:
    """Whether it is a seat's, everybody may read it at once, and it is told among what has happened."""
    return move.seat != CONTROL and move.readers is Readers.ALL and not move.order and SAYINGS[type(move)].news


def about(move: Move) -> str:
    """The text, post or force that a move speaks to, as a happening names it; "" for others."""
    match move:
        case TableText():
            return f"text/{move.kind}/{move.about}" if move.about else f"text/{move.kind}"
        case ProposeHandover() | AcceptHandover() | RefuseHandover():
            return f"post/{move.post}"
    text, force = getattr(move, "proposal", ""), getattr(move, "force", "")
    return f"text/{text}" if text else f"force/{force}" if force else ""
