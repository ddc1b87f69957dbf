"""A seat that does anything it may, by keyed draws: noise to compare sense with."""

from collections.abc import Iterator

from tabletop.analysis.policies.catalogue import catalogue_of
from tabletop.analysis.policies.council import consents
from tabletop.analysis.policies.course import Course
from tabletop.analysis.policies.goals import Goals
from tabletop.model.figures.forms import CAPITAL, WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Status
from tabletop.model.moves import (
    Answer,
    BreakSilence,
    Declare,
    Fund,
    Move,
    ProposeHandover,
    SetPace,
    SetReadiness,
    TableText,
    Withdraw,
)
from tabletop.model.world import World
from tabletop.rules.turn.council import must_agree
from tabletop.rules.turn.declare import sayable
from tabletop.rules.turn.injects import OPEN, answering
from tabletop.rules.turn.posts import parties
from tabletop.rules.world.chance import draw
from tabletop.rules.world.hosts import with_forces


class Draws:
    """Draws of one seat in one turn, each keyed by what it decides."""

    def __init__(self, world: World, seat: str, seed: str) -> None:
        self._key = (seed, world.turn, "policy", seat)

    def __call__(self, *what: str) -> float:
        seed, turn, *key = self._key
        return draw(str(seed), int(turn), *map(str, key), *what)

    def pick(self, items: list[str], *what: str) -> str:
        """One of some names."""
        return items[int(self(*what) * len(items))]


def play_at_random(world: World, seat: str, seed: str) -> Iterator[Move]:
    """Up to as many orders as the seat has, each by a draw; every inject answered by a draw."""
    draws = Draws(world, seat, seed)
    for name, state in world.injects.items():
        spec = world.scenario.injects.get(name)
        if spec and spec.options and state.state in OPEN and seat in answering(world, name):
            yield Answer(seat=seat, inject=name, option=draws.pick([o.id for o in spec.options], "answer", name))
    for move in consents(world, seat, Course(), Goals()):
        if draws("consent", getattr(move, "post", "")) < 0.7:
            yield move
    for name, text in world.texts.items():
        votes = text.state == "open" and text.sponsor != seat and seat in must_agree(world, text.kind)
        if votes and draws("silence", name) < 0.05:
            yield BreakSilence(seat=seat, proposal=name)
    yield from _words(world, seat, draws)
    if seat in with_forces(world) and seat != world.scenario.names.anchor_seat:
        yield from _money(world, seat, draws)
    if seat == world.scenario.names.anchor_seat:
        yield from _posture(world, seat, draws)


def _words(world: World, seat: str, draws: Draws) -> Iterator[Move]:
    stances = sayable(world, seat, 0.5 * world.figures[path_of(CAPITAL, seat)])
    if stances and draws("declare?") < 0.25:
        yield Declare(seat=seat, stance=draws.pick(stances, "declare"))
    plain = [kind for kind, spec in world.scenario.texts.items() if not spec.about]
    if draws("text?") < 0.1 and plain:
        kind = draws.pick(plain, "text")
        if kind not in world.texts or world.texts[kind].state not in ("open", "standing"):
            yield TableText(seat=seat, kind=kind)
    if draws("post?") < 0.1:
        post = draws.pick(list(world.posts), "post")
        spec, state = world.scenario.posts[post], world.posts[post]
        to = draws.pick(list(spec.may_hold), "post to")
        mine = seat in parties(world, post, to) or world.scenario.seats[seat].role == "agenda"
        if state.status == "held" and to != state.holder and mine:
            yield ProposeHandover(seat=seat, post=post, to=to)


def _money(world: World, seat: str, draws: Draws) -> Iterator[Move]:
    specs = world.scenario.members
    on_way = tuple(m for m in world.seats[seat].members if not specs[m].outside_path)
    k = world.scenario.coefficients
    if on_way and draws("pace?") < 0.5:
        pace = round(-0.1 + 0.3 * draws("pace"), 3)
        if pace * k.capital_per_point <= 0.5 * world.figures[path_of(CAPITAL, seat)]:
            yield SetPace(seat=seat, pace=pace, members=on_way)
    wallet = world.figures[path_of(WALLET, seat)]
    level = int(100 * draws("readiness")) / 100 if draws("readiness?") < 0.5 else 0.0
    if wallet > 2:
        yield SetReadiness(seat=seat, level=round(0.2 * level, 3))
        wallet *= 0.6
    if world.seats[seat].provisional:
        return
    offers = [
        offer
        for offer in catalogue_of(world.scenario).offers
        if seat in offer.payers and f"{offer.id}-{world.programmes[offer.id].ordered + 1}" in world.forces
    ]
    for n in range(2):
        if not offers:
            return
        offer = offers[int(draws("fund", str(n)) * len(offers))]
        price = offer.price * k.second_series
        if price <= wallet:
            yield Fund(seat=seat, programme=offer.id, pays=100.0)
            wallet -= price


def _posture(world: World, seat: str, draws: Draws) -> Iterator[Move]:
    there = [n for n in catalogue_of(world.scenario).anchors if world.forces[n].status is Status.AVAILABLE]
    for n in range(3):
        if there and draws("withdraw?", str(n)) < 0.3:
            name = draws.pick(there, "withdraw", str(n))
            there.remove(name)
            turn = min(world.turns, world.turn + int(3 * draws("notice", str(n))))
            yield Withdraw(seat=seat, force=name, turn=turn)
