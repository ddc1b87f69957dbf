"""What moves by itself: commitment, cohesion and trust drift to where the world pulls them; gaps and wear fade."""

from tabletop.model.cause import Cause, because
from tabletop.model.inner import AGREEMENT, ANCHOR, SHORTFALL
from tabletop.rules.turn.home import progress
from tabletop.rules.turn.moods import mood
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move

_SETTLE, _CALM = because("words-settle"), because("calm-returns")
_REFRESH, _CLOSES = because("words-refresh"), because("gap-closes")


def drift(draft: Draft) -> None:
    """One turn's drift, each pull with its own cause."""
    _commitment(draft)
    _cohesion(draft)
    k = draft.scenario.coefficients
    names, figures = draft.scenario.names, draft.figures
    luck = mood(draft, "anchor", k.commitment_luck)
    move(draft, names.commitment, luck, because("mood", who=names.anchor_seat, luck="mood/anchor"))
    trust = figures[names.trust]
    move(draft, names.trust, k.trust_rate * (k.trust_base - trust), because("settles", names.trust))
    move(draft, AGREEMENT, k.agreement_rate * (k.agreement_base - figures[AGREEMENT]), _SETTLE)
    start = draft.scenario.tracks[names.escalation].start
    calmer = k.escalation_fade * (start - draft.figures[names.escalation])
    move(draft, names.escalation, calmer, _CALM)
    for side in ("wear/anchor", "wear/others"):
        wear = draft.figures[side]
        if wear:
            move(draft, side, (k.wear_fade - 1) * wear, _REFRESH)


def _pull(draft: Draft, figure: str, rate: float, base: float, pulls: tuple[tuple[float, Cause], ...]) -> None:
    """Moves a track toward base plus its pulls, one cause for each."""
    value = draft.figures[figure]
    moves = [(rate * amount, cause) for amount, cause in pulls if amount]
    moves.append((rate * (base - value), because("pull-level", figure)))
    room_low, room_high = -value, 100 - value
    total = sum_of(amount for amount, _ in moves)
    scale = 1.0
    if total > room_high or total < room_low:
        scale = (room_high if total > 0 else room_low) / total
    for amount, cause in moves:
        if amount * scale:
            draft.change_figure(figure, amount * scale, cause)


def _commitment(draft: Draft) -> None:
    k, names, figures = draft.scenario.coefficients, draft.scenario.names, draft.figures
    track, trust, cohesion = names.commitment, figures[names.trust], figures[names.cohesion]
    pulls = (
        (k.commitment_progress * progress(draft), because("pull-spending", track)),
        (-k.commitment_shortfall * figures[SHORTFALL], because("pull-shortfall", track)),
        (k.commitment_trust * (trust - k.neutral), because("pull-track", track, names.trust)),
        (k.commitment_cohesion * (cohesion - k.neutral), because("pull-track", track, names.cohesion)),
        (figures.get(ANCHOR, 0.0), because("pull-posts", track)),
    )
    _pull(draft, track, k.commitment_rate, k.commitment_base, pulls)


def _cohesion(draft: Draft) -> None:
    k, names, figures = draft.scenario.coefficients, draft.scenario.names, draft.figures
    track, trust, commitment = names.cohesion, figures[names.trust], figures[names.commitment]
    above = commitment - k.commitment_reference
    pulls = (
        (k.cohesion_trust * (trust - k.neutral), because("pull-track", track, names.trust)),
        (k.cohesion_commitment * above, because("pull-track", track, names.commitment)),
        (-k.cohesion_shortfall * figures[SHORTFALL], because("pull-shortfall", track)),
    )
    _pull(draft, track, k.cohesion_rate, k.cohesion_base, pulls)


def close_gaps(draft: Draft) -> None:
    """Before anything new happens in a turn, the gaps of earlier surprises close a part."""
    fade = draft.scenario.coefficients.gap_fade
    for gap in draft.frame.gap:
        if draft.figures[gap]:
            move(draft, gap, (fade - 1) * draft.figures[gap], _CLOSES)
