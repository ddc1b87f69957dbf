"""Three real processes at one exercise: control's, a recorder's that only looks on, and the room's screen."""

from pathlib import Path

from tabletop.journal.session import Session
from tabletop.journal.store.inbox import inbox_path
from tests.e2e.terminal import Terminal
from tests.play import ROOT

STOPPED = "The exercise is stopped"


def test_notes_pauses_and_the_clock_go_from_terminal_to_terminal_and_survive_a_kill(tmp_path: Path) -> None:
    save = tmp_path / "x.toml"
    scenario = str(ROOT / "tests" / "scenarios" / "two-keys")

    with Terminal("play", scenario, "--save", str(save), "--seed", "7", cwd=tmp_path) as control:
        control.wait_for("0 moves on disk")
        with Terminal("public", str(save), cwd=tmp_path) as room, Terminal("resume", str(save), cwd=tmp_path) as other:
            room.wait_for("begins soon")
            other.wait_for("read-only")

            other.press("a")  # would be a form
            other.wait_for("Read-only here")
            other.press("n")
            other.wait_for("goes to control's terminal")
            other.press("heard in the room\r")
            control.wait_for("1 move on disk")

            control.press("H")
            for screen in (control, room, other):
                screen.wait_for(STOPPED)
            control.press("n")
            control.wait_for("Note: ")
            control.press("a door was locked\r")
            control.wait_for("Noted.")
            control.press(" ")
            control.wait_for("4 moves on disk")
            room.wait_for("The exercise begins.")

            control.press(" ")
            room.wait_for("· orders")
            control.press("c")
            control.wait_for("6 moves on disk")
            control.kill()
            other.press("n")
            other.wait_for("goes to whoever opens it next")
            other.press("after the kill\r")
            other.wait_for("It goes to whoever opens it next")

    with Terminal("resume", str(save), cwd=tmp_path) as again:
        again.wait_for("The clock was running")
        again.press("\x1b")
        again.wait_for("8 moves on disk")
        again.press("q")
        assert again.end() == 0

    assert not inbox_path(save).exists()
    with Session.open(save) as session:
        made = [(entry.move.do, entry.entered_by) for entry in session.entries]
        assert made == [
            ("note", "recorder"),
            ("pause", ""),
            ("note", ""),
            ("resume", ""),
            ("advance", ""),
            ("clock", ""),
            ("note", "recorder"),
            ("clock", ""),
        ]
        assert [session.entries[n].move.text for n in (0, 2, 6)] == [  # type: ignore[attr-defined]
            "heard in the room",
            "a door was locked",
            "after the kill",
        ]
        assert session.entries[-1].move.act == "stop"  # type: ignore[attr-defined]
