"""The configuration file: where it is, what stands in it now, and how a line of it is changed. Knows TOML."""

from functools import lru_cache
from os.path import exists
from pathlib import Path

from platformdirs import user_config_dir

from tabletop.config.settings import Settings, settings_of
from tabletop.errors import ConfigError
from tabletop.files.disk import Stamp, make_folder, put, read_bytes, stamp_of, writing
from tabletop.reading.toml import Broken, read_toml

_HINT = "mend the line, or take it out"


def config_file() -> Path:
    """Where it is, or would be."""
    return Path(user_config_dir("tabletop")) / "config.toml"


def settings() -> Settings:
    """What is set now. Raises ConfigError, PlaceError."""
    path = config_file()
    return _settings(path, stamp_of(path)) if exists(path) else Settings(place=str(path))


def keep(name: str, value: str, new: str) -> None:
    """Sets one value, all else stays as written; without a file, in one of the text `new`. Raises PlaceError."""
    import tomlkit  # only where something is kept

    path = config_file()
    with writing(path):
        there = tomlkit.parse(read_bytes(path).decode() if exists(path) else new)
        there[name] = value
        make_folder(path.parent)
        put(path, tomlkit.dumps(there).encode())


@lru_cache(maxsize=4)
def _settings(path: Path, stamp: Stamp) -> Settings:
    """`stamp`: of the file as it is read, so that it is read again when it has changed."""
    try:
        text = read_bytes(path, "configuration").decode()
    except UnicodeDecodeError:
        raise ConfigError("is no text in UTF-8", place=str(path), hint="save it as such") from None
    try:
        table = read_toml(text, text.count("\n") + 1)
    except Broken as wrong:
        raise ConfigError(wrong.problem, place=f"{path}:{wrong.line}", hint=_HINT) from None
    return settings_of(table, str(path), text)
