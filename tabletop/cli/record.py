"""`export`: a save as tidy tables in a folder of its own."""

from pathlib import Path
from typing import Any

import click

from tabletop.cli.say import document, line, quantity
from tabletop.cli.terms import NAMED
from tabletop.errors import PlaceError


@click.command()
@click.argument("save", type=NAMED)
@click.option("--to", "folder", type=NAMED, required=True, metavar="DIR", help="Where the tables go.")
@click.option("--bom", is_flag=True, help="Begin each CSV with a byte order mark: Excel reads accents by it.")
@click.option("--json", "as_json", is_flag=True, help="Print the manifest.")
def export(save: str, folder: str, bom: bool, as_json: bool) -> None:
    """Write SAVE as tidy tables, CSV and JSON, with a codebook and a manifest. Holds every secret: control's own."""
    from tabletop.analysis.export.pack import pack
    from tabletop.analysis.export.source import source_of
    from tabletop.analysis.export.written import files_of
    from tabletop.cli.read import replay_of
    from tabletop.words.cause_words import wording

    replay = replay_of(save)
    package = pack(source_of(Path(save).name.removesuffix(".toml"), replay.save.header, replay.play, wording))
    _write(Path(folder), files_of(package, bom=bom), package.manifest)
    if as_json:
        document(package.manifest)
    else:
        line(f"{folder}: {quantity(len(package.tables), 'table')} of {save}, marked {package.manifest['marking']}")


def _write(folder: Path, texts: dict[str, str], manifest: dict[str, Any]) -> None:
    """Each file whole or not at all. Raises PlaceError; never over another session's tables."""
    from tabletop.files.disk import make_folder, put, writing

    if folder.exists() and not folder.is_dir():
        raise PlaceError("is no folder; tables go to a folder of their own", place=str(folder))
    with writing(folder):
        make_folder(folder)
        there = {path.name for path in folder.iterdir()} & texts.keys()
        if there and not _same_session(folder / "manifest.json", manifest):
            raise PlaceError("holds other tables already", place=str(folder), hint="give each session its own folder")
        for name, text in texts.items():
            put(folder / name, text.encode())


def _same_session(path: Path, manifest: dict[str, Any]) -> bool:
    import json

    from tabletop.files.disk import read

    try:
        other = json.loads(read(path))
        return all(other[key] == manifest[key] for key in ("session", "seed", "created"))
    except (OSError, ValueError, KeyError, TypeError):
        return False
