"""Adjudication without a queue of thirty: first what needs a person, then the rest in one stroke."""

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.model.proposals import Proposal
from tabletop.model.world import Phase
from tabletop.table.by_move import deterrence_by_move
from tabletop.tui.adjudicate.actions import ACTIONS, open_item
from tabletop.tui.adjudicate.items import ByMove, ByNumber, item_sentence, sections
from tabletop.tui.adjudicate.queue import modes_legend, next_words, nothing_weighed, queue_rows, queue_title
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.row_figures import move_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.screen import TableScreen, back
from tabletop.tui.kit.wrapped import headed
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.sentences import moves_by_number

_BESIDE: Final = 110
"""Columns from which the detail of an item stands beside the queue."""


class AdjudicateScreen(TableScreen):
    """The queue, the detail of one item, dialogs to rule on it; `A` or Space accepts what is left."""

    TITLE = "Adjudicate"
    HELP = (
        "First come the results that need a person, with the reason; below them those that the rules settle. Enter "
        "opens one: accept it with a sentence, amend it with effects, set it aside. The letter says how it is found: "
        "R rigid, S semi-rigid, F free, C consensual, M matrix, N minimal. {A} accepts all that is left and goes to "
        "review."
    )
    ACTIONS = ACTIONS
    AUTO_FOCUS = "#queue"

    items: Sequence[Proposal] = ()
    by_move: ByMove
    by_number: ByNumber

    def body(self) -> ComposeResult:
        with Horizontal():
            yield Rows(id="queue", classes="framed", markup=False)
            with VerticalScroll(id="side", classes="framed") as side:
                side.border_title = "2 In detail"
                yield Static(id="detail", markup=False)

    def on_resize(self) -> None:
        self.draw()

    def keys(self) -> list[Key]:
        keys = [self.key("next", *next_words(self.view)), self.key("open"), self.key("undo"), self.key("fact")]
        return [*keys, self.key("mode"), self.key("why"), self.key("back", "board")]

    def draw(self) -> None:
        """Fills the queue anew, the cursor on the item it was on."""
        view, queue = self.view, self.query_one("#queue", Rows)
        self.query_one("#side").display = self.app.size.width >= _BESIDE
        before = queue.row
        self.items = view.proposals()
        self.by_move = deterrence_by_move(view.world) if view.world.phase is Phase.ADJUDICATE else {}
        self.by_number = moves_by_number(view.lines)
        rows = queue_rows(self.items, view, self.by_move, self.by_number, self._width())
        queue.show_rows(rows, nothing_weighed(view.world))
        queue.border_title = frame_title(queue_title(self.items, view.minutes.get("adjudicate", 0.0)))
        queue.border_subtitle = Content.assemble(modes_legend([item.mode for item in self.items], self._width() - 4))
        if self.items and not queue.searching:
            self.point_at(before if any(item.item == before for item in self.items) else self.items[0].item)
        self._draw_detail()

    def point_at(self, item: str | None) -> None:
        """Puts the cursor on an item."""
        if item is not None:
            self.query_one("#queue", Rows).point_at(item)

    def current(self) -> Proposal | None:
        """The item under the cursor."""
        here = self.query_one("#queue", Rows).row
        return next((item for item in self.items if item.item == here), None)

    @property
    def points_at(self) -> str:
        """What the order under the cursor is about."""
        item = self.current()
        line = self.by_number.get(item.ref) if item else None
        return move_figure(line.move) if line else ""

    def _width(self) -> int:
        whole = self.app.size.width
        return (whole * 3 // 5 if whole >= _BESIDE else whole) - 6

    def _draw_detail(self) -> None:
        item, side = self.current(), self.query_one("#side")
        if item is None or not side.display:
            return
        width = max(20, self.app.size.width - self._width() - 12)
        title = Content.styled(item_sentence(item, self.view.world, self.by_number), f"bold {palette.BRIGHT}")
        details = headed(sections(item, self.view, self.view.lines, self.by_move), width)
        side.border_title = frame_title(f"2 Move {item.ref}, found {item.mode}" if item.ref else f"2 Found {item.mode}")
        self.query_one("#detail", Static).update(Content("\n\n").join([title, details]))
        side.scroll_home(animate=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._draw_detail()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        open_item(self)

    def on_taken_back(self) -> None:
        """When adjudication itself was taken back, to the board."""
        if self.view.world.phase is not Phase.ADJUDICATE:
            back(self)
