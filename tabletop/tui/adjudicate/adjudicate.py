"""Adjudication without a queue of thirty: first what needs a person, then the rest in one stroke."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.model.moves import Advance, Move
from tabletop.model.proposals import Proposal
from tabletop.model.world import Phase
from tabletop.table.by_move import deterrence_by_move
from tabletop.tui.adjudicate.adjudicate_acts import AdjudicateActs
from tabletop.tui.adjudicate.items import item_sentence, sections
from tabletop.tui.adjudicate.queue import queue_row
from tabletop.tui.adjudicate.roll import RollDialog
from tabletop.tui.adjudicate.rule import RuleDialog
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bind
from tabletop.tui.kit.messages import ReviewAsked
from tabletop.tui.kit.screen import back, enters
from tabletop.tui.kit.wrapped import headed
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.sentences import moves_by_number

_BESIDE = 110
"""Columns from which the detail of an item stands beside the queue."""


class AdjudicateScreen(AdjudicateActs):
    """The queue, the detail of one item, dialogs to rule on it; `A` or Space accepts what is left."""

    ACTIONS = OF_CONTROL
    TITLE = "Adjudicate"
    HELP = (
        "First come the results that need a person, with the reason; below them those that the rules settle. Enter "
        "opens one: accept it with a sentence, amend it with effects, set it aside. The letter says how it is found: "
        "R rigid, S semi-rigid, F free, C consensual, M matrix, N minimal. A accepts all that is left and goes to "
        "review."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("space", "next", "accept what is left and go to review"),
        bind("A", "next", "accept what is left and go to review"),
        bind("enter", "open", "open the item"),
        bind("1", "focus('#queue')", "to the queue"),
        bind("2", "focus('#side')", "to the detail"),
        bind("f", "fact", "establish a fact that stands"),
        bind("m", "mode", "how results of this domain are found"),
        bind("w", "why", "the causes of a score"),
    ]

    items: Sequence[Proposal] = ()

    def body(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(id="queue", classes="framed", markup=False)
            with VerticalScroll(id="side", classes="framed") as side:
                side.border_title = "2 In detail"
                yield Static(id="detail", markup=False)

    def on_mount(self) -> None:
        self.query_one("#queue").focus()

    def on_resize(self) -> None:
        super().on_resize()
        self.draw()

    def keys(self) -> list[Key]:
        keys = [Key("Space", self._next_words(), "next"), Key("Enter", "open", "open"), self.key("undo")]
        keys += [Key("f", "fact", "fact"), Key("m", "mode", "mode"), Key("w", "why", "why")]
        return [*keys, self.key("back", "board")]

    def _left(self) -> list[Proposal]:
        return [item for item in self.view.proposals() if not item.ruled]

    def _next_words(self) -> str:
        if not self.open_now:
            return f"to {'review' if self.view.world.phase is Phase.REVIEW else 'the board'}"
        left = self._left()
        free = sum(item.item.startswith("free/") for item in left)
        need = sum(bool(item.needs) and not item.item.startswith("free/") for item in left)
        told = f"accept {len(left) - free}"
        told += f" ({need} need you)" if need else ""
        told += f", leave {free} free" if free else ""
        return f"{told}, to review"

    def draw(self) -> None:
        """Fills the queue anew, the cursor on the item it was on."""
        queue = self.query_one("#queue", OptionList)
        side = self.query_one("#side")
        side.display = self.app.size.width >= _BESIDE
        kept = queue.highlighted_option.id if queue.highlighted_option else None
        world = self.view.world
        self.items = self.view.proposals()
        self._by_move = deterrence_by_move(world) if self.open_now else {}
        self._by_number = moves_by_number(self.view.lines)
        queue.clear_options()
        needed = [item for item in self.items if item.needs]
        rest = [item for item in self.items if not item.needs]
        width = self._width()
        for title, group in (("Needs a person", needed), ("The rules settle these", rest)):
            if group:
                queue.add_option(Option(Content.styled(f"{title}  {len(group)}", palette.LABEL), disabled=True))
                queue.add_options(
                    [
                        Option(queue_row(item, self.view, self._by_move, self._by_number, width), id=item.item)
                        for item in group
                    ]
                )
        if not self.items:
            queue.add_option(Option(Content.styled(self._empty(), palette.LABEL), disabled=True))
        queue.border_title = frame_title(self._title(needed))
        if self.items:
            self._point_at(kept if any(item.item == kept for item in self.items) else self.items[0].item)
        self._draw_detail()

    def _point_at(self, item: str | None) -> None:
        queue = self.query_one("#queue", OptionList)
        if item is not None:
            queue.highlighted = queue.get_option_index(item)

    def _empty(self) -> str:
        if self.open_now:
            return "Nobody ordered anything this turn. Space goes to review."
        return f"Results are weighed in adjudicate; this is {self.view.world.phase.value}."

    def _title(self, needed: list[Proposal]) -> str:
        minutes = self.view.minutes.get("adjudicate", 0.0)
        waiting = [item for item in needed if not item.ruled]
        budget = f" · {minutes:g} minute{'' if minutes == 1 else 's'}" if minutes else ""
        each = f", {minutes * 60 / len(waiting):.0f} s each" if minutes and waiting else ""
        return f"1 Results  {len(waiting)} of {len(self.items)} need you{budget}{each}"

    def _width(self) -> int:
        whole = self.app.size.width
        return (whole * 3 // 5 if whole >= _BESIDE else whole) - 5

    def current(self) -> Proposal | None:
        """The item under the cursor."""
        option = self.query_one("#queue", OptionList).highlighted_option
        return next((item for item in self.items if option and item.item == option.id), None)

    def _draw_detail(self) -> None:
        item = self.current()
        side = self.query_one("#side")
        if item is None or not side.display:
            return
        width = max(20, self.app.size.width - self._width() - 12)
        title = Content.styled(item_sentence(item, self.view.world, self._by_number), f"bold {palette.BRIGHT}")
        told = headed(sections(item, self.view, self.view.lines, self._by_move), width)
        self.query_one("#detail", Static).update(Content("\n\n").join([title, told]))
        side.scroll_home(animate=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._draw_detail()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    @enters
    def action_open(self) -> None:
        """Opens the item under the cursor in its dialog."""
        item = self.current()
        if item is None:
            return
        kind = RollDialog if item.item.startswith("free/") else RuleDialog
        ask(self, kind(self.view, item, self._by_move), self._ruled)

    async def _ruled(self, moves: list[Move]) -> None:
        """Makes what a dialog came back with; an open free move goes on to its next step."""
        for move in moves:
            if await self.give(move):
                return
        item = self.current()
        if item and item.item.startswith("free/") and moves[-1].do in ("odds", "roll"):
            self.action_open()
        else:
            self._point_at(next((item.item for item in self.items if item.needs and not item.ruled), None))

    @enters
    async def action_next(self) -> None:
        """Accepts what is left; asks once when a free move would stay without effect."""
        if not self.open_now:
            self._to_review() if self.view.world.phase is Phase.REVIEW else back(self)
            return
        free = [item for item in self._left() if item.item.startswith("free/")]
        if free:
            told = "; ".join(item_sentence(item, self.view.world, self._by_number) for item in free)
            words = f"{told}. Without a ruling it has no effect."
            question = Confirm("Free moves are not ruled on", words, "accept all the same")
            ask(self, question, lambda _: self._accept())
            return
        await self._accept()

    async def _accept(self) -> None:
        if await self.give(Advance(seat="control")) is None:
            self._to_review()

    def _to_review(self) -> None:
        """Whoever lies below opens it, and so knows that the story has been shown."""
        below = self.app.screen_stack[-2]
        back(self)
        below.post_message(ReviewAsked(self.table))
