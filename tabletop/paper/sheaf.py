"""A printed thing as a value: its name, who may read it, what stands on every page of it, and its blocks.

Every format is made from `told`, the one place where a text from people or files is made fit for paper.
"""

from collections.abc import Sequence
from typing import Any

from attrs import asdict, frozen

from tabletop.paper.blocks import Block, Pair
from tabletop.plain import one_line


@frozen
class Imprint:
    """What stands on every page: the marking and caveat, the session's name, where in it this was printed, and the
    fingerprint of the record, "" for a scenario that nobody has begun."""

    marking: str
    caveat: str
    session: str
    when: str
    fingerprint: str = ""


@frozen
class Sheaf:
    """Some pages for one reader. `name`: of its file, without an ending; `reader`: who may see it, in words; `dense`:
    small type, for what must stand on one page."""

    name: str
    title: str
    reader: str
    imprint: Imprint
    blocks: tuple[Block, ...]
    dense: bool = False


def told(sheaf: Sheaf) -> dict[str, Any]:
    """The same as plain values for a template: no text holds a character that turns, hides or ends a line."""
    fingerprint = f"record {sheaf.imprint.fingerprint}" if sheaf.imprint.fingerprint else ""
    foot = " · ".join(part for part in (sheaf.imprint.session, sheaf.imprint.when, fingerprint) if part)
    values = {
        "title": sheaf.title,
        "reader": sheaf.reader,
        "marking": sheaf.imprint.marking,
        "caveat": sheaf.imprint.caveat,
        "foot": foot,
        "dense": sheaf.dense,
        "blocks": [_plain(block) for block in sheaf.blocks],
    }
    shown: dict[str, Any] = _shown(values)
    return shown


def _plain(block: Block) -> dict[str, Any]:
    if isinstance(block, Pair):
        return {"kind": block.kind, "left": [*map(_plain, block.left)], "right": [*map(_plain, block.right)]}
    return {"kind": block.kind, **asdict(block)}


def _shown(value: Any) -> Any:
    match value:
        case str():
            return one_line(value)
        case dict():
            return {key: _shown(item) for key, item in value.items()}
        case Sequence():
            return [_shown(item) for item in value]
    return value
