"""What moves by itself: commitment, cohesion and trust drift to where the world pulls them; gaps and wear fade."""

from tabletop.model.inner import AGREEMENT, ANCHOR, SHORTFALL
from tabletop.rules.turn.home import progress
from tabletop.rules.turn.moods import mood
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move


def drift(draft: Draft) -> None:
    """One turn's drift, each pull with its own cause."""
    _commitment(draft)
    _cohesion(draft)
    k = draft.scenario.coefficients
    names, figures = draft.scenario.names, draft.figures
    luck = mood(draft, "anchor", k.commitment_luck)
    move(draft, names.commitment, luck, f"the mood in {draft.scenario.seats[names.anchor_seat].name}")
    trust = figures[names.trust]
    move(
        draft, names.trust, k.trust_rate * (k.trust_base - trust), f"{draft.scenario.tracks[names.trust].name} settles"
    )
    move(draft, AGREEMENT, k.agreement_rate * (k.agreement_base - figures[AGREEMENT]), "words settle")
    start = draft.scenario.tracks[names.escalation].start
    move(draft, names.escalation, k.escalation_fade * (start - draft.figures[names.escalation]), "calm returns")
    for side in ("wear/anchor", "wear/others"):
        wear = draft.figures[side]
        if wear:
            move(draft, side, (k.wear_fade - 1) * wear, "words gain weight again")


def _pull(draft: Draft, figure: str, rate: float, base: float, pulls: tuple[tuple[float, str], ...]) -> None:
    """Moves a track toward base plus its pulls, one cause for each."""
    value = draft.figures[figure]
    moves = [(rate * amount, cause) for amount, cause in pulls if amount]
    moves.append((rate * (base - value), "back to its own level"))
    room_low, room_high = -value, 100 - value
    total = sum_of(amount for amount, _ in moves)
    scale = 1.0
    if total > room_high or total < room_low:
        scale = (room_high if total > 0 else room_low) / total
    name = draft.scenario.tracks[figure].name
    for amount, cause in moves:
        if amount * scale:
            draft.moved(figure, amount * scale, f"{name}: {cause}")


def _commitment(draft: Draft) -> None:
    k, names, figures = draft.scenario.coefficients, draft.scenario.names, draft.figures
    tracks, shortfall = draft.scenario.tracks, figures[SHORTFALL]
    _pull(
        draft,
        names.commitment,
        k.commitment_rate,
        k.commitment_base,
        (
            (k.commitment_progress * progress(draft), f"{names.own} spending"),
            (-k.commitment_shortfall * shortfall, "pledges missed"),
            (k.commitment_trust * (figures[names.trust] - k.neutral), tracks[names.trust].name),
            (k.commitment_cohesion * (figures[names.cohesion] - k.neutral), tracks[names.cohesion].name),
            (figures.get(ANCHOR, 0.0), "posts handed over"),
        ),
    )


def _cohesion(draft: Draft) -> None:
    k, names, figures = draft.scenario.coefficients, draft.scenario.names, draft.figures
    tracks = draft.scenario.tracks
    _pull(
        draft,
        names.cohesion,
        k.cohesion_rate,
        k.cohesion_base,
        (
            (k.cohesion_trust * (figures[names.trust] - k.neutral), tracks[names.trust].name),
            (
                k.cohesion_commitment * (figures[names.commitment] - k.commitment_reference),
                tracks[names.commitment].name,
            ),
            (-k.cohesion_shortfall * figures[SHORTFALL], "pledges missed"),
        ),
    )


def close_gaps(draft: Draft) -> None:
    """Before anything new happens in a turn, the gaps of earlier surprises close a part."""
    fade = draft.scenario.coefficients.gap_fade
    for gap in draft.frame.gap:
        if draft.figures[gap]:
            move(draft, gap, (fade - 1) * draft.figures[gap], "the gap closes")
