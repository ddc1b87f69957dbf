"""The adversary: pressure that grows, probes where the margin is thin, and the levers control pulls for it."""

from tabletop.model.cause import because
from tabletop.model.events import Probed
from tabletop.model.figures.forms import PRESSURE
from tabletop.model.figures.path import path_of
from tabletop.model.optional import PROBES
from tabletop.model.world import RedOrder
from tabletop.rules.scores.deterrence import assess
from tabletop.rules.turn.effects import affect
from tabletop.rules.turn.moods import mood
from tabletop.rules.world.chance import draw
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move, nudge

Probes = dict[str, tuple[str, int]]  # theatre: kind of probe, move
_REBUILDS = because("rebuilds")
_FASTER, _SLOWER = (because(kind, luck="mood/rebuilding") for kind in ("rebuilds-faster", "rebuilds-slower"))


def act(draft: Draft) -> None:
    """Growth, ordered levers, then probes: ordered ones for certain, others by chance."""
    luck = mood(draft, "rebuilding", draft.scenario.coefficients.pressure_luck)
    lucky = _FASTER if luck > 0 else _SLOWER
    for pressure, spec in zip(draft.frame.pressure, draft.scenario.theatres.values(), strict=True):
        move(draft, pressure, spec.growth, _REBUILDS)
        move(draft, pressure, luck, lucky)
    probes = _levers(draft, draft.red) if draft.red else {}
    by_chance = draft.luck and PROBES not in draft.without
    if not (by_chance or probes):
        return
    odds = {name: at.deterrence for name, at in zip(draft.frame.theatres, assess(draft, draft.frame), strict=True)}
    for theatre, deterrence in odds.items():
        if theatre in probes or by_chance:
            _probe(draft, theatre, deterrence, probes.get(theatre))


def _levers(draft: Draft, red: RedOrder) -> Probes:
    probes: Probes = {}
    levers = {lever.id: lever for lever in draft.scenario.red.levers}
    for name, theatre, kind, step in red.levers:
        spec = levers[name]
        cause = because("lever", name)
        if name == "pressure":
            move(draft, path_of(PRESSURE, theatre), step, cause, red.ref)
        elif name == "probe":
            probes[theatre] = (kind, red.ref)
        for effect in spec.effects:
            affect(draft, effect, cause, red.ref)
    return probes


def probe_chance(draft: Draft, theatre: str, deterrence: float) -> float:
    """How likely a probe is this turn, 0..1: more where pressure exceeds deterrence."""
    k = draft.scenario.coefficients
    gap = draft.figures[path_of(PRESSURE, theatre)] - deterrence
    return float(max(0.0, min(1.0, k.probe_base + k.probe_slope * (gap + k.probe_margin))))


def _probe(draft: Draft, theatre: str, deterrence: float, order: tuple[str, int] | None) -> None:
    k = draft.scenario.coefficients
    if order is None:
        chance = probe_chance(draft, theatre, deterrence)
        if not chance or draw(draft.luck_key, draft.turn, "probe", theatre) >= chance:
            return
    kind, ref = order or ("", 0)
    gap = draft.figures[path_of(PRESSURE, theatre)] - deterrence
    odds = max(k.probe_least, min(k.probe_most, k.probe_odds + gap / k.probe_span))
    hit = draft.luck and draw(draft.luck_key, draft.turn, "probe succeeds", theatre) < odds
    names = draft.scenario.names
    luck = f"probe succeeds/{theatre}" if draft.luck else ""
    cause = because("probe-hit" if hit else "probe-repelled", theatre, luck=luck)
    draft.emit(Probed(theatre, kind, hit, _answered(draft, theatre)))
    if hit:
        nudge(draft, names.cohesion, k.hit_cohesion, cause, ref)
        nudge(draft, names.commitment, k.hit_commitment, cause, ref)
        move(draft, path_of(PRESSURE, theatre), k.hit_pressure, cause, ref)
        nudge(draft, names.escalation, k.hit_escalation, cause, ref)
    else:
        nudge(draft, names.cohesion, k.repelled_cohesion, cause, ref)
        move(draft, path_of(PRESSURE, theatre), k.repelled_pressure, cause, ref)


def _answered(draft: Draft, theatre: str) -> bool:
    """Whether a seat stood up this turn: gave its word, or has a text about the theatre standing or open."""
    if any(turn == draft.turn for seat in draft.seats.values() for _, turn in seat.words):
        return True
    return any(text.about == theatre and text.state in ("open", "standing") for text in draft.texts.values())
