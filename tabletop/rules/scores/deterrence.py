"""Deterrence: capability, credibility and clarity, multiplied. Equations of docs/model.md, pure arithmetic."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from tabletop.model.coefficients import Coefficients
from tabletop.model.figures.forms import CAPITAL, DETERRENCE, MARGIN, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.model.inner import AGREEMENT, COMMAND, GROWTH, HURRIED, OVERLOAD, RESOLVE, SHORTFALL
from tabletop.model.scenario import Scenario
from tabletop.model.world import Inputs, Supply, World
from tabletop.rules.world.arithmetic import power
from tabletop.rules.world.frame import UNIT, Frame, Row, Stock, counting, frame_of
from tabletop.rules.world.memory import by_scenario, latest, latest_each, until_changed


class Theatre(NamedTuple):
    """The three terms are 0..1, `deterrence` 0..100; `share` is the others' part of the requirement, 0..1."""

    capability: float
    credibility: float
    clarity: float
    deterrence: float
    share: float


class Standing(NamedTuple):
    """What forces alone decide in a theatre.

    `capability` is the harmonic mean of fulfilment by area, 0..1, `inverse` one over it; `spot`: how fully the anchor's
    and the others' forces stand there, each 0..1; `share`: the others' part of the requirement, 0..1.
    `anchor_first` and `others_first`: by area its weight and the parts of it that the anchor's and the others' will
    stands behind, where there is more than enough those of whoever is believed more.
    """

    capability: float
    inverse: float
    spot: tuple[float, float]
    share: float
    anchor_first: list[tuple[float, float, float]]
    others_first: list[tuple[float, float, float]]


class Wills(NamedTuple):
    """Alliance-wide inputs: commitment `q` and resolve `r` as shares, and what clarity is made of."""

    q: float
    r: float
    trust: float
    agreement: float
    overload: float  # posts in transition
    hurried: float  # those that change hands unprepared, by weight


class Supplies(NamedTuple):
    """What fills one area of one theatre, in in-place equivalents by the needs of the opening: of the anchor's forces
    those `here` and those that it would send from `home`, and the others' `own`."""

    here: float
    home: float
    own: float


Filled = tuple[float, float, float]


def others_resolve(k: Coefficients, cohesion: float, shortfall: float, command: float, extra: float = 0.0) -> float:
    """The others' resolve, 0..1, from cohesion (points), shortfall and command (shares) and points of extra resolve."""
    pledges = max(0.0, 1.0 - k.shortfall_weight * shortfall)
    return min(
        1.0,
        k.resolve_cohesion * cohesion / 100 + k.resolve_pledges * pledges + k.resolve_command * command + extra / 100,
    )


def standing(k: Coefficients, rows: tuple[Row, ...], supplies: Sequence[Filled]) -> Standing:
    """How forces fill a theatre's areas, and whose they are. What would come from home counts as the anchor's, but is
    not on the spot."""
    eps = k.empty_area
    rest = 1 - eps
    inverse = presence = front = share = 0.0
    anchor_first, others_first = [], []
    for (_, need, weight, full_presence, full_front), (here, home, own) in zip(rows, supplies, strict=True):
        us = here + home
        f = (us + own) / need
        inverse += weight / (eps + rest * (f if f < 1 else 1.0))
        part = here / full_presence
        presence += weight * part if part < 1 else weight
        part = own / full_front
        front += weight * part if part < 1 else weight
        ours, theirs = us / need, own / need
        share += weight * theirs if theirs < 1 else weight
        if f <= 1:
            both = (weight, ours, theirs)
            anchor_first.append(both)
            others_first.append(both)
        else:
            anchor_first.append((weight, ours, 1 - ours) if ours < 1 else (weight, 1.0, 0.0))
            others_first.append((weight, 1 - theirs, theirs) if theirs < 1 else (weight, 0.0, 1.0))
    return Standing(1 / inverse, inverse, (presence, front), share, anchor_first, others_first)


def credibility(k: Coefficients, stand: Standing, q: float, r: float) -> float:
    """Whether it is believed, 0..1: the same fill, each unit worth its owner's will, over a floor from the anchor.

    Wills are believed more where forces stand on the spot.
    """
    presence, front = stand.spot
    low, gain = 1 - k.local_will, 2 * k.local_will
    q, r = min(1.0, q * (low + gain * presence)), min(1.0, r * (low + gain * front))
    eps = k.empty_area
    rest, nobody = 1 - eps, eps * r
    areas = stand.anchor_first if q > r else stand.others_first
    inverse = 0.0
    if r > 0:
        for weight, a, b in areas:
            inverse += weight / (nobody + rest * (a * q + b * r))
    else:
        for weight, a, b in areas:
            g = a * q + b * r
            inverse += weight / (nobody + rest * g) if g > 0 else weight * 1e9
    return k.strategic_floor * q + (1 - k.strategic_floor) * stand.inverse / inverse


