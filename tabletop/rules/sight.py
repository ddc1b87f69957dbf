"""Who may see what. The only place that knows secrets are secret."""

from functools import lru_cache
from typing import Any

from attrs import evolve

from tabletop.model.cause import Cause
from tabletop.model.figures.glossary import figure_at
from tabletop.model.injects import Inject, InjectState
from tabletop.model.moves import Advance, FireInject, Move, ReleaseInject, WriteInject
from tabletop.model.scenario import LeverSpec, Scenario
from tabletop.model.seats import CONTROL, Brief, Seat
from tabletop.model.world import Phase, World
from tabletop.rules.turn.injects import answering
from tabletop.rules.world.hosts import guests_of

_UNSEEN = (InjectState.PLANNED, InjectState.ARMED, InjectState.HELD, InjectState.CANCELLED)


def view(world: World, who: str) -> World:
    """The world as `who` may see it: a seat, "public", or "control". Blanked, never lying."""
    if who == CONTROL:
        return _for_control(world)
    review = world.phase is Phase.REVIEW
    injects = {name: _inject(state, who) for name, state in world.injects.items() if _visible(state)}
    levers, past = _behind(world, injects)
    scenario = _scenario(
        world.scenario, (who, *guests_of(world, who)), (*injects, *past), _to_answer(world, who, injects), levers
    )
    paths = _gauges(scenario)
    return evolve(
        world,
        scenario=scenario,
        seed="",
        seats={name: seat if name == who else _seat(seat, review) for name, seat in world.seats.items()},
        injects=injects,
        promises=tuple(p for p in world.promises if who in (p.seat, p.to)),
        letters=tuple(letter for letter in world.letters if who in (letter.seat, letter.to)),
        free_moves=tuple(
            f if f.grade else evolve(f, estimates=tuple(e for e in f.estimates if e[0] == who))
            for f in world.free_moves
        ),
        rulings=world.rulings if review else {},
        lasting=(),
        red=None,
        modes=(),
        history=tuple(
            {path: value for path, value in readings.items() if _scored(path) or path in paths}
            for readings in world.history
        ),
    )


def orders_open(world: World) -> bool:
    """Whether control may read the seats' orders: not before the adversary has sealed its own."""
    return world.red is not None or world.phase in (Phase.ADJUDICATE, Phase.REVIEW)


def disclosures(was: World, move: Move, now: World) -> tuple[int, ...]:
    """Numbers of the moves that a step opens to everybody: an inject of control's own when it is delivered; with a
    turn's results all that counted for them. What a seat had put on its sheet and taken off again, or answered and
    answered otherwise, never is."""
    if isinstance(move, WriteInject | FireInject | ReleaseInject):
        state = now.injects[move.inject]
        return (state.written,) if _visible(state) else ()
    if not isinstance(move, Advance) or was.phase is not Phase.ADJUDICATE:
        return ()
    refs = [order.ref for seat in was.seats.values() for order in seat.orders]
    refs += [seat.seal for seat in was.seats.values() if seat.sealed]
    refs += [ref for inject in was.injects.values() for ref in inject.refs]
    return (*refs, *(ruling.ref for ruling in was.rulings.values()))


def _for_control(world: World) -> World:
    if orders_open(world):
        return world
    return evolve(world, seats={name: _seat(seat, False) for name, seat in world.seats.items()})


def _seat(seat: Seat, review: bool) -> Seat:
    return seat if review else evolve(seat, orders=(), expect=())


def _visible(state: Inject) -> bool:
    return state.state not in _UNSEEN and bool(state.turn)


def _inject(state: Inject, who: str) -> Inject:
    if state.state is InjectState.CLOSED:
        return state
    mine = [n for n, (seat, _) in enumerate(state.answers) if seat == who]
    answers = tuple(state.answers[n] for n in mine)
    stage = InjectState.ANSWERED if answers else InjectState.DELIVERED
    return evolve(state, answers=answers, refs=tuple(state.refs[n] for n in mine), state=stage)


@lru_cache(maxsize=4096)
def _scored(path: str) -> bool:
    """Whether a path is one of the scores that everybody sees."""
    figure = figure_at(path)
    return figure is not None and figure.score


@lru_cache(maxsize=256)
def _gauges(scenario: Scenario) -> frozenset[str]:
    """What a blanked scenario still measures: gauges, edges, and the paths of objectives that may be seen."""
    paths = {path for seat in scenario.seats.values() for path in seat.reads}
    asked = {condition.path for edge in scenario.edges.values() for condition in edge.when}
    edges = {path for path in asked if (figure := figure_at(path)) and figure.who == "all"}
    return frozenset(paths | edges | set(scenario.tracks) | {scenario.names.share})


def _behind(world: World, visible: dict[str, Inject]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What moved a figure this turn is known by its name: levers that were pulled, and injects that came and can't be
    seen any more, since they may come again."""
    levers, injects = set(), set()
    for change in world.changes:
        match change.cause:
            case Cause(kind="lever", about=(lever,)):
                levers.add(lever)
            case Cause(kind="inject" | "answer" | "default-answer", about=(inject, *_)) if inject not in visible:
                injects.add(inject)
    return tuple(sorted(levers)), tuple(sorted(injects))


def _to_answer(world: World, who: str, injects: dict[str, Inject]) -> tuple[str, ...]:
    return tuple(name for name in injects if who in answering(world, name))


@lru_cache(maxsize=256)
def _scenario(
    scenario: Scenario,
    who: tuple[str, ...],
    names: tuple[str, ...],
    to_answer: tuple[str, ...],
    levers: tuple[str, ...],
) -> Scenario:
    """The scenario without other seats' secrets, what has not happened, and control's own texts. Of the adversary's
    `levers` that are known by name, the name."""
    seats = {}
    for name, spec in scenario.seats.items():
        if name in who:
            seats[name] = spec
        else:
            open_ones = tuple(o for o in spec.objectives if not o.secret)
            seats[name] = evolve(spec, objectives=open_ones, brief=Brief(situation=""), objections=())
    injects: dict[str, Any] = {}
    for name in names:
        inject = scenario.injects.get(name)
        if inject is None:
            continue
        options = tuple(
            evolve(o, outcome="", opens=(), closes=())
            if name in to_answer
            else evolve(o, outcome="", opens=(), closes=(), reason="", hint="", effects=())
            for o in inject.options
        )
        injects[name] = evolve(inject, control="", when=(), chance=0.0, chance_if=(), stock=False, options=options)
    folds = {n: evolve(fold, briefs=tuple(b for b in fold.briefs if b[0] in who)) for n, fold in scenario.folds.items()}
    return evolve(
        scenario,
        seats=seats,
        folds=folds,
        injects=injects,
        red=evolve(
            scenario.red,
            brief="",
            objectives=(),
            initiatives=(),
            initiative_chance=0.0,
            levers=tuple(LeverSpec(id=each.id, name=each.name) for each in scenario.red.levers if each.id in levers),
        ),
        notes="",
        sources=(),
    )
