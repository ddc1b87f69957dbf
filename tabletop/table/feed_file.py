"""The public display's own feed: a small file beside the save, and all that the display's process ever reads.

A feed holds `welcome` before the first push, `picture` as it was pushed, or neither when the screen is blank, and
always `now`. What doesn't look so is no feed: a display keeps what it showed last.
"""

import json
from math import isfinite
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from tabletop.errors import PlaceError, SaveError
from tabletop.files.disk import OPEN, put, read, real, reason

FORMAT: Final = 2
Feed = dict[str, Any]


@frozen
class _Number:
    """A number from `least` to `most`."""

    least: float
    most: float

    def fits(self, value: object) -> bool:
        if not isinstance(value, int | float) or isinstance(value, bool):
            return False
        return isfinite(value) and self.least <= value <= self.most


_POINTS, _COUNT, _SECONDS = _Number(-1000, 1000), _Number(0, 10_000), _Number(-1e12, 1e12)
_FIGURE: Final = {"id": str, "name": str, "value": _POINTS, "change": _POINTS}
_THEATRE: Final = _FIGURE | {
    "members": [str],
    "lon": _Number(-180, 180),
    "lat": _Number(-90, 90),
    "margin": _POINTS,
    "crisis": bool,
}
_NOW: Final = dict.fromkeys(("marking", "caveat", "state", "word", "period", "phase"), str) | {
    "turn": _COUNT,
    "turns": _COUNT,
}
_WELCOME: Final = {"title": str, "question": str, "seats": [str]}
_PICTURE: Final = {
    "title": str,
    "turn": _COUNT,
    "bands": bool,
    "theatres": [_THEATRE],
    "figures": [_FIGURE | {"better": str}],
    "headlines": [str],
    "open": [str],
}


def feed_path(save: str | Path) -> Path:
    """NAME.public.json beside NAME.toml; a feed's own path stays as it is."""
    path = real(Path(save))
    if path.name.endswith(".public.json"):
        return path
    return path.with_name(f"{path.name.removesuffix('.toml')}.public.json")


def write_feed(path: Path, record: str, now: Feed, **content: Feed) -> None:
    """Puts a feed in the place of the last, whole or not at all. `record`: when that was begun. Raises PlaceError."""
    feed = {"format": FORMAT, "begun": record, "now": now} | content
    try:
        put(path, json.dumps(feed, ensure_ascii=False, indent=1).encode(), OPEN)
    except OSError as why:
        raise PlaceError(f"the public feed can't be written: {reason(why)}", place=str(path)) from None


def read_feed(path: Path) -> Feed | None:
    """What the display shall show; None where there is nothing. Raises SaveError for what is no feed."""
    try:
        feed: Feed = json.loads(read(path))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        raise SaveError("the public feed can't be read", place=path.name, hint="push again") from None
    if not _is_feed(feed):
        raise SaveError("this is no public feed", place=path.name, hint="push again")
    return feed


def _is_feed(feed: Any) -> bool:
    if not (isinstance(feed, dict) and feed.get("format") == FORMAT and _fits(feed, {"begun": str, "now": _NOW})):
        return False
    shapes = {"welcome": _WELCOME, "picture": _PICTURE}
    return _clock_fits(feed["now"]) and all(_fits(feed[key], shapes[key]) for key in shapes if key in feed)


def _clock_fits(now: Feed) -> bool:
    clock = now.get("clock")
    if clock is None:
        return True
    return any(_fits(clock, {"planned": _SECONDS, key: _SECONDS}) for key in ("ends", "left"))


def _fits(value: object, shape: object) -> bool:
    """Whether a value of JSON looks as it should."""
    match shape:
        case dict():
            return isinstance(value, dict) and all(key in value and _fits(value[key], shape[key]) for key in shape)
        case [each]:
            return isinstance(value, list) and all(_fits(one, each) for one in value)
        case _Number():
            return shape.fits(value)
        case type():
            return isinstance(value, shape)
        case _:
            return False