def clarity(k: Coefficients, trust: float, agreement: float, overload: float, hurried: float, gap: float) -> float:
    """Whether it is understood, from `least_clarity` to 1."""
    seen = k.trust_in_clarity * trust / 100 + k.agreement_in_clarity * agreement
    blurred = k.overload * max(0.0, overload - 1) + k.hurried * hurried + gap
    return k.least_clarity + (1 - k.least_clarity) * max(0.0, seen - blurred)


def wills(scenario: Scenario, figures: dict[str, float]) -> Wills:
    """Alliance-wide inputs from a world's figures."""
    k, names = scenario.coefficients, scenario.names
    commitment, cohesion, trust = names.commitment, names.cohesion, names.trust
    r = others_resolve(k, figures[cohesion], figures[SHORTFALL], figures[COMMAND], figures.get(RESOLVE, 0.0))
    return Wills(
        figures[commitment] / 100, r, figures[trust], figures[AGREEMENT], figures[OVERLOAD], figures.get(HURRIED, 0.0)
    )


def supplies_of(frame: Frame, inputs: Inputs | World) -> list[list[Supplies]]:
    """What fills each area that counts, by theatre. Forces of today count by what their budgets keep and by readiness,
    forces from home by the anchor's commitment; as needs grow, everything counts less."""
    return _supplies_of(inputs, frame)


@until_changed
def _supplies_of(inputs: Inputs | World, frame: Frame) -> list[list[Supplies]]:
    return [[Supplies(*filled) for filled in cells] for cells in _filled(inputs, frame)]


@until_changed
def _filled(inputs: Inputs | World, frame: Frame) -> list[list[Filled]]:
    """The same in plain tuples, which are quicker to make."""
    k, figures = frame.scenario.coefficients, inputs.figures
    gain = k.readiness_gain
    ready = [1 + gain * figures.get(frame.readiness[seat], 0.0) for seat in inputs.seats]
    teams = tuple([state.members for state in inputs.seats.values()])
    keys = _keys(frame, tuple(inputs.own_supply), teams)
    factors = [figures.get(worth, 1.0) * (ready[n] if n >= 0 else 1.0) for worth, n in keys]
    shelves = [on_shelf(stock, figures) for stock in frame.stocks.values()]
    sent = figures[frame.scenario.names.commitment] / 100
    unit = UNIT * (1 + figures.get(GROWTH, 0.0))
    own = _own(frame, inputs.new_supply, tuple(inputs.own_supply.values()), factors, shelves, unit)
    return _supplies(frame, inputs.supply, inputs.home_supply, own, sent / unit, unit)


@latest
def _keys(frame: Frame, owners: tuple[str, ...], teams: tuple[tuple[str, ...], ...]) -> list[tuple[str, int]]:
    """By owner of forces, the figure of what its budgets keep of them, and the place of its seat; -1 for none."""
    home = {member: n for n, members in enumerate(teams) for member in members}
    return [(frame.worth[owner], home.get(owner, -1)) for owner in owners]


@latest
def _own(
    frame: Frame, new: Supply, today: tuple[Supply, ...], factors: list[float], shelves: list[float], unit: float
) -> list[float]:
    """By cell, what the others' forces fill; it stays when only the anchor's commitment changes."""
    own = list(map(float, chain.from_iterable(new)))
    for cells, factor in zip(_counting_each(frame, today), factors, strict=True):
        for cell, amount in cells:
            own[cell] += amount * factor
    own = [amount / unit for amount in own]
    areas = len(frame.areas)
    for (t, i), shelf in zip(frame.stocks, shelves, strict=True):
        own[t * areas + i] = max(0.0, own[t * areas + i] + shelf)
    return own


_counting_each = latest_each(counting)


@latest
def _supplies(
    frame: Frame, anchors: Supply, from_home: Supply, own: list[float], sent: float, unit: float
) -> list[list[Filled]]:
    here, home = list(chain.from_iterable(anchors)), list(chain.from_iterable(from_home))
    return [[(here[cell] / unit, home[cell] * sent, own[cell]) for cell in cells] for cells in frame.needed]


def on_shelf(stock: Stock, figures: dict[str, float]) -> float:
    """What production has added to a theatre's shelf since the opening, in in-place equivalents; less, if used up."""
    return stock.requirement * figures.get(stock.key, 0.0) / stock.days


