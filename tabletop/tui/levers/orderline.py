"""The order line on ":": words with completion, the price and the effect as one types, errors in place."""

from typing import ClassVar, Final

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tabletop.model.moves import Move
from tabletop.table.levers import Levers
from tabletop.table.port import View
from tabletop.tui.kit.cells import CellText, dotted
from tabletop.tui.kit.drafts import Drafts
from tabletop.tui.kit.fit import shortened
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.messages import MoveAsked
from tabletop.tui.levers.pricing import price_line
from tabletop.tui.look import palette
from tabletop.words.names import capital
from tabletop.words.orders.line import OrderReading, completed, read_line
from tabletop.words.sentences import deed_line

_MORE: Final = 9
"""Columns in which is told how many choices have no room."""


class OrderLine(Vertical):
    """Tab, or Right at the end, completes the word; Up and Down choose what it completes to. Enter orders and stays for
    the next. After `open` an empty Enter or Escape hides it; before, it is just there."""

    BINDINGS: ClassVar = [
        *bound(("tab", "complete", "complete the word"), ("right", "right", ""), priority=True),
        *bound(
            ("up", "choose(-1)", "the choice before"),
            ("down", "choose(1)", "the next choice"),
            ("escape", "leave", "close the line"),
        ),
    ]
    levers: Levers | None = None

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._reading = OrderReading()
        self._refusal = ""
        self._at = 0
        self._back: Widget | None = None
        self._was_opened = False
        self._last = ""
        self._drafts: Drafts | None = None

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(":", id="colon")
            yield LineInput(id="line", select_on_focus=False)
        yield Static(id="reading")
        yield Static(id="choices")

    def show(self, view: View, seat: str) -> None:
        """For whom the line orders, and in what world it is priced."""
        before, self.levers = self.levers, view.levers(seat)
        if before is not None and before.world.turn != view.world.turn and self._drafts is not None:
            self.recall(self._drafts)
        if self.display:
            self._read()

    def recall(self, drafts: Drafts) -> None:
        """Keeps what is typed in `drafts`, and begins with what stands there of the seat it orders for and this turn: a
        line of the turn before would be typed on."""
        self._drafts = drafts
        self.query_one(LineInput).value = drafts.of(self._draft_key).get("line", "")

    @property
    def _draft_key(self) -> str:
        return f"order/{self.levers.seat}/{self.levers.world.turn}" if self.levers else "order/"

    def open(self) -> None:
        """Shows the line and takes the focus; what was typed before stands in it again."""
        if not self.display:
            self._back = self.screen.focused
        self.display = self._was_opened = True
        field = self.query_one(LineInput)
        field.focus()
        field.cursor_position = len(field.value)
        self._last = ""
        self._read()

    def close(self) -> bool:
        """Hides the line if `open` showed it, else gives False; what was typed is kept."""
        if not self._was_opened:
            return False
        self.display = self._was_opened = False
        if self._back is not None:
            self._back.focus()
        return True

    def action_leave(self) -> None:
        if not self.close():
            raise SkipAction  # a line that was always there leaves Escape to its screen

    def action_right(self) -> None:
        field = self.query_one(LineInput)
        if field.cursor_position == len(field.value):
            self.action_complete()
        else:
            field.action_cursor_right()

    def action_complete(self) -> None:
        """Completes the word being typed to the choice shown first."""
        field = self.query_one(LineInput)
        if self._reading.choices:
            field.value = completed(field.value, self._reading, self._at)
            field.cursor_position = len(field.value)

    def action_choose(self, step: int) -> None:
        """Which of the choices Tab completes to."""
        if self._reading.choices:
            self._at = (self._at + step) % len(self._reading.choices)
            self._draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._drafts is not None:
            self._drafts.keep(self._draft_key, {"line": event.value} if event.value else {})
        self._at = 0
        if event.value:
            self._last = ""
        self._read()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            self.close()
            return
        reading = self._reading
        if reading.move is None or self._refusal:
            return
        self._last = self._sentence(reading.move)
        event.input.value = ""
        self.post_message(MoveAsked(reading.move))

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def _read(self) -> None:
        """Reads what is typed, and asks once whether it could be done."""
        levers = self.levers
        if levers is None or not self.is_mounted:
            return
        text = self.query_one(LineInput).value
        self._reading = read_line(levers.world, levers.seat, text.lstrip())
        refusal = levers.refusal(self._reading.move) if self._reading.move else None
        self._refusal = refusal.message if refusal else ""
        self._draw()

    def _draw(self) -> None:
        if self.levers is None or not self.is_mounted:
            return
        width = max(20, self.size.width - 2)
        self.query_one("#reading", Static).update(self._answer())
        self.query_one("#choices", Static).update(self._choices(width))

    def _answer(self) -> Content:
        reading = self._reading
        if self._last and not self.query_one(LineInput).value:
            return Content.assemble(("✓ ", palette.TEXT), (self._last, palette.TEXT))
        if reading.problem:
            return Content.styled(reading.problem, palette.LOW)
        if reading.move is None:
            words = f"{reading.words} " if reading.words else ""
            return Content.assemble((words, palette.TEXT), (f"… {reading.needs}?", palette.LABEL))
        if self._refusal:
            return Content.styled(self._refusal, palette.LOW)
        parts: list[CellText] = [(self._sentence(reading.move), f"bold {palette.BRIGHT}")]
        if self.levers and self.levers.lies_on_sheet(reading.move):
            parts.append(price_line(self.levers, reading.move))
        return dotted(parts)

    def _sentence(self, move: Move) -> str:
        world = self.levers and self.levers.world
        return capital(deed_line(move, world.scenario, world.seats)) if world else ""

    def _choices(self, width: int) -> Content:
        choices = self._reading.choices
        if not choices:
            whole = self._reading.move is not None and not self._refusal
            keys = "Enter orders it · Esc closes" if whole else "Esc closes"
            return Content.styled(keys, palette.DIM)
        parts: list[Content] = []
        room = width
        for n, (id, name) in enumerate(choices[self._at :]):
            part = Content.assemble((id, f"bold {palette.ACCENT}" if n == 0 else palette.TEXT),
                                    (f" {name}" if n == 0 else "", palette.LABEL))  # fmt: skip
            left = len(choices) - self._at - n
            if n and part.cell_length + 2 > room - (_MORE if left > 1 else 0):
                parts.append(Content.styled(f"{left} more", palette.LABEL))
                break
            parts.append(shortened(part, width))
            room -= part.cell_length + 2
        return Content("  ").join(parts)
