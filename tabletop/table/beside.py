"""What a seat has done this turn that lies on no sheet: answers, promises, posts agreed, words to a text, free moves.

Knows no screen; which kinds decide about something, each act says itself.
"""

from collections.abc import Iterable

from tabletop.model.moves import Move
from tabletop.model.record import Line
from tabletop.rules.acts.act import ACTS, Maker
from tabletop.rules.acts.orders import thing


def beside_sheet(lines: Iterable[Line], seat: str, turn: int) -> list[Move]:
    """In the order in which they were made; of several about the same thing the last one, as it counts."""
    said: dict[object, Move] = {}
    for line in lines:
        act = ACTS.get(type(line.move))
        if not line.live or line.turn != turn or line.move.seat != seat or act is None:
            continue
        about = thing(line.move)
        if act.maker is Maker.SEAT and not act.sheet and about:
            key = about if len(about) > 1 else line.n
            said.pop(key, None)
            said[key] = line.move
    return list(said.values())
