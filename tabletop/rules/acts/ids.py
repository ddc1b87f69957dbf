"""A word that names nothing, told with the one that was meant."""

from collections.abc import Collection

from tabletop.errors import did_you_mean
from tabletop.model.refusal import Refusal


def unknown(kind: str, word: str, ids: Collection[str]) -> Refusal | None:
    """A refusal when a word is not among those known."""
    if word in ids:
        return None
    hint = did_you_mean(word, dict.fromkeys(ids))
    return Refusal(
        f"{kind}/unknown", f"there is no {kind} '{word}'; {hint}" if hint else f"there is no {kind} '{word}'"
    )
