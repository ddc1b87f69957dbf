"""What seats say in the room: voices on texts, answers to injects, free moves argued, estimated and rolled."""

from bisect import bisect_left
from typing import Any

from tabletop.model.council import FreeMove, Text
from tabletop.model.events import FreeMoveChanged, TextChanged
from tabletop.model.injects import Inject, InjectState
from tabletop.model.likelihood import odds_of
from tabletop.model.moves import (
    Answer,
    Argue,
    BreakSilence,
    Consent,
    Estimate,
    Footnote,
    MakeFreeMove,
    Odds,
    Roll,
    WithdrawText,
)
from tabletop.rules.turn.injects import answering
from tabletop.rules.world.arithmetic import count_of
from tabletop.rules.world.chance import die
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve


def voice(draft: Draft, move: WithdrawText | Consent | Footnote | BreakSilence) -> None:
    """A seat's last word on a text stands alone; its sponsor may withdraw it."""
    text: Text = draft.texts[move.proposal]
    seat = move.seat
    others: dict[str, Any] = {
        "consents": tuple(s for s in text.consents if s != seat),
        "footnotes": tuple(s for s in text.footnotes if s != seat),
        "broken": tuple(s for s in text.broken if s != seat),
    }
    match move:
        case WithdrawText():
            draft.emit(TextChanged(evolve(text, state="withdrawn")))
            return
        case Consent():
            others["consents"] = tuple(sorted((*others["consents"], seat)))
        case Footnote():
            others["footnotes"] = tuple(sorted((*others["footnotes"], seat)))
        case BreakSilence():
            others["broken"] = tuple(sorted((*others["broken"], seat)))
    draft.emit(TextChanged(evolve(text, **others)))


def answer(draft: Draft, move: Answer, ref: int) -> None:
    """Puts a seat's answer in the place of its earlier one; effects come at adjudication."""
    state: Inject = draft.injects[move.inject]
    at = bisect_left(state.answers, (move.seat,))  # they stand in the order of seats
    after = at + (move.seat in dict(state.answers))
    answers = (*state.answers[:at], (move.seat, move.option), *state.answers[after:])
    refs = (*state.refs[:at], ref, *state.refs[after:])
    seats = answering(draft, move.inject)
    everybody = bool(seats) and {seat for seat, _ in answers}.issuperset(seats)
    draft.set_inject(
        move.inject,
        evolve(state, answers=answers, refs=refs, state=InjectState.ANSWERED if everybody else InjectState.DELIVERED),
    )


def argue(draft: Draft, move: MakeFreeMove | Argue | Estimate | Odds | Roll, ref: int) -> None:
    """A free move, what is said for and against it, its odds, and its roll with the grade."""
    if isinstance(move, MakeFreeMove):
        number = count_of(f.seat == move.seat and f.turn == draft.turn for f in draft.free_moves) + 1
        made = FreeMove(seat=move.seat, turn=draft.turn, number=number, reasons=len(move.reasons), ref=ref)
        draft.emit(FreeMoveChanged(len(draft.free_moves), made))
        return
    index, state = next((n, f) for n, f in enumerate(draft.free_moves) if f.ref == move.move)
    changes: dict[str, Any] = {}
    match move:
        case Argue():
            changes = {"pros": state.pros + 1} if move.side == "for" else {"cons": state.cons + 1}
        case Estimate():
            estimates = (*(e for e in state.estimates if e[0] != move.seat), (move.seat, move.word))
            changes = {"estimates": tuple(sorted(estimates))}
        case Odds():
            changes = {"odds": odds_of(move)}
        case Roll():
            rolled = move.dice or die(draft.luck_key, state.turn, "free move", state.seat, str(state.number))
            odds = state.odds if state.odds is not None else 50.0
            margin = draft.scenario.coefficients.clear_margin
            source = "table" if move.dice else "keyed"
            changes = {"rolled": rolled, "source": source, "grade": grade(rolled, odds, margin)}
    draft.emit(FreeMoveChanged(index, evolve(state, **changes)))


def grade(rolled: int, odds: float, clear: float) -> str:
    """One of four grades from how far a roll of 1..100 lies under the odds; `clear` points make it a clear one."""
    margin = odds - rolled
    if margin >= 0:
        return "yes-and" if margin >= clear else "yes-but"
    return "no-but" if margin > -clear else "no-and"
