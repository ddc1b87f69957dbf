"""`tabletop config`: where the configuration is, what is set in it, and all that could be."""

import json
from collections.abc import Iterator
from os.path import exists
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from tabletop.cli.say import line, remark
from tabletop.config.place import config_file, settings
from tabletop.errors import PlaceError

if TYPE_CHECKING:
    from tabletop.config.settings import Settings
    from tabletop.tui.kit.preferences import Preferences


@click.command()
@click.option("--path", "only", is_flag=True, help="Print nothing but where it is.")
@click.option("--write", is_flag=True, help="Make the file, where there is none, with all defaults as comments.")
def config(only: bool, write: bool) -> None:
    """Print where the configuration file is, what is set in it, and as comments all that may be set."""
    path = config_file()
    if only:
        line(str(path))
        return
    now = settings()
    chosen(now)
    if not write:
        line(f"# {path}{'' if exists(path) else ' (not there yet)'}\n\n{page(now)}", end="")
        return
    from tabletop.files.disk import make_folder, put_new, writing

    if exists(path):
        raise PlaceError("is there already", place=str(path), hint="change it in an editor")
    with writing(path):
        make_folder(path.parent)
        put_new(path, page(now).encode())
    remark(f"made {path}")


def chosen(now: "Settings", *, public: bool = False) -> "Preferences":
    """What screens are to look like and which keys they have; the room's screen keeps a theme of its own. Raises
    ConfigError."""
    from tabletop.config.place import keep
    from tabletop.tui.kit.preferences import preferences

    line = "public-theme" if public else "theme"
    return preferences(now, lambda theme: keep(line, theme, page(now)), public=public)


def page(now: "Settings") -> str:
    """The file's text: what is set stands, all else is a comment."""
    from tabletop.journal.store.places import user_folder
    from tabletop.tui.look.themes import NAMES

    parts = (
        (f"Colours: {', '.join(NAMES)}.", _said("theme", now.theme, "dark")),
        ("The public screen's, where it is another.", _said("public-theme", now.public_theme, "light")),
        ("Whether anything may move on the screens.", _said("motion", "" if now.motion else False, True)),
        (
            f"Where new saves go. Unless it is said: a folder saves where you stand, else {user_folder() / 'saves'}.",
            _said("saves", now.saves, "~/exercises"),
        ),
        ("Your own scenarios, each a folder in this one.", _said("scenarios", now.scenarios, "~/scenarios")),
    )
    head = "Configuration of tabletop. Where a line begins with #, what it says holds already or is an example."
    rows = [row for about, said in parts for row in (*_comment(about), said, "")]
    return "\n".join([*_comment(head), "", *rows, *_keys(now)])


def _keys(now: "Settings") -> Iterator[str]:
    from tabletop.tui.kit.keytable import USES

    yield "[keys]"
    yield from _comment('What each key is for: "w", "ctrl+w", "?", "f5", or several, ["plus", "="].')
    group = ""
    for use in USES:
        if use.fixed:
            continue
        if use.group != group:
            group = use.group
            yield ""
            yield f"# {group}"
        value: object = now.keys.get(use.id) or ""
        yield f"{_said(use.id, _one(value) if value else '', _one(use.keys)):<34}  # {use.words}"
    yield ""


def _one(keys: object) -> object:
    """A key, or the list of several."""
    assert isinstance(keys, tuple)
    return keys[0] if len(keys) == 1 else list(keys)


def _said(name: str, value: object, usual: object) -> str:
    """A line that sets a value, a comment where it isn't set."""
    return f"{name} = {_toml(value)}" if value != "" else f"# {name} = {_toml(usual)}"


def _toml(value: object) -> str:
    """Texts, lists of them and truth are written as in JSON."""
    return json.dumps(value, ensure_ascii=False)


def _comment(text: str) -> list[str]:
    return [f"# {row}" for row in wrap(text, 100, break_on_hyphens=False)]
