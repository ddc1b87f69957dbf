"""Messages and promises in words."""

from tabletop.model.moves import MakePromise, Message, Move, Verdict
from tabletop.model.world import World
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import say
from tabletop.words.acts.verb import VerbSlot, WrongWord, choice
from tabletop.words.orders import choices as of
from tabletop.words.said import after_colon, deed_words, quoted


def _promise(name: Namer, move: MakePromise) -> str:
    deed = f" ({deed_words(move.deed, name.scenario, name.seats)})" if move.deed else ""
    on = f", if {deed_words(move.if_, name.scenario, name.seats)}" if move.if_ else ""
    return f"promises {name.seat(move.to)} for turn {move.due}{after_colon(move.text)}{deed}{on}"


def _make_promise(world: World, seat: str, values: of.SlotValues) -> Move:
    words, deed = values.get("words", ""), values.get("deed", "")
    if not words and not deed:
        raise WrongWord("say what is promised, in words or behind a ; as an order or a figure")
    return MakePromise(
        seat=seat, to=values["to"], due=values["turn"], text=words, deed=deed, if_=values.get("condition", "")
    )


def _message(name: Namer, move: Message) -> str:
    asks = f" (asks: {deed_words(move.asks, name.scenario, name.seats)})" if move.asks else ""
    about = (
        name.text(move.against) if move.against.partition("/")[0] in name.scenario.texts else name.thing(move.against)
    )
    price = f", about {quoted(about)}" if move.against else ""
    return f"writes to {name.seat(move.to)}{price}{after_colon(move.text)}{asks}"


say(
    Message,
    _message,
    word="msg",
    keys=("m",),
    slots=(
        choice("to", of.and_control),
        VerbSlot("words", "text", field="text"),
        VerbSlot("asks", "deed", needed=False),
    ),
    tried=160,
)
say(
    MakePromise,
    _promise,
    word="promise",
    keys=("pr",),
    slots=(
        choice("to", of.others),
        VerbSlot("turn", "turn"),
        VerbSlot("words", "text"),
        VerbSlot("deed", "deed", needed=False),
        VerbSlot("condition", "condition", needed=False),
    ),
    make=_make_promise,
    tried=170,
)
say(Verdict, lambda name, move: f"finds the promise of move {move.promise} {move.state}")
