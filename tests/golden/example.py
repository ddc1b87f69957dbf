"""The example that ships: a whole day played from day.toml, on a fixed clock and fixed salts, into saves/example.toml.

`uv run python -m tests.golden.example` builds it anew, whenever rules or scenario have changed. Knows no screen.
"""

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves.table import read_envelope
from tabletop.scenario.load import load_scenario
from tabletop.table.local import LocalTable

ROOT = Path(__file__).parents[2]
DAY = Path(__file__).with_name("day.toml")
EXAMPLE = ROOT / "saves" / "example.toml"
#: Fields that name another move: by its label in the day, "@label".
_NUMBERS = ("item", "move", "promise", "to", "entry")
_PACE = timedelta(seconds=20)


class Clock:
    """The time of the day being played; each reading is a little later. UTC."""

    def __init__(self, begins: datetime) -> None:
        self.day = begins
        self.now = begins

    def set(self, at: str) -> None:
        hour, minute = at.split(":")
        self.now = max(self.now, self.day.replace(hour=int(hour), minute=int(minute)))

    def __call__(self) -> str:
        self.now += _PACE
        return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")


def salts() -> Iterator[str]:
    """The same salts on every run."""
    n = 0
    while True:
        n += 1
        yield sha256(f"example {n}".encode()).hexdigest()[:32]


def build(path: Path, day: Path = DAY) -> Session:
    """Plays the day into a new save, still open when it returns. Raises AssertionError where a move is refused."""
    told = tomllib.loads(day.read_text(encoding="utf-8"))
    clock = Clock(datetime.fromisoformat(told["begins"]).astimezone(UTC))
    salt = salts()
    terms = Terms(seed=told["seed"], fold=told["fold"])
    scenario = load_scenario(ROOT / "scenarios" / told["scenario"])
    session = Session.create(path, scenario, terms, now=clock, salt=lambda: next(salt))
    table = LocalTable(session)
    labels: dict[str, int] = {}
    for part in told["part"]:
        clock.set(part["at"])
        for written in part["moves"]:
            _play(table, written, labels, part["at"])
    return session


def _play(table: LocalTable, written: dict[str, Any], labels: dict[str, int], at: str) -> None:
    move = {"seat": "control"} | {key: value for key, value in written.items() if key not in ("as", "may")}
    for key in _NUMBERS:
        if isinstance(move.get(key), str) and move[key].startswith("@"):
            move[key] = labels[move[key][1:]]
    if move["do"] == "note":
        move["seat"] = written.get("seat", "control")
    made, entered_by, sender = read_envelope(move)
    refused = table.make_now(made, entered_by, sender)
    if refused and written.get("may"):
        return
    assert refused is None, f"day.toml, {at}: {written}: {refused}"
    if "as" in written:
        labels[written["as"]] = len(table.session.entries)


def main() -> None:
    """Writes the example in place of the one before."""
    EXAMPLE.unlink(missing_ok=True)
    with build(EXAMPLE) as session:
        print(f"{len(session.entries)} moves, digest {session.digest}, {EXAMPLE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
