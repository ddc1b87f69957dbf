"""Declarations: words move commitment and cohesion, and wear out."""

from tabletop.model.cause import because
from tabletop.model.events import WordGiven
from tabletop.model.figures.forms import CAPITAL, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.model.inner import AGREEMENT, ALARM, CONDITION
from tabletop.model.moves import Declare
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import power
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move, nudge


def declare(draft: Draft, orders: list[tuple[str, Declare, int]]) -> None:
    """Each side's words count less the more it has talked of late, but for what is paid for at home."""
    names, k = draft.scenario.names, draft.scenario.coefficients
    for seat, order, ref in orders:
        stance = draft.scenario.stances[order.stance]
        effect = stance.by(seat, names.anchor_seat)
        side = "wear/anchor" if seat == names.anchor_seat else "wear/others"
        weight = power(k.stale_words, draft.figures[side]) if not effect.price else 1.0
        cause = because("declaration", order.stance, who=seat)
        nudge(draft, names.commitment, effect.commitment * weight, cause, ref)
        nudge(draft, names.cohesion, effect.cohesion * weight, cause, ref)
        move(draft, AGREEMENT, effect.agreement * weight, cause, ref)
        move(draft, path_of(CAPITAL, seat), effect.capital * weight, cause, ref)
        if effect.support:
            move(draft, path_of(SUPPORT, seat), effect.support * weight, cause, ref)
        nudge(draft, names.trust, effect.trust * weight, cause, ref)
        move(draft, ALARM, effect.alarm * weight, cause, ref)
        move(draft, CONDITION, effect.condition * weight, cause, ref)
        if not effect.price:
            move(draft, side, 1.0, cause, ref)
        if stance.word:
            draft.emit(WordGiven(seat, order.stance, draft.turn))


def price_of_words(scenario: Scenario, seat: str, stance: str) -> float:
    """Points of political capital that a stance takes of a seat, 0 where it takes none."""
    spec = scenario.stances.get(stance)
    return spec.by(seat, scenario.names.anchor_seat).price if spec else 0.0


def to_nobody(scenario: Scenario, seat: str, stance: str) -> bool:
    """Whether a stance speaks to voters and the seat has none."""
    moved = scenario.stances[stance].by(seat, scenario.names.anchor_seat)
    return bool(moved.support) and not scenario.seats[seat].members


def sayable(world: World, seat: str, spare: float) -> list[str]:
    """Stances that a seat has voters for, and so many points of political capital."""
    scenario = world.scenario
    return [
        stance
        for stance in scenario.stances
        if price_of_words(scenario, seat, stance) <= spare and not to_nobody(scenario, seat, stance)
    ]


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
