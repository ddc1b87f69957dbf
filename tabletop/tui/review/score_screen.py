"""Scores at the left, something told of one of them beside: what such screens share. How wide the list stands is said
here and in no sheet of style, for rows are fitted before they are laid out."""

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList

from tabletop.table.stage.scene import Scene
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.look.titles import frame_title

_NARROW: Final = 100
"""Columns of the terminal below which the list is narrow."""
_FRAME: Final = 5


class ScoreScreen(TableScreen):
    """Subclasses fill `beside` and `draw_score`. `LIST`: columns of the list, wide and narrow."""

    LIST: ClassVar[tuple[int, int]]
    score = "deterrence"

    def body(self) -> ComposeResult:
        with Horizontal():
            scores = Rows(id="scores", classes="framed", markup=False)
            scores.styles.width = self.columns
            yield scores
            yield from self.beside()

    def beside(self) -> ComposeResult:
        """What stands right of the scores."""
        yield from ()

    def on_stage(self) -> Scene | None:
        return Scene(self.STAGE, self.score) if self.STAGE in ("why", "compare") else super().on_stage()

    def draw_score(self) -> None:
        """Draws what is told of the score under the cursor."""

    @property
    def points_at(self) -> str:
        """The score that is looked at, as `y` asks where it comes from."""
        return row_figure(("figure", self.score))

    @property
    def columns(self) -> int:
        """What the list takes of the terminal."""
        return self.LIST[self.app.size.width < _NARROW]

    @property
    def room(self) -> int:
        """Columns of a row of the list."""
        return self.columns - _FRAME

    def on_resize(self) -> None:
        self.query_one("#scores").styles.width = self.columns
        self.call_after_refresh(self.draw)

    def list_scores(self, title: str, rows: Mapping[str, Content]) -> None:
        """Fills the list anew, the cursor on the score that is looked at."""
        scores = self.query_one("#scores", Rows)
        scores.border_title = frame_title(title)
        with self.prevent(OptionList.OptionHighlighted):
            scores.show_rows(list(rows.items()))
            if not scores.searching:
                scores.point_at(self.score)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_id and event.option_id != self.score:
            self.score = event.option_id
            self.draw_score()
