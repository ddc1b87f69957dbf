"""A copy of a scenario in which every id and name is another: what still works knows none of the old ones."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tomli_w

from tabletop.model.figures.glossary import FIGURES

#: Files that hold one kind of thing each, by id.
_BY_FILE = {
    "regions": "shire",
    "theatres": "vale",
    "seats": "house",
    "posts": "chair",
    "injects": "news",
    "texts": "scroll",
    "forces": "band",
    "programmes": "work",
}
#: Tables of scenario.toml that do.
_BY_TABLE = {
    "areas": "craft", "tracks": "dial", "stances": "tone", "ways": "road",
    "kinds": "sort", "readiness": "shift", "edges": "brink",
}  # fmt: skip
#: Tables whose keys are ids.
_KEYED = {
    *("capability", "presence", "requirement", "low", "high", "grounds", "weights", "plans", "reach", "home", "lent"),
    *("join", "bots", *_BY_TABLE),
}
_PATH = re.compile(r"[a-z0-9/-]+(?: (?:[<>!]?=|[<>]) \S+| [+-][\d.]+(?: for \d+)?)?")
#: Words that paths of figures begin with, which a mode of travel may be called by too.
_HEADS = {figure.head for figure in FIGURES.values()}
#: Keys whose values are words of the format, though ids may be called so too.
_WORDS = ("rule", "better", "confidence", "fiscal_room")
_SHOWN = ("name", "short", "title")

Files = dict[str, dict[str, Any]]
Ids = dict[str, str]


def read(folder: Path) -> Files:
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))}


def write(files: Files, folder: Path) -> Path:
    folder.mkdir()
    for name, table in files.items():
        (folder / f"{name}.toml").write_text(tomli_w.dumps(table), encoding="utf-8")
    return folder


def renamed(files: Files) -> tuple[Files, Ids]:
    """The files with other ids and shown names, and the new id of each old one. Members keep their country's code."""
    ids: Ids = {}
    for name, stem in _BY_FILE.items():
        ids |= {old: f"z-{stem}-{n}" for n, old in enumerate(files[name], start=1)}
    for table, stem in _BY_TABLE.items():
        ids |= {old: f"z-{stem}-{n}" for n, old in enumerate(files["scenario"][table], start=1)}
    modes = dict.fromkeys(mode for region in files["regions"].values() for mode in region["plans"])
    ids |= {old: f"z-gait-{n}" for n, old in enumerate(modes, start=1) if old not in _HEADS}
    names = files["scenario"]["names"]
    ids |= {names["share"]: "z-part", names["personnel"]: "z-people", files["scenario"]["id"]: "z-scenario"}
    made = {name: _table(table, ids, keyed=name in _BY_FILE) for name, table in files.items()}
    made["scenario"] |= {"title": "Zeta", "names": made["scenario"]["names"] | {"own": "Zenith", "adversary": "Zero"}}
    made["red"]["name"] = "Zero"
    return made, ids


def _table(table: dict[str, Any], ids: Ids, *, keyed: bool, above: str = "") -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in table.items():
        key_now = ids.get(key, key) if keyed else key
        inner = key in _KEYED or (key in ("names", "briefs") and above.isdigit())
        made[key_now] = (
            value if key in _WORDS else _shown(key, value, table) or _value(value, ids, keyed=inner, above=key)
        )
    return made


def _shown(key: str, value: Any, table: dict[str, Any]) -> str:
    """A new name for what people read, "" for anything else. Members keep theirs."""
    if key not in _SHOWN or not isinstance(value, str) or "gdp" in table:
        return ""
    return "Z" + "".join(chr(ord("a") + (ord(c) - ord("a") + 13) % 26) if c.islower() else c for c in value)


def _value(value: Any, ids: Ids, *, keyed: bool, above: str) -> Any:
    if isinstance(value, dict):
        return _table(value, ids, keyed=keyed, above=above)
    if isinstance(value, list):
        return [_value(item, ids, keyed=keyed, above=above) for item in value]
    if isinstance(value, str) and _PATH.fullmatch(value):
        return " ".join("/".join(ids.get(piece, piece) for piece in word.split("/")) for word in value.split(" "))
    return value


_GONE = ("chain/", "inject/greenland")


def without(files: Files, gone: Callable[[str], bool]) -> Files:
    """The files without some injects and whatever speaks of them."""
    injects = {name: _asking(spec) for name, spec in files["injects"].items() if not gone(name)}
    return files | {"injects": injects, "seats": {name: _seat(spec) for name, spec in files["seats"].items()}}


def _asking(spec: dict[str, Any]) -> dict[str, Any]:
    """An inject without what it asks of them."""
    asked = [condition for condition in spec.get("when", ()) if not condition.startswith(_GONE)]
    return spec | {"when": asked} if "when" in spec else spec


def _seat(spec: dict[str, Any]) -> dict[str, Any]:
    """A seat whose objectives on a chain of injects measure the alliance's first gauge instead."""
    return spec | {"objectives": [_objective(each) for each in spec["objectives"]]}


def _objective(each: dict[str, Any]) -> dict[str, Any]:
    """An objective, and what it is in a short session."""
    short = {"short": [_objective(other) for other in each["short"]]} if "short" in each else {}
    return each | {"parts": [_part(part) for part in each["parts"]]} | short


def _part(part: dict[str, Any]) -> dict[str, Any]:
    if all(not path.startswith(_GONE) for path in part["paths"]):
        return part
    return {"paths": ["least-deterrence"], "when": "final", "floor": 30, "target": 45}


def shortened(files: Files, turns: int) -> Files:
    """The files for fewer turns: what is measured from a later turn on is measured from the last but one."""
    for spec in files["seats"].values():
        for objective in spec["objectives"]:
            for part in objective["parts"]:
                part |= {key: min(part[key], turns - 1) for key in ("since",) if key in part}
                part |= {"at": [min(turn, turns) for turn in part["at"]]} if "at" in part else {}
    files["scenario"] |= {"turns": turns, "lengths": [3, turns]}
    return files
