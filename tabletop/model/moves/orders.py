"""Orders of the seats: sealed, simultaneous, taken back freely until the seal."""

from tabletop.model.limits import FIGURE, NUMBER, SHARE, TURN, Range
from tabletop.model.moves.base import Move, Readers, free_text, named, number


@named("set-spending", Readers.OPENED, order=True)
class SetSpending(Move):
    """`share` in per cent of GDP from this turn on."""

    member: str
    share: float = number(SHARE, unit="per cent of GDP")


@named("set-pace", Readers.OPENED, order=True)
class SetPace(Move):
    """`pace` in points of GDP a turn, for all of the seat's members or those named."""

    pace: float = number(Range(-100, 100), unit="points of GDP a turn")
    members: tuple[str, ...] = ()


@named("fund", Readers.OPENED, order=True)
class Fund(Move):
    """An offer of `pays` per cent of one tranche's price; `standing`: again each turn."""

    programme: str
    pays: float = number(SHARE, default=100.0, unit="per cent of a tranche")
    standing: bool = False


@named("invest", Readers.OPENED, order=True)
class Invest(Move):
    """`amount` in billion dollars into industry by one of the scenario's ways."""

    way: str
    amount: float = number(Range(0, FIGURE.high), unit="billion dollars")


@named("assign", Readers.OPENED, order=True)
class Assign(Move):
    """Moves a force of the seat's members to a theatre: in `turn`, announced now; 0: now, without notice."""

    force: str
    theatre: str
    turn: int = number(Range(0, TURN.high), default=0)


@named("set-readiness", Readers.OPENED, order=True)
class SetReadiness(Move):
    """`level` 0..1 of running money for the seat's forces, until changed."""

    level: float = number(Range(0, 1), unit="share")


@named("withdraw", Readers.OPENED, order=True)
class Withdraw(Move):
    """`turn` in which the force leaves; the difference from now is the notice."""

    force: str
    turn: int = number(TURN)


@named("cancel-withdrawal", Readers.OPENED, order=True)
class CancelWithdrawal(Move):
    """Takes an announced withdrawal back."""

    force: str


@named("deploy", Readers.OPENED, order=True)
class Deploy(Move):
    """Brings a withdrawn force back, or moves one, to a theatre."""

    force: str
    theatre: str


@named("refuse-hosting", Readers.ALL)
class RefuseHosting(Move):
    """Will not have a force this turn where the seat's members lie. It stays away if nobody in the theatre has it."""

    force: str


@named("backfill", Readers.OPENED, order=True)
class Backfill(Move):
    """Promises that `replacement` (a force or programme) matches what `replaces` gave."""

    replacement: str
    replaces: str


@named("declare", Readers.OPENED, order=True)
class Declare(Move):
    """One of the scenario's stances."""

    stance: str


@named("propose-handover", Readers.ALL, order=True)
class ProposeHandover(Move):
    """Proposes that a post goes to a member. Open to the parties at once."""

    post: str
    to: str


@named("accept-handover", Readers.ALL)
class AcceptHandover(Move):
    """A party's consent; binds at adjudication when all parties have given theirs."""

    post: str


@named("refuse-handover", Readers.ALL, kept=("why",))
class RefuseHandover(Move):
    """Ends a proposed handover. `why`: the seat's own objective or red line, "objective/ID" or "red-line/N"."""

    post: str
    words: str = free_text(default="")
    why: str = ""


@named("seal", Readers.ALL, later=("why", "expect"))
class Seal(Move):
    """ "We are ready." `expect` maps a score to up, down or same."""

    why: str = free_text(default="")
    expect: dict[str, str] = {}  # noqa: RUF012  attrs makes it a default, rules never change it


@named("unseal", Readers.ALL)
class Unseal(Move):
    """Opens the seat's orders again."""


@named("take-back", Readers.CONTROL, refers="entry")
class TakeBack(Move):
    """Withdraws one of the seat's own orders of this turn by its number in the record."""

    entry: int = number(NUMBER)
