"""A small app around one screen, and sessions to show in it: `uv run python -m tests.tui.review_app SCREEN`."""

import sys
import tempfile
from pathlib import Path

from textual.screen import Screen

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model import moves as m
from tabletop.model.moves import Move
from tabletop.scenario.load import load_scenario
from tabletop.table.local import LocalTable
from tabletop.tui.kit.program import Exercises, Program
from tabletop.tui.rooms import AllRooms

NATO = Path("scenarios/nato-3-0")
KEYS = Path("tests/scenarios/two-keys")
ADVANCE = m.Advance(seat="control")
RED = m.Red(seat="control", source="model")


class Opened(Exercises):
    """Remembers where play goes on."""

    def __init__(self) -> None:
        self.saves: list[Path | None] = []
        """None: the one at hand."""

    def open_save(self, path: Path, *, resumed: bool = False) -> None:
        self.saves.append(path)

    def play_on(self) -> None:
        self.saves.append(None)


class OneScreen(Program):
    """Shows a screen above a blank one, as the real app shows them above the start screen."""

    def __init__(self, screen: Screen[None]) -> None:
        super().__init__()
        self.rooms = AllRooms(self)
        self.shown = screen
        self.exercises = self.opened = Opened()

    def on_mount(self) -> None:
        self.push_screen(Screen())
        self.push_screen(self.shown)


def keys_session(folder: Path, fold: int = 0) -> Session:
    """Two Keys at its opening."""
    return Session.create(folder / "keys.toml", load_scenario(KEYS), Terms(seed="7", fold=fold))


def nato_session(folder: Path) -> Session:
    return Session.create(folder / "nato.toml", load_scenario(NATO), Terms(seed="7", fold=6))


def play(session: Session, *moves: Move) -> LocalTable:
    """Makes moves at control's place; each must be allowed."""
    table = LocalTable(session)
    for move in moves:
        refusal = table.make_now(move)
        assert refusal is None, (move, refusal)
    return table


def keys_orders() -> list[Move]:
    """One turn's orders of Two Keys: a surprise, money, a free move argued, a text, an answer."""
    return [
        ADVANCE,
        m.Withdraw(seat="harrow", force="harrow-galleys", turn=1),
        m.Declare(seat="lyre", stance="friendship"),
        m.MakeFreeMove(
            seat="lyre", aim="The guilds pay for a chain of lamps", means="a levy", reasons=("rich", "near")
        ),
    ]


def nato_turn() -> list[Move]:
    """Turn 1 of the large scenario up to adjudication, with something of every kind in the queue."""
    return [
        ADVANCE,
        m.Withdraw(seat="washington", force="us-abct-pl", turn=1),
        m.Withdraw(seat="washington", force="us-2cr", turn=3),
        m.Declare(seat="washington", stance="conditionality"),
        m.Answer(seat="washington", inject="greenland-1", option="modest-package"),
        m.Answer(seat="nordic-baltic", inject="greenland-1", text="We talk about bases, and about bases only."),
        m.SetSpending(seat="berlin", member="de", share=2.9),
        m.Fund(seat="berlin", programme="c-arrc-light"),
        m.SetReadiness(seat="berlin", level=0.3),
        m.Backfill(seat="berlin", replacement="c-de-lith", replaces="us-abct-pl"),
        m.Fund(seat="warsaw", programme="c-pl-heavy", pays=15),
        m.SetReadiness(seat="warsaw", level=0.3),
        m.TableText(seat="secretary-general", kind="no-surprise"),
        m.TableText(seat="paris", kind="league-table"),
        m.BreakSilence(seat="warsaw", proposal="league-table", words="Not by name, not in public."),
        m.Declare(seat="paris", stance="solidarity"),
        m.MakeFreeMove(
            seat="warsaw",
            aim="Poland and the Baltic states announce a common border command within the half-year",
            means="a treaty between four parliaments and the staff that already sits in Elblag",
            reasons=("The staff exists and has exercised together", "All four parliaments have majorities for it"),
        ),
        m.Message(seat="warsaw", to="berlin", text="Will you lend the engineers?"),
        m.MakePromise(seat="berlin", to="warsaw", due=2, text="We lend them.", deed="assign de-rapid"),
    ]


