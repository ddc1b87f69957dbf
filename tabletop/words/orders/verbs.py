"""The words of the order line: each with the words it takes and the move it makes. Pure."""

from collections.abc import Callable

from attrs import frozen

from tabletop.errors import did_you_mean
from tabletop.model.forces import Status
from tabletop.model.moves import (
    AcceptHandover,
    Answer,
    Argue,
    Assign,
    Backfill,
    BreakSilence,
    CancelWithdrawal,
    Consent,
    Declare,
    Deploy,
    Estimate,
    Footnote,
    Fund,
    Invest,
    MakeFreeMove,
    MakePromise,
    Message,
    Move,
    ProposeHandover,
    RefuseHandover,
    Seal,
    SetPace,
    SetReadiness,
    SetSpending,
    TableText,
    TakeBack,
    Unseal,
    Withdraw,
    WithdrawText,
)
from tabletop.model.world import World
from tabletop.words.orders import choices as of
from tabletop.words.orders.choices import Given, Names


@frozen
class Slot:
    """A word a verb takes. `kind`: choice, number, turn, flag, many (choices to the end), phrase (a choice of several
    words, to the end), text (the rest, or up to ";" where more follows), deed or condition (up to ";").

    `choices` are those the seat may well mean; `known` all that exist, so that a wrong one gets its proper refusal.
    """

    name: str
    kind: str
    needed: bool = True
    choices: Callable[[World, str, Given], Names] | None = None
    known: Callable[[World], Names] | None = None


@frozen
class Verb:
    """`word` as taught, `keys` that mean it too, `make` the move of what was given."""

    word: str
    keys: tuple[str, ...]
    slots: tuple[Slot, ...]
    make: Callable[[World, str, Given], Move]


class WrongWord(ValueError):
    """What was given makes no move; says why."""


def _free(world: World, seat: str, given: Given) -> Move:
    aim, *more = [part.strip() for part in given["text"].split(";")]
    means, *reasons = more or [""]
    return MakeFreeMove(seat=seat, aim=aim, means=means, reasons=tuple(r for r in reasons if r))


def _promise(world: World, seat: str, given: Given) -> Move:
    words, deed = given.get("words", ""), given.get("deed", "")
    if not words and not deed:
        raise WrongWord("say what is promised, in words or behind a ; as an order or a figure")
    return MakePromise(
        seat=seat, to=given["to"], due=given["turn"], text=words, deed=deed, if_=given.get("condition", "")
    )


def _number_of(world: World, free: str) -> int:
    """The number of the move that "berlin/1" or "12" names."""
    return next((f.ref for f in of.free_moves(world) if of.free_name(f) == free), 0) or int(free)


def _back(world: World, seat: str, given: Given) -> Move:
    orders = world.seats[seat].orders
    n = int(given.get("line") or len(orders))
    if not 1 <= n <= len(orders):
        raise WrongWord(f"the sheet has no line {n}" if orders else "the sheet is empty")
    return TakeBack(seat=seat, entry=orders[n - 1].ref)


_THEATRE = Slot("theatre", "choice", choices=of.theatres)
_WORDS = Slot("words", "text", needed=False)
_PROPOSAL = Slot("text", "choice", choices=of.open_texts, known=of.texts)
_POST = Slot("post", "choice", choices=of.any_post)
_FREE = Slot("free move", "choice", choices=of.open_free_moves, known=of.numbers_of_free_moves)
_PROPOSED = Slot("post", "choice", choices=of.proposed, known=of.posts)

