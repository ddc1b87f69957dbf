"""The example that ships: a whole day played from day.toml, on a fixed clock and fixed salts, into saves/example.toml.

`uv run python -m tests.golden.example` builds it anew, whenever rules or scenario have changed. Knows no screen.
"""

import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
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


def build(path: Path, day: Path = DAY, refusals: list[str] | None = None) -> Session:
    """Plays the day into a new save, still open when it returns. Raises AssertionError where a move is refused; with
    `refusals` it is written down there and left out."""
    table_of_day = tomllib.loads(day.read_text(encoding="utf-8"))
    clock = Clock(datetime.fromisoformat(table_of_day["begins"]).astimezone(UTC))
    salt = salts()
    terms = Terms(seed=table_of_day["seed"], fold=table_of_day["fold"])
    scenario = load_scenario(ROOT / "scenarios" / table_of_day["scenario"])
    session = Session.create(path, scenario, terms, now=clock, salt=lambda: next(salt))
    table = LocalTable(session)
    labels: dict[str, int] = {}
    for part in table_of_day["part"]:
        clock.set(part["at"])
        for line in part["moves"]:
            refusal = _play(table, line, labels)
            if refusal and not line.get("may"):
                sentence = f"day.toml, {part['at']}: {line}: {refusal}"
                assert refusals is not None, sentence
                refusals.append(sentence)
    return session


def _play(table: LocalTable, line: dict[str, Any], labels: dict[str, int]) -> str:
    """Why a move of the day is refused, "" when it is made."""
    move = {"seat": "control"} | {key: value for key, value in line.items() if key not in ("as", "may")}
    for key in _NUMBERS:
        if isinstance(move.get(key), str) and move[key].startswith("@"):
            if move[key][1:] not in labels:
                return f"the move {move[key]} was refused"
            move[key] = labels[move[key][1:]]
    if move["do"] == "note":
        move["seat"] = line.get("seat", "control")
    refusal = table.make_now(*read_envelope(move))
    if refusal is None and "as" in line:
        labels[line["as"]] = len(table.session.entries)
    return refusal.message if refusal else ""


def main() -> int:
    """Writes the example in place of the one before; says every move that is refused, and then leaves that as it is."""
    refusals: list[str] = []
    with TemporaryDirectory() as folder, build(Path(folder) / EXAMPLE.name, refusals=refusals) as session:
        if refusals:
            print("\n".join([*refusals, f"{len(refusals)} refused: {EXAMPLE.relative_to(ROOT)} stays as it is"]))
            return 1
        EXAMPLE.write_bytes(session.path.read_bytes())
        print(f"{len(session.entries)} moves, digest {session.digest}, {EXAMPLE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
