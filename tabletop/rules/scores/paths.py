"""Reads the world by path: the one grammar of measures, conditions, effects and adjustments."""

from collections.abc import Callable
from functools import lru_cache
from operator import ge, gt, le, lt

from tabletop.model.effects import Condition
from tabletop.model.inner import INNER, PROBES, UNCERTIFIED, WITHDRAWN
from tabletop.model.members import Member
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import area_shares, assess, majority, pairs_of, scores
from tabletop.rules.world.arithmetic import count_of, sum_of
from tabletop.rules.world.frame import IN_PLACE, UNIT, frame_of, there
from tabletop.rules.world.hosts import host_of

Reading = float | str


class UnknownPath(KeyError):
    """A path that names nothing in this scenario."""


def read(world: World, path: str) -> Reading:
    """The value at a path. Raises UnknownPath."""
    head, rest, reader = _parsed(path)
    if path in world.figures and (head != "withdrawn" or not rest):
        return world.figures[path]
    if head in _BY_SEAT and rest not in world.seats:
        host = host_of(world, rest)
        if not host:
            raise UnknownPath(path)
        return read(world, f"{head}/{host}")
    if reader is not None:
        try:
            return reader(world, rest)
        except (KeyError, ValueError) as error:
            raise UnknownPath(path) from error
    found = scores(world)
    if path in found:
        return found[path]
    if head in _ABSENT:
        return 0.0
    raise UnknownPath(path)


@lru_cache(maxsize=4096)
def _parsed(path: str) -> tuple[str, str, Callable[[World, str], Reading] | None]:
    """A path's head, the rest of it, and who reads such a path."""
    head, _, rest = path.partition("/")
    return head, rest, _READERS.get(head)


def number(world: World, path: str) -> float:
    """The value at a path as a number; a word counts 0."""
    value = read(world, path)
    return 0.0 if isinstance(value, str) else value


def holds(world: World, condition: Condition) -> bool:
    """Whether a condition is true now."""
    value = read(world, condition.path)
    wanted = condition.value
    if condition.test == "=":
        return value == wanted
    if condition.test == "!=":
        return value != wanted
    if isinstance(value, str) or isinstance(wanted, str):
        return False
    return _COMPARE[condition.test](value, wanted)


