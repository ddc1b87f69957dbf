"""What a seat could see when it moved: the last entry in its view. Orders are sealed, talk is for whom it is meant."""

from tabletop.model.moves import (
    AcceptHandover,
    Advance,
    Argue,
    BreakSilence,
    Clock,
    Display,
    End,
    Fact,
    FireInject,
    Footnote,
    MakeFreeMove,
    MakePromise,
    Message,
    Move,
    Odds,
    Pause,
    PlaySeat,
    Practice,
    ProposeHandover,
    Redo,
    RefuseHandover,
    Resume,
    Roll,
    Show,
    Sitrep,
    Start,
    TableText,
    Talk,
    Undo,
    Verdict,
    WithdrawText,
    WriteInject,
)

_OPEN = (
    *(AcceptHandover, Advance, Argue, BreakSilence, Clock, Display, End, Fact, FireInject, Footnote, MakeFreeMove),
    *(Odds, Pause, PlaySeat, Practice, ProposeHandover, Redo, RefuseHandover, Resume, Roll, Sitrep, Start, TableText),
    *(Undo, Verdict, WithdrawText, WriteInject),
)


class Seen:
    """Numbers of the last entries that all may see, and that a seat may see besides."""

    def __init__(self) -> None:
        self._all = 0
        self._own: dict[str, int] = {}

    def last(self, seat: str) -> int | None:
        """None for control, who sees every entry."""
        return None if seat == "control" else max(self._all, self._own.get(seat, 0))

    def add(self, n: int, move: Move) -> None:
        if isinstance(move, _OPEN):
            self._all = n
            return
        self._own[move.seat] = n
        match move:
            case Message() | MakePromise():
                self._own[move.to] = n
            case Show():
                if move.to in ("room", "public", "all"):
                    self._all = n
                else:
                    self._own[move.to] = n
            case Talk():
                self._own.update(dict.fromkeys(move.seats, n))
