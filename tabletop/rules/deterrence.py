"""Deterrence: capability, credibility and clarity, multiplied. Equations of docs/model.md, pure arithmetic."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from tabletop.model.coefficients import Coefficients
from tabletop.model.world import Inputs, Supply, World
from tabletop.rules.frame import UNIT, Frame, Row, Stock, frame_of


class Theatre(NamedTuple):
    """The three terms are 0..1, `deterrence` 0..100; `share` is the others' part of the requirement, 0..1."""

    capability: float
    credibility: float
    clarity: float
    deterrence: float
    share: float


class Standing(NamedTuple):
    """What forces alone decide in a theatre, each 0..1; `spot` as `on_the_spot` gives it."""

    capability: float
    spot: tuple[float, float]
    share: float


class Wills(NamedTuple):
    """Alliance-wide inputs: commitment `q` and resolve `r` as shares, and what clarity is made of."""

    q: float
    r: float
    trust: float
    agreement: float
    overload: float  # posts in transition


T = TypeVar("T")

Pairs = list[tuple[float, float]]  # anchor's and others' supply, a pair for each row of a theatre


def resolve(k: Coefficients, cohesion: float, shortfall: float, command: float, extra: float = 0.0) -> float:
    """The others' resolve, 0..1, from cohesion (points), shortfall and command (shares) and points of extra resolve."""
    pledges = max(0.0, 1.0 - k.shortfall_weight * shortfall)
    return min(
        1.0,
        k.resolve_cohesion * cohesion / 100 + k.resolve_pledges * pledges + k.resolve_command * command + extra / 100,
    )


def capability(k: Coefficients, rows: tuple[Row, ...], pairs: Pairs) -> float:
    """Harmonic mean of fulfilment by area, 0..1."""
    eps = k.empty_area
    rest = 1 - eps
    total = 0.0
    for row, (us, own) in zip(rows, pairs, strict=True):
        f = (us + own) / row.requirement
        total += row.weight / (eps + rest * (f if f < 1 else 1.0))
    return 1 / total


def on_the_spot(k: Coefficients, rows: tuple[Row, ...], pairs: Pairs) -> tuple[float, float]:
    """How fully the anchor's and the others' forces stand in a theatre, each 0..1."""
    presence_full, front_full = k.presence_full, k.front_full
    presence = front = 0.0
    for row, (us, own) in zip(rows, pairs, strict=True):
        need, weight = row.requirement, row.weight
        part = us / (presence_full * need)
        presence += weight * part if part < 1 else weight
        part = own / (front_full * need)
        front += weight * part if part < 1 else weight
    return presence, front


def credibility(
    k: Coefficients, rows: tuple[Row, ...], pairs: Pairs, q: float, r: float, spot: tuple[float, float] | None = None
) -> float:
    """Whether it is believed, 0..1: the same fill, each unit worth its owner's will, over a floor from the anchor.

    Wills are believed more where forces stand on the spot.
    """
    presence, front = spot or on_the_spot(k, rows, pairs)
    low, gain = 1 - k.local_will, 2 * k.local_will
    q, r = min(1.0, q * (low + gain * presence)), min(1.0, r * (low + gain * front))
    eps = k.empty_area
    rest, nobody = 1 - eps, eps * r
    filled = believed = 0.0
    for row, (us, own) in zip(rows, pairs, strict=True):
        need, weight = row.requirement, row.weight
        f = (us + own) / need
        if f <= 1:
            g = us / need * q + own / need * r
        else:
            f = 1.0
            if q > r:
                h = min(1.0, us / need)
                g = h * q + (1 - h) * r
            else:
                h = min(1.0, own / need)
                g = h * r + (1 - h) * q
        filled += weight / (eps + rest * f)
        believed += weight / (nobody + rest * g) if r > 0 or g > 0 else weight * 1e9
    return k.strategic_floor * q + (1 - k.strategic_floor) * filled / believed


def clarity(k: Coefficients, trust: float, agreement: float, overload: float, gap: float) -> float:
    """Whether it is understood, from `least_clarity` to 1."""
    seen = k.trust_in_clarity * trust / 100 + k.agreement_in_clarity * agreement
    return k.least_clarity + (1 - k.least_clarity) * max(0.0, seen - k.overload * max(0.0, overload - 1) - gap)


def wills(scenario_names: tuple[str, str, str], k: Coefficients, figures: dict[str, float]) -> Wills:
    """Alliance-wide inputs from a world's figures; the names are commitment's, cohesion's and trust's."""
    commitment, cohesion, trust = scenario_names
    r = resolve(k, figures[cohesion], figures["shortfall"], figures["command"], figures.get("resolve", 0.0))
    return Wills(figures[commitment] / 100, r, figures[trust], figures["agreement"], figures["overload"])


def pairs_of(frame: Frame, inputs: Inputs | World) -> list[Pairs]:
    """Supply pairs by theatre in in-place equivalents, readiness and what shelves have gained or lost counted in."""
    gain, figures = frame.scenario.coefficients.readiness_gain, inputs.figures
    scaled = [(supply, 1 + gain * figures.get(f"readiness/{seat}", 0.0)) for seat, supply in inputs.own_supply.items()]
    stocks = [figures.get(stock.key, 0.0) for stock in frame.stocks.values()]
    source = (inputs.supply, inputs.new_supply, scaled, stocks)
    return remembered(inputs, "pairs", source, lambda: _pairs(frame, inputs, scaled))


