"""Random play: plausible moves of every kind with wild values, and legal sessions made of them. Fast, and seeded."""

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import attrs

from tabletop.journal.session import Session
from tabletop.model.likelihood import SCALE
from tabletop.model.moves import REGISTRY, Advance, Answer, Move, Note, Red
from tabletop.model.moves.control import GRADES, KINDS_OF_NOTE, MODES, OUTCOMES
from tabletop.model.scenario import Scenario
from tabletop.model.survey import SlipWhen
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.turn.injects import answering
from tabletop.rules.turn.opening import opening
from tabletop.scenario.load import load_scenario

ROOT = Path(__file__).parents[1]
Played = list[tuple[int, Move]]  # a move and its number

_NUMBERS = (0, 0.0, 0.05, 0.5, 1, 2.4, 3.5, 50, 100, -1, 1e9, -2.5, 1e300, 0.1, 25, 7, -0.3)
_RARE = ("end", "reveal", "pause", "undo", "redo", "redact")
_OFTEN = (
    *("set-spending", "set-pace", "fund", "fund", "invest", "assign", "set-readiness", "withdraw", "withdraw"),
    *("cancel-withdrawal", "deploy", "backfill", "declare", "propose-handover", "accept-handover", "table-text"),
    *("table-text", "footnote", "break-silence", "consent", "answer", "answer", "answer", "seal", "promise", "rule"),
    *("adjust", "free-move", "rule", "odds", "roll", "argue", "estimate", "take-back", "verdict", "refuse-handover"),
    *("unseal", "withdraw-text", "assign", "refuse-hosting"),
)


@cache
def nato() -> Scenario:
    return load_scenario(ROOT / "scenarios" / "nato-3-0")


@cache
def two_keys() -> Scenario:
    return load_scenario(ROOT / "tests" / "scenarios" / "two-keys")


def fresh(seed: str = "7", turns: int = 0, fold: int = 0, scenario: Scenario | None = None) -> World:
    """The brief of turn 1."""
    return opening(scenario or nato(), seed, turns, {}, fold)


def make(world: World, *moves: Move, ref: int = 0) -> World:
    """The world after moves that must be legal; `ref` numbers the first, the others follow."""
    for n, move in enumerate(moves):
        refused = check(world, move)
        assert refused is None, (move, refused)
        world = step(world, move, ref + n if ref else 0)[0]
    return world


def advance(world: World, to: Phase, turn: int = 0) -> World:
    """On to a phase of a turn (0: the next that comes), or to the end."""
    while world.state is not State.ENDED:
        if world.phase is Phase.RED and world.red is None:
            world = make(world, Red(seat="control", source="model"))
        world = make(world, Advance(seat="control"))
        if world.phase is to and turn in (0, world.turn):
            break
    return world


def orders(world: World) -> World:
    """On to the orders of this turn, or of the next."""
    return advance(world, Phase.ORDERS)


def review(world: World) -> World:
    """On to the review."""
    return advance(world, Phase.REVIEW)


def some_move(world: World, rng: Random) -> Move:
    """A move of any kind, by anybody, with ids that mostly exist and values that mostly make sense."""
    do = rng.choice(_OFTEN) if rng.random() < 0.75 else rng.choice(list(REGISTRY))
    if do in _RARE and rng.random() < 0.95:
        do = "note"
    kind: type[Any] = REGISTRY[do]
    control = kind.__module__.endswith(".control")
    seat = "control" if control != (rng.random() < 0.01) else rng.choice(list(world.seats))
    if do in ("withdraw", "deploy") and rng.random() < 0.9:
        seat = world.scenario.names.anchor_seat
    if do == "answer":
        return _answer(world, rng)
    if do == "accept-handover" and rng.random() < 0.9:
        proposed = [post for post, state in world.posts.items() if state.status == "proposed"]
        if proposed:
            found: Move = kind(seat=rng.choice(list(world.seats)), post=rng.choice(proposed))
            return found
    values: dict[str, Any] = {a.name: _value(world, do, a, seat, rng) for a in attrs.fields(kind) if _given(a, rng)}
    move: Move = kind(**values | {"seat": "control" if kind is Note else seat})
    return move


def phase(session: Session) -> Phase:
    """The phase it is in. Asked by a call: what a type checker has seen asserted of a property it takes to last."""
    return session.world.phase


def state(session: Session) -> State:
    """Whether it runs, rests or has ended; a call for the same reason."""
    return session.world.state


