"""Small things to test the journal with: toy rules that need no scenario, and a session played under them."""

from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from tabletop.journal.opened import Terms
from tabletop.journal.record.rulebook import Rulebook
from tabletop.journal.session import Session
from tabletop.model.council import FreeMove
from tabletop.model.moves import (
    Advance,
    Declare,
    MakeFreeMove,
    Message,
    Move,
    Note,
    Practice,
    Roll,
    Seal,
    SetSpending,
    Withdraw,
)
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase, State

SOURCES = (
    ("scenario.toml", 'title = "Toy"\n# it\'s small\n[names]\nanchor = "us"\n'),
    ("notes.toml", "a = '''x'''\r\n\\ \x07 \"quoted\" ünï 🎲\n[[entry]]\nn = 1\n"),
    ("empty.toml", ""),
    ("quote.toml", "it ends with '"),
)


@frozen(kw_only=True)
class ToyScenario:
    """What a header asks of a scenario."""

    id: str = "toy"
    digest: str = "d" * 32
    turns: int = 8
    marking: str = "EXERCISE"
    caveat: str = ""
    sources: tuple[tuple[str, str], ...] = SOURCES
    unlike: tuple[str, ...] = ()


@frozen(kw_only=True, eq=False)
class ToyWorld:
    """Remembers what was done, in order, without the words."""

    turns: int
    seed: str
    turn: int = 1
    phase: Phase = Phase.BRIEF
    state: State = State.READY
    practice: bool = False
    done: str = ""
    free_moves: tuple[FreeMove, ...] = ()
    history: tuple[dict[str, float | str], ...] = ({},)


def toy_rules(version: str = "toy 1", weight: float = 1.0) -> Rulebook:
    """Rules that fold every move into a digest; `weight` makes the numbers of another version."""

    def opening(scenario: Any, seed: str, turns: int, players: dict[str, str], fold: int, without: Any) -> Any:
        return ToyWorld(turns=turns, seed=seed)

    def check(world: Any, move: Move) -> Refusal | None:
        if isinstance(move, SetSpending) and move.share > 5:
            return Refusal("spending/too-fast", "Too fast.")
        return None

    def step(world: Any, move: Move, ref: int) -> tuple[Any, tuple[Any, ...]]:
        match move:
            case Advance():
                return _advanced(world, weight), ()
            case MakeFreeMove():
                number = sum(free.seat == move.seat and free.turn == world.turn for free in world.free_moves) + 1
                made = FreeMove(seat=move.seat, turn=world.turn, number=number, reasons=len(move.reasons), ref=ref)
                return evolve(world, free_moves=(*world.free_moves, made)), ()
            case Roll():
                rolled, source = (move.dice, "table") if move.dice else (50, "keyed")
                frees = tuple(
                    evolve(f, rolled=rolled, source=source) if f.ref == move.move else f for f in world.free_moves
                )
                return evolve(world, free_moves=frees), ()
            case Practice():
                return evolve(world, practice=move.act == "begin"), ()
        told = f"{world.done}|{move.seat} {move.do} {getattr(move, 'share', 0.0)}"
        return evolve(world, done=blake2b(told.encode(), digest_size=8).hexdigest()), ()

    def digest(world: Any) -> str:
        frees = [evolve(free, ref=0) for free in world.free_moves]
        told = f"{world.seed} {world.turn} {world.phase} {world.practice} {world.done} {frees} {world.history}"
        return blake2b(told.encode(), digest_size=16).hexdigest()

    def rolled(move: Move, events: Any, world: Any) -> tuple[str, ...]:
        return ("free 50",) if isinstance(move, Roll) else ()

    def parse(sources: Any, name: str) -> Any:
        return ToyScenario()

    return Rulebook(version=version, parse=parse, opening=opening, check=check, step=step, digest=digest, rolled=rolled)


def _advanced(world: Any, weight: float) -> Any:
    phases = list(Phase)
    at = phases.index(world.phase)
    if at + 1 < len(phases):
        return evolve(world, phase=phases[at + 1], state=State.RUNNING)
    reading = {"cohesion": 50.0 + weight * world.turn, "word": "fair"}
    return evolve(world, turn=world.turn + 1, phase=Phase.BRIEF, history=(*world.history, reading))


def clock() -> Any:
    """A clock that ticks a second a call."""
    ticks = count()
    return lambda: f"2026-02-10T09:{next(ticks) % 3600 // 60:02d}:00Z"


def salts() -> Any:
    """Salts that are the same in each run."""
    ticks = count()
    return lambda: blake2b(str(next(ticks)).encode(), digest_size=16).hexdigest()


def new_session(path: Path, **more: Any) -> Session:
    """A fresh session under the toy rules."""
    terms = Terms(seed="7", players={"berlin": "team", "paris": "bot:random"})
    given = {"rules": toy_rules(), "now": clock(), "salt": salts()} | more
    return Session.create(path, ToyScenario(), terms, **given)  # type: ignore[arg-type]


def open_session(path: Path, **more: Any) -> Session:
    """A session from a save, under the toy rules."""
    given = {"rules": toy_rules(), "now": clock(), "salt": salts()} | more
    return Session.open(path, **given)


def some_moves() -> list[Move]:
    """One turn: orders, words in every alphabet, a note, a free move, a seal."""
    return [
        Advance(seat="control"),
        SetSpending(seat="berlin", member="de", share=2.5),
        Withdraw(seat="washington", force="us-abct-pl", turn=3),
        Message(seat="paris", to="berlin", text='Ça va?\n" = "\\ \x7f 🎲 שלום'),
        Note(seat="control", text="They agree.", kind="insight", about="berlin", at=1),
        MakeFreeMove(seat="warsaw", aim="A wall", means="stone", reasons=("near", "strong, tall")),
        Seal(seat="berlin", why="' = it\"s time", expect={"deterrence/baltic": "up", "cohesion": "same"}),
        Declare(seat="berlin", stance="solidarity"),
    ]


def played(path: Path, turns: int = 1, **more: Any) -> Session:
    """A session with some turns behind it."""
    session = new_session(path, **more)
    for _ in range(turns):
        for move in some_moves():
            session.make(move)
        for _ in range(4):
            session.make(Advance(seat="control"))
    return session
