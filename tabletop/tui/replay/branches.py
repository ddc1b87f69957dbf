"""The branches of a record as a tree: which part leaves which, and where; choosing one goes there."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tabletop.analysis.tree_lines import Drawn, drawing
from tabletop.journal.record.tree import Limb
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
        Binding("p", "parting", "to where it leaves the other", show=False),
    ]
    DEFAULT_CSS = f"""
    BranchesDialog {{ align: center middle; background: {palette.BACKGROUND}; }}
    BranchesDialog > Vertical {{
        width: {_WIDEST}; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round {palette.ACCENT}; border-title-color: {palette.ACCENT}; border-title-style: bold;
        border-subtitle-color: {palette.LABEL}; background: {palette.SURFACE};
    }}
    BranchesDialog #over {{ height: 1; color: {palette.LABEL}; margin-top: 1; }}
    BranchesDialog Rows {{
        height: auto; max-height: 16; border: none; padding: 0; background: {palette.SURFACE};
    }}
    BranchesDialog Rows:focus {{ border: none; background: {palette.SURFACE}; }}
    BranchesDialog #said {{ height: auto; margin: 1 0; }}
    """

    def __init__(self, limbs: Sequence[Limb], here: int) -> None:
        super().__init__()
        self._limbs, self._here = limbs, here

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            many = len(self._limbs)
            box.border_title = frame_title(f"Branches {many}" if many > 1 else "One line, no branch")
            box.border_subtitle = "Enter to its end · p to where it leaves · Esc back"
            yield Static(id="over", markup=False)
            yield Rows()
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        width = min(_WIDEST, self.app.size.width) - 6
        over, drawn = drawing(self._limbs, width)
        self.query_one("#over", Static).update(over)
        rows = self.query_one(Rows)
        rows.show_rows([(str(row.limb), self._row(row)) for row in drawn])
        rows.highlighted = limb_at(self._limbs, self._here)
        rows.focus()
        words = "The part that stands comes first; the others hang where they leave it."
        if len(self._limbs) == 1:
            words = "There is one line so far; b in the replay begins a branch."
        self.query_one("#said", Static).update(hanging(Content.styled(words, palette.LABEL), width, 0))

    def _row(self, row: Drawn) -> Content:
        limb = self._limbs[row.limb]
        ink = f"bold {palette.BRIGHT}" if limb.live else palette.LABEL if limb.undone else palette.TEXT
        return Content.assemble((row.lead, palette.ACCENT), (row.rest, ink))

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.dismiss(self._limbs[int(event.option_id)].last)

    def action_parting(self) -> None:
        row = self.query_one(Rows).row
        if row:
            self.dismiss(self._limbs[int(row)].parted)


def limb_at(limbs: Sequence[Limb], n: int) -> int:
    """The place of the limb that holds entry n; the trunk holds the opening."""
    return next((place for place, limb in enumerate(limbs) if n in limb.entries), 0)
