"""How a command line ends when something else than its input is at fault."""

import pytest

from tests.cli.said import run


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """`fork` raises the parameter."""
    from tabletop.cli import saves

    def raises(**_: object) -> None:
        raise request.param

    monkeypatch.setattr(saves.fork, "callback", raises)


@pytest.mark.parametrize("broken", [KeyboardInterrupt()], indirect=True)
@pytest.mark.usefixtures("broken")
def test_an_interrupted_command_ends_with_130() -> None:
    said = run("fork", "a", "--at", "1", "--save", "b")

    assert (said.code, said.out) == (130, "")


@pytest.mark.parametrize("broken", [RuntimeError("oh\nno")], indirect=True)
@pytest.mark.usefixtures("broken")
def test_a_mistake_of_ours_is_one_line_and_says_how_to_see_more(monkeypatch: pytest.MonkeyPatch) -> None:
    said = run("fork", "a", "--at", "1", "--save", "b")

    assert said.code == 1
    assert "mistake in tabletop" in said.err
    assert said.err.count("\n") == 1

    monkeypatch.setenv("TABLETOP_TRACE", "1")
    traced = run("fork", "a", "--at", "1", "--save", "b")

    assert traced.code == 1
    assert "Traceback" in traced.err


def test_help_lists_every_command() -> None:
    from tabletop.cli.main import COMMANDS

    said = run("--help")

    assert said.code == 0
    assert all(name in said.out for name in COMMANDS)


def test_every_command_explains_itself() -> None:
    from tabletop.cli.main import COMMANDS

    for name in COMMANDS:
        said = run(name, "--help")
        assert (said.code, said.err) == (0, ""), name
        assert said.out.startswith(f"Usage: tabletop {name}")
