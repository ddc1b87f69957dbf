"""The command line gives the terminal no orders, whatever stands in a save, a move, a name or an argument."""

import ast
from pathlib import Path

import pytest

from tests.cli.said import Said, run
from tests.hostile import BRACKETS, ORDERS, RAW, hostile_session

EVIL_NAME = "e\x1b[2J\x9b\u202e.toml"
CLI = Path(__file__).parents[2] / "tabletop" / "cli"


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A save with a hostile name, full of hostile words."""
    path = tmp_path_factory.mktemp("evil") / EVIL_NAME
    hostile_session(path).close()
    return path


def raw(said: Said) -> set[str]:
    return {ascii(found) for found in RAW.findall(said.out + said.err)}


def test_every_command_prints_hostile_words_without_a_control_character(evil: Path, tmp_path: Path) -> None:
    done = [
        run("explain", evil, "trust"),
        run("explain", evil, "trust", "--json"),
        run("compare", evil, evil),
        run("compare", evil, "--branches"),
        run("replay", evil, "--json"),
        run("check", evil),
        run("export", evil, "--to", tmp_path / "out\x1b[2J"),
        run("export", evil, "--to", tmp_path / "json", "--json"),
        run("fork", evil, "--at", "3", "--save", tmp_path / f"fork {EVIL_NAME}"),
        run("simulate", "--from", evil, "--runs", "1", "--workers", "1"),
        run("redact", evil.with_name(EVIL_NAME), "--entry", "999"),
    ]

    assert [raw(said) for said in done] == [set()] * len(done)
    assert all(bracket in done[0].out for bracket in BRACKETS)


@pytest.mark.parametrize("order", ORDERS, ids=ascii)
def test_what_is_refused_is_repeated_without_a_control_character(order: str, tmp_path: Path, evil: Path) -> None:
    moves = tmp_path / f"m{order.replace(chr(0), '')}.jsonl"
    moves.write_text('{"seat": "control", "do": "x\\u001b]0;x\\u0007\\u009b"}\n', encoding="utf-8")

    argument = order.replace("\0", "")
    done = [
        run("apply", evil, moves),
        run("apply", evil, moves, "--json"),
        run(f"fo{argument}rk"),
        run("fork", f"--{argument}bogus"),
        run("explain", evil, f"trust{argument}"),
        run("check", f"nowhere{argument}"),
        run("new", f"nobody{argument}", "--save", tmp_path / "x.toml"),
        run("simulate", "nato-3-0", "--policy", f"p{argument}", "--runs", "1"),
        run("explain", evil, "trust", "--turn", f"x{argument}"),
    ]

    assert [raw(said) for said in done] == [set()] * len(done)
    assert all(said.code for said in done)


def test_only_one_module_writes_to_the_terminal() -> None:
    for path in CLI.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if path.name != "say.py":
                assert called not in ("print", "click.echo", "click.secho", "click.progressbar", "sys.stdout.write"), (
                    path
                )
