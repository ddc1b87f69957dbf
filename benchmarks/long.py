"""Long sessions for the other benchmarks: eight turns of NATO 3.0 with as many orders, notes and messages as asked."""

from pathlib import Path

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.journal.store.places import find_scenario
from tabletop.model.moves import Advance, Message, Move, Note, Red, SetSpending
from tabletop.scenario.load import load_scenario

ADVANCE = Advance(seat="control")


def some_move(n: int) -> Move:
    """One that can be made in any orders phase."""
    if n % 5 == 1:
        return Note(seat="control", text=f"They look at item {n}.", kind="observation", about="berlin")
    if n % 5 == 2:
        return Message(seat="paris", to="berlin", text=f"On number {n}: agreed in principle, details by telephone.")
    return SetSpending(seat="berlin", member="de", share=2.4 + n % 3 / 10)


def long_session(path: Path, moves: int) -> None:
    """A save of so many entries whose last phase is orders. Durable writes are left out: only its text matters."""
    scenario = load_scenario(find_scenario("nato-3-0"))
    with Session.create(path, scenario, Terms(seed="7", turns=8)) as session:
        commit, session.commit = session.commit, lambda: None  # type: ignore[method-assign]
        for turn in range(1, 9):
            session.make(ADVANCE)
            while len(session.entries) < moves * turn // 8 - (5 if turn < 8 else 0):
                made = session.make(some_move(len(session.entries)))
                assert not hasattr(made, "code"), made
            for move in (ADVANCE, Red(seat="control", source="model"), ADVANCE, ADVANCE, ADVANCE) if turn < 8 else ():
                session.make(move)
        session.commit = commit  # type: ignore[method-assign]
        session.commit()
        assert len(session.entries) == moves, len(session.entries)
