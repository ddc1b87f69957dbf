"""Terminals with too little: one line says what is missing and what there is."""

from pathlib import Path

from tests.e2e.terminal import Terminal
from tests.play import ROOT

SMALL = str(ROOT / "tests" / "scenarios" / "two-keys")


def test_a_dumb_terminal_is_told_in_one_line_what_works_there(tmp_path: Path) -> None:
    with Terminal("play", SMALL, "--save", "x.toml", cwd=tmp_path, term="dumb") as screen:
        screen.wait_for("explain, compare, replay --json, apply and export work here")
        assert screen.end() == 1
    assert not (tmp_path / "x.toml").exists()


def test_a_board_in_44_columns_says_what_it_needs_and_goes_on_when_it_is_left(tmp_path: Path) -> None:
    with Terminal("play", SMALL, "--save", "x.toml", cwd=tmp_path, size=(44, 24)) as screen:
        screen.wait_for("tabletop needs 80x24, has 44x24")
        screen.press("\x11")
        assert screen.end() == 0
