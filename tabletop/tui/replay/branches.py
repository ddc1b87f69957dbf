"""The branches of a record as a tree: which part leaves which, and where; choosing one goes there."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tabletop.table.branches import BranchRow
from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title

_WIDEST = 100


class BranchesDialog(Dialog[int | None]):
    """Dismissed with the number of an entry: the end of a part, or where it leaves its parent; or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", show=False),
        Binding("p", "fork", "to where it leaves the other", show=False),
    ]

    def __init__(self, drawing: Callable[[int], tuple[str, Sequence[BranchRow]]], here: int) -> None:
        """`drawing`: what stands over the columns and the rows, for a width; `here`: an entry."""
        super().__init__()
        self._drawing, self._here = drawing, here
        self._branches: Sequence[BranchRow] = ()

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_subtitle = "Enter to its end · p to where it leaves · Esc back"
            yield Static(id="over", markup=False)
            yield Rows()
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        width = min(_WIDEST, self.app.size.width) - 6
        over, self._branches = self._drawing(width)
        many = len(self._branches)
        self.query_one(Vertical).border_title = frame_title(f"Branches {many}" if many > 1 else "One line, no branch")
        self.query_one("#over", Static).update(over)
        rows = self.query_one(Rows)
        rows.show_rows([(str(n), self._row(branch)) for n, branch in enumerate(self._branches)])
        rows.highlighted = branch_at(self._branches, self._here)
        rows.focus()
        words = "The part that stands comes first; the others hang where they leave it."
        if many == 1:
            words = "There is one line so far; b in the replay begins a branch."
        self.query_one("#said", Static).update(hanging(Content.styled(words, palette.LABEL), width, 0))

    def _row(self, branch: BranchRow) -> Content:
        ink = f"bold {palette.BRIGHT}" if branch.live else palette.LABEL if branch.undone else palette.TEXT
        return Content.assemble((branch.lead, palette.ACCENT), (branch.rest, ink))

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.dismiss(self._branches[int(event.option_id)].last)

    def action_fork(self) -> None:
        row = self.query_one(Rows).row
        if row:
            self.dismiss(self._branches[int(row)].leaves)


def branch_at(branches: Sequence[BranchRow], n: int) -> int:
    """The place of the branch that holds entry n; the first holds the opening."""
    return next((place for place, branch in enumerate(branches) if n in branch.entries), 0)
