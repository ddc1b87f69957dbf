"""The plug is pulled while the screens run: what the screen had acknowledged is there when the session is resumed."""

from pathlib import Path

from tabletop.journal.session import Session
from tests.e2e.terminal import Terminal
from tests.play import ROOT


def test_a_killed_exercise_resumes_with_every_move_that_was_acknowledged(tmp_path: Path) -> None:
    save = tmp_path / "x.toml"
    scenario = str(ROOT / "scenarios" / "nato-3-0")

    with Terminal("play", scenario, "--save", str(save), "--seed", "7", "--fold", "6", cwd=tmp_path) as screen:
        screen.wait_for("0 moves on disk")
        screen.press(" ")
        screen.wait_for("1 move on disk")
        for n in (2, 3):
            screen.press("c")  # the clock starts and stops
            screen.wait_for(f"{n} moves on disk")
        screen.kill()

    with Terminal("resume", str(save), cwd=tmp_path) as screen:
        screen.wait_for("3 moves on disk")
        screen.press("c")
        screen.wait_for("4 moves on disk")
        screen.press("q")
        assert screen.end() == 0
    with Session.open(save) as session:
        assert [entry.move.do for entry in session.entries] == ["advance", "clock", "clock", "clock"]
        assert (session.notices, session.read_only, session.world.phase.value) == ((), False, "orders")
