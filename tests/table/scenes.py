"""Every scene of the room's stage as it could be pushed now."""

from collections.abc import Collection

from tabletop.journal.session import Session
from tabletop.table.feed_file import Feed
from tabletop.table.publishing import room_view
from tabletop.table.stage.scenes import made, offers


def every_scene(session: Session, but: Collection[str] = ()) -> dict[str, Feed]:
    """By kind and what it is about; `but`: kinds that are left out."""
    room = room_view(session)
    rows = [row for row in offers(room) if row.scene.kind not in but]
    return {f"{row.scene.kind} {row.scene.about}".strip(): made(room, row.scene) for row in rows}
