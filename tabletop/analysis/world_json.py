"""A world as plain values for other programs. Its keys are a contract; says only what stands in the world given.

Amounts are not rounded. Money in bn dollars, shares in per cent of GDP, scores in points.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from attrs import field, frozen

from tabletop.analysis.areas import area_supply
from tabletop.analysis.explain import TurnSoFar
from tabletop.analysis.origins.packages import need
from tabletop.analysis.reasons import Reasons, with_reason
from tabletop.analysis.wording import Wording, account
from tabletop.model.areas import AreaSupply
from tabletop.model.departures import Departure
from tabletop.model.figures.forms import CAPITAL, DETERRENCE, MARGIN, READINESS, SUPPORT, WALLET, WORTH
from tabletop.model.figures.glossary import read_path
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Force, ForceSpec
from tabletop.model.moves import Fund
from tabletop.model.moves.table import to_table
from tabletop.model.world import World
from tabletop.rules.acts.orders import attention
from tabletop.rules.scores.deterrence import assess, scores
from tabletop.rules.scores.edges import passed
from tabletop.rules.scores.numbers import personnel
from tabletop.rules.scores.objectives import mark, total
from tabletop.rules.turn.injects import OPEN, answering
from tabletop.rules.turn.posts import parties
from tabletop.rules.turn.programmes import price
from tabletop.rules.world.book import free_book
from tabletop.rules.world.frame import UNIT, frame_of

Json = dict[str, Any]


@frozen
class Standpoint:
    """Where a world stands in its record. `moves`: entries up to here; "" for what the reader may not know. `wording`
    gives causes their sentences.

    `numbered`: whether the reader may know entries' numbers; a seat's would tell how much is kept from it. `before`:
    the end of the turn before, whose causes are told while nothing has moved in this one.
    """

    moves: int
    digest: str
    wording: Wording
    head: str = ""
    numbered: bool = True
    reasons: Reasons = field(factory=dict)
    before: World | None = None


def world_json(world: World, at: Standpoint) -> Json:
    """The whole world, and how its scores came about this turn."""
    values = scores(world)
    moving = world if world.changes or at.before is None else at.before
    return {
        "scenario": world.scenario.id,
        "title": world.scenario.title,
        **_fields(world, "turn", "turns", "phase", "period", "state", "practice", "revealed", "without"),
        **_fields(at, "moves", "digest", "head"),
        "scores": values,
        "theatres": _theatres(world),
        "members": {name: _member(world, name) for name in world.members},
        "forces": {name: _force(world, name, spec) for name, spec in world.scenario.forces.items()},
        "programmes": {name: _programme(world, name) for name in world.programmes},
        "posts": {name: _post(world, name) for name in world.posts},
        "tracks": {name: world.figures[name] for name in world.scenario.tracks},
        "track_basis": {name: spec.basis for name, spec in world.scenario.tracks.items()},
        "seats": {name: _seat(world, name, at) for name in world.seats},
        "open_injects": [name for name, state in world.injects.items() if state.state in OPEN],
        "injects": {name: _inject(world, name) for name in world.injects},
        "texts": [_text(world, name) for name in world.texts],
        "promises": _promises(world),
        "free_moves": _free_moves(world),
        "personnel": {world.scenario.names.personnel: personnel(world), "floor": world.scenario.legal.floor},
        "ledger": _ledger(world),
        "departures": [_departure(departure) for departure in world.departures],
        "edges": _edges(world),
        "causes_of_turn": moving.turn,
        "causes": causes_json(moving, values, at),
    }


def causes_json(world: World, values: Mapping[str, float], at: Standpoint) -> dict[str, list[Json]]:
    """For every score that moved in the world's turn so far, what moved it; amounts add up to its change."""
    if not world.changes:
        return {}
    turn = TurnSoFar(world)
    return {score: causes for score in values if (causes := causes_of(world, score, at, turn)["causes"])}


def causes_of(world: World, score: str, at: Standpoint, turn: TurnSoFar | None = None) -> Json:
    """One score's change over the world's turn so far. Raises KeyError for an unknown score."""
    explained = account(world, score, at.wording, turn)
    return {
        "before": explained.before,
        "after": explained.after,
        "causes": [
            {
                "cause": with_reason(cause, at.reasons),
                "move": cause.ref or None if at.numbered else None,
                **_fields(cause, "amount", "through"),
                **_fields(cause.cause, "kind", "about", "who", "luck", "wears_off"),
            }
            for cause in explained.causes
        ],
    }


def terms_of(world: World, score: str) -> dict[str, float]:
    """What a theatre's deterrence or margin is the product of, as parts of 1; empty for other scores."""
    figure, what = read_path(score)
    if figure is None or figure.form not in (DETERRENCE, MARGIN):
        return {}
    theatre: Json = _theatres(world)[what[0]]
    return {term: theatre[term] for term in ("capability", "credibility", "clarity")}


def _fields(value: object, *names: str) -> Json:
    """Fields under their own names: a tuple as a list, one of an enumeration as its word."""
    return {name: _plain(getattr(value, name)) for name in names}


def _plain(value: object) -> object:
    match value:
        case tuple():
            return list(value)
        case Enum():
            return value.value
    return value


def _theatres(world: World) -> Json:
    """What each theatre's deterrence is made of, as parts of 1."""
    return {
        name: {
            **_fields(parts, "deterrence", "capability", "credibility", "clarity", "share"),
            "areas": {each.area: _standing(world, name, each) for each in area_supply(world, name)},
        }
        for name, parts in zip(world.scenario.theatres, assess(world, frame_of(world.scenario)), strict=True)
    }


