"""An argument as it goes on: what is claimed, for and against it, the odds, the dice, how it ended. Once pushed it is
live: all of it is said aloud as it is entered."""

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
    return _told(room, of_turn(room.view.world)[int(about) - 1])


def argument_now(room: RoomView, pushed: Feed) -> Feed | None:
    """The one that was pushed, as far as it has come by now; None where it was taken back."""
    free = next((each for each in room.view.world.free_moves if each.ref == pushed["move"]), None)
    return _told(room, free) if free else None


def _told(room: RoomView, free: FreeMove) -> Feed:
    world, lines = room.view.world, [line for line in room.view.lines if line.live]
    by_number = {line.n: line for line in lines}
    rules = [line.move for line in lines if isinstance(line.move, Rule) and line.move.item == free.ref]
    return {
        "move": free.ref,
        "who": seat_name(world.scenario, free.seat, world.seats),
        "aim": _aim(free, by_number),
        "means": _means(free, by_number),
        "reasons": _reasons(free, by_number) + _argued(lines, free, against=False),
        "counters": _argued(lines, free, against=True),
        "odds": free.odds,
        "rolled": free.rolled,
        "grade": GRADES.get(free.grade, ""),
        "good": free.grade.startswith("yes"),
        "public": rules[-1].public if rules else "",
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
