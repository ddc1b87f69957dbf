"""A place on another machine: it holds views that were sent to it and nothing else, and sends moves away."""

from attrs import evolve

from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.table.moment import Moment
from tabletop.table.port import View


def sent(view: View) -> View:
    """A view as it comes over a line: no thing in it leads back to where the record lies."""
    starts, ends = ({turn: Moment(m.who, m.world) for turn, m in past.items()} for past in (view.starts, view.ends))
    return evolve(view, lines=tuple(view.lines), starts=starts, ends=ends, minutes=dict(view.minutes))


class RemoteTable:
    """Knows what it was `told` last. `away`: moves that have left and were not answered yet."""

    by_control = False
    control = None
    record = None

    def __init__(self, told: View) -> None:
        self.told = told
        self.away: list[Move] = []

    @property
    def who(self) -> str:
        return self.told.who

    def at(self, who: str) -> "RemoteTable":
        if who != self.who:
            raise LookupError(f"this is {self.who}'s place alone")
        return self

    def view_now(self) -> View:
        return self.told

    async def make(self, move: Move, entered_by: str = "", id: str = "") -> Refusal | None:
        self.away.append(move)
        return None
