"""Terms of an exercise that has not begun, in rows that left and right change: what set-up and playing alone share.
Which terms there are, and what begins, each of them says."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, TypeVar

from textual.content import Content
from textual.widgets import Input, OptionList, Static

from tabletop.model.scenario import Scenario
from tabletop.tui.kit.acting import Acting
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.help import HelpDialog
from tabletop.tui.kit.keyline import Key, Keyline
from tabletop.tui.kit.rows import Rows
from tabletop.tui.look import palette
from tabletop.tui.start.setup_rows import TermGroup, term_rows

T = TypeVar("T")


def _turn(screen: "TermsScreen", step: int) -> None:
    screen.turn(screen.query_one("#rows", Rows).row, step)


def _back(screen: "TermsScreen") -> None:
    if screen.on_rows:
        screen.app.pop_screen()
    else:
        screen.query_one("#rows", Rows).focus()


def _help(screen: "TermsScreen") -> None:
    keys = [("Enter", screen.BEGINS), ("← →", "change the row"), ("Tab", f"to {screen.TYPED}"), ("Esc", "back")]
    screen.app.push_screen(HelpDialog(screen.NAME, screen.HELP, {"": keys}))


OF_TERMS = (
    Action("escape", "back", "back to the start screen", _back),
    Action("question_mark", "help", "this help", _help),
    Action("left,minus", "less", "", partial(_turn, step=-1)),
    Action("right,plus", "more", "", partial(_turn, step=1)),
)


class TermList(Rows):
    """Terms under their heads; the last group may lie below."""

    TELLS_MORE = True


class TermsScreen(Acting):
    """Subclasses compose `#head`, `#rows`, `#typed` with `#seed` in it, and `#keyline`. `NAME` stands in the head;
    `BEGINS` says what Enter does, `TYPED` what Tab goes to."""

    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (100, "-wide")]  # noqa: RUF012  Textual's own type
    HELP: ClassVar[str]
    NAME: ClassVar[str]
    BEGINS: ClassVar[str]
    TYPED: ClassVar[str]

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self.scenario = scenario
        self.lengths = sorted({*scenario.lengths, scenario.turns})

    def groups(self) -> list[TermGroup]:
        """All terms by what they are about."""
        raise NotImplementedError

    def turn(self, row: str, step: int) -> None:
        """Changes a row by one step."""
        raise NotImplementedError

    def tell(self) -> None:
        """Says what the terms mean."""
        raise NotImplementedError

    def keys(self) -> list[Key]:
        """Of the footer, where the focus is."""
        raise NotImplementedError

    def start(self) -> None:
        """Begins, by these terms."""
        raise NotImplementedError

    @property
    def on_rows(self) -> bool:
        """Whether the focus is in the rows, and not where something is typed."""
        return self.query_one("#rows", Rows).has_focus

    def on_mount(self) -> None:
        self.query_one("#typed").border_subtitle = "the same seed is the same luck"
        self.query_one("#rows", Rows).focus()
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def repaint(self) -> None:
        self.draw()

    def draw(self) -> None:
        """Draws the terms, what they mean, and the frame lines."""
        rows = self.query_one("#rows", Rows)
        rows.show_rows(term_rows(self.groups(), rows.inner))
        self.tell()
        self.query_one("#head", Static).update(
            Content.assemble(
                (self.scenario.marking, palette.LABEL), "\n", (self.scenario.title, f"bold {palette.BRIGHT}"),
                (f"   {self.NAME}", palette.ACCENT),
            )
        )  # fmt: skip
        self._foot()

    def _foot(self) -> None:
        self.query_one(Keyline).show(self.keys(), self.scenario.caveat)

    def on_descendant_focus(self) -> None:
        self._foot()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.start()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.start()


def next_of(values: Sequence[T], now: T, step: int) -> T:
    """So many steps on, round and round; the first where what stands is none of them."""
    return values[(values.index(now) + step) % len(values)] if now in values else values[0]
