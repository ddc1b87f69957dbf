"""Saves of the first edition, as the tabletop of that time wrote them, and what a plain TOML reader finds in them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "golden"
OLDEST = FOLDER / "rules-2026.2.toml"
#: Four turns of Two Keys, with a surprise, a roll, a ruling, an undo, an inject of control's own.
SMALL = FOLDER / "rules-2026.3.toml"
#: The example of the first edition: a whole day of NATO 3.0.
WHOLE = FOLDER / "example-2026.3.toml"
SAVES = (OLDEST, SMALL, WHOLE)
SAYS = {
    OLDEST: "played under rules 2026.2 by tabletop 0.1, which plays it on; here it is a record",
    SMALL: "played under rules 2026.3 by tabletop 0.1, which plays it on; here it is a record",
    WHOLE: "played under rules 2026.3 by tabletop 0.1, which plays it on; here it is a record",
}
#: Lines that each place could read there, as the first edition counted them.
TOLD = {
    SMALL: {"control": 43, "public": 36, "harrow": 37, "lyre": 38, "herald": 36},
    WHOLE: {
        "control": 372,
        "public": 315,
        "washington": 327,
        "berlin": 319,
        "paris": 319,
        "nordic-baltic": 324,
        "warsaw": 319,
        "ankara": 315,
        "secretary-general": 320,
    },
}


@cache
def entries(path: Path) -> list[dict[str, Any]]:
    """Its entries as any reader of TOML has them."""
    read: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["entry"]
    return read


def by_turn(path: Path) -> dict[int, dict[str, float]]:
    """What it recorded at the end of each turn, of an undone end and its repetition the later."""
    return {int(each["phase"].split("/")[0]): each["scores"] for each in entries(path) if "scores" in each}
