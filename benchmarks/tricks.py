"""Exploits that people try: moves put before a line's own. Each takes its part of the seat's attention first."""

from collections.abc import Callable, Iterable, Iterator

from tabletop.analysis.policies import Policy, policy_of
from tabletop.analysis.policies.course import Course
from tabletop.analysis.policies.posture import leaving_in
from tabletop.model.forces import Status
from tabletop.model.moves import (
    Assign,
    Backfill,
    CancelWithdrawal,
    Declare,
    Move,
    ProposeHandover,
    SetPace,
    SetReadiness,
    Withdraw,
)
from tabletop.model.world import World


def _flip(world: World) -> bool:
    return world.turn % 2 == 1


def pace_to(world: World, seat: str, pace: float) -> Iterator[Move]:
    members = tuple(m for m in world.seats[seat].members if not world.scenario.members[m].outside_path)
    cost = world.scenario.coefficients.capital_per_point * max(0.0, pace)
    if members and cost <= world.figures[f"capital/{seat}"]:
        yield SetPace(seat=seat, pace=pace, members=members)


def _there(world: World) -> list[str]:
    anchor = world.scenario.names.anchor
    specs = world.scenario.forces
    names = [
        n for n, s in specs.items() if s.owner == anchor and s.movable and world.forces[n].status is Status.AVAILABLE
    ]
    return sorted(names, key=lambda name: -specs[name].freed)


def _stance(word: bool) -> Callable[[World, str], Iterator[Move]]:
    def declare(world: World, seat: str) -> Iterator[Move]:
        stances = world.scenario.stances
        chosen = (
            [n for n, s in stances.items() if s.word]
            if word
            else [min(stances, key=lambda n: stances[n].others.commitment)]
        )
        yield Declare(seat=seat, stance=chosen[0])

    return declare


def _alarms(world: World, seat: str) -> Iterator[Move]:
    for name in world.scenario.forces:
        if world.forces[name].status is Status.LEAVING and world.forces[name].turn > world.turn:
            yield CancelWithdrawal(seat=seat, force=name)
    if _flip(world) and world.turn + 2 <= world.turns:
        for name in _there(world)[:4]:
            yield Withdraw(seat=seat, force=name, turn=world.turn + 2)


def _claims(world: World, seat: str) -> Iterator[Move]:
    programme = next(iter(world.scenario.programmes))
    for name in world.scenario.forces:
        if world.forces[name].status is Status.LEAVING and not world.forces[name].claim:
            yield Backfill(seat=seat, replacement=programme, replaces=name)


def _at_once(turn: int) -> Callable[[World, str], Iterator[Move]]:
    def pull(world: World, seat: str) -> Iterator[Move]:
        if world.turn == (turn or world.turns):
            for name in _there(world)[: world.scenario.orders]:
                yield Withdraw(seat=seat, force=name, turn=world.turn)

    return pull


def _posts(world: World, seat: str) -> Iterator[Move]:
    for name, state in world.posts.items():
        spec = world.scenario.posts[name]
        anchor = world.scenario.names.anchor
        others = [m for m in spec.may_hold if m != anchor and world.seat_of(m)]
        if state.holder == anchor and state.status == "held" and not spec.protected and others:
            yield ProposeHandover(seat=seat, post=name, to=others[0])


def _ready(world: World, seat: str) -> Iterator[Move]:
    if seat in world.own_supply:
        yield SetReadiness(seat=seat, level=0.0 if _flip(world) else 1.0)


def _shuttle(world: World, seat: str) -> Iterator[Move]:
    """Two forces to where a package leaves this turn; home again as soon as the applause is over."""
    specs, here = world.scenario.forces, world.forces
    mine = [n for n, s in specs.items() if s.owner in world.seats[seat].members and s.movable and not s.programme]
    mine = [n for n in mine if here[n].status is Status.AVAILABLE]
    to = [here[name].theatre for name in leaving_in(world, world.turn)]
    for name in mine:
        if here[name].theatre != specs[name].base and here[name].theatre not in to:
            yield Assign(seat=seat, force=name, theatre=specs[name].base)
    home = [n for n in mine if here[n].theatre == specs[n].base]
    for theatre in dict.fromkeys(to):
        for name in [n for n in home if specs[n].base != theatre][:2]:
            home.remove(name)
            yield Assign(seat=seat, force=name, theatre=theatre)


def _show(world: World, seat: str) -> Iterator[Move]:
    if seat in world.own_supply:
        yield SetReadiness(seat=seat, level=1.0 if leaving_in(world, world.turn) else 0.0)


TRICKS: dict[str, tuple[str, Callable[[World, str], Iterator[Move]]]] = {
    "solidarity every turn": ("all", _stance(True)),
    "threats every turn": ("all", _stance(False)),
    "false alarms": ("anchor", _alarms),
    "everything at once, turn 1": ("anchor", _at_once(1)),
    "everything at once, last turn": ("anchor", _at_once(0)),
    "all posts at once": ("anchor", _posts),
    "false claims": ("others", _claims),
    "sawtooth": ("others", lambda w, s: pace_to(w, s, 0.5 if _flip(w) else -0.5)),
    "spend, then cut": ("others", lambda w, s: pace_to(w, s, 0.3 if w.turn <= w.turns // 2 else -0.3)),
    "cut in the last turns": ("others", lambda w, s: pace_to(w, s, -0.5) if w.turn >= w.turns - 1 else iter(())),
    "readiness in turns": ("others", _ready),
    "shuttle": ("others", _shuttle),
    "ready for the farewell": ("others", _show),
}


def tricked(line: Course, tricks: Iterable[str]) -> Policy:
    """A line with tricks; each takes its part of the seat's attention first."""
    if not tricks:
        return policy_of(line)
    plain = policy_of(line)
    made = [TRICKS[name][1] for name in tricks]

    def policy(world: World, seat: str, seed: str) -> Iterator[Move]:
        taken: list[Move] = [move for trick in made for move in trick(world, seat)]
        kinds = {move.do for move in taken}
        yield from taken
        yield from (move for move in plain(world, seat, seed) if move.do not in kinds)

    return policy
