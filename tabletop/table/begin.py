"""New exercises from the screens: on which terms, where they are saved and what they are called."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from tabletop.journal.opened import Terms, fresh_seed
from tabletop.journal.session import Session
from tabletop.journal.store.places import saves_folder
from tabletop.model.moves import Start
from tabletop.model.scenario import Scenario
from tabletop.model.seats import CONTROL, POLICIES
from tabletop.table.exercise import Exercise
from tabletop.table.unmanned import PLAYER

SOLO_TURNS: Final = 3
"""Turns of a seat taken at once, where the scenario has that length."""
_OTHERS = "step-by-step", "status-quo"


def save_name(scenario: str, today: date) -> str:
    """A free name like "nato-3-0-2026-11-25-1"."""
    folder = saves_folder()
    n = 1
    while os.path.exists(folder / f"{scenario}-{today.isoformat()}-{n}.toml"):  # never raises
        n += 1
    return f"{scenario}-{today.isoformat()}-{n}"


def save_path(name: str) -> Path:
    """The file of a save by the name a person typed: a bare name goes to the folder of saves."""
    path = Path(name.strip())
    path = path if path.suffix == ".toml" else path.with_name(f"{path.name}.toml")
    return path if len(path.parts) > 1 else saves_folder() / path


def new_exercise(
    scenario: Scenario,
    name: str,
    *,
    seed: str = "",
    turns: int = 0,
    players: Mapping[str, str] | None = None,
    fold: int = 0,
    without: tuple[str, ...] = (),
    minutes: Mapping[str, float] | None = None,
) -> Exercise:
    """A new exercise on disk, saved under a name that a person typed. `turns`: 0 for the scenario's own. `players`:
    seats that are not played here. `minutes`: by phase, where they are not the scenario's. Raises TabletopError."""
    terms = Terms(seed=seed or fresh_seed(), turns=turns, players=dict(players or {}), fold=fold, without=without,
                  minutes=dict(minutes or {}))  # fmt: skip
    return Exercise(Session.create(save_path(name), scenario, terms))


def other_policy() -> str:
    """What plays the seats nobody has taken: the liveliest policy there is."""
    return next(policy for policy in (*_OTHERS, *POLICIES) if policy in POLICIES)


def begin_solo(scenario: Scenario, seat: str, *, turns: int = 0, others: str = "mixed", seed: str = "") -> Exercise:
    """One seat played here, bots of one policy in the others. `turns`: 0 for a short session. Raises TabletopError."""
    bots = dict.fromkeys(scenario.seats, f"bot:{others if others in POLICIES else other_policy()}")
    short = SOLO_TURNS if SOLO_TURNS in scenario.lengths else min(scenario.lengths, default=scenario.turns)
    today = date.today()  # noqa: DTZ011  the room's own day
    players = bots | {seat: "team"}
    exercise = new_exercise(scenario, save_name(scenario.id, today), seed=seed, turns=turns or short, players=players)
    exercise.session.make(Start(seat=CONTROL), PLAYER)
    return exercise


__all__ = ["SOLO_TURNS", "begin_solo", "fresh_seed", "new_exercise", "other_policy", "save_name", "save_path"]
