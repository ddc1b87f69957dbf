"""A mistake of ours, kept in its owner's file: screens stand before a room, and a traceback names secrets."""

import os
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from platformdirs import user_log_path

from tabletop.files.disk import make_folder, put_new


def keep_mistake(mistake: BaseException | None, more: Sequence[str], standing: str) -> str:
    """The line for the terminal; the traceback is in the file that it names. `told`: what else there is to keep."""
    kind = type(mistake).__name__ if mistake else "unknown"
    lines = [*(traceback.format_exception(mistake) if mistake else ()), *more]
    where = _write("\n".join(lines))
    record = f"The record is whole: {standing}." if standing else "No record was open."
    return f"tabletop: a mistake of ours ended the screens ({kind}). {record} {where}"


def _write(text: str) -> str:
    """Into a new file that only its owner reads."""
    folder = user_log_path("tabletop")
    name = f"mistake-{datetime.now().astimezone():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    path = Path(folder, name)
    try:
        make_folder(folder)
        put_new(path, text.encode(errors="backslashreplace"))
    except OSError as why:
        return f"How it came about could not be kept: {why.strerror or why}."
    return f"How it came about stands in {path}."
