"""The adversary: pressure that grows, probes where the margin is thin, and the levers control pulls for it."""

from tabletop.model.cause import because
from tabletop.model.events import Probed
from tabletop.model.figures.forms import PRESSURE
from tabletop.model.figures.path import path_of
from tabletop.model.inner import ALARM, GROWTH
from tabletop.model.optional import PROBES
from tabletop.model.world import RedOrder
from tabletop.rules.scores.deterrence import assess
from tabletop.rules.turn.alarm import threaten
from tabletop.rules.turn.effects import affect
from tabletop.rules.turn.moods import mood
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.chance import draw
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move, nudge

Probes = dict[str, tuple[str, int]]  # theatre: kind of probe, move
_REBUILDS = because("rebuilds")
_RETURN = because("needs-grow")
#: Theatres among which it chooses.
_THINNEST = 3
_FASTER_BACK, _SLOWER_BACK = (because(kind, luck="mood/return") for kind in ("needs-grow-faster", "needs-grow-slower"))
_FASTER, _SLOWER = (because(kind, luck="mood/rebuilding") for kind in ("rebuilds-faster", "rebuilds-slower"))


def act(draft: Draft) -> None:
    """Growth, ordered levers, then probes: ordered ones for certain, others by chance."""
    k = draft.scenario.coefficients
    luck = mood(draft, "rebuilding", k.pressure_luck)
    lucky = _FASTER if luck > 0 else _SLOWER
    if k.rebuild:
        back = mood(draft, "return", k.rebuild * k.rebuild_luck)
        move(draft, GROWTH, k.rebuild + back, _RETURN if not back else _FASTER_BACK if back > 0 else _SLOWER_BACK)
    for pressure, spec in zip(draft.frame.pressure, draft.scenario.theatres.values(), strict=True):
        move(draft, pressure, spec.growth, _REBUILDS)
        move(draft, pressure, luck, lucky)
    deters = [theatre.deterrence for theatre in assess(draft, draft.frame)]
    red = draft.red
    if red is None or red.source == "model":
        red = RedOrder(initiative(draft, deters), "model", red.ref if red else 0)
    probes = _levers(draft, red)
    by_chance = draft.luck and PROBES not in draft.without
    for theatre, deterrence in zip(draft.frame.theatres, deters, strict=True):
        if theatre in probes or by_chance:
            _probe(draft, theatre, deterrence, probes.get(theatre))
    threaten(draft, deters)


def initiative(draft: Draft, deters: list[float]) -> tuple[tuple[str, str, str, float], ...]:
    """The levers that the adversary pulls by itself, if the model plays it: drawn from the scenario's list, in one of
    the theatres where the margin is thinnest."""
    red = draft.scenario.red
    if not red.initiatives or not draft.luck or PROBES in draft.without:
        return ()
    if draw(draft.luck_key, draft.turn, "initiative") >= red.initiative_chance:
        return ()
    margins = [
        (deters[t] - draft.figures[key], theatre)
        for t, (key, theatre) in enumerate(zip(draft.frame.pressure, draft.frame.theatres, strict=True))
    ]
    thin = [theatre for _, theatre in sorted(margins)[:_THINNEST]]
    theatre = thin[int(draw(draft.luck_key, draft.turn, "initiative where") * len(thin))]
    drawn = draw(draft.luck_key, draft.turn, "initiative what") * sum_of(each.weight for each in red.initiatives)
    for each in red.initiatives:
        drawn -= each.weight
        if drawn < 0:
            return tuple((pull.lever, theatre if pull.here else "", pull.kind, pull.step) for pull in each.pulls)
    return ()


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
        move(draft, ALARM, k.hit_alarm, cause, ref)
        nudge(draft, names.escalation, k.hit_escalation, cause, ref)
    else:
        nudge(draft, names.cohesion, k.repelled_cohesion, cause, ref)
        move(draft, path_of(PRESSURE, theatre), k.repelled_pressure, cause, ref)
        move(draft, ALARM, k.repelled_alarm, cause, ref)


def _answered(draft: Draft, theatre: str) -> bool:
    """Whether a seat stood up this turn: gave its word, or has a text about the theatre standing or open."""
    if any(turn == draft.turn for seat in draft.seats.values() for _, turn in seat.words):
        return True
    return any(text.about == theatre and text.state in ("open", "standing") for text in draft.texts.values())
