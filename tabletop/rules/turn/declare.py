"""Declarations: words move commitment and cohesion, and wear out."""

from tabletop.model.cause import because
from tabletop.model.events import WordGiven
from tabletop.model.figures.forms import CAPITAL
from tabletop.model.figures.path import path_of
from tabletop.model.inner import AGREEMENT, ALARM, CONDITION
from tabletop.model.moves import Declare
from tabletop.rules.world.arithmetic import power
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move, nudge


def declare(draft: Draft, orders: list[tuple[str, Declare, int]]) -> None:
    """Each side's words count less the more it has talked of late."""
    names, k = draft.scenario.names, draft.scenario.coefficients
    for seat, order, ref in orders:
        stance = draft.scenario.stances[order.stance]
        anchor = seat == names.anchor_seat
        effect = stance.anchor if anchor else stance.others
        side = "wear/anchor" if anchor else "wear/others"
        weight = power(k.stale_words, draft.figures[side])
        cause = because("declaration", order.stance, who=seat)
        nudge(draft, names.commitment, effect.commitment * weight, cause, ref)
        nudge(draft, names.cohesion, effect.cohesion * weight, cause, ref)
        move(draft, AGREEMENT, effect.agreement * weight, cause, ref)
        move(draft, path_of(CAPITAL, seat), effect.capital * weight, cause, ref)
        nudge(draft, names.trust, effect.trust * weight, cause, ref)
        move(draft, ALARM, effect.alarm * weight, cause, ref)
        move(draft, CONDITION, effect.condition * weight, cause, ref)
        move(draft, side, 1.0, cause, ref)
        if stance.word:
            draft.emit(WordGiven(seat, order.stance, draft.turn))


def gave_word(draft: Draft, seat: str) -> bool:
    """Whether a seat has lately given a word that binds it."""
    scenario = draft.scenario
    return any(
        scenario.stances[stance].word and draft.turn - turn <= scenario.coefficients.word_turns
        for stance, turn in draft.seats[seat].words
    )


def word_broken(draft: Draft, seat: str) -> bool:
    """Whether a departure without notice now breaks a standing text, or a recent word of a seat."""
    texts = draft.scenario.texts
    bound = any(
        text.state == "standing" and texts[text.kind].rule == "no-surprise" and seat not in text.footnotes
        for text in draft.texts.values()
    )
    return bound or gave_word(draft, seat)