def _pairs(frame: Frame, inputs: Inputs | World, scaled: list[tuple[Supply, float]]) -> list[Pairs]:
    stocks, figures = frame.stocks, inputs.figures
    made = []
    for t, rows in enumerate(frame.rows):
        us, new = inputs.supply[t], inputs.new_supply[t]
        own = [(supply[t], factor) for supply, factor in scaled]
        pairs = []
        for row in rows:
            i = row.area
            amount = float(new[i])
            for cells, factor in own:
                amount += cells[i] * factor
            own_side = amount / UNIT
            if (t, i) in stocks:
                own_side = max(0.0, own_side + on_shelf(stocks[t, i], figures))
            pairs.append((us[i] / UNIT, own_side))
        made.append(pairs)
    return made


def on_shelf(stock: Stock, figures: dict[str, float]) -> float:
    """What production has added to a theatre's shelf since the opening, in in-place equivalents; less, if used up."""
    return stock.requirement * figures.get(stock.key, 0.0) / stock.days


def assess(inputs: Inputs | World, frame: Frame) -> list[Theatre]:
    """Every theatre's terms and score, in the scenario's order."""
    scenario, figures = frame.scenario, inputs.figures
    names = scenario.names
    w = wills((names.commitment, names.cohesion, names.trust), scenario.coefficients, figures)
    gaps = [figures[gap] for gap in frame.gap]
    pairs = pairs_of(frame, inputs)
    stand = remembered(inputs, "standing", pairs, lambda: _standing(frame, pairs))
    return remembered(inputs, "assessed", (w, gaps, pairs), lambda: _assess(frame, w, gaps, pairs, stand))


def remembered(inputs: Inputs | World, what: str, source: object, work_out: Callable[[], T]) -> T:
    """What a draft has worked out of such a source, worked out when it hasn't; a world remembers nothing."""
    memory: dict[str, Any] | None = getattr(inputs, "memory", None)
    if memory is None:
        return work_out()
    kept = memory.get(what)
    if kept is None or kept[0] != source:
        kept = memory[what] = (source, work_out())
    found: T = kept[1]
    return found


def known(inputs: Inputs | World, what: str, work_out: Callable[[], T]) -> T:
    """What a draft knows since its last event, worked out when it doesn't; a world or its inputs know nothing."""
    memory: dict[str, Any] | None = getattr(inputs, "known", None)
    if memory is None:
        return work_out()
    if what not in memory:
        memory[what] = work_out()
    found: T = memory[what]
    return found


def _standing(frame: Frame, supply: list[Pairs]) -> list[Standing]:
    k = frame.scenario.coefficients
    made = []
    for rows, pairs in zip(frame.rows, supply, strict=True):
        share = 0.0
        for row, (_, own) in zip(rows, pairs, strict=True):
            part = own / row.requirement
            share += row.weight * part if part < 1 else row.weight
        made.append(Standing(capability(k, rows, pairs), on_the_spot(k, rows, pairs), share))
    return made


def _assess(frame: Frame, w: Wills, gaps: list[float], supply: list[Pairs], standing: list[Standing]) -> list[Theatre]:
    k = frame.scenario.coefficients
    made = []
    for rows, pairs, gap, (c, spot, share) in zip(frame.rows, supply, gaps, standing, strict=True):
        b = credibility(k, rows, pairs, w.q, w.r, spot)
        m = clarity(k, w.trust, w.agreement, w.overload, gap)
        d = 100 * c**k.capability_exponent * b**k.credibility_exponent * m**k.clarity_exponent
        made.append(Theatre(c, b, m, d, share))
    return made


def scores(world: World) -> dict[str, float]:
    """Every score by name: deterrence, pressure and margin by theatre, alliance figures, tracks."""
    return dict(known(world, "scores", lambda: _scores(world)))


def _scores(world: World) -> dict[str, float]:
    frame = frame_of(world.scenario)
    made: dict[str, float] = {}
    figures = world.figures
    alliance = share = 0.0
    for name, key, weight, theatre in zip(
        frame.theatres, frame.pressure, frame.weights, assess(world, frame), strict=True
    ):
        made[f"deterrence/{name}"] = theatre.deterrence
        made[key] = figures[key]
        made[f"margin/{name}"] = theatre.deterrence - figures[key]
        alliance += weight * theatre.deterrence
        share += weight * theatre.share
    made["deterrence"] = alliance
    made[world.scenario.names.share] = 100 * share
    for track in world.scenario.tracks:
        made[track] = figures[track]
    for seat, state in world.seats.items():
        if state.members:
            made[f"support/{seat}"] = figures[f"support/{seat}"]
        made[f"capital/{seat}"] = figures[f"capital/{seat}"]
    return made


def area_shares(world: World) -> dict[str, float]:
    """The others' part of the requirement by area, 0..1, over all theatres that need it, by theatre weight."""
    frame = frame_of(world.scenario)
    part = [0.0] * len(frame.areas)
    whole = [0.0] * len(frame.areas)
    for rows, pairs, weight in zip(frame.rows, pairs_of(frame, world), frame.weights, strict=True):
        for row, (_, own) in zip(rows, pairs, strict=True):
            part[row.area] += weight * min(1.0, own / row.requirement)
            whole[row.area] += weight
    return {area: part[i] / whole[i] if whole[i] else 0.0 for i, area in enumerate(frame.areas)}


def majority(world: World) -> bool:
    """Whether the others carry over half of the requirement in every area that counts for it."""
    shares = area_shares(world)
    return all(shares[area] > 0.5 for area, spec in world.scenario.areas.items() if spec.majority)
