"""Council texts and what seats say to them, in words."""

from tabletop.model.moves import BreakSilence, Consent, Footnote, Silence, TableText, WithdrawText
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.acts.verb import VerbSlot, choice
from tabletop.words.orders import choices as of
from tabletop.words.said import after_colon, quoted

_WORDS = VerbSlot("words", "text", needed=False)
_PROPOSAL = choice("text", of.open_texts, every=of.all_texts, field="proposal")


def _withdraw(name: Namer, move: WithdrawText) -> str:
    return f"withdraws {quoted(name.text(move.proposal))}"


def _consent(name: Namer, move: Consent) -> str:
    return f"agrees to {quoted(name.text(move.proposal))}{after_colon(move.words)}"


def _footnote(name: Namer, move: Footnote) -> str:
    return f"lets {quoted(name.text(move.proposal))} pass with a footnote{after_colon(move.words)}{name.reason(move)}"


def _break(name: Namer, move: BreakSilence) -> str:
    return f"breaks silence on {quoted(name.text(move.proposal))}{after_colon(move.words)}{name.reason(move)}"


def _silence(name: Namer, move: Silence) -> str:
    text, who = quoted(name.text(move.proposal)), name.those(move.seats)
    then = "leaves it for the next turn" if move.act == "wait" else "lets their silence bind"
    return f"finds that {text} was tabled too late for {who} and {then}"


say(
    TableText,
    lambda name, move: f"tables {quoted(name.text(f'{move.kind}/{move.about}' if move.about else move.kind))}",
    word="table",
    keys=("t",),
    slots=(choice("text", of.kinds, field="kind"), choice("about", of.subjects, needed=False)),
    tried=100,
    waits="stands unless silence is broken",
)
say(WithdrawText, _withdraw, word="pull", slots=(_PROPOSAL,), tried=240)
say(Consent, _consent, word="consent", keys=("c",), slots=(_PROPOSAL, _WORDS), tried=110)
say(Footnote, _footnote, word="footnote", slots=(_PROPOSAL, _WORDS), tried=220)
say(BreakSilence, _break, word="break", slots=(_PROPOSAL, _WORDS), tried=230)
say(Silence, _silence)
