"""What whoever runs an exercise in this process can ask of it beside the view."""

from collections.abc import Callable
from pathlib import Path

from tabletop.errors import TabletopError
from tabletop.journal.fork import fork_save
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Note
from tabletop.model.refusal import Refusal
from tabletop.model.seats import PUBLIC
from tabletop.table import undoing
from tabletop.table.ahead import Futures
from tabletop.table.countdown import Countdown
from tabletop.table.eyes import Eyes
from tabletop.table.feed_file import Feed
from tabletop.table.port import Table
from tabletop.table.publishing import RoomFeed, prepare, room_view, stands
from tabletop.table.runs import Run
from tabletop.table.runs_of import runs_of
from tabletop.table.saves import folder_beside
from tabletop.table.stage.scene import Scene
from tabletop.table.stage.scenes import SceneRow, due, offers
from tabletop.table.undoing import UndoPreview
from tabletop.table.what_if import Otherwise, play_otherwise, read_instead


class LocalControl:
    """`for_seat`: a seat's place with control's hand on the pen. `room`: what tells the room's screen, where somebody
    does already."""

    def __init__(self, session: Session, for_seat: Callable[[str], Table], room: RoomFeed | None = None) -> None:
        self._session = session
        self.for_seat = for_seat
        self._room = room

    def undo_preview(self, back_to: int | None = None) -> UndoPreview | None:
        return undoing.undo_preview(self._session, back_to)

    def undo_of(self, seat: str) -> UndoPreview | None:
        return undoing.undo_of(self._session, seat)

    # ------------------------------------------------------------------ the room's screen

    def prepare(self, scene: Scene, *, bands: bool = True) -> Feed:
        return prepare(self._session, scene, bands=bands)

    def offers(self) -> list[SceneRow]:
        return offers(room_view(self._session))

    def due(self) -> Scene:
        return due(Eyes(self._session, PUBLIC).view_now())

    def stands(self, clock: Countdown) -> Feed:
        return stands(self._session, clock)

    def push(self, scene: Scene | None, clock: Countdown, *, bands: bool = True) -> str:
        room = self._room or RoomFeed(self._session)
        return room.show(scene, clock, bands=bands)

    # ------------------------------------------------------------------ other ways

    def futures(self, *, under_seals: bool = False) -> Futures:
        return Futures(self._session.world if under_seals else Eyes(self._session).view_now().world)

    def runs(self) -> list[Run]:
        return runs_of(self._session)

    def free_name(self) -> str:
        stem, names = self._session.path.stem, {path.stem for path in self._folder.glob("*.toml")}
        n = next(n for n in range(1, 1000) if f"{stem}-fork-{n}" not in names)
        return f"{stem}-fork-{n}"

    def fork_here(self, n: int) -> None:
        self._session.fork_here(n)

    def fork_into(self, name: str, n: int) -> Path:
        path = self._folder / (name if name.endswith(".toml") else f"{name}.toml")
        fork_save(load(self._session.path), n, path)
        return path

    @property
    def _folder(self) -> Path:
        return folder_beside(self._session.path)

    def otherwise(self, n: int, instead: str = "") -> Otherwise | Refusal:
        if self._session.read_only:
            return Refusal("save/read-only", "This save is open read-only; nothing can be entered here.")
        move = read_instead(self._session, n, instead)
        return move if isinstance(move, Refusal) else play_otherwise(self._session, n, move)

    def leave_note(self, note: Note) -> str:
        try:
            self._session.leave_note(note)
        except TabletopError as wrong:
            return str(wrong)
        return ""
