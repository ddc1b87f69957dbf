"""Why a score moved: causes that add up to the change exactly. Knows formulas' inputs, decides nothing.

Deterrence is 100 C^a K^b M^c, so the logarithm of a change is a sum; log-mean weights turn it back into points without
a rest. Within each term the inputs (supply by area and side, tracks, command, gap) are put in one after another,
forwards and backwards, and the two orders averaged: that too adds up exactly. An input's part is then shared among
the changes that moved it, in proportion to what each moved.
"""

from collections.abc import Callable
from math import exp, log
from typing import NamedTuple

from tabletop.model.cause import Cause, because
from tabletop.model.figures.forms import DETERRENCE, MARGIN, READINESS
from tabletop.model.figures.glossary import key_of, read_path, word_of
from tabletop.model.figures.path import path_of
from tabletop.model.inner import AGREEMENT, COMMAND, GROWTH, HURRIED, OVERLOAD, RESOLVE, SHORTFALL
from tabletop.model.scenario import Scenario
from tabletop.model.world import Change, Inputs, World, inputs_of
from tabletop.rules.scores import deterrence as det
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.frame import UNIT, Frame, frame_of


class Contribution(NamedTuple):
    """`amount` of points, by what, and the number of the move behind it (0: none). `through`: the term it worked in."""

    cause: Cause
    ref: int
    amount: float
    through: str = ""


class Explanation(NamedTuple):
    """`causes` add up to `after` - `before`."""

    score: str
    before: float
    after: float
    causes: tuple[Contribution, ...]


Moved = list[tuple[Cause, int, float]]  # what moved an input, the move behind it, and by how much
Vector = dict[str, float]  # inputs of one theatre by key: "here/0", "own/3", or a figure's name
#: Whose supply fills an area: the anchor's here and from home, and the others'.
_SIDES = det.Supplies._fields


def explain(world: World, score: str) -> Explanation:
    """The change of a score over the world's turn so far. Raises KeyError for an unknown score."""
    before = world.before or inputs_of(world)
    return explain_change(world.scenario, before, inputs_of(world), world.changes, score)


def explain_change(
    scenario: Scenario, before: Inputs, after: Inputs, changes: tuple[Change, ...], score: str
) -> Explanation:
    """The causes between two moments joined by `changes`."""
    frame = frame_of(scenario)
    figure, what = read_path(score)
    changed = _Changes(frame, changes)
    if figure and figure.form in (DETERRENCE, MARGIN):
        t = scenario.theatre_index[what[0]]
        told = _Theatre(frame, t, before, after, changed)
        causes = told.causes()
        d0, d1 = told.ends
        if figure.form == MARGIN:
            key = frame.pressure[t]
            causes += [c._replace(amount=-c.amount, through="pressure") for c in changed.figure(key)]
            d0, d1 = d0 - before.figures[key], d1 - after.figures[key]
        return _closed(score, d0, d1, causes)
    if score == "deterrence":
        causes, d0, d1 = [], 0.0, 0.0
        for t, weight in enumerate(frame.weights):
            told = _Theatre(frame, t, before, after, changed)
            causes += [c._replace(amount=c.amount * weight) for c in told.causes()]
            d0, d1 = d0 + weight * told.ends[0], d1 + weight * told.ends[1]
        return _closed(score, d0, d1, causes)
    if score == scenario.names.share:
        return _share(frame, before, after, changed, score)
    key = key_of(score, scenario.tracks)
    if key in after.figures:
        return _closed(score, before.figures.get(key, 0.0), after.figures[key], changed.figure(key))
    raise KeyError(score)


def _closed(score: str, before: float, after: float, causes: list[Contribution]) -> Explanation:
    """Equal causes of one move put together, the largest first."""
    sums: dict[tuple[Cause, int, str], float] = {}
    for each in causes:
        key = (each.cause, each.ref, each.through)
        sums[key] = sums.get(key, 0.0) + each.amount
    told = [Contribution(*key[:2], amount, key[2]) for key, amount in sums.items() if abs(amount) > 1e-12]
    told.sort(key=lambda c: (-abs(c.amount), c.cause.kind, c.cause.about, c.cause.who, c.ref))
    return Explanation(score, before, after, tuple(told))


