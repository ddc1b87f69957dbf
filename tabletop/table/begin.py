"""New sessions from the screens: where they are saved and what they are called."""

import os
from datetime import date
from pathlib import Path

from tabletop.journal.opened import Terms, fresh_seed
from tabletop.journal.session import Session
from tabletop.journal.store.places import saves_folder
from tabletop.model.moves import Red, Start
from tabletop.model.scenario import Scenario
from tabletop.model.seats import CONTROL

PLAYER = "player"
"""Who has entered the start of a session that a player alone plays."""
_SOLO_TURNS = 3
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
    said = Path(name.strip())
    path = said if said.suffix == ".toml" else said.with_name(f"{said.name}.toml")
    return path if len(path.parts) > 1 else saves_folder() / path


def model_plays_red(session: Session) -> bool:
    """Whether the adversary was last played by the model without anybody being asked, as after taking over a demo."""
    made = (session.entries[n - 1] for n in reversed(session.line))
    last = next((entry for entry in made if isinstance(entry.move, Red)), None)
    return last is not None and last.entered_by == "bot"


def begin(scenario: Scenario, path: Path, terms: Terms) -> Session:
    """A new session on disk. Raises PlaceError."""
    return Session.create(path, scenario, terms)


def other_policy() -> str:
    """What plays the seats nobody has taken: the liveliest policy there is."""
    from tabletop.analysis.policies import POLICIES

    return next(policy for policy in (*_OTHERS, *POLICIES) if policy in POLICIES)


def begin_solo(scenario: Scenario, seat: str) -> Session:
    """Three turns, one seat played here, bots in the others. Raises PlaceError."""
    bots = dict.fromkeys(scenario.seats, f"bot:{other_policy()}")
    turns = _SOLO_TURNS if _SOLO_TURNS in scenario.lengths else min(scenario.lengths, default=scenario.turns)
    terms = Terms(seed=fresh_seed(), turns=turns, players=bots | {seat: "team"})
    session = begin(scenario, save_path(save_name(scenario.id, date.today())), terms)  # noqa: DTZ011  the room's own day
    session.make(Start(seat=CONTROL), PLAYER)
    return session


def seat_alone(session: Session) -> str:
    """The seat of a session that a player alone has begun, "" for any other: nobody sits there for control."""
    first = session.entries[0] if session.entries else None
    teams = [seat for seat, state in session.world.seats.items() if state.player == "team"]
    began = first is not None and isinstance(first.move, Start) and first.entered_by == PLAYER
    return teams[0] if began and len(teams) == 1 else ""