def _answer(world: World, rng: Random) -> Move:
    waiting = [n for n, state in world.injects.items() if state.state.value in ("delivered", "answered")]
    name = rng.choice(waiting or list(world.injects))
    spec = world.scenario.injects.get(name)
    seat = rng.choice(answering(world, name) or tuple(world.seats))
    option = rng.choice([o.id for o in spec.options] if spec and spec.options else [""])
    return Answer(seat=seat, inject=name, option=option if rng.random() < 0.9 else "", text="in words")


def _given(a: Any, rng: Random) -> bool:
    needed = a.default is attrs.NOTHING or a.metadata.get("least")
    return a.name != "seat" and (needed or rng.random() < 0.7)


def _value(world: World, do: str, a: Any, seat: str, rng: Random) -> Any:
    if rng.random() < 0.03 and a.type is str:
        return rng.choice(("", "nobody", "ü/ö", "all", "a/b/c", "x" * 50))
    return _pick(world, do, a, seat, rng)


def _pick(world: World, do: str, a: Any, seat: str, rng: Random) -> Any:
    s = world.scenario
    mine = world.seats[seat].members if seat in world.seats else ()
    match a.name:
        case "member":
            return rng.choice(mine or tuple(s.members))
        case "members":
            return tuple(rng.sample(mine, rng.randint(0, len(mine)))) if mine else ()
        case "share":
            member = rng.choice(mine or tuple(s.members))
            return world.members[member].spending + rng.choice((0.1, 0.5, -0.5, 0.02, *_NUMBERS))
        case "pace":
            return rng.choice((0.07, 0.1, 0.3, -0.2, 0.5, 0.0, *_NUMBERS))
        case "programme" | "replacement":
            mine_too = [p for p, spec in s.programmes.items() if seat in spec.payers]
            return rng.choice(mine_too or list(s.programmes)) if rng.random() < 0.8 else rng.choice(list(s.forces))
        case "pays":
            return rng.choice((100, 50, 33.34, 100, 25, 10, *_NUMBERS))
        case "level":
            return rng.choice((1, 0, 0.5, 0.25, *_NUMBERS))
        case "chance" | "amount" | "seconds" | "minutes":
            return rng.choice(_NUMBERS)
        case "dice":
            return rng.choice((None, 1, 50, 100, 0, 101))
        case "force" | "replaces":
            owned = [f for f, spec in s.forces.items() if spec.owner in mine]
            return rng.choice(owned or list(s.forces)) if rng.random() < 0.7 else rng.choice(list(s.forces))
        case "theatre":
            return rng.choice(list(s.theatres))
        case "turn" | "due" | "at":
            return world.turn + rng.choice((0, 1, 2, 2, 3, -1, 50))
        case "way":
            return rng.choice(list(s.ways))
        case "stance":
            return rng.choice(list(s.stances))
        case "post":
            return rng.choice(list(s.posts))
        case "to":
            if do == "propose-handover":
                return rng.choice([m for spec in s.posts.values() for m in spec.may_hold])
            return rng.choice([other for other in world.seats if other != seat or rng.random() < 0.1])
        case "kind":
            return rng.choice(KINDS_OF_NOTE if do == "note" else list(s.texts))
        case "about":
            return rng.choice(
                ("", *world.seats) if do == "note" else ("", *s.posts, *s.forces, *s.theatres, *world.seats)
            )
        case "proposal":
            return rng.choice(list(world.texts) or list(s.texts))
        case "inject":
            return rng.choice(list(world.injects) if do != "write-inject" else ["own-1", "own-2"])
        case "option":
            return rng.choice([o.id for spec in s.injects.values() for o in spec.options] + [""])
        case "item" | "entry" | "move" | "promise":
            return rng.randint(0, 200) if rng.random() < 0.1 else rng.choice(_refs(world, a.name, seat) or [1])
        case "side":
            return rng.choice(("for", "against", "beside"))
        case "word":
            return rng.choice([w.word for w in SCALE] + ["perhaps"])
        case "outcome":
            return rng.choice((*OUTCOMES, *GRADES, "nonsense"))
        case "effects":
            return tuple(_effect(world, rng) for _ in range(rng.randint(0, 2)))
        case "levers":
            return tuple(_lever(world, rng) for _ in range(rng.randint(0, 3)))
        case "source":
            return rng.choice(("control", "model"))
        case "what":
            return _path(world, rng)
        case "value":
            return rng.choice((*_NUMBERS, "available", "leaving", "elsewhere", "us", "transition", "armed", "", None))
        case "state":
            return rng.choice(("kept", "broken", "void", "late"))
        case "name":
            return rng.choice(list(world.seats))
        case "player":
            return rng.choice(("team", "bot:status-quo", "bot:nobody", "cat"))
        case "mode":
            return rng.choice((*MODES, "loud"))
        case "act":
            return rng.choice(("start", "stop", "push", "blank", "begin", "end"))
        case "deed" | "if_":
            return rng.choice(
                (
                    "",
                    "",
                    "trust >= 60",
                    "withdraw us-2cr",
                    "withdraw",
                    "post/landcom/holder = tr",
                    "spending/de >= 3.4",
                    "nan",
                    "a >",
                )
            )
        case "expect":
            return rng.choice(({}, {"cohesion": "up"}, {"trust": "sideways"}, {"nothing": "up"}))
        case "answers" | "seats":
            return tuple(rng.sample(list(world.seats), 2))
        case "objective":
            return rng.choice(("", *(o.id for o in s.exercise.objectives), "none"))
        case "reasons":
            return ("one", "two")
        case "when":
            return rng.choice((*SlipWhen, "now"))
        case "ticks":
            return rng.choice(({}, {q.id: q.choices[0] for q in s.questions if q.when == "end" and q.choices}))
        case "asked" | "words" if do == "survey":
            return rng.choice(((), ("mattered",)))
    return {str: "words", bool: rng.random() < 0.5}.get(a.type, a.default)