class _Changes:
    """This turn's changes by figure, and what forces added to each cell of supply."""

    def __init__(self, frame: Frame, changes: tuple[Change, ...]) -> None:
        self.by_figure: dict[str, list[Change]] = {}
        self.cells: dict[tuple[str, int, int], Moved] = {}
        forces = frame.scenario.forces
        anchor = frame.scenario.names.anchor
        for change in changes:
            head, _, force = change.figure.partition("/")
            if head != "supply":
                self.by_figure.setdefault(change.figure, []).append(change)
                continue
            side = "own" if forces[force].owner != anchor else "home" if force in frame.reinforcements else "here"
            for t, i, amount in change.cells:
                self.cells.setdefault((side, t, i), []).append((change.cause, change.ref, amount / UNIT))

    def figure(self, name: str) -> list[Contribution]:
        return [Contribution(c.cause, c.ref, c.amount, word_of(name)) for c in self.by_figure.get(name, ())]


def _log_mean(x: float, y: float) -> float:
    return x if x == y else (y - x) / (log(y) - log(x))


def _shared(keys: list[str], before: Vector, after: Vector, term: Callable[[Vector], float]) -> dict[str, float]:
    """What each input contributes to a term's change: put in forwards and backwards, averaged. Adds up exactly."""
    parts = dict.fromkeys(keys, 0.0)
    for order in (keys, keys[::-1]):
        now = dict(before)
        value = term(now)
        for key in order:
            now[key] = after[key]
            new = term(now)
            parts[key] += (new - value) / 2
            value = new
    return parts


