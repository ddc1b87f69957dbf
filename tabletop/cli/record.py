"""`export`: a save as tidy tables in a folder of its own."""

from pathlib import Path
from typing import Any

import click

from tabletop.cli.say import document, line, quantity
from tabletop.cli.terms import NAMED
from tabletop.errors import PlaceError, TabletopError


@click.command()
@click.argument("save", type=NAMED)
@click.option("--to", "folder", type=NAMED, required=True, metavar="DIR", help="Where the tables go.")
@click.option("--bom", is_flag=True, help="Begin each CSV with a byte order mark: Excel reads accents by it.")
@click.option("--xlsx", is_flag=True, help="Also one workbook with the codebook as a sheet.")
@click.option("--json", "as_json", is_flag=True, help="Print the manifest.")
def export(save: str, folder: str, bom: bool, xlsx: bool, as_json: bool) -> None:
    """Write SAVE as tidy tables, CSV and JSON, with a codebook and a manifest. Holds every secret: control's own."""
    from tabletop.analysis.export.pack import pack
    from tabletop.analysis.export.source import source_of
    from tabletop.analysis.export.workbook import HOW, workbook_at_hand, workbook_of
    from tabletop.analysis.export.written import files_of
    from tabletop.cli.read import replay_of
    from tabletop.words.cause_words import wording

    if xlsx and not workbook_at_hand():
        raise TabletopError("workbooks need an extra", place="--xlsx", hint=HOW)
    replay = replay_of(save)
    package = pack(source_of(Path(save).name.removesuffix(".toml"), replay.save.header, replay.play, wording))
    files = {name: text.encode() for name, text in files_of(package, bom=bom).items()}
    if xlsx:
        files["tables.xlsx"] = workbook_of(package)
    _write(Path(folder), files, package.manifest)
    if as_json:
        document(package.manifest)
    else:
        line(f"{folder}: {quantity(len(package.tables), 'table')} of {save}, marked {package.manifest['marking']}")


def _write(folder: Path, files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    """Each file whole or not at all. Raises PlaceError; never over another session's tables."""
    from tabletop.files.disk import make_folder, put, writing

    if folder.exists() and not folder.is_dir():
        raise PlaceError("is no folder; tables go to a folder of their own", place=str(folder))
    with writing(folder):
        make_folder(folder)
        there = {path.name for path in folder.iterdir()} & files.keys()
        if there and not _same_session(folder / "manifest.json", manifest):
            raise PlaceError("holds other tables already", place=str(folder), hint="give each session its own folder")
        for name, data in files.items():
            put(folder / name, data)


def _same_session(path: Path, manifest: dict[str, Any]) -> bool:
    import json

    from tabletop.files.disk import read

    try:
        other = json.loads(read(path))
        return all(other[key] == manifest[key] for key in ("session", "seed", "created"))
    except (OSError, ValueError, KeyError, TypeError):
        return False
