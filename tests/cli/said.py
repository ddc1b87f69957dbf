"""Runs a command line in this process, and keeps what it said."""

import json
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

from attrs import frozen

from tabletop.cli.main import main

TWO_KEYS = str(Path(__file__).parents[1] / "scenarios" / "two-keys")


@frozen
class Said:
    """Exit code and what stood on stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(*args: str | Path) -> Said:
    """One command."""
    kept = BytesIO(), BytesIO()
    out, err = map(TextIOWrapper, kept)
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(arg) for arg in args])
        out.flush()
        err.flush()
    said = [stream.getvalue().decode() for stream in kept]
    return Said(code, *said)


def new(path: Path, *more: str) -> Path:
    """A fresh save of the small scenario."""
    said = run("new", TWO_KEYS, "--save", path, "--seed", "7", *more)
    assert (said.code, said.err) == (0, "")
    return path


def apply(save: Path, *moves: dict[str, Any]) -> Said:
    """Moves as a JSON-lines file beside the save."""
    file = save.with_name(f"{save.name}.moves.jsonl")
    file.write_text("\n".join(json.dumps(move) for move in moves), encoding="utf-8")
    return run("apply", save, file, "--json")


def control(do: str, **fields: Any) -> dict[str, Any]:
    return {"seat": "control", "do": do, **fields}


ADVANCE = control("advance")
RED = control("red", source="model")
WITHDRAW = {"seat": "harrow", "do": "withdraw", "force": "harrow-galleys", "turn": 2}
SPEND = {"seat": "lyre", "do": "set-spending", "member": "ly", "share": 2.6}


def a_turn(*orders: dict[str, Any]) -> list[dict[str, Any]]:
    """From a turn's brief to the brief of the next."""
    return [ADVANCE, *orders, ADVANCE, RED, ADVANCE, ADVANCE, ADVANCE]