class _Theatre:
    """One theatre's deterrence at two moments, and the way from one to the other."""

    def __init__(self, frame: Frame, t: int, before: Inputs, after: Inputs, changed: _Changes) -> None:
        self.frame, self.t, self.changed = frame, t, changed
        self.scenario = frame.scenario
        self.k = frame.scenario.coefficients
        self.rows = frame.rows[t]
        self.inputs = (before, after)
        self.x0, self.x1 = self._vector(before), self._vector(after)
        self.terms0, self.terms1 = self._terms(self.x0), self._terms(self.x1)
        self.ends = (self._score(self.terms0), self._score(self.terms1))

    def _vector(self, inputs: Inputs) -> Vector:
        names = self.scenario.names
        told: Vector = {}
        for row, supplies in zip(self.rows, det.supplies_of(self.frame, inputs)[self.t], strict=True):
            for side, amount in zip(_SIDES, supplies, strict=True):
                told[f"{side}/{row.area}"] = amount
        for name in (names.commitment, names.cohesion, names.trust, SHORTFALL, COMMAND, RESOLVE):
            told[name] = inputs.figures.get(name, 0.0)
        for name in (AGREEMENT, OVERLOAD, HURRIED, self.frame.gap[self.t]):
            told[name] = inputs.figures.get(name, 0.0)
        return told

    def _supplies(self, x: Vector) -> list[det.Supplies]:
        return [det.Supplies(*(x[f"{side}/{row.area}"] for side in _SIDES)) for row in self.rows]

    def _capability(self, x: Vector) -> float:
        return log(det.standing(self.k, self.rows, self._supplies(x)).capability)

    def _credibility(self, x: Vector) -> float:
        names = self.scenario.names
        r = det.resolve(self.k, x[names.cohesion], x[SHORTFALL], x[COMMAND], x[RESOLVE])
        stand = det.standing(self.k, self.rows, self._supplies(x))
        return log(det.credibility(self.k, stand, x[names.commitment] / 100, r))

    def _clarity(self, x: Vector) -> float:
        trust, gap = x[self.scenario.names.trust], x[self.frame.gap[self.t]]
        return log(det.clarity(self.k, trust, x[AGREEMENT], x[OVERLOAD], x[HURRIED], gap))

    def _terms(self, x: Vector) -> tuple[float, float, float]:
        k = self.k
        return (
            k.capability_exponent * self._capability(x),
            k.credibility_exponent * self._credibility(x),
            k.clarity_exponent * self._clarity(x),
        )

    def _score(self, terms: tuple[float, float, float]) -> float:
        return 100 * exp(sum_of(terms))

    def split(self) -> tuple[float, float, float]:
        """Points of the change through capability, credibility and clarity."""
        weight = _log_mean(*self.ends)
        c, k, m = (weight * (after - before) for before, after in zip(self.terms0, self.terms1, strict=True))
        return c, k, m

    def causes(self) -> list[Contribution]:
        """Causes through all three terms."""
        names, k = self.scenario.names, self.k
        weight = _log_mean(*self.ends)
        supply = [key for key in self.x0 if key.partition("/")[0] in _SIDES]
        wills = [names.commitment, names.cohesion, SHORTFALL, COMMAND, RESOLVE]
        words = [names.trust, AGREEMENT, OVERLOAD, HURRIED, self.frame.gap[self.t]]
        made: list[Contribution] = []
        for keys, term, exponent, through in (
            (supply, self._capability, k.capability_exponent, "capability"),
            (supply + wills, self._credibility, k.credibility_exponent, "credibility"),
            (words, self._clarity, k.clarity_exponent, "clarity"),
        ):
            moved = [key for key in keys if self.x0[key] != self.x1[key]]
            for key, part in _shared(moved, self.x0, self.x1, term).items():
                made += self._among(key, part * exponent * weight, through)
        return made

    def _among(self, key: str, points: float, through: str) -> list[Contribution]:
        """Points of an input shared among the changes that moved it."""
        moved = self._moves(key)
        whole = sum_of(amount for _, _, amount in moved)
        if not points:
            return []
        if abs(whole) < 1e-12:
            return [Contribution(because("unlogged", word_of(key)), 0, points, through)]
        return [Contribution(cause, ref, points * amount / whole, through) for cause, ref, amount in moved]

    def _moves(self, key: str) -> Moved:
        """What moved an input, and by about how much: what forces did, and figures that weigh forces."""
        side, _, place = key.partition("/")
        if side not in _SIDES or not place.isdigit():
            return [(c.cause, c.ref, c.amount) for c in self.changed.by_figure.get(key, ())]
        area, (before, after) = int(place), self.inputs
        growth = 1 + before.figures.get(GROWTH, 0.0)
        forces = self.changed.cells.get((side, self.t, area), ())
        if side == "home":
            track = self.scenario.names.commitment
            share, stands = before.figures[track] / 100, after.home_supply[self.t][area] / UNIT
            moved = [(cause, ref, amount * share) for cause, ref, amount in forces]
            moved += [(c.cause, c.ref, stands * c.amount / 100) for c in self.changed.by_figure.get(track, ())]
        elif side == "own":
            moved = self._own(area, list(forces))
        else:
            moved = list(forces)
        moved = [(cause, ref, amount / growth) for cause, ref, amount in moved]
        had = self.x0[key]
        return moved + [(c.cause, c.ref, -had * c.amount / growth) for c in self.changed.by_figure.get(GROWTH, ())]

    def _own(self, area: int, forces: Moved) -> Moved:
        """Of the others' supply: forces that moved, what budgets keep of them, readiness, and shelves."""
        before, after = self.inputs
        gain, changed = self.k.readiness_gain, self.changed.by_figure
        moved = list(forces)
        for seat, state in after.seats.items():
            ready = path_of(READINESS, seat)
            level = before.figures.get(ready, 0.0)
            for member in state.members:
                supply = after.own_supply.get(member)
                amount = supply[self.t][area] / UNIT if supply else 0.0
                if not amount:
                    continue
                worth = self.frame.worth[member]
                for c in changed.get(ready, ()):
                    moved.append((c.cause, c.ref, gain * c.amount * amount * before.figures.get(worth, 1.0)))
                for c in changed.get(worth, ()):
                    moved.append((c.cause, c.ref, c.amount * amount * (1 + gain * level)))
        stock = self.frame.stocks.get((self.t, area))
        if stock is not None:
            a_day = stock.requirement / stock.days
            moved += [(c.cause, c.ref, c.amount * a_day) for c in changed.get(stock.key, ())]
        return moved


def _share(frame: Frame, before: Inputs, after: Inputs, changed: _Changes, score: str) -> Explanation:
    causes: list[Contribution] = []
    total0 = total1 = 0.0
    for t, weight in enumerate(frame.weights):
        told = _Theatre(frame, t, before, after, changed)
        for row in frame.rows[t]:
            key = f"own/{row.area}"
            value0, value1 = (min(1.0, x[key] / row.requirement) for x in (told.x0, told.x1))
            part = 100 * weight * row.weight
            total0, total1 = total0 + part * value0, total1 + part * value1
            causes += told._among(key, part * (value1 - value0), "supply")
    return _closed(score, total0, total1, causes)
