"""What moves by itself: commitment, cohesion and trust drift to where the world pulls them; gaps and wear fade."""

from tabletop.model.cause import because
from tabletop.model.figures.forms import TEXT_WEAR
from tabletop.model.figures.path import path_of
from tabletop.model.inner import AGREEMENT, ANCHOR, CONDITION, SHORTFALL
from tabletop.rules.turn.moods import mood
from tabletop.rules.turn.pledges import progress
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move

_SETTLE, _CALM = because("words-settle"), because("calm-returns")
_PLAIN = because("settles", "")
#: Points from which a pull is named, and how many are.
_FELT, _NAMED = 0.5, 3
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
    for kind in draft.scenario.texts:
        wear = figures.get(path_of(TEXT_WEAR, kind), 0.0)
        if wear:
            move(draft, path_of(TEXT_WEAR, kind), (k.text_wear_fade - 1) * wear, _REFRESH)
    asked = figures.get(CONDITION, 0.0)
    if asked:
        move(draft, CONDITION, (k.condition_fade - 1) * asked, _REFRESH)


def _pull(draft: Draft, figure: str, rate: float, base: float, pulls: list[tuple[float, str]]) -> None:
    """Moves a track toward its base and what pulls at it, in points: one cause says whither and what pulls most."""
    value = draft.figures[figure]
    level = base + sum_of(amount for amount, _ in pulls)
    amount = rate * (level - value)
    if draft.record:
        most = sorted((pull for pull in pulls if abs(pull[0]) >= _FELT), key=lambda pull: -abs(pull[0]))[:_NAMED]
        reasons = " ".join(f"{what}{'+' if pull > 0 else '-'}" for pull, what in most)
        cause = because("settles-towards", figure, f"{max(0.0, min(100.0, level)):.0f}", reasons)
    else:
        cause = _PLAIN
    move(draft, figure, amount, cause)


def _commitment(draft: Draft) -> None:
    k, names, figures = draft.scenario.coefficients, draft.scenario.names, draft.figures
    trust, cohesion = figures[names.trust], figures[names.cohesion]
    _pull(
        draft,
        names.commitment,
        k.commitment_rate,
        k.commitment_base,
        [
            (k.commitment_progress * progress(draft), "spending"),
            (-k.commitment_shortfall * figures[SHORTFALL], "shortfall"),
            (k.commitment_trust * (trust - k.neutral), names.trust),
            (k.commitment_cohesion * (cohesion - k.neutral), names.cohesion),
            (figures.get(ANCHOR, 0.0), "posts"),
            (-k.attention_elsewhere * draft.turn, "elsewhere"),
        ],
    )


def _cohesion(draft: Draft) -> None:
    k, names, figures = draft.scenario.coefficients, draft.scenario.names, draft.figures
    trust, commitment = figures[names.trust], figures[names.commitment]
    _pull(
        draft,
        names.cohesion,
        k.cohesion_rate,
        k.cohesion_base,
        [
            (k.cohesion_trust * (trust - k.neutral), names.trust),
            (k.cohesion_commitment * (commitment - k.commitment_reference), names.commitment),
            (-k.cohesion_shortfall * figures[SHORTFALL], "shortfall"),
        ],
    )


def close_gaps(draft: Draft) -> None:
    """Before anything new happens in a turn, the gaps of earlier surprises close a part."""
    fade = draft.scenario.coefficients.gap_fade
    for gap in draft.frame.gap:
        if draft.figures[gap]:
            move(draft, gap, (fade - 1) * draft.figures[gap], _CLOSES)
