"""Why a score moved: causes that add up to the change exactly. Knows formulas' inputs, decides nothing.

Deterrence is 100 C^a K^b M^c, so the logarithm of a change is a sum; log-mean weights turn it back into points without
a rest. Within each term the inputs (supply by area and side, tracks, command, gap) are put in one after another,
forwards and backwards, and the two orders averaged: that too adds up exactly. An input's part is then shared among
the changes that moved it, in proportion to what each moved.
"""

from collections.abc import Callable
from functools import cached_property
from math import exp, log
from typing import NamedTuple

from tabletop.model.cause import Cause, because
from tabletop.model.figures.forms import DETERRENCE, MARGIN, READINESS
from tabletop.model.figures.glossary import key_of, read_path, word_of
from tabletop.model.figures.path import path_of
from tabletop.model.inner import AGREEMENT, COMMAND, GROWTH, HURRIED, OVERLOAD, RESOLVE, SHORTFALL
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


Movers = list[tuple[Cause, int, float]]  # what moved an input, the move behind it, and by how much
Vector = dict[str, float]  # inputs of one theatre by key: "here/0", "own/3", or a figure's name
#: Whose supply fills an area: the anchor's here and from home, and the others'.
_SIDES = det.Supplies._fields


def explanation(world: World, score: str) -> Explanation:
    """The change of a score over the world's turn so far. Raises KeyError for an unknown score."""
    return TurnSoFar(world).explanation(score)


def _closed(score: str, before: float, after: float, causes: list[Contribution]) -> Explanation:
    """Equal causes of one move put together, the largest first."""
    sums: dict[tuple[Cause, int, str], float] = {}
    for each in causes:
        key = (each.cause, each.ref, each.through)
        sums[key] = sums.get(key, 0.0) + each.amount
    contributions = [Contribution(*key[:2], amount, key[2]) for key, amount in sums.items() if abs(amount) > 1e-12]
    contributions.sort(key=lambda c: (-abs(c.amount), c.cause.kind, c.cause.about, c.cause.who, c.ref))
    return Explanation(score, before, after, tuple(contributions))


class _Log:
    """This turn's changes by figure, and what forces added to each cell of supply."""

    def __init__(self, frame: Frame, changes: tuple[Change, ...]) -> None:
        self.by_figure: dict[str, list[Change]] = {}
        self.cells: dict[tuple[str, int, int], Movers] = {}
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

    def __init__(self, frame: Frame, t: int, before: Inputs, after: Inputs, log: _Log) -> None:
        self.frame, self.t, self.log = frame, t, log
        self.scenario = frame.scenario
        self.k = frame.scenario.coefficients
        self.rows = frame.rows[t]
        self.inputs = (before, after)
        self.x0, self.x1 = self._vector(before), self._vector(after)
        self.terms0, self.terms1 = self._terms(self.x0), self._terms(self.x1)
        self.ends = (self._score(self.terms0), self._score(self.terms1))

    def _vector(self, inputs: Inputs) -> Vector:
        names = self.scenario.names
        vector: Vector = {}
        for row, supplies in zip(self.rows, det.supplies_of(self.frame, inputs)[self.t], strict=True):
            for side, amount in zip(_SIDES, supplies, strict=True):
                vector[f"{side}/{row.area}"] = amount
        for name in (names.commitment, names.cohesion, names.trust, SHORTFALL, COMMAND, RESOLVE):
            vector[name] = inputs.figures.get(name, 0.0)
        for name in (AGREEMENT, OVERLOAD, HURRIED, self.frame.gap[self.t]):
            vector[name] = inputs.figures.get(name, 0.0)
        return vector

    def _supplies(self, x: Vector) -> list[det.Supplies]:
        return [det.Supplies(*(x[f"{side}/{row.area}"] for side in _SIDES)) for row in self.rows]

    def _capability(self, x: Vector) -> float:
        return log(det.standing(self.k, self.rows, self._supplies(x)).capability)

    def _credibility(self, x: Vector) -> float:
        names = self.scenario.names
        r = det.others_resolve(self.k, x[names.cohesion], x[SHORTFALL], x[COMMAND], x[RESOLVE])
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

    @cached_property
    def causes(self) -> list[Contribution]:
        """Causes through all three terms."""
        names, k = self.scenario.names, self.k
        weight = _log_mean(*self.ends)
        supply = [key for key in self.x0 if key.partition("/")[0] in _SIDES]
        wills = [names.commitment, names.cohesion, SHORTFALL, COMMAND, RESOLVE]
        words = [names.trust, AGREEMENT, OVERLOAD, HURRIED, self.frame.gap[self.t]]
        contributions: list[Contribution] = []
        for keys, term, exponent, through in (
            (supply, self._capability, k.capability_exponent, "capability"),
            (supply + wills, self._credibility, k.credibility_exponent, "credibility"),
            (words, self._clarity, k.clarity_exponent, "clarity"),
        ):
            movers = [key for key in keys if self.x0[key] != self.x1[key]]
            for key, part in _shared(movers, self.x0, self.x1, term).items():
                contributions += self.among(key, part * exponent * weight, through)
        return contributions

    def among(self, key: str, points: float, through: str) -> list[Contribution]:
        """Points of an input shared among the changes that moved it."""
        movers = self._moves(key)
        whole = sum_of(amount for _, _, amount in movers)
        if not points:
            return []
        if abs(whole) < 1e-12:
            return [Contribution(because("unlogged", word_of(key)), 0, points, through)]
        return [Contribution(cause, ref, points * amount / whole, through) for cause, ref, amount in movers]

    def _moves(self, key: str) -> Movers:
        """What moved an input, and by about how much: what forces did, and figures that weigh forces."""
        side, _, place = key.partition("/")
        if side not in _SIDES or not place.isdigit():
            return [(c.cause, c.ref, c.amount) for c in self.log.by_figure.get(key, ())]
        area, (before, after) = int(place), self.inputs
        growth = 1 + before.figures.get(GROWTH, 0.0)
        forces = self.log.cells.get((side, self.t, area), ())
        if side == "home":
            track = self.scenario.names.commitment
            share, stands = before.figures[track] / 100, after.home_supply[self.t][area] / UNIT
            movers = [(cause, ref, amount * share) for cause, ref, amount in forces]
            movers += [(c.cause, c.ref, stands * c.amount / 100) for c in self.log.by_figure.get(track, ())]
        elif side == "own":
            movers = self._own(area, list(forces))
        else:
            movers = list(forces)
        movers = [(cause, ref, amount / growth) for cause, ref, amount in movers]
        had = self.x0[key]
        return movers + [(c.cause, c.ref, -had * c.amount / growth) for c in self.log.by_figure.get(GROWTH, ())]

    def _own(self, area: int, forces: Movers) -> Movers:
        """Of the others' supply: forces that moved, what budgets keep of them, readiness, and shelves."""
        before, after = self.inputs
        gain, changed = self.k.readiness_gain, self.log.by_figure
        movers = list(forces)
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
                    movers.append((c.cause, c.ref, gain * c.amount * amount * before.figures.get(worth, 1.0)))
                for c in changed.get(worth, ()):
                    movers.append((c.cause, c.ref, c.amount * amount * (1 + gain * level)))
        stock = self.frame.stocks.get((self.t, area))
        if stock is not None:
            a_day = stock.requirement / stock.days
            movers += [(c.cause, c.ref, c.amount * a_day) for c in changed.get(stock.key, ())]
        return movers


