"""Words that were typed and not sent, beside the save until it is gone on with. Not part of the record.

The file is its owner's alone, as the save with every secret is, and is taken away when it is read: what a seat has not
said stays on the disk no longer than it has to. Reads and writes texts, knows no dialog.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tabletop.files.disk import put_new, read
from tabletop.files.sidecar import sidecar

DraftTexts = dict[str, dict[str, str]]


def drafts_path(save: Path) -> Path:
    """`.NAME.drafts` in the save's folder."""
    return sidecar(save, "drafts")


def put_drafts(save: Path, drafts: Mapping[str, Mapping[str, str]]) -> None:
    """Whole or not at all; nothing typed, no file. A folder that can't be written to keeps none."""
    path = drafts_path(save)
    with suppress(OSError):
        path.unlink(missing_ok=True)  # also a link that somebody has put there
        if drafts:
            put_new(path, json.dumps(drafts).encode())


def take_drafts(save: Path) -> DraftTexts:
    """What was put, which is taken away with that; nothing where there is none, or where it can't be read."""
    path = drafts_path(save)
    try:
        if path.is_symlink():
            return {}
        drafts = json.loads(read(path))
        path.unlink()
    except (OSError, ValueError, RecursionError):
        return {}
    return drafts if _good(drafts) else {}


def _good(drafts: object) -> bool:
    return isinstance(drafts, dict) and all(
        isinstance(fields, dict) and all(isinstance(words, str) for words in fields.values())
        for fields in drafts.values()
    )