def nato_arguments(session: Session) -> list[Move]:
    number = session.world.free_moves[0].ref
    return [
        m.Argue(seat="berlin", move=number, side="for", text="Our engineers would join"),
        m.Argue(seat="washington", move=number, side="against", text="It doubles a command that exists"),
        m.Argue(seat="paris", move=number, side="against", text="Parliaments do not hurry"),
        m.Estimate(seat="berlin", move=number, word="likely"),
        m.Estimate(seat="washington", move=number, word="unlikely"),
        m.Estimate(seat="paris", move=number, word="realistic possibility"),
        m.Estimate(seat="nordic-baltic", move=number, word="highly likely"),
        m.Seal(seat="washington", why="Home first", expect={"us-commitment": "down", "freed-resources": "up"})
        if "freed-resources" in session.world.scenario.tracks
        else m.Seal(seat="washington", why="Home first", expect={"us-commitment": "down"}),
        m.Seal(seat="berlin", why="Fill the gap early", expect={"deterrence/baltic": "up", "cohesion": "up"}),
        m.Seal(seat="warsaw", expect={"deterrence/baltic": "same"}),
        m.Note(
            seat="control", text="Berlin and Warsaw agreed at the coffee table.", kind="observation", about="berlin"
        ),
        m.Bookmark(seat="control", text="before red"),
    ]


def adjudicating(folder: Path) -> LocalTable:
    """The large scenario in turn 1's adjudication."""
    session = nato_session(folder)
    play(session, *nato_turn())
    return play(session, *nato_arguments(session), ADVANCE, RED, ADVANCE)


def reviewing(folder: Path) -> LocalTable:
    table = adjudicating(folder)
    ref = table.session.world.seats["washington"].orders[0].ref
    play(
        table.session,
        m.Rule(
            seat="control", item=ref, outcome="amend", effects=({"on": "trust", "add": -3.0},),
            public="The brigade stays until the spring", private="Congress would not fund the ships",
        ),
    )  # fmt: skip
    return play(table.session, m.Adjust(seat="control", what="cohesion", amount=1.5, reason="typed wrongly"), ADVANCE)


def played(folder: Path, turns: int = 4) -> LocalTable:
    table = reviewing(folder)
    for turn in range(2, turns + 1):
        play(table.session, ADVANCE, ADVANCE, m.Declare(seat="paris", stance="solidarity"))
        play(table.session, m.Withdraw(seat="washington", force="us-173", turn=min(8, turn + 2))) if turn == 2 else None
        play(table.session, m.Note(seat="control", text=f"Turn {turn} is slower.", about="paris"))
        if turn == 3:
            play(table.session, m.Declare(seat="berlin", stance="ambiguity"))
            play(table.session, m.Undo(seat="control", to=session_tip(table.session, 2)))
        play(table.session, ADVANCE, RED, ADVANCE, ADVANCE)
    return table


def forked(folder: Path) -> LocalTable:
    """Four turns, and a branch that leaves them in the second with a sudden exit."""
    table = played(folder, 4)
    session = table.session
    second = next(entry.n for entry in session.entries if entry.turn == 2 and entry.phase == "orders")
    session.fork_here(second)
    play(
        session,
        m.Withdraw(seat="washington", force="us-abct-de", turn=2),
        m.Declare(seat="berlin", stance="solidarity"),
    )
    for _ in range(3):
        play(session, ADVANCE, RED, ADVANCE, ADVANCE, ADVANCE, ADVANCE)
    return table


def session_tip(session: Session, back: int) -> int:
    return session.line[-back]


def main() -> None:
    from importlib import import_module

    name = sys.argv[1]
    folder = Path(tempfile.mkdtemp())
    make = {"adjudicate": adjudicating, "review": reviewing, "compare": forked}.get(name, played)
    table = make(folder)
    kind = getattr(import_module(f"tabletop.tui.screens.{name}"), f"{name.capitalize()}Screen")
    if name == "why":
        screen = kind(table, sys.argv[2] if len(sys.argv) > 2 else "deterrence/baltic")
    else:
        screen = kind(table)
    OneScreen(screen).run()


if __name__ == "__main__":
    main()
