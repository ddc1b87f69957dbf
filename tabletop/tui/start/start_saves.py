"""What the start screen does with recent saves: mark them, lay the marked ones side by side, replay one."""

from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from tabletop.table.saves import SaveSummary
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bind
from tabletop.tui.kit.program import program_of
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.standing import Standing


class Choosing(Standing, Screen[None]):
    """`saves` are those listed, `marked` the paths of some."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("space", "mark", "mark the save under the cursor"),
        bind("c", "compare", "lay the marked saves side by side"),
        bind("r", "replay", "replay the save under the cursor"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.saves: list[SaveSummary] = []
        self.marked: list[str] = []

    def draw(self) -> None:
        """Shows lists and marks."""

    def save_keys(self) -> list[Key]:
        return [
            Key("Enter", "resume"),
            Key("r", "replay", "replay"),
            Key("Space", "mark", "mark"),
            Key("c", "compare", "compare"),
        ]

    def by_path(self) -> dict[str, SaveSummary]:
        return {str(found.path): found for found in self.saves}

    def action_mark(self) -> None:
        """Marks the save under the cursor, or takes the mark away, and goes on to the next."""
        saves = self.query_one("#saves", Rows)
        if not saves.has_focus or not saves.row:
            return
        self.marked.remove(saves.row) if saves.row in self.marked else self.marked.append(saves.row)
        self.draw()
        saves.action_cursor_down() if saves.highlighted != saves.option_count - 1 else None

    def action_compare(self) -> None:
        """Two marked saves or more; one that is marked and the one under the cursor will do."""
        saves = self.query_one("#saves", Rows)
        chosen = [path for path in self.marked if path in self.by_path()]
        if len(chosen) == 1 and saves.has_focus and saves.row not in chosen:
            chosen.append(saves.row)
        if len(chosen) < 2:
            self.notify("Mark two saves or more with Space in the list of recent saves; c compares them.")
            return
        from tabletop.table.runs import MOST

        if len(chosen) > MOST:
            self.notify(f"{len(chosen)} saves are marked; {MOST} at most can be told apart.")
            return
        program_of(self.app).exercises.open_compare(chosen)

    def action_replay(self) -> None:
        saves = self.query_one("#saves", Rows)
        if saves.has_focus and saves.row:
            program_of(self.app).exercises.open_replay(Path(saves.row))
