"""What seats say: council texts, answers, arguments, messages and promises. Free of attention but for tabling."""

from tabletop.model.limits import NUMBER, TURN
from tabletop.model.moves.base import Move, free_text, named, number


@named("table-text")
class TableText(Move):
    """Tables a council text of a kind, about a thing where the kind asks."""

    kind: str
    about: str = ""


@named("withdraw-text")
class WithdrawText(Move):
    """Its sponsor takes an open text back."""

    proposal: str


@named("consent")
class Consent(Move):
    """`proposal` is the text's id: its kind, or kind/about."""

    proposal: str
    words: str = free_text(default="")


@named("footnote")
class Footnote(Move):
    """Lets a text stand without this seat."""

    proposal: str
    words: str = free_text(default="")


@named("break-silence")
class BreakSilence(Move):
    """Stops a text."""

    proposal: str
    words: str = free_text(default="")


@named("answer")
class Answer(Move):
    """`option` of the inject, or `text` where none fits: control rules on it."""

    inject: str
    option: str = ""
    text: str = free_text(default="")


@named("free-move")
class MakeFreeMove(Move):
    """A matrix argument: what happens, by what means, for what reasons (one a line or a list)."""

    aim: str = free_text(least=1)
    means: str = free_text(default="")
    reasons: tuple[str, ...] = free_text(default=())


@named("argue")
class Argue(Move):
    """A reason for or against a free move, named by its number in the record."""

    move: int = number(NUMBER)
    side: str
    text: str = free_text(default="")


@named("estimate")
class Estimate(Move):
    """A blind estimate of a free move's chance, in a word of the session's scale."""

    move: int = number(NUMBER)
    word: str


@named("message")
class Message(Move):
    """Words from seat to seat, seen by nobody else but control."""

    to: str
    text: str = free_text(least=1)


@named("promise")
class MakePromise(Move):
    """A promise due in a turn. `deed`: a move ("withdraw x") or a condition ("trust >= 60"), `if_`: on the other."""

    to: str
    due: int = number(TURN)
    text: str = free_text(default="")
    deed: str = ""
    if_: str = ""
