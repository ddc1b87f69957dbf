"""The public display's own feed: a small file beside the save, and all that the display's process ever reads.

A feed holds always `now`, and the `scene` that was pushed, or none when the screen is blank; `after` is the word
(STARTEX, ENDEX) that stood when that was pushed, and fills the display no more. What doesn't look so is no feed: a
display keeps what it showed last.
"""

import json
from math import isfinite
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from tabletop.errors import PlaceError, SaveError
from tabletop.files.disk import OPEN, put, read, real, reason

FORMAT: Final = 3
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


@frozen
class _Maybe:
    """A number or nothing."""

    number: _Number

    def fits(self, value: object) -> bool:
        return value is None or self.number.fits(value)


_POINTS, _COUNT, _SECONDS = _Number(-1000, 1000), _Number(0, 10_000), _Number(-1e12, 1e12)
_THEATRE: Final = {
    "id": str,
    "name": str,
    "members": [str],
    "lon": _Number(-180, 180),
    "lat": _Number(-90, 90),
    "value": _POINTS,
    "margin": _POINTS,
    "change": _POINTS,
    "crisis": bool,
}
_NOW: Final = dict.fromkeys(("marking", "caveat", "title", "state", "word", "period", "phase"), str) | {
    "turn": _COUNT,
    "turns": _COUNT,
    "lamps": [{"name": str, "sealed": bool}],
}
_PARTS: Final = _POINTS, _POINTS, _POINTS
_CARRIED: Final = {"names": (str, str, str), "half": _POINTS, "parts": _PARTS}
SHAPES: Final = {
    "welcome": {"title": str, "question": str, "seats": [str]},
    "map": {"bands": bool, "theatres": [_THEATRE], "carried": _CARRIED},
    "inject": {"title": str, "text": [str], "sender": str, "asked": [str], "settled": bool,
               "options": [{"text": str, "by": [str]}]},
    "argument": {"move": _COUNT, "who": str, "aim": str, "means": str, "reasons": [str], "counters": [str],
                 "odds": _Maybe(_POINTS), "rolled": _Maybe(_POINTS), "grade": str, "good": bool, "public": str},
    "story": {"of": _COUNT, "sentences": [str]},
    "moved": {"of": _COUNT, "rows": [{"name": str, "margin": bool, "before": _POINTS, "now": _POINTS,
                                      "change": _POINTS, "better": str, "cause": str}]},
    "why": {"name": str, "of": _COUNT, "before": _POINTS, "now": _POINTS, "better": str,
            "rows": [{"words": str, "amount": _POINTS, "rest": bool}]},
    "ribbon": _CARRIED | {"rows": [{"turn": _COUNT, "period": str, "parts": _PARTS}], "periods": [str]},
    "replay": {"bands": bool, "theatres": [_THEATRE],
               "frames": [{"turn": _COUNT, "period": str, "margins": [_POINTS], "values": [_POINTS]}]},
    "compare": {"name": str, "lines": [{"name": str, "values": [_POINTS]}]},
    "ahead": {"words": str, "name": str, "past": [_POINTS], "low": [_POINTS], "middle": [_POINTS], "high": [_POINTS],
              "against": [_POINTS], "labels": [str]},
    "poster": {"title": str, "played": _COUNT, "planned": _COUNT, "lines": [str], "before": _PARTS, "carried": _CARRIED,
               "theatres": [{"name": str, "margin": _POINTS, "change": _POINTS, "crisis": bool}], "told": bool,
               "reached": [{"name": str, "points": _Maybe(_POINTS), "counted": _POINTS}]},
    "hotwash": {"seats": [{"name": str, "lines": [str]}]},
    "reveal": {"seats": [{"name": str, "objectives": [{"title": str, "points": _POINTS, "secret": bool}]}]},
}  # fmt: skip
"""What each scene has beside its kind and the turn in which it was pushed."""
_SCENE: Final = {"kind": str, "turn": _COUNT, "period": str}


def feed_path(save: str | Path) -> Path:
    """NAME.public.json beside NAME.toml; a feed's own path stays as it is."""
    path = real(Path(save))
    if path.name.endswith(".public.json"):
        return path
    return path.with_name(f"{path.name.removesuffix('.toml')}.public.json")


def write_feed(path: Path, record: str, now: Feed, scene: Feed | None = None, after: str = "") -> None:
    """Puts a feed in the place of the last, whole or not at all. `record`: when that was begun; without a scene the
    screen is blank. Raises PlaceError."""
    feed = {"format": FORMAT, "begun": record, "now": now, "after": after} | ({"scene": scene} if scene else {})
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
    if not (isinstance(feed, dict) and feed.get("format") == FORMAT):
        return False
    if not _fits(feed, {"begun": str, "now": _NOW, "after": str}) or not _clock_fits(feed["now"]):
        return False
    scene = feed.get("scene")
    return scene is None or (_fits(scene, _SCENE) and _fits(scene, SHAPES.get(scene["kind"])))


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
        case tuple():
            return isinstance(value, list) and len(value) == len(shape) and all(map(_fits, value, shape))
        case _Number() | _Maybe():
            return shape.fits(value)
        case type():
            return isinstance(value, shape)
        case _:
            return False