def _refs(world: World, what: str, seat: str) -> list[int]:
    """Numbers of moves that a move may speak of."""
    free = [f.ref for f in world.free_moves if f.turn == world.turn]
    orders = [o.ref for name, state in world.seats.items() for o in state.orders if what == "item" or name == seat]
    match what:
        case "move":
            return free
        case "promise":
            return [p.ref for p in world.promises]
        case "entry":
            return orders
    texts = [t.ref for t in world.texts.values()]
    return free + orders + texts + [ref for state in world.injects.values() for ref in (*state.refs, state.ref)]


def _effect(world: World, rng: Random) -> dict[str, Any]:
    if rng.random() < 0.5:
        told = {"on": _path(world, rng), "add": rng.choice((*_NUMBERS, "x"))}
    else:
        told = {
            "on": _path(world, rng),
            "set": rng.choice(("us", "available", "leaving", "held", "armed", "baltic", "")),
        }
    return told | ({"turns": rng.choice((1, 2, 0, -3, 10**9, 1.5))} if rng.random() < 0.3 else {})


def _lever(world: World, rng: Random) -> dict[str, Any]:
    s = world.scenario
    lever = rng.choice(s.red.levers)
    told: dict[str, Any] = {"lever": lever.id, "theatre": rng.choice(list(s.theatres))}
    if lever.kinds:
        told["kind"] = rng.choice(lever.kinds)
    return told | ({"step": rng.choice((4, -4, 0.5, "x", 99))} if rng.random() < 0.6 else {})


def _path(world: World, rng: Random) -> str:
    s = world.scenario
    thing = rng.choice(("force", "force", "post", "inject", "track", "track", "spending", "pledge", "seat", "theatre"))
    match thing:
        case "force":
            return f"force/{rng.choice(list(s.forces))}" + rng.choice(("", "/status", "/theatre", "/colour"))
        case "post":
            return f"post/{rng.choice(list(s.posts))}" + rng.choice(("", "/status", "/holder", "/holder"))
        case "inject":
            return f"inject/{rng.choice(list(world.injects))}" + rng.choice(("", "/state"))
        case "track":
            return rng.choice((*s.tracks, "agreement", "alarm", "anchor", "command"))
        case "spending" | "pledge":
            return f"{thing}/{rng.choice(list(s.members))}"
        case "seat":
            head = rng.choice(("support", "capital", "wallet", "soldiers"))
            return f"{head}/{rng.choice((*s.seats, 'all'))}"
    return f"{rng.choice(('pressure', 'gap'))}/{rng.choice((*s.theatres, 'all'))}"


def session(world: World, rng: Random, tries: int = 12, turns: int = 3) -> tuple[World, Played]:
    """Plays random legal moves through some turns; `tries` moves are attempted in each phase, in orders four times."""
    done: Played = []

    def attempt(move: Move) -> None:
        nonlocal world
        if check(world, move) is None:
            number = len(done) + 1
            world = step(world, move, number)[0]
            done.append((number, move))

    end = world.turn + turns
    while world.state is not State.ENDED and world.turn < end:
        for _ in range(tries * (4 if world.phase is Phase.ORDERS else 1)):
            attempt(some_move(world, rng))
        attempt(REGISTRY["resume"](seat="control"))
        if world.phase is Phase.RED and world.red is None:
            attempt(Red(seat="control", source="model"))
        attempt(Advance(seat="control"))
    return world, done
