"""The branches of a record as lanes over the turns; choosing one goes to its end, or to where it leaves."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.model.world import Phase, World
from tabletop.table.branches import Lane
from tabletop.tui.charts.lanes import HERE, MARK, draw_lanes, turns_over
from tabletop.tui.kit.figure_card import FigureCard
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette

_WIDEST, _FRAME = 160, 8
"""Columns of the box, and those that its frame and the bar that scrolls take."""
_NAME: Final = 18, 36
"""Columns of a name, at the least and at the most."""
_FIGURES: Final = 18
"""Columns for moves and deterrence."""
_KEYS: Final = "Enter to its end · g to where it leaves · y origin · Esc back"
_PHASES: Final = list(Phase)


class BranchesDialog(FigureCard[int]):
    """Dismissed with the number of an entry: where a branch ends, or where it leaves its parent."""

    BINDINGS: ClassVar = bound(("g", "leaving", "to where it leaves"))

    def __init__(self, lanes: Sequence[Lane], world: World, here: int) -> None:
        """`world`: what stood after entry `here`, which the cursor begins with the lane of."""
        many = len(lanes) > 1
        super().__init__(f"Branches {len(lanes)}" if many else "One line, no branch", _KEYS, "branches")
        self._lanes, self._world = lanes, world
        self._at = next((n for n, lane in enumerate(lanes) if here in lane.entries), 0)

    def body(self) -> ComposeResult:
        yield Static(id="turns")
        yield Rows(id="lanes")
        yield Static(id="told", markup=False)
        yield Static(id="signs", markup=False)

    def on_mount(self) -> None:
        self._draw()
        rows = self.query_one("#lanes", Rows)
        rows.highlighted = self._at
        rows.focus()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        name, wide = self._columns()
        over = f"{'':<{name}}  {turns_over(self._world.turns, wide)}  {'moves':>6}  {'deterrence':>10}"
        self.query_one("#turns", Static).update(Content.styled(over, palette.LABEL))
        when = self._world.turn + _PHASES.index(self._world.phase) / len(_PHASES)
        drawn = draw_lanes(self._lanes, self._world.turns, wide, (self._at, when))
        rows = [(str(n), self._row(lane, drawn[n], name)) for n, lane in enumerate(self._lanes)]
        self.query_one("#lanes", Rows).show_rows(rows)
        signs = f"{HERE} here   {MARK} bookmark   ━ stands   ─ left   ╌ undone"
        self.query_one("#signs", Static).update(Content.styled(signs, palette.LABEL))

    def _columns(self) -> tuple[int, int]:
        """Of the names, and of the lanes."""
        room = self._room
        least, most = _NAME
        name = min(most, max(least, room // 5))
        return name, room - name - _FIGURES - 4

    @property
    def points_at(self) -> str:
        """The figure that stands at the end of each."""
        return row_figure(("figure", "deterrence"))

    @property
    def _room(self) -> int:
        return min(_WIDEST, self.app.size.width) - _FRAME

    def _row(self, lane: Lane, drawn: Content, name: int) -> Content:
        ink = f"bold {palette.BRIGHT}" if lane.live else palette.LABEL if lane.undone else palette.TEXT
        score = "" if lane.score is None else f"{lane.score:.1f}"
        figures = f"  {lane.moves:>6,}  {score:>10}"
        return Content.assemble((f"{fitted(lane.name, name):<{name}}  ", ink), drawn, (figures, ink))

    def _tell(self, lane: Lane) -> Content:
        """What is to be known of the lane under the cursor."""
        if len(self._lanes) == 1:
            text = f"There is one line so far; {shown('b')} in the replay begins a branch."
            return hanging(Content.styled(text, palette.LABEL), self._room, 0)
        state = "is played on" if lane.live else f"was undone by move {lane.undone:,}" if lane.undone else "was left"
        start = f"leaves after move {lane.leaves:,}" if lane.leaves else "begins with the opening"
        facts = f"It {start}, ends with move {lane.last:,} and {state}."
        parts = [(f"Begins: {lane.begins}  ", palette.TEXT), (facts, palette.LABEL)]
        return hanging(Content.assemble(*parts), self._room, 0)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.query_one("#told", Static).update(self._tell(self._lanes[int(event.option_id or 0)]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._lanes[int(event.option_id or 0)].last)

    def action_leaving(self) -> None:
        if row := self.query_one("#lanes", Rows).row:
            self.dismiss(self._lanes[int(row)].leaves)