@until_changed
def assess(inputs: Inputs | World, frame: Frame) -> list[Theatre]:
    """Every theatre's terms and score, in the scenario's order."""
    figures = inputs.figures
    gaps = [figures[gap] for gap in frame.gap]
    return _assess(frame, wills(frame.scenario, figures), gaps, _filled(inputs, frame))


@latest
def _standing(frame: Frame, supply: list[list[Filled]]) -> list[Standing]:
    k = frame.scenario.coefficients
    return [standing(k, rows, supplies) for rows, supplies in zip(frame.rows, supply, strict=True)]


@latest
def _assess(frame: Frame, w: Wills, gaps: list[float], supply: list[list[Filled]]) -> list[Theatre]:
    k = frame.scenario.coefficients
    clarities = {  # few, mostly one
        gap: clarity(k, w.trust, w.agreement, w.overload, w.hurried, gap) for gap in set(gaps)
    }
    for_c, for_b, for_m = k.capability_exponent, k.credibility_exponent, k.clarity_exponent
    theatres = []
    for stand, gap in zip(_standing(frame, supply), gaps, strict=True):
        c, b, m = stand.capability, credibility(k, stand, w.q, w.r), clarities[gap]
        d = 100 * power(c, for_c) * power(b, for_b) * power(m, for_m)
        theatres.append(Theatre(c, b, m, d, stand.share))
    return theatres


def scores(world: World) -> dict[str, float]:
    """Every score by name: deterrence, pressure and margin by theatre, alliance figures, tracks.

    Of what was played under rules of an earlier edition: those recorded last, none before its first turn has ended.
    """
    return recorded_scores(world, -1) if world.played_under else dict(_scores(world))


def recorded_scores(world: World, turn: int) -> dict[str, float]:
    """The scores among the readings of a turn's end; none where they were not taken."""
    frame, scenario = frame_of(world.scenario), world.scenario
    by_theatre, by_seat = _score_names(frame, *world.seats)
    theatres = [(name, key, margin) for (name, margin), key in zip(by_theatre, frame.pressure, strict=True)]
    names = chain(*theatres, ("deterrence", scenario.names.share), scenario.tracks, *by_seat)
    readings = world.history[turn]
    return {name: value for name in names if isinstance(value := readings.get(name), float | int)}


@by_scenario
def _score_names(frame: Frame, *seats: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Names of deterrence and margin by theatre, of support and political capital by seat."""
    by_theatre = [(path_of(DETERRENCE, name), path_of(MARGIN, name)) for name in frame.theatres]
    return by_theatre, [(path_of(SUPPORT, seat), path_of(CAPITAL, seat)) for seat in seats]


@until_changed
def _scores(world: World) -> dict[str, float]:
    frame = frame_of(world.scenario)
    values: dict[str, float] = {}
    figures = world.figures
    alliance = share = 0.0
    by_theatre, by_seat = _score_names(frame, *world.seats)
    for (name, margin), key, weight, theatre in zip(
        by_theatre, frame.pressure, frame.weights, assess(world, frame), strict=True
    ):
        pressure = figures[key]
        values[name] = theatre.deterrence
        values[key] = pressure
        values[margin] = theatre.deterrence - pressure
        alliance += weight * theatre.deterrence
        share += weight * theatre.share
    values["deterrence"] = alliance
    values[world.scenario.names.share] = 100 * share
    for track in world.scenario.tracks:
        values[track] = figures[track]
    for state, (support, capital) in zip(world.seats.values(), by_seat, strict=True):
        if state.members:
            values[support] = figures[support]
        values[capital] = figures[capital]
    return values


def area_shares(world: World) -> dict[str, float]:
    """The others' part of the requirement by area, 0..1, over all theatres that need it, by theatre weight."""
    frame = frame_of(world.scenario)
    part = [0.0] * len(frame.areas)
    whole = [0.0] * len(frame.areas)
    for rows, supplies, weight in zip(frame.rows, supplies_of(frame, world), frame.weights, strict=True):
        for row, supply in zip(rows, supplies, strict=True):
            part[row.area] += weight * min(1.0, supply.own / row.requirement)
            whole[row.area] += weight
    return {area: part[i] / whole[i] if whole[i] else 0.0 for i, area in enumerate(frame.areas)}


def majority(world: World) -> bool:
    """Whether the others carry half of the requirement and more, over all areas and theatres; areas have shares of
    their own."""
    return _scores(world)[world.scenario.names.share] >= 50
