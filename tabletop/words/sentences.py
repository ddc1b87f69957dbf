"""One plain sentence for every move, and for the move behind a cause."""

from collections.abc import Mapping, Sequence

from tabletop.model.moves import Adjust, Move, Rule
from tabletop.model.record import Line
from tabletop.model.scenario import Scenario
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import predicate
from tabletop.words.names import UNMANNED, SeatStates, seat_name
from tabletop.words.said import quoted


def move_line(move: Move, scenario: Scenario, seats: SeatStates | None = None, phase: str = "") -> str:
    """A move as a sentence without a full stop. `seats`: the world's, for the names seats have in this session;
    `phase`: the one it was made in, which tells what an advance led to."""
    return f"{seat_name(scenario, move.seat, seats)} {deed_line(move, scenario, seats, phase)}"


def deed_line(move: Move, scenario: Scenario, seats: SeatStates | None = None, phase: str = "") -> str:
    """The same without who did it, for rows that name the seat in a column: "withdraws ..."."""
    return predicate(Namer(scenario, seats, phase), move)


def line_line(line: Line, scenario: Scenario, seats: SeatStates | None = None) -> str:
    """An entry of the record as a sentence."""
    if line.unmanned:
        return f"{UNMANNED} {deed_line(line.move, scenario, seats, line.phase)}"
    return move_line(line.move, scenario, seats, line.phase)


def moves_by_number(lines: Sequence[Line]) -> dict[int, Line]:
    """The lines of a view by the number of their entry: what a cause's `ref` names."""
    return {line.n: line for line in lines}


def reason_of(move: Move) -> str:
    """Control's reason where a ruling or an adjustment gives one: the public sentence, then the private reason."""
    match move:
        case Rule():
            return "; ".join(" ".join(text.split()) for text in (move.public, move.private) if text.strip())
        case Adjust():
            return " ".join(move.reason.split())
    return ""


def cause_line(ref: int, by_number: Mapping[int, Line], scenario: Scenario, seats: SeatStates | None = None) -> str:
    """What stands behind a cause with this number of a move: the sentence of the move, or control's reason; "" where
    no move is behind it or it may not be read."""
    line = by_number.get(ref)
    if line is None:
        return ""
    sentence = f"move {line.n}: {line_line(line, scenario, seats)}"
    reason = reason_of(line.move)
    return f"{sentence}. Reason: {reason}" if reason and quoted(reason) not in sentence else sentence