def _standing(world: World, theatre: str, each: AreaSupply) -> Json:
    of = need(world.scenario, theatre, each.area)
    return {
        **_fields(each, "required", "anchor", "home", "others", "filled"),
        "unit": of.unit,
        "range": list(of.range) if of.range else None,
        "basis": of.source,
        **({"days": each.filled * each.days, "days_full": each.days} if each.days else {}),
    }


def _member(world: World, name: str) -> Json:
    state, spec = world.members[name], world.scenario.members[name]
    return {
        "name": spec.name,
        "seat": world.seat_of(name),
        **_fields(state, "spending", "pledge", "pace", "by_hand"),
        "gdp": spec.gdp,
        "worth": world.figures.get(path_of(WORTH, name), 1.0),
        "basis": spec.basis,
    }


def _force(world: World, name: str, spec: ForceSpec) -> Json:
    state = world.forces[name]
    return {
        **_fields(spec, "name", "owner"),
        **_fields(state, "theatre", "status", "turn", "announced", "to", "claim"),
        "matched": world.matched(name),
        "lent": _lent(world, spec, state),
        "arrives": state.arrives,
        **_fields(spec, "programme", "personnel"),
        **({} if spec.programme else {"basis": spec.basis}),
    }


def _lent(world: World, spec: ForceSpec, state: Force) -> Json | None:
    """The part of a home package that stands elsewhere: where, how much of it, and from which turn in full."""
    if not state.lent:
        return None
    return {"theatre": state.lent, "part": spec.lend, "arrives": state.turn + 1}


def _programme(world: World, name: str) -> Json:
    state, spec = world.programmes[name], world.scenario.programmes[name]
    offers: dict[str, float] = dict(state.standing)
    for seat, sheet in world.seats.items():
        for order in sheet.orders:
            if isinstance(order.move, Fund) and order.move.programme == name:
                offers[seat] = order.move.pays
    return {
        "name": spec.name,
        **_fields(state, "status", "ordered", "delivered"),
        "tranches": spec.tranches,
        "price": price(world, name),
        "offers": offers,
        "standing": dict(state.standing),
        "paid": dict(state.paid),
        "basis": spec.basis,
    }


def _post(world: World, name: str) -> Json:
    state, spec = world.posts[name], world.scenario.posts[name]
    return {
        "name": spec.name,
        **_fields(state, "holder", "status", "to", "left", "consents"),
        "must_agree": list(parties(world, name, state.to)) if state.status == "proposed" else [],
        "basis": spec.basis,
    }


def _seat(world: World, name: str, at: Standpoint) -> Json:
    state, figures = world.seats[name], world.figures
    orders = [to_table(o.move) | {"move": o.ref if at.numbered else None, "free": o.free} for o in state.orders]
    return {
        **_fields(state, "name", "player", "members", "sealed"),
        "orders": orders,
        "attention": attention(world, name),
        "wallet": figures.get(path_of(WALLET, name), 0.0),
        "capital": figures.get(path_of(CAPITAL, name), 0.0),
        "support": figures.get(path_of(SUPPORT, name)),
        "readiness": figures.get(path_of(READINESS, name), 0.0),
        "result": total(world, name),
        "objectives": [
            _fields(marked.objective, "id", "title", "secret") | _fields(marked, "weight", "points", "due")
            for marked in mark(world, name)
        ],
    }


def _inject(world: World, name: str) -> Json:
    state, spec = world.injects[name], world.scenario.injects.get(name)
    answered = {seat for seat, _ in state.answers}
    waits = [seat for seat in answering(world, name) if seat not in answered] if state.state in OPEN else []
    return {
        "title": spec.title if spec else "",
        **_fields(state, "state", "turn"),
        "answers": dict(state.answers),
        "outcome": state.outcome,
        "waits_for": waits,
    }


def _text(world: World, name: str) -> Json:
    state = world.texts[name]
    spec = world.scenario.texts.get(state.kind)
    return {
        "id": name,
        "title": spec.title if spec else "",
        **_fields(state, "kind", "about", "sponsor", "state", "turn", "until"),
        **_fields(state, "consents", "footnotes", "broken", "share"),
    }


def _promises(world: World) -> list[Json]:
    return [
        {"seat": p.seat, "to": p.to, "due": p.due, "deed": p.deed, "if": p.condition, "state": p.state, "turn": p.turn}
        for p in world.promises
    ]


def _free_moves(world: World) -> list[Json]:
    return [
        {
            **_fields(free, "seat", "turn", "number"),
            "estimates": dict(free.estimates),
            **_fields(free, "odds", "rolled", "source", "grade"),
        }
        for free in world.free_moves
    ]


def _ledger(world: World) -> dict[str, dict[str, float]]:
    """What the others have added that no departure has used up, in in-place equivalents; readiness left aside."""
    theatres, areas = tuple(world.scenario.theatres), tuple(world.scenario.areas)
    ledger: dict[str, dict[str, float]] = {}
    for (t, i, _), amount in free_book(world).solid.items():
        if amount:
            cells = ledger.setdefault(theatres[t], {})
            cells[areas[i]] = cells.get(areas[i], 0.0) + amount / UNIT
    return ledger


def _departure(departure: Departure) -> Json:
    """A package that has left a theatre, and how far it is matched."""
    return _fields(departure, "force", "theatre", "turn", "to", "size", "surprise", "covered", "matched")


def _edges(world: World) -> Json:
    """Every edge of the scenario, and the first turn at whose end it was passed, None while it is not."""
    turns = passed(world)
    return {name: {"name": spec.name, "passed": turns.get(name)} for name, spec in world.scenario.edges.items()}
