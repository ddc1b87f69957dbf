"""An argument as it goes on: what is claimed, for and against it, the odds, the dice, how it ended."""

from collections.abc import Mapping, Sequence

from tabletop.model.council import FreeMove
from tabletop.model.moves import Argue, MakeFreeMove, Rule
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.table.feed_file import Feed
from tabletop.table.stage.scene import RoomView
from tabletop.words.names import seat_name
from tabletop.words.ruled import GRADES


def of_turn(world: World) -> list[FreeMove]:
    """The turn's arguments; before the turn has one, the last turn's."""
    for turn in (world.turn, world.turn - 1):
        if found := [free for free in world.free_moves if free.turn == turn]:
            return found
    return []


def arguments(room: RoomView) -> Mapping[str, str]:
    """By their number in the turn."""
    world, by_number = room.view.world, {line.n: line for line in room.view.lines}
    told = enumerate(of_turn(world), 1)
    return {str(n): f"{seat_name(world.scenario, f.seat, world.seats)}: {_aim(f, by_number)}" for n, f in told}


def argument(room: RoomView, about: str) -> Feed:
    """One of them, as far as it has come."""
    world, lines = room.view.world, [line for line in room.view.lines if line.live]
    free = of_turn(world)[int(about) - 1]
    by_number = {line.n: line for line in lines}
    ruled = world.rulings.get(f"free/{free.seat}/{free.number}")
    rule = by_number.get(ruled.ref) if ruled else None
    return {
        "who": seat_name(world.scenario, free.seat, world.seats),
        "aim": _aim(free, by_number),
        "means": _means(free, by_number),
        "reasons": _reasons(free, by_number) + _argued(lines, free, against=False),
        "counters": _argued(lines, free, against=True),
        "odds": free.odds,
        "rolled": free.rolled,
        "grade": GRADES.get(free.grade, ""),
        "good": free.grade.startswith("yes"),
        "public": rule.move.public if rule and isinstance(rule.move, Rule) else "",
    }


def _move(free: FreeMove, by_number: Mapping[int, Line]) -> MakeFreeMove | None:
    line = by_number.get(free.ref)
    return line.move if line and isinstance(line.move, MakeFreeMove) else None


def _aim(free: FreeMove, by_number: Mapping[int, Line]) -> str:
    move = _move(free, by_number)
    return move.aim if move else "a free move"


def _means(free: FreeMove, by_number: Mapping[int, Line]) -> str:
    move = _move(free, by_number)
    return move.means if move else ""


def _reasons(free: FreeMove, by_number: Mapping[int, Line]) -> list[str]:
    move = _move(free, by_number)
    return list(move.reasons) if move else []


def _argued(lines: Sequence[Line], free: FreeMove, *, against: bool) -> list[str]:
    found = [line.move for line in lines if isinstance(line.move, Argue) and line.move.move == free.ref]
    return [move.text for move in found if (move.side != "for") is against and move.text]
