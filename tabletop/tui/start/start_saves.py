"""What the start screen does with recent saves: mark them, lay the marked ones side by side, replay one."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from tabletop.tui.kit.action import Action
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.rows import Rows

if TYPE_CHECKING:
    from tabletop.tui.start.start import StartScreen


def _mark(screen: "StartScreen") -> None:
    """Marks the save under the cursor, or takes the mark away, and goes on to the next."""
    saves, marks = screen.query_one("#saves", Rows), screen.marks
    if not saves.has_focus or not saves.row:
        return
    marks.remove(saves.row) if saves.row in marks else marks.append(saves.row)
    screen.draw()
    saves.action_cursor_down() if saves.highlighted != saves.option_count - 1 else None


def _compare(screen: "StartScreen") -> None:
    """Two marked saves or more; one that is marked and the one under the cursor will do."""
    saves, paths = screen.query_one("#saves", Rows), {str(save.path) for save in screen.saves}
    picks = [path for path in screen.marks if path in paths]
    if len(picks) == 1 and saves.has_focus and saves.row not in picks:
        picks.append(saves.row)
    if len(picks) < 2:
        screen.notify(said("Mark two saves or more with {Space} in the list of recent saves; {D} compares them."))
        return
    from tabletop.table.runs import MOST

    if len(picks) > MOST:
        screen.notify(f"{len(picks)} saves are marked; {MOST} at most can be told apart.")
        return
    screen.program.exercises.open_compare(picks)


def _replay(screen: "StartScreen") -> None:
    saves = screen.query_one("#saves", Rows)
    if saves.has_focus and saves.row:
        screen.program.exercises.open_replay(Path(saves.row))


OF_SAVES: Final = (
    Action("space", "mark", "mark the save under the cursor", _mark),
    Action("D", "compare", "lay the marked saves side by side", _compare),
    Action("R", "replay", "replay the save under the cursor", _replay),
)