_COMPARE: dict[str, Callable[[float, float], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


#: Readings by seat: those of a seat that has joined another are its host's.
_BY_SEAT = {"support", "capital", "wallet", "promises", "shared-programmes"}
_ABSENT = {"stock", "invested", "ledger", "readiness"}


def personnel(world: World) -> int:
    """The anchor's people in theatre: every package that has not gone and whose host is not the anchor."""
    frame, forces = frame_of(world.scenario), world.forces
    abroad: tuple[tuple[str, int], ...] | None = frame.kept.get("abroad")
    if abroad is None:
        anchor, specs = world.scenario.names.anchor, world.scenario.forces
        abroad = frame.kept["abroad"] = tuple(
            (force, specs[force].personnel) for force in frame.anchors if specs[force].host != anchor
        )
    return count_of([people for force, people in abroad if forces[force].status in IN_PLACE])


def on_path(world: World, member: str) -> bool:
    """Whether a member is at or above its own pledge path."""
    return _reached(world.members[member])


def _reached(state: Member) -> bool:
    return state.spending >= state.pledge - 1e-9


def _on_path_count(world: World, _: str) -> Reading:
    members = world.members
    return float(count_of([_reached(members[member]) for member in frame_of(world.scenario).members]))


def _there(world: World, force: str) -> bool:
    return there(world.forces[force])


def _force(world: World, rest: str) -> Reading:
    force, _, asked = rest.partition("/")
    state = world.forces[force]
    if asked == "status":
        return state.status.value
    if asked == "theatre":
        return state.theatre
    if asked == "in-place":
        return float(_there(world, force))
    if asked == "replaced":
        if _there(world, force):
            return "in-place"
        return "matched" if state.matched else "gone"
    if asked == "owner":
        return world.scenario.forces[force].owner
    raise UnknownPath(rest)


def _programme(world: World, rest: str) -> Reading:
    name, _, asked = rest.partition("/")
    state = world.programmes[name]
    if asked == "in-place":
        return float(state.delivered > 0)
    if asked == "status":
        return state.status
    if asked == "ordered":
        return float(state.ordered)
    if asked == "delivered":
        return float(state.delivered)
    raise UnknownPath(rest)


def _post(world: World, rest: str) -> Reading:
    post, _, asked = rest.partition("/")
    state = world.posts[post]
    if asked == "holder":
        return state.holder
    if asked == "status":
        return state.status
    settled = state.status != "transition"
    if asked == "settled":
        return float(settled and state.holder != world.scenario.names.anchor)
    if asked.startswith("settled-with/"):
        return float(state.settled) if settled and state.holder == asked.removeprefix("settled-with/") else 0.0
    raise UnknownPath(rest)


def _inject(world: World, rest: str) -> Reading:
    inject, _, asked = rest.partition("/")
    if inject not in world.injects and asked == "outcome":
        return world.chains.get(inject, "")
    state = world.injects[inject]
    if asked == "state":
        return state.state.value
    if asked == "outcome":
        spec = world.scenario.injects.get(inject)
        return state.outcome or (world.chains.get(spec.chain, "") if spec else "")
    raise UnknownPath(rest)


def _text(world: World, rest: str) -> Reading:
    name, _, asked = rest.rpartition("/")
    if asked != "state":
        raise UnknownPath(rest)
    if name in world.texts:
        return world.texts[name].state
    return "untabled" if name.partition("/")[0] in world.scenario.texts else _unknown(name)


def _unknown(path: str) -> Reading:
    raise UnknownPath(path)


def _least_margin(world: World, _: str) -> float:
    frame = frame_of(world.scenario)
    return min(t.deterrence - world.figures[key] for t, key in zip(assess(world, frame), frame.pressure, strict=True))


def _fulfilment(world: World, rest: str) -> Reading:
    t, i = _cell(world, rest)
    need = list(world.scenario.theatres.values())[t].requirement[i]
    row = next((n for n, row in enumerate(frame_of(world.scenario).rows[t]) if row.area == i), None)
    if row is None:
        return 100.0
    us, own = pairs_of(frame_of(world.scenario), world)[t][row]
    return 100 * min(1.0, (us + own) / need)


def _days(world: World, theatre: str) -> Reading:
    """Days of fighting that a theatre's shelves hold, the anchor's included; 0 where no stock is kept."""
    frame = frame_of(world.scenario)
    t = world.scenario.theatre_index[theatre]
    for (at, i), stock in frame.stocks.items():
        if at == t:
            area = list(world.scenario.areas)[i]
            return stock.days * number(world, f"fulfilment/{theatre}/{area}") / 100
    return 0.0


def _littoral(world: World, rest: str) -> Reading:
    """Part of a requirement carried by forces of the theatre's own members, per cent."""
    t, i = _cell(world, rest)
    theatre = world.scenario.theatres[rest.partition("/")[0]]
    frame = frame_of(world.scenario)
    littoral = frame.kept.get(("littoral", rest))
    if littoral is None:
        anchor = world.scenario.names.anchor
        littoral = frame.kept["littoral", rest] = tuple(
            force
            for force, spec in world.scenario.forces.items()
            if spec.owner in theatre.members and spec.owner != anchor and spec.capability[i]
        )
    amount, forces = 0, world.forces
    for force in littoral:
        for at, kind, units in frame.contribution(force, forces[force]):
            if at == t and kind == i:
                amount += units
    return 100 * min(1.0, amount / UNIT / theatre.requirement[i]) if theatre.requirement[i] else 100.0


def _cell(world: World, rest: str) -> tuple[int, int]:
    theatre, _, area = rest.partition("/")
    return world.scenario.theatre_index[theatre], world.scenario.area_index[area]


def _promises(world: World, rest: str) -> Reading:
    if rest not in world.seats:
        raise UnknownPath(rest)
    due = [p for p in world.promises if p.seat == rest and p.state in ("kept", "broken")]
    return count_of(p.state == "kept" for p in due) / len(due) if due else 1.0


def _withdrawn(world: World, rest: str) -> Reading:
    """Without a rest the number of packages gone; "matched", "announced", "surprise": their share of it."""
    gone = world.figures.get(WITHDRAWN, 0.0)
    if not rest:
        return gone
    return world.figures.get(f"withdrawn/{rest}", 0.0) / gone if gone else 0.0


def _kept(key: str) -> Callable[[World, str], Reading]:
    """Reads a figure that the rules keep for themselves."""
    return lambda world, _: world.figures[key]


def _probes(world: World, rest: str) -> Reading:
    """Without a rest the number of probes; "unanswered": of those, how many nobody stood up to."""
    return world.figures.get(f"probes/{rest}" if rest else PROBES, 0.0)


def _invested_share(world: World, rest: str) -> Reading:
    total = sum_of(world.figures.get(f"invested/{way}", 0.0) for way in world.scenario.ways)
    if rest not in world.scenario.ways:
        raise UnknownPath(rest)
    return 100 * world.figures.get(f"invested/{rest}", 0.0) / total if total else 0.0


def _unanswered(world: World, rest: str) -> Reading:
    probes = world.figures.get(PROBES, 0.0)
    return 100 * world.figures.get("probes/unanswered", 0.0) / probes if probes else 0.0


#: The part of a tranche from which a seat counts as paying for a programme.
A_SHARE = 0.1


def _shared(world: World, rest: str) -> Reading:
    """Programmes with several payers that this seat pays for or one of its members leads, once ordered."""
    programmes, mine = world.programmes, world.seats[rest].members
    count = 0
    for name, leads in _several(world, mine):
        state = programmes[name]
        if state.ordered:
            count += leads or any(who == rest and part >= A_SHARE for who, part in state.paid)
    return float(count)


def _several(world: World, mine: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Programmes with several payers, and whether one of some members leads it."""
    kept = frame_of(world.scenario).kept
    found: list[tuple[str, bool]] | None = kept.get(("several", mine))
    if found is None:
        found = kept["several", mine] = [
            (name, not set(mine).isdisjoint(spec.leads))
            for name, spec in world.scenario.programmes.items()
            if len(spec.payers) > 1
        ]
    return found


def _personnel(world: World, rest: str) -> Reading:
    return float(personnel(world)) if rest == world.scenario.names.personnel else _unknown(rest)


_READERS: dict[str, Callable[[World, str], Reading]] = {
    "force": _force,
    "programme": _programme,
    "post": _post,
    "inject": _inject,
    "text": _text,
    "chain": lambda world, rest: world.chains.get(rest, ""),
    "spending": lambda world, rest: world.members[rest].spending,
    "pledge": lambda world, rest: world.members[rest].pledge,
    "on-path": lambda world, rest: float(on_path(world, rest)),
    "on-path-count": _on_path_count,
    "personnel": _personnel,
    "fulfilment": _fulfilment,
    "days": _days,
    "littoral": _littoral,
    "share": lambda world, rest: 100 * area_shares(world)[rest],
    "majority": lambda world, _: float(majority(world)),
    "least-deterrence": lambda world, _: min(theatre.deterrence for theatre in assess(world, frame_of(world.scenario))),
    "least-margin": _least_margin,
    "promises": _promises,
    "withdrawn": _withdrawn,
    "probes": _probes,
    "uncertified": lambda world, _: world.figures.get(UNCERTIFIED, 0.0),
    **{word: _kept(key) for word, key in INNER.items() if key not in (WITHDRAWN, PROBES, UNCERTIFIED)},
    "invested-share": _invested_share,
    "probes-unanswered": _unanswered,
    "shared-programmes": _shared,
    "turn": lambda world, _: float(world.turn),
}
