"""Older formats brought up to the present one on reading: one function a version, each with a golden file."""

from collections.abc import Callable

from tabletop.errors import SaveError
from tabletop.journal.store.header import FORMAT

#: From a format's number to the function that makes the next one of its text.
UPGRADES: dict[int, Callable[[str], str]] = {}


def upgraded(text: str, version: int, name: str) -> str:
    """The text of a save of format `found` in the present format. `name` is for messages. Raises SaveError."""
    while version < FORMAT:
        if version not in UPGRADES:
            raise SaveError(
                f"there never was a format {version}", place=f"{name}:1", hint=f"a save begins with 'format = {FORMAT}'"
            )
        text, version = UPGRADES[version](text), version + 1
    return text
