"""What seats say: council texts, answers, arguments, messages and promises. Free of attention but for tabling."""

from tabletop.model.limits import NUMBER, TURN, TURNS, Range
from tabletop.model.moves.base import Move, Readers, free_text, named, number


@named("table-text", Readers.ALL)
class TableText(Move):
    """Tables a council text of a kind, about a thing where the kind asks."""

    kind: str
    about: str = ""


@named("withdraw-text", Readers.ALL)
class WithdrawText(Move):
    """Its sponsor takes an open text back."""

    proposal: str


@named("consent", Readers.ALL)
class Consent(Move):
    """`proposal` is the text's id: its kind, or kind/about."""

    proposal: str
    words: str = free_text(default="")


@named("footnote", Readers.ALL, kept=("why",))
class Footnote(Move):
    """Lets a text stand without this seat. `why`: an objective or red line of its own, "objective/ID", "red-line/N"."""

    proposal: str
    words: str = free_text(default="")
    why: str = ""


@named("break-silence", Readers.ALL, kept=("why",))
class BreakSilence(Move):
    """Stops a text. `why`: as of a footnote."""

    proposal: str
    words: str = free_text(default="")
    why: str = ""


@named("answer", Readers.OPENED, kept=("text",))
class Answer(Move):
    """`option` of the inject, or `text` where none fits: control rules on it."""

    inject: str
    option: str = ""
    text: str = free_text(default="")


@named("free-move", Readers.ALL)
class MakeFreeMove(Move):
    """A matrix argument: what happens, by what means, for what reasons (one a line or a list). `gains`: the figure that
    it is meant to move, "" where that is for control to say."""

    aim: str = free_text(least=1)
    means: str = free_text(default="")
    reasons: tuple[str, ...] = free_text(default=())
    gains: str = ""


@named("argue", Readers.ALL, refers="move")
class Argue(Move):
    """A reason for or against a free move, named by its number in the record."""

    move: int = number(NUMBER)
    side: str
    text: str = free_text(default="")


@named("estimate", Readers.CONTROL, refers="move")
class Estimate(Move):
    """A blind estimate of a free move's chance, in a word of the session's scale."""

    move: int = number(NUMBER)
    word: str


@named("message", Readers.NAMED)
class Message(Move):
    """Words from seat to seat, seen by nobody else but control. `asks`: a deed, as promises name it, that is wanted of
    the reader; `against`: the text or post that it is the price of. Neither binds anybody."""

    to: str
    text: str = free_text(least=1)
    asks: str = ""
    against: str = ""


@named("promise", Readers.NAMED)
class MakePromise(Move):
    """A promise due in a turn. `deed`: a move ("withdraw x") or a condition ("trust >= 60"), `if_`: on the other."""

    to: str
    due: int = number(TURN)
    text: str = free_text(default="")
    deed: str = ""
    if_: str = ""


@named("survey", Readers.CONTROL)
class HandIn(Move):
    """A survey slip of somebody in a seat, who is not named. `when`: before, after (of `turn`) or end.

    `ticks`: what was ticked, by question; `words`: what was written, in the order of the questions in `asked`.
    """

    when: str
    turn: int = number(Range(0, TURNS), default=0)
    ticks: dict[str, str] = {}  # noqa: RUF012  attrs makes it a default, rules never change it
    asked: tuple[str, ...] = ()
    words: tuple[str, ...] = free_text(default=())
