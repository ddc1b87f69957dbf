"""Bots play the whole exercise; what really happened becomes captions. Knows no screen."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from attrs import frozen

from tabletop.analysis.explain import explain
from tabletop.errors import PlaceError
from tabletop.journal.fork import fork
from tabletop.journal.opened import Terms
from tabletop.journal.places import list_scenarios
from tabletop.journal.save_toml import load
from tabletop.journal.scenario_toml import load_scenario
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Declare, Move, PlaySeat, ProposeHandover, Red, TableText, Withdraw
from tabletop.model.world import Phase, State, World
from tabletop.rules.deterrence import scores
from tabletop.table.local import LocalTable
from tabletop.tui.begin import other_policy, save_name, save_path
from tabletop.tui.present.names import inject_name, listed, theatre_name
from tabletop.tui.present.sentences import happenings, move_line

SEED: Final = "7"
_BOLD: Final = (Withdraw, ProposeHandover, TableText, Declare)
"""Orders worth a caption, the boldest first."""
_ORDERS, _CAUSES, _PER_CAPTION = 3, 3, 2
_TOLD: Final = ("left", "leaving", "stays", "arrived", "late", "crisis", "text", "post", "probe", "promise", "budget")


@frozen
class Beat:
    """One step of the demo: the world after entry `n`, told in a title and some lines; `fork` is where one takes over.

    `score`: the one to look at, "" for none.
    """

    n: int
    fork: int
    title: str
    lines: tuple[str, ...]
    score: str = ""


def demo_session() -> Session:
    """A session of the first scenario with bots in every seat, in a folder of its own. Raises TabletopError."""
    found = list_scenarios()
    if not found:
        raise PlaceError("there is no scenario to watch", hint="run from a folder that holds scenarios/")
    scenario = load_scenario(found[0][1])
    players = dict.fromkeys(scenario.seats, f"bot:{other_policy()}")
    return Session.create(Path(mkdtemp(prefix="tabletop-")) / "demo.toml", scenario, Terms(seed=SEED, players=players))


def beats(session: Session) -> Iterator[Beat]:
    """Plays on and tells it, a beat at a time, to the end."""
    table = LocalTable(session)
    world = session.world
    told = (world.scenario.exercise.question, "Bots hold every seat. Enter takes over.")
    yield Beat(0, 0, world.scenario.title, told)
    while session.world.state is not State.ENDED:
        yield from _turn(table)


def take_over(session: Session, at: int, today: str) -> tuple[Session, str]:
    """A new save with the first `at` entries, the same luck, and the second seat in human hands. Raises TabletopError.

    `today` is a day in ISO 8601, for the name of the save.
    """
    from datetime import date

    path = save_path(save_name(session.world.scenario.id, date.fromisoformat(today)))
    fork(load(session.path), at, path)
    fresh = Session.open(path)
    seats = list(fresh.world.seats)
    seat = seats[min(1, len(seats) - 1)]
    fresh.make(PlaySeat(seat="control", name=seat, player="team"))
    while fresh.world.phase in (Phase.REVIEW, Phase.BRIEF) and fresh.world.state is not State.ENDED:
        fresh.make(Advance(seat="control"))  # to where there is something to do
    return fresh, seat


def _turn(table: LocalTable) -> Iterator[Beat]:
    session = table.session
    opened = session.world
    start = len(session.entries)
    yield from _brief(opened, start)
    _go(table, Advance(seat="control"))
    before = len(session.entries)
    _go(table, Advance(seat="control"))
    yield from _orders(session, before)
    _go(table, Red(seat="control", source="model"))
    _go(table, Advance(seat="control"))
    _go(table, Advance(seat="control"))
    yield from _results(session, opened)
    _go(table, Advance(seat="control"))


def _go(table: LocalTable, move: Move) -> None:
    table.make_now(move)


def _brief(world: World, n: int) -> Iterator[Beat]:
    title = f"Turn {world.turn}, {world.period}"
    arrived = [
        name for name, state in world.injects.items() if state.turn == world.turn and state.state.value == "delivered"
    ]
    told = [f"{inject_name(world.scenario, name)}: {_first(world, name)}" for name in arrived]
    for chunk in _chunks(told, 1):
        yield Beat(n, n, f"{title}: what happens", tuple(chunk))
    if not told:
        yield Beat(n, n, title, ("A quiet half-year begins.",))


def _first(world: World, inject: str) -> str:
    spec = world.scenario.injects.get(inject)
    text = " ".join(spec.text.split()) if spec else ""
    end = text.find(". ")
    return text[: end + 1] if end > 0 else text


def _orders(session: Session, before: int) -> Iterator[Beat]:
    world = session.world
    made = [entry.move for entry in session.entries[before:] if entry.move.order]
    bold = [move for kind in _BOLD for move in made if isinstance(move, kind)]
    chosen = bold[:_ORDERS] or made[:_ORDERS]
    if chosen:
        lines = tuple(f"{move_line(move, world.scenario, world.seats)}." for move in chosen)
        more = len(made) - len(chosen)
        told = (*lines, f"{more} more orders lie sealed.") if more else lines
        yield Beat(len(session.entries), before, f"Turn {world.turn}: orders", told)


def _results(session: Session, opened: World) -> Iterator[Beat]:
    world, n = session.world, len(session.entries)
    found = happenings(opened, world, world.changes)
    kept = [h for kind in _TOLD for h in found if h.kind == kind]
    told = [f"{h.text[:1].upper()}{h.text[1:]}." for h in kept]
    for chunk in list(_chunks(told, _PER_CAPTION))[:3]:
        yield Beat(n, n, f"Turn {world.turn}: what came of it", tuple(chunk))
    yield _scores(world, n)


def _scores(world: World, n: int) -> Beat:
    """The theatre that moved most, and why."""
    now = scores(world)
    past = world.history[-2] if len(world.history) > 1 else {}
    moved = {
        t: now[f"deterrence/{t}"] - float(past.get(f"deterrence/{t}", now[f"deterrence/{t}"]))
        for t in world.scenario.theatres
    }
    most = max(moved, key=lambda t: abs(moved[t]))
    score = f"deterrence/{most}"
    told = explain(world, score)
    verb = "rises" if moved[most] > 0 else "falls"
    where = theatre_name(world.scenario, most)
    causes = [f"{cause.cause} {cause.amount:+.1f}" for cause in told.causes[:_CAUSES]]
    lines = (f"{where} {verb} by {abs(moved[most]):.1f} to {now[score]:.0f}: {listed(causes)}.",)
    return Beat(n, n, f"Turn {world.turn}: where it stands", lines, score)


def _chunks(lines: list[str], size: int) -> Iterator[list[str]]:
    for at in range(0, len(lines), size):
        yield lines[at : at + size]
