"""Where scenarios and saves are looked for. Reads names of folders, never their files."""

import os
from importlib.resources import files
from pathlib import Path

from platformdirs import user_data_dir

from tabletop.config.place import settings
from tabletop.errors import PlaceError, did_you_mean

HEAD = "scenario.toml"


def scenario_folders() -> list[Path]:
    """Folders of scenarios that exist, in the order of their say: here, the author's, the user's, the package's."""
    folders: list[Path] = []
    own = settings().scenarios
    for folder in (Path("scenarios"), *([Path(own)] if own else []), user_folder() / "scenarios", _shipped()):
        if os.path.isdir(folder) and folder.resolve() not in folders:
            folders.append(folder.resolve())
    return folders


def known_scenarios() -> dict[str, Path]:
    """The folder of every scenario by its id, in the order of ids; of two with one id the first found counts."""
    children = [child for folder in scenario_folders() for child in _children(folder)]
    folders = {child.name: child for child in reversed(children) if os.path.isfile(child / HEAD)}
    return dict(sorted(folders.items()))


def find_scenario(name_or_path: str | Path) -> Path:
    """The folder of a scenario by its id, its folder or its scenario.toml. Raises PlaceError."""
    name = str(name_or_path)
    scenarios = known_scenarios()
    if name in scenarios:
        return scenarios[name]
    path = Path(name)
    if path.name == HEAD and os.path.isfile(path):
        return path.parent
    if name and os.path.isfile(path / HEAD):
        return path
    if name and os.path.isdir(path):
        raise PlaceError("this folder holds no scenario.toml", place=name, hint="name a scenario's own folder")
    if os.path.isfile(path):
        raise PlaceError("this file is no scenario", place=name, hint="name a scenario's folder or its scenario.toml")
    raise PlaceError(f"there is no scenario '{name}'", hint=did_you_mean(name, tuple(scenarios)))


def saves_folder() -> Path:
    """Where saves go: where the user has set, else here, else in the user's own folder. Need not exist yet."""
    if own := settings().saves:
        return Path(own)
    here = Path("saves")
    return here.resolve() if os.path.isdir(here) else user_folder() / "saves"


def user_folder() -> Path:
    """The user's own folder of this program; need not exist."""
    return Path(user_data_dir("tabletop"))


def _shipped() -> Path:
    """The scenarios inside the wheel or, in a source checkout, beside the package."""
    package = Path(str(files("tabletop")))
    inside = package / "scenarios"
    return inside if inside.is_dir() else package.parent / "scenarios"


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
