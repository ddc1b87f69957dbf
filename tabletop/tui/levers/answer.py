"""An inject with its options: who sends it, why one would choose each, which way it goes; its figures on a key."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tabletop.model.injects import OptionSpec
from tabletop.model.moves import Answer, Move
from tabletop.table.levers import Levers
from tabletop.tui.kit.cells import dotted
from tabletop.tui.kit.drafts import Fields
from tabletop.tui.kit.effects import written
from tabletop.tui.kit.figure_card import FigureCard
from tabletop.tui.kit.keyline import keys_in
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.levers.pricing import aims_part
from tabletop.tui.look import palette
from tabletop.words.leanings import leanings, speaker
from tabletop.words.names import capital, inject_name, listed, seat_name

_INDENT = 5
_NOTHING = "moves nothing by itself"
_CHOOSE = "↑ ↓ or a number chooses · d figures · W in words · Esc back"
_FIRST = "Nothing is chosen yet: ↑ ↓ or a number · d figures · W in words · Esc back"
_ANSWER = "Enter answers · ↑ ↓ or a number · d figures · W in words · Esc back"
_COUNTS = "Each answer counts with its part; what most choose comes of it, of equals the choice of {}, asked first."
_NONE = -1
"""The place of the cursor before anything is chosen."""


class AnswerDialog(FigureCard[Move]):
    """Up and down, or a number, choose; Enter answers; W answers in words of one's own; D turns what each option does
    into figures, and back. Nothing is chosen at first, unless it was answered before: no Enter in passing answers
    anything. `entered`: control gives the seat's answer, so that the card says whose it is."""

    AUTO_FOCUS = ""
    DRAFTS = True
    BINDINGS: ClassVar = bound(
        ("up", "choose(-1)", "option above"),
        ("down,space", "choose(1)", "option below"),
        ("enter", "answer", "answer so"),
        ("W", "words", "answer in words"),
        ("d", "digits", "figures or words"),
        *((str(n + 1), f"at({n})", f"option {n + 1}") for n in range(8)),
    )

    def __init__(self, levers: Levers, inject: str, *, entered: bool = False) -> None:
        world, seat = levers.world, levers.seat
        self.levers, self.inject = levers, inject
        self.about = f"{seat}/{inject}"
        spec = world.scenario.injects.get(inject)
        self.options: tuple[OptionSpec, ...] = spec.options if spec else ()
        self.text = spec.text.strip() if spec else ""
        self.default = spec.default if spec else ""
        answer = levers.answers.answer(inject)
        self.at = next((n for n, option in enumerate(self.options) if option.id == answer), _NONE)
        self.may_answer = bool(seat) and levers.refusal(Answer(seat=seat, inject=inject, text="-")) is None
        self.digits = False
        keys = (_CHOOSE if self.at == _NONE else _ANSWER) if self.options else "Enter answers · Esc back"
        title = inject_name(world.scenario, inject)
        whose = f"{seat_name(world.scenario, seat, world.seats)} answers: " if entered else ""
        super().__init__(f"{whose}{title}", keys if self.may_answer else "y origin · Esc back")

    def body(self) -> ComposeResult:
        with VerticalScroll(id="inject", can_focus=False):
            yield Static(self._sender(), classes="words")
            yield Static(Content(self.text), classes="words")
            yield Static(Content.styled(self._who(), palette.LABEL), classes="words")
            for n in range(len(self.options)):
                yield Static(id=f"option-{n}")
        field = LineInput(id="text", placeholder="the answer in words; control rules on it")
        field.display = self.in_words
        yield field

    def on_mount(self) -> None:
        self.query_one("#inject").styles.height = "auto"
        if self.in_words:
            self.query_one("#text").focus()

    def on_resize(self) -> None:
        self.query_one("#inject").styles.max_height = max(8, self.app.size.height - 8)
        self._draw()

    @property
    def points_at(self) -> str:
        """The inject: what it and its options move."""
        return row_figure(("inject", self.inject))

    @property
    def in_words(self) -> bool:
        """Whether words are the only answer there is."""
        return self.may_answer and not self.options

    def recall(self, draft: Fields) -> None:
        """Words of one's own that were begun are shown."""
        super().recall(draft)
        field = self.query_one("#text", LineInput)
        field.display = self.in_words or bool(field.value)

    def action_choose(self, step: int) -> None:
        if self.options:
            self._at((0 if step > 0 else -1) if self.at == _NONE else self.at + step)

    def action_at(self, n: int) -> None:
        if n < len(self.options):
            self._at(n)

    def action_words(self) -> None:
        if self.may_answer:
            field = self.query_one("#text", Input)
            field.display = True
            field.focus()

    def action_digits(self) -> None:
        self.digits = not self.digits
        self._draw()

    def action_answer(self) -> None:
        if self.may_answer and self.options and self.at == _NONE:
            self.foot(keys_in(_FIRST))
        elif self.may_answer and self.options:
            self.dismiss(Answer(seat=self.levers.seat, inject=self.inject, option=self.options[self.at].id))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(Answer(seat=self.levers.seat, inject=self.inject, text=event.value.strip()))

    def _draw(self) -> None:
        for n, option in enumerate(self.options):
            self.query_one(f"#option-{n}", Static).update(self._option(n, option))

    def _at(self, n: int) -> None:
        """Chooses an option and brings it into view."""
        if self.at == _NONE and self.may_answer:
            self.foot(keys_in(_ANSWER))
        self.at = n % len(self.options)
        self._draw()
        self.call_after_refresh(self.query_one(f"#option-{self.at}").scroll_visible, animate=False)

    def _sender(self) -> Content:
        spec = self.levers.world.scenario.injects.get(self.inject)
        by = [part for part in (spec.channel, spec.sender) if part] if spec else []
        return Content.styled(capital(": ".join(by)), palette.LABEL)

    def _who(self) -> str:
        world = self.levers.world
        asked = self.levers.answers.addressees(self.inject)
        seats = [seat_name(world.scenario, seat, world.seats, the=True) for seat in asked]
        if not seats:
            return "" if self.options else "Nobody is asked to answer: it is news."
        several = len(seats) > 1
        how = "" if self.options else " in words"
        share = f" {_COUNTS.format(seats[0])}" if several and self.options else ""
        return f"{capital(listed(seats))} {'answer' if several else 'answers'}{how}.{share}"

    def _option(self, n: int, option: OptionSpec) -> Content:
        here = n == self.at and self.may_answer
        default = " (if nothing is said)" if option.id == self.default else ""
        ink = f"bold {palette.BRIGHT}" if here else palette.TEXT
        cursor = "▸ " if here else "  ", palette.ACCENT
        mark = Content.assemble(cursor, (f"{shown(str(n + 1))}  ", f"bold {palette.ACCENT}"))
        width = max(20 + _INDENT, min(96, self.app.size.width) - 6)
        lines = [hanging(Content.assemble((option.text, ink), (default, palette.LABEL)), width, _INDENT, mark)]
        if here and option.reason:
            world = self.levers.world
            who = speaker(option.effects, world.scenario, self.levers.seat, world.seats)
            said = Content.assemble((f"{who}: ", palette.LABEL), (f'"{option.reason}"', palette.TEXT))
            lines.append(hanging(said, width, _INDENT))
        if self.may_answer:
            nothing = Content.styled(_NOTHING, palette.LABEL)
            lines.append(hanging(self._does(option) if option.effects else nothing, width, _INDENT))
            if own := self._own(option):
                lines.append(hanging(own, width, _INDENT))
        if here and option.hint:
            lines.append(hanging(Content.styled(f"Later: {option.hint}", palette.LABEL), width, _INDENT))
        return Content("\n").join(lines)

    def _own(self, option: OptionSpec) -> Content | None:
        """What the answer does for the objectives of whoever gives it, as far as it counts."""
        levers = self.levers
        return aims_part(levers, levers.aims(Answer(seat=levers.seat, inject=self.inject, option=option.id)))

    def _does(self, option: OptionSpec) -> Content:
        """Which way it goes, or its figures."""
        world = self.levers.world
        if self.digits:
            return written(option.effects, world.scenario, world.seats, self.levers.seat)
        inks = {True: palette.HIGH_TEXT, False: palette.LOW, None: palette.TEXT}
        told = leanings(option.effects, world.scenario, world.seats, self.levers.seat)
        return dotted((each.words, inks[each.good]) for each in told)