#: In the order in which a beginning is tried: "f" is fund before footnote and free.
VERBS: tuple[Verb, ...] = (
    Verb("fund", ("f",), (Slot("programme", "choice", choices=of.programmes, known=of.catalogue),
                          Slot("per cent", "number", needed=False), Slot("standing", "flag", needed=False)),
         lambda w, s, g: Fund(seat=s, programme=g["programme"], pays=g.get("per cent", 100.0),
                              standing=g.get("standing", False))),
    Verb("spend", ("s",), (Slot("member", "choice", choices=of.members, known=of.all_members), Slot("share", "number")),
         lambda w, s, g: SetSpending(seat=s, member=g["member"], share=g["share"])),
    Verb("pace", ("p",), (Slot("points", "number"), Slot("members", "many", needed=False, choices=of.members)),
         lambda w, s, g: SetPace(seat=s, pace=g["points"], members=tuple(g.get("members", ())))),
    Verb("ready", ("r", "readiness"), (Slot("level", "number"),),
         lambda w, s, g: SetReadiness(seat=s, level=g["level"])),
    Verb("invest", ("i",), (Slot("way", "choice", choices=of.ways),
                            Slot("amount", "number")),
         lambda w, s, g: Invest(seat=s, way=g["way"], amount=g["amount"])),
    Verb("withdraw", ("w",), (Slot("force", "choice", choices=of.packages(Status.AVAILABLE), known=of.forces),
                              Slot("turn", "turn")),
         lambda w, s, g: Withdraw(seat=s, force=g["force"], turn=g["turn"])),
    Verb("answer", ("a",), (Slot("inject", "choice", choices=of.injects, known=of.any_inject),
                            Slot("option", "choice", choices=of.options)),
         lambda w, s, g: Answer(seat=s, inject=g["inject"], option=g["option"])),
    Verb("declare", ("d",), (Slot("stance", "choice",
                                  choices=of.stances),),
         lambda w, s, g: Declare(seat=s, stance=g["stance"])),
    Verb("hand", ("h",), (_POST, Slot("member", "choice", choices=of.candidates, known=of.all_members)),
         lambda w, s, g: ProposeHandover(seat=s, post=g["post"], to=g["member"])),
    Verb("table", ("t",), (Slot("text", "choice",
                                choices=of.kinds),
                           Slot("about", "choice", needed=False, choices=of.about)),
         lambda w, s, g: TableText(seat=s, kind=g["text"], about=g.get("about", ""))),
    Verb("consent", ("c",), (_PROPOSAL, _WORDS),
         lambda w, s, g: Consent(seat=s, proposal=g["text"], words=g.get("words", ""))),
    Verb("backfill", ("b",), (Slot("replacement", "choice", choices=of.replacements, known=of.everything),
                              Slot("force", "choice",
                                   choices=of.packages(Status.AVAILABLE, Status.LEAVING), known=of.forces)),
         lambda w, s, g: Backfill(seat=s, replacement=g["replacement"], replaces=g["force"])),
    Verb("assign", (), (Slot("force", "choice", choices=of.mine, known=of.forces), _THEATRE),
         lambda w, s, g: Assign(seat=s, force=g["force"], theatre=g["theatre"])),
    Verb("accept", (), (_PROPOSED,), lambda w, s, g: AcceptHandover(seat=s, post=g["post"])),
    Verb("refuse", (), (_PROPOSED,), lambda w, s, g: RefuseHandover(seat=s, post=g["post"])),
    Verb("msg", ("m",), (Slot("to", "choice", choices=of.and_control), Slot("words", "text")),
         lambda w, s, g: Message(seat=s, to=g["to"], text=g["words"])),
    Verb("promise", ("pr",), (Slot("to", "choice", choices=of.others), Slot("turn", "turn"),
                              Slot("words", "text"), Slot("deed", "deed", needed=False),
                              Slot("condition", "condition", needed=False)), _promise),
    Verb("argue", ("g",), (_FREE, Slot("side", "choice", choices=of.sides), _WORDS),
         lambda w, s, g: Argue(seat=s, move=_number_of(w, g["free move"]), side=g["side"], text=g.get("words", ""))),
    Verb("estimate", ("e",), (_FREE, Slot("chance", "phrase", choices=of.chances)),
         lambda w, s, g: Estimate(seat=s, move=_number_of(w, g["free move"]), word=g["chance"].replace("-", " "))),
    Verb("cancel", (), (Slot("force", "choice", choices=of.packages(Status.LEAVING), known=of.forces),),
         lambda w, s, g: CancelWithdrawal(seat=s, force=g["force"])),
    Verb("deploy", (), (Slot("force", "choice",
                             choices=of.packages(Status.ELSEWHERE, Status.AVAILABLE), known=of.forces), _THEATRE),
         lambda w, s, g: Deploy(seat=s, force=g["force"], theatre=g["theatre"])),
    Verb("footnote", (), (_PROPOSAL, _WORDS),
         lambda w, s, g: Footnote(seat=s, proposal=g["text"], words=g.get("words", ""))),
    Verb("break", (), (_PROPOSAL, _WORDS),
         lambda w, s, g: BreakSilence(seat=s, proposal=g["text"], words=g.get("words", ""))),
    Verb("pull", (), (_PROPOSAL,), lambda w, s, g: WithdrawText(seat=s, proposal=g["text"])),
    Verb("free", (), (Slot("text", "text"),), _free),
    Verb("back", ("undo",), (Slot("line", "number", needed=False),), _back),
    Verb("seal", (), (_WORDS,), lambda w, s, g: Seal(seat=s, why=g.get("words", ""))),
    Verb("unseal", (), (), lambda w, s, g: Unseal(seat=s)),
)  # fmt: skip

_LONG = {
    "set-spending": "spend", "set-pace": "pace", "set-readiness": "ready", "cancel-withdrawal": "cancel",
    "propose-handover": "hand", "accept-handover": "accept", "refuse-handover": "refuse", "table-text": "table",
    "withdraw-text": "pull", "break-silence": "break", "free-move": "free", "message": "msg", "take-back": "back",
}  # fmt: skip


_SHORT = {short: long for long, short in _LONG.items()}


def contract_word(verb: Verb) -> str:
    """The name of a verb's move in files: "set-spending" for spend."""
    return _SHORT.get(verb.word, verb.word)


def find_verb(word: str) -> Verb | None:
    """The verb a word means: its key, its name in the contract, or the first that begins so."""
    word = _LONG.get(word.lower(), word.lower())
    for verb in VERBS:
        if word == verb.word or word in verb.keys:
            return verb
    return next((verb for verb in VERBS if verb.word.startswith(word)), None)


def no_verb(word: str) -> str:
    """What to tell when a word is no verb."""
    hint = did_you_mean(word, [verb.word for verb in VERBS])
    return f"there is no order '{word}'" + (f"; {hint}" if hint else "")
