"""Saves as the start screen lists them: found by name at once, read later."""

from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
from os import W_OK, access
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from tabletop.errors import TabletopError
from tabletop.journal.store.places import known_scenarios, saves_folder

if TYPE_CHECKING:
    from tabletop.model.scenario import Scenario

_MOST = 12
_SCORES = 4
EXAMPLE = "example.toml"


@frozen
class SaveSummary:
    """A save. `date`: last written, local day. `turn`: "T3/8 orders"; `scores` a short line, once `complete`."""

    path: Path
    date: str
    turn: str = ""
    scores: str = ""
    trouble: str = ""
    complete: bool = False


def folder_beside(path: Path) -> Path:
    """Where files made from a save go: its own folder where that can be written to, else where saves go."""
    beside = path.parent
    return beside if access(beside, W_OK) else saves_folder()


def newest_saves() -> list[SaveSummary]:
    """The newest saves in the folder, newest first; none of them is opened."""
    folder = saves_folder()
    try:
        paths = [path for path in folder.glob("*.toml") if path.is_file() and path.name != EXAMPLE]
        dated = sorted(((path.stat().st_mtime, path) for path in paths), reverse=True)
    except OSError:
        return []
    days = ((path, datetime.fromtimestamp(when, UTC).astimezone()) for when, path in dated[:_MOST])
    return [SaveSummary(path, day.strftime("%Y-%m-%d")) for path, day in days]


def read_save(summary: SaveSummary, scenarios: Mapping[str, "Scenario"]) -> SaveSummary:
    """Reads a save's turn and its last recorded scores, by the names that its scenario gives them. Slow: meant for a
    worker."""
    from tabletop.journal.store.save_toml import load
    from tabletop.words.names import score_name

    try:
        save = load(summary.path)
    except (TabletopError, OSError) as wrong:
        problem = wrong.problem if isinstance(wrong, TabletopError) else str(wrong)
        return evolve(summary, trouble=problem, complete=True)
    last = save.entries[-1] if save.entries else None
    turn = f"T{last.turn}/{save.header.turns}" if last else f"T1/{save.header.turns}"
    scored = next((entry.scores for entry in reversed(save.entries) if entry.scores), {})
    scenario = scenarios.get(save.header.scenario)
    known = [name for name in scored if "/" not in name] if scenario else []
    words = [f"{score_name(scenario, name)} {scored[name]:.0f}" for name in known if scenario][:_SCORES]
    return evolve(summary, turn=turn, scores=" · ".join(words), trouble=save.fault, complete=True)


def example_save() -> Path | None:
    """The finished session that ships: in saves/ here, in the package, or beside it."""
    package = Path(str(files("tabletop")))
    for folder in (Path("saves"), package / "saves", package.parent / "saves"):
        if (folder / EXAMPLE).is_file():
            return folder / EXAMPLE
    return None


__all__ = ["EXAMPLE", "SaveSummary", "example_save", "known_scenarios", "newest_saves", "read_save", "saves_folder"]
