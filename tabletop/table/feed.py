"""The public display's own feed: a small file beside the save, made from what the public may see. Never the save.

`prepared` makes the picture; `push` puts it there; `blank` takes it away; `tell_clock` changes the clock alone. The
reader (`read_feed`) knows nothing but this file.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tabletop.errors import PlaceError
from tabletop.journal.disk import OPEN, put, read, real, reason
from tabletop.rules.deterrence import scores
from tabletop.table.port import View

FORMAT = 1
Feed = dict[str, Any]


def feed_path(save: str | Path) -> Path:
    """NAME.public.json beside NAME.toml; a feed's own path stays as it is."""
    path = real(Path(save))
    if path.name.endswith(".public.json"):
        return path
    return path.with_name(f"{path.name.removesuffix('.toml')}.public.json")


def prepared(view: View, headlines: Sequence[str], *, bands: bool = True) -> Feed:
    """The picture of a public view: figures, what is open, the story. Raises ValueError for any other place's view."""
    if view.who != "public":
        raise ValueError(f"the feed is made from the public's view, not from {view.who}'s")
    world = view.world
    scenario = world.scenario
    now = scores(world)
    opened = {name for name, state in world.injects.items() if state.state.value in ("delivered", "seen", "answered")}
    return {
        "format": FORMAT,
        "shown": True,
        "marking": view.marking,
        "caveat": view.caveat,
        "title": scenario.title,
        "aim": scenario.exercise.aim,
        "turn": world.turn,
        "turns": world.turns,
        "period": world.period,
        "phase": world.phase.value,
        "state": world.state.value,
        "sealed": [seat.name for seat in world.seats.values() if seat.sealed],
        "bands": bands,
        "theatres": [
            {
                "id": theatre,
                "name": spec.short or spec.name,
                "members": list(spec.members),
                "lon": spec.lon,
                "lat": spec.lat,
                "value": now[f"deterrence/{theatre}"],
                "margin": now[f"margin/{theatre}"],
                "change": now[f"deterrence/{theatre}"] - _since(view, f"deterrence/{theatre}", now),
                "crisis": any(
                    scenario.injects[name].theatre == theatre for name in opened if name in scenario.injects
                ),
            }
            for theatre, spec in scenario.theatres.items()
        ],
        "figures": [
            {"id": score, "name": name, "value": now[score], "change": now[score] - _since(view, score, now),
             "better": better}
            for score, name, better in _figures(view)
        ],
        "headlines": list(headlines),
        "open": [scenario.injects[name].title for name in world.injects if name in opened and name in scenario.injects],
    }  # fmt: skip


def push(path: Path, picture: Feed, clock: Feed | None) -> None:
    """Puts a picture on the public display. Raises PlaceError."""
    _write(path, picture | {"clock": clock})


def blank(path: Path, marking: str) -> None:
    """Leaves nothing on the public display but the marking. Raises PlaceError."""
    _write(path, {"format": FORMAT, "shown": False, "marking": marking})


def tell_clock(path: Path, clock: Feed | None, state: str) -> None:
    """Changes clock and state of what is shown; without a picture nothing happens. Raises PlaceError."""
    feed = read_feed(path)
    if feed and feed.get("shown") and (feed.get("clock"), feed.get("state")) != (clock, state):
        _write(path, feed | {"clock": clock, "state": state})


def clock_feed(left: float | None, running: bool, wall: float) -> Feed | None:
    """The clock as a feed carries it: `ends`, seconds of the wall clock, while it runs; else `left`."""
    if left is None:
        return None
    return {"ends": round(wall + left, 1)} if running else {"left": round(left, 1)}


def read_feed(path: Path) -> Feed | None:
    """What the display shall show, None where nothing was ever pushed or it can't be read."""
    try:
        told = json.loads(read(path))
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) and told.get("format") == FORMAT else None


def _figures(view: View) -> list[tuple[str, str, str]]:
    scenario = view.world.scenario
    own = f"{scenario.names.own[:1].upper()}{scenario.names.own[1:]} share"
    told = [("deterrence", "Deterrence", "high"), (scenario.names.share, own, "high")]
    return told + [(track, spec.name, spec.better) for track, spec in scenario.tracks.items()]


def _since(view: View, score: str, now: dict[str, float]) -> float:
    """The score at the end of the turn before the last."""
    past = [value for told in view.world.history if isinstance(value := told.get(score), float | int)]
    return past[-2] if len(past) > 1 else past[0] if past else now[score]


def _write(path: Path, feed: Feed) -> None:
    try:
        put(path, json.dumps(feed, ensure_ascii=False, indent=1).encode(), OPEN)
    except OSError as why:
        raise PlaceError(f"the public feed can't be written: {reason(why)}", place=str(path)) from None
