"""What was half typed: by dialog and by whom or what it is about, so that nobody finds another's words in a field.

The program holds it; between two runs it stands in a file beside the save (`tabletop.journal.store.drafts`).
"""

from collections.abc import Mapping

Fields = Mapping[str, str]
"""Field to what stands in it."""


class Drafts:
    """Words by a dialog's key, until they are sent."""

    def __init__(self, drafts: Mapping[str, Fields] | None = None) -> None:
        self._fields: dict[str, dict[str, str]] = {key: dict(fields) for key, fields in (drafts or {}).items()}

    def keep(self, key: str, fields: Fields) -> None:
        """In the place of what was kept under that key; no fields, nothing kept."""
        if fields:
            self._fields[key] = dict(fields)
        else:
            self._fields.pop(key, None)

    def of(self, key: str) -> Fields:
        return self._fields.get(key, {})

    def all(self) -> dict[str, dict[str, str]]:
        return {key: dict(fields) for key, fields in self._fields.items()}
