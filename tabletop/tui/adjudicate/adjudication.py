"""What the dialogs of adjudication share: what is known of an item above, fields below, and what Enter will do."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Label, Static

from tabletop.model.moves import Move, Rule
from tabletop.model.proposals import Proposal
from tabletop.table.port import View
from tabletop.tui.adjudicate.before_after import moved_to
from tabletop.tui.adjudicate.items import ByMove, item_sentence, sections
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.effect_field import EffectSuggester, told_back
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.wrapped import Section, headed
from tabletop.tui.look import palette
from tabletop.words.effect_line import effect_tables, example
from tabletop.words.sentences import moves_by_number

_AIRY: Final = 30
"""Rows of a screen from which on what is told stands apart by blank lines."""


class AdjudicationDialog(Card[list[Move]]):
    """Dismissed with the moves to make, or None. Subclasses say what Enter offers and which moves it makes."""

    DRAFTS = True
    BINDINGS: ClassVar = bound(
        ("pageup", "scroll(-1)", "scroll up"),
        ("pagedown", "scroll(1)", "scroll down"),
    )

    def __init__(self, view: View, item: Proposal, by_move: ByMove) -> None:
        super().__init__(f"Move {item.ref} · {item.mode}", look="adjudication")
        self.view, self.item, self._by_move = view, item, by_move
        self.about = str(self.item.ref)

    def body(self) -> ComposeResult:
        with VerticalScroll(id="told", can_focus=False):
            yield Static(id="known", markup=False)
        yield from self.fields()
        yield Static(id="offer", markup=False)

    def fields(self) -> ComposeResult:
        """Rows to type in."""
        yield from self.ruling_fields()

    def ruling_fields(self) -> ComposeResult:
        """The sentence that all may hear, control's own reason, and effects."""
        yield from self.field("public", "a sentence that everybody may hear")
        yield from self.field("private", "control's own reason")
        yield from self.field("effects", example(self.view.world), EffectSuggester(self.view.world))

    def field(self, name: str, placeholder: str, suggester: Suggester | None = None, most: int = 0) -> ComposeResult:
        """One labelled line, of `most` characters where that is not 0."""
        with Horizontal(classes="row", id=f"row-{name}"):
            yield Label(name)
            yield LineInput(placeholder=placeholder, id=name, suggester=suggester, classes="field", max_length=most)

    def on_mount(self) -> None:
        self._draw_known()
        self.refresh_offer()

    def on_resize(self) -> None:
        self.query_one("#told").styles.max_height = max(5, self.app.size.height - 9 - self.field_rows - self.offer_rows)
        self._draw_known()

    def _draw_known(self) -> None:
        world = self.view.world
        sentence = item_sentence(self.item, world, moves_by_number(self.view.lines))
        airy = self.app.size.height >= _AIRY
        details = headed(self.known(), self.inner, airy=airy)
        told = Content.styled(sentence, f"bold {palette.BRIGHT}"), details
        self.query_one("#known", Static).update(Content("\n\n" if airy else "\n").join(told))

    def known(self) -> list[Section]:
        """What is told of the item before anything is typed."""
        return sections(self.item, self.view, self.view.lines, self._by_move)

    def typed(self, name: str) -> str:
        """What stands in a field, or nothing where there is no such field."""
        return next((field.value.strip() for field in self.query(f"#{name}").results(Input)), "")

    @property
    def offer_rows(self) -> int:
        """Rows that the offer takes beyond two."""
        return 0

    @property
    def field_rows(self) -> int:
        """Rows that the fields take."""
        return 3

    @property
    def inner(self) -> int:
        """Columns of a line."""
        return min(96, self.app.size.width) - 7

    def offer(self) -> Content:
        """What Enter will do, or why it can't."""
        return Content("")

    def key_words(self) -> list[Key]:
        """The dialog's keys, Enter first."""
        return []

    def confirm(self) -> list[Move] | str:
        """The moves that Enter makes, or the sentence why none."""
        return ""

    def refresh_offer(self) -> None:
        """Draws what Enter will do and the keys."""
        self.query_one("#offer", Static).update(self.offer())
        self.foot(self.key_words())

    def understood(self) -> Content:
        """Effects as they were read."""
        return told_back(self.view.world, self.typed("effects"))[0]

    def moved(self) -> Content:
        """Effects as they were read, from what to what."""
        if not told_back(self.view.world, self.typed("effects"))[1]:
            return Content("")
        return moved_to(effect_tables(self.view.world, self.typed("effects")), self.view)

    def ruling(self, outcome: str, mode: str = "") -> list[Move] | str:
        """A ruling from the fields, or why it can't be made: leaving the model's result needs a reason."""
        reading, good = told_back(self.view.world, self.typed("effects"))
        if not good:
            return reading.plain
        if outcome in ("amend", "set-aside") and not (self.typed("public") or self.typed("private")):
            return "Say why, in public or in private: the explanation will name it."
        return [
            Rule(
                seat="control",
                item=self.item.ref,
                outcome=outcome,
                effects=effect_tables(self.view.world, self.typed("effects")),
                mode=mode,
                public=self.typed("public"),
                private=self.typed("private"),
            )
        ]

    def decide(self, answer: list[Move] | str) -> None:
        """Closes with the moves, or says in place why not."""
        if isinstance(answer, str):
            self.query_one("#offer", Static).update(Content.styled(answer, palette.LOW))
        else:
            self.dismiss(answer)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.refresh_offer()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.decide(self.confirm())

    def action_scroll(self, way: int) -> None:
        pane = self.query_one("#told")
        pane.scroll_relative(y=way * max(3, pane.size.height - 2), animate=False)