class TurnSoFar:
    """What stood at both ends of a world's turn so far and what lies between them; each theatre is worked out once,
    however many scores are asked for."""

    def __init__(self, world: World) -> None:
        self.frame = frame_of(world.scenario)
        self.after = inputs_of(world)
        self.before = world.before or self.after
        self._log = _Log(self.frame, world.changes)
        self._theatres: dict[int, _Theatre] = {}

    def explanation(self, score: str) -> Explanation:
        """The change of a score. Raises KeyError for an unknown one."""
        frame, scenario = self.frame, self.frame.scenario
        before, after = self.before.figures, self.after.figures
        figure, what = read_path(score)
        if figure and figure.form in (DETERRENCE, MARGIN):
            t = scenario.theatre_index[what[0]]
            theatre = self._theatre(t)
            d0, d1 = theatre.ends
            if figure.form == DETERRENCE:
                return _closed(score, d0, d1, theatre.causes)
            key = frame.pressure[t]
            pressure = [c._replace(amount=-c.amount, through="pressure") for c in self._log.figure(key)]
            return _closed(score, d0 - before[key], d1 - after[key], theatre.causes + pressure)
        if score == "deterrence":
            return self._overall()
        if score == scenario.names.share:
            return self._share(score)
        key = key_of(score, scenario.tracks)
        if key in after:
            return _closed(score, before.get(key, 0.0), after[key], self._log.figure(key))
        raise KeyError(score)

    def _theatre(self, t: int) -> _Theatre:
        if t not in self._theatres:
            self._theatres[t] = _Theatre(self.frame, t, self.before, self.after, self._log)
        return self._theatres[t]

    def _overall(self) -> Explanation:
        causes, d0, d1 = [], 0.0, 0.0
        for t, weight in enumerate(self.frame.weights):
            theatre = self._theatre(t)
            causes += [c._replace(amount=c.amount * weight) for c in theatre.causes]
            d0, d1 = d0 + weight * theatre.ends[0], d1 + weight * theatre.ends[1]
        return _closed("deterrence", d0, d1, causes)

    def _share(self, score: str) -> Explanation:
        causes: list[Contribution] = []
        total0 = total1 = 0.0
        for t, weight in enumerate(self.frame.weights):
            theatre = self._theatre(t)
            for row in self.frame.rows[t]:
                key = f"own/{row.area}"
                value0, value1 = (min(1.0, x[key] / row.requirement) for x in (theatre.x0, theatre.x1))
                part = 100 * weight * row.weight
                total0, total1 = total0 + part * value0, total1 + part * value1
                causes += theatre.among(key, part * (value1 - value0), "supply")
        return _closed(score, total0, total1, causes)
