"""Council texts: tabled, consented to, footnoted, stopped, withdrawn; and silence that came too late."""

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any, TypeVar

from tabletop.model.council import Text
from tabletop.model.events import Ruling, TextChanged
from tabletop.model.moves import BreakSilence, Consent, Footnote, Silence, TableText, WithdrawText
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase, Ruled, World
from tabletop.rules.acts.act import Act, Maker, When
from tabletop.rules.acts.ids import unknown
from tabletop.rules.acts.options import subjects
from tabletop.rules.acts.orders import put_on_sheet
from tabletop.rules.acts.reasons import reason_refusal
from tabletop.rules.turn.council import must_agree, silent
from tabletop.rules.world.arithmetic import count_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve

Voice = WithdrawText | Consent | Footnote | BreakSilence
V = TypeVar("V", bound=Voice)

#: What a seat can say to an open text, and where the text keeps who has said it.
_VOICES: dict[type[Any], str] = {Consent: "consents", Footnote: "footnotes", BreakSilence: "broken"}


def free_agenda(world: World, seat: str) -> bool:
    """Whether tabling one more text costs this seat no order."""
    allowed = world.scenario.seats[seat].agenda
    return count_of(order.free and isinstance(order.move, TableText) for order in world.seats[seat].orders) < allowed


def _may_table(world: World, move: TableText) -> Refusal | None:
    if refusal := unknown("kind", move.kind, world.scenario.texts):
        return refusal
    spec = world.scenario.texts[move.kind]
    if spec.about and not move.about:
        return Refusal("text/about", f"{spec.title} must say which {spec.about} it is about")
    if not spec.about and move.about:
        return Refusal("text/about", f"{spec.title} is not about one thing; leave 'about' out")
    if spec.about:
        ids: dict[str, Collection[str]] = {
            "post": world.scenario.posts,
            "force": world.scenario.forces,
            "theatre": world.scenario.theatres,
            "seat": world.seats,
        }
        if refusal := unknown(spec.about, move.about, ids[spec.about]):
            return refusal
        if move.about not in subjects(world, spec):
            force = world.scenario.forces[move.about]
            return Refusal("text/about", f"{spec.title} is about a force that may leave; {force.name} may not")
    text = world.texts.get(f"{move.kind}/{move.about}" if move.about else move.kind)
    if text and text.state in ("open", "standing"):
        return Refusal("text/there", f"{spec.title} is {text.state} already")
    return None


def _not_open(world: World, proposal: str) -> Refusal | None:
    """Why nothing can be said to a text any more, or yet."""
    if refusal := unknown("proposal", proposal, world.texts):
        return refusal
    text = world.texts[proposal]
    if text.state != "open":
        return Refusal("text/not-open", f"{world.scenario.texts[text.kind].title} is {text.state}")
    return None


def _may_speak(world: World, move: Voice) -> Refusal | None:
    if refusal := _not_open(world, move.proposal):
        return refusal
    text = world.texts[move.proposal]
    title = world.scenario.texts[text.kind].title
    if isinstance(move, WithdrawText):
        if text.sponsor != move.seat:
            return Refusal("text/not-yours", f"only {world.seats[text.sponsor].name} may withdraw {title}")
        return None
    if move.seat not in must_agree(world, text.kind):
        return Refusal("text/not-asked", f"{title} does not ask for {world.seats[move.seat].name}'s silence")
    if isinstance(move, BreakSilence) and text.sponsor == move.seat:
        return Refusal("text/own", f"{world.seats[move.seat].name} tabled {title}; withdraw it instead")
    return reason_refusal(world, move.seat, move.why) if isinstance(move, BreakSilence | Footnote) else None


def _may_weigh(world: World, move: Silence) -> Refusal | None:
    refusal = _not_open(world, move.proposal) or unknown("act", move.act, ("wait", "bind"))
    for seat in move.seats:
        refusal = refusal or unknown("seat", seat, world.seats)
    if refusal:
        return refusal
    text = world.texts[move.proposal]
    title = world.scenario.texts[text.kind].title
    if world.phase not in (Phase.ORDERS, Phase.RED, Phase.ADJUDICATE):
        return Refusal("silence/phase", f"silence is weighed from orders to adjudication; this is {world.phase.value}")
    if not silent(world, text):
        return Refusal("silence/nobody", f"nobody's silence is open on {title}")
    return None


def _table(draft: Draft, move: TableText, ref: int) -> None:
    """Lies on the sheet, and on the table at once."""
    put_on_sheet(draft, move, ref)
    text = Text(kind=move.kind, about=move.about, sponsor=move.seat, state="open", turn=draft.turn, ref=ref)
    text = evolve(text, consents=(move.seat,))
    late = tuple(seat for seat in silent(draft, text) if draft.seats[seat].sealed)
    draft.emit(TextChanged(evolve(text, late=late)))


def _take_back(draft: Draft, move: TableText, ref: int) -> None:
    text = next((t for t in draft.texts.values() if (t.kind, t.about) == (move.kind, move.about)), None)
    if text and text.state == "open" and text.sponsor == move.seat:
        draft.emit(TextChanged(evolve(text, state="withdrawn")))


def _withdraw(draft: Draft, move: WithdrawText, ref: int) -> None:
    draft.emit(TextChanged(evolve(draft.texts[move.proposal], state="withdrawn")))


def _speak(draft: Draft, move: Consent | Footnote | BreakSilence, ref: int) -> None:
    """A seat's last word on a text stands alone."""
    text: Text = draft.texts[move.proposal]
    seat = move.seat
    voices = {voice: tuple(other for other in getattr(text, voice) if other != seat) for voice in _VOICES.values()}
    mine = _VOICES[type(move)]
    voices[mine] = tuple(sorted((*voices[mine], seat)))
    draft.emit(TextChanged(evolve(text, **voices)))


def _weigh(draft: Draft, move: Silence, ref: int) -> None:
    text = draft.texts[move.proposal]
    draft.emit(TextChanged(evolve(text, late=tuple(sorted({*text.late, *move.seats})))))
    draft.emit(Ruling(f"silence/{move.proposal}", Ruled(move.act, ref=ref)))


def _offers(world: World, seat: str) -> Iterator[TableText]:
    for kind, text in world.scenario.texts.items():
        for about in subjects(world, text):
            yield TableText(seat=seat, kind=kind, about=about)


def _about_open(kind: type[V], world: World, seat: str) -> Iterator[V]:
    """A move of a kind to each open text."""
    return (kind(seat=seat, proposal=name) for name, text in world.texts.items() if text.state == "open")


def _voice(move: Consent | Footnote | BreakSilence) -> tuple[str, ...]:
    return ("voice", move.proposal)


Act(
    TableText,
    when=When.ORDERS,
    sheet=True,
    check=_may_table,
    about=lambda move: ("text", move.kind, move.about),
    free=lambda world, move: free_agenda(world, move.seat),
    offers=_offers,
    resolve=_table,
    taken_back=_take_back,
    domain="politics",
)
Act(
    WithdrawText,
    when=When.ORDERS,
    check=_may_speak,
    offers=partial(_about_open, WithdrawText),
    resolve=_withdraw,
)
for kind in _VOICES:
    Act(
        kind,
        when=When.ORDERS,
        check=_may_speak,
        about=_voice,
        offers=partial(_about_open, kind),
        resolve=_speak,
    )
Act(Silence, maker=Maker.CONTROL, check=_may_weigh, resolve=_weigh)
