"""A free move before control: the odds are locked, then the dice fall, then effects come by ruling."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.suggester import SuggestFromList

from tabletop.model.council import FreeMove
from tabletop.model.likelihood import SCALE, TWO_DICE, find_word
from tabletop.model.moves import Move, Odds, Roll
from tabletop.model.moves.control import GRADES
from tabletop.tui.adjudicate.adjudication import AdjudicationDialog
from tabletop.tui.adjudicate.items import free_move_of, median_estimate, ruled_words
from tabletop.tui.kit.bars import bar
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.kit.wrapped import Section
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import letters
from tabletop.tui.look.blocks import rows as height
from tabletop.words.ruled import GRADES as GRADE_WORDS


def two_dice(net: int) -> list[Content]:
    """The rule of two dice: what each sum of reasons less counters gives, this one's lit."""
    inks = [f"bold {palette.ACCENT}" if n == net else palette.LABEL for n in range(-3, 4)]
    nets = [(f"{n:>+6d}" if n else f"{0:>6}", ink) for n, ink in enumerate(inks, start=-3)]
    chances = [(f"{chance:>6}", ink) for chance, ink in zip(TWO_DICE, inks, strict=True)]
    return [
        Content.assemble(("reasons less counters", palette.LABEL), *nets),
        Content.assemble(("two dice, per cent   ", palette.LABEL), *chances),
    ]


def _large(*words: tuple[str, str]) -> list[Content]:
    """Words and their inks in letters three rows high, one beside the other."""
    columns = [(letters(text), ink) for text, ink in words]
    return [
        Content("    ").join(Content.styled(rows[n], f"bold {ink}") for rows, ink in columns) for n in range(height())
    ]


class RollDialog(AdjudicationDialog):
    """Three steps: odds, roll, ruling. `^o` finds it not credible, `^g` rules without dice."""

    BINDINGS: ClassVar = bound(
        ("ctrl+o", "set_aside", "not credible"),
        ("ctrl+g", "grade", "rule without dice, or the next grade"),
    )

    grade = ""

    def fields(self) -> ComposeResult:
        words = SuggestFromList([word.word for word in SCALE], case_sensitive=False)
        yield from self.field("odds", "60, or a word: likely", words)
        yield from self.field("dice", "1 to 100 from the table; empty: keyed", most=3)
        yield from self.ruling_fields()

    def on_mount(self) -> None:
        self.free = free_move_of(self.item, self.view.world)
        if self.free and self.free.grade:
            self.grade = self.free.grade
        self.turn_to(self.step)

    @property
    def step(self) -> str:
        """odds, dice or public: the field that is waited for."""
        if self.grade:
            return "public"
        return "dice" if self.free and self.free.odds is not None else "odds"

    def turn_to(self, step: str) -> None:
        """Shows the fields of a step, the cursor in the first."""
        for name in ("odds", "dice", "public", "private", "effects"):
            visible = name == step if step != "public" else name in ("public", "private", "effects")
            self.query_one(f"#row-{name}").display = visible
        self.query_one(f"#{step}").focus()
        self.on_resize()
        self.refresh_offer()

    def key_words(self) -> list[Key]:
        match self.step:
            case "odds":
                keys = [
                    Key("Enter", "lock the odds"),
                    Key(shown("ctrl+g"), "no dice"),
                    Key(shown("ctrl+o"), "not credible"),
                ]
            case "dice":
                keys = [
                    Key("Enter", "roll" if not self.typed("dice") else "enter the dice"),
                    Key(shown("ctrl+o"), "not credible"),
                ]
            case _:
                keys = [Key("Enter", "rule"), Key(shown("ctrl+g"), "other grade"), Key(shown("ctrl+o"), "not credible")]
        return [*keys, Key("Esc", "back")]

    def offer(self) -> Content:
        free = self.free
        if free is None:
            return Content("")
        if self.step == "odds":
            return self._advice()
        if self.step == "dice":
            return Content("\n").join([*_large((f"{free.odds or 0:.0f} %", palette.ACCENT)), self._bar(free)])
        lines: list[Content] = []
        if free.rolled is None:
            lines.append(Content.styled(ruled_words(self.grade), f"bold {palette.ACCENT}"))
        else:
            ink = palette.HIGH_TEXT if self.grade.startswith("yes") else palette.LOW
            words = GRADE_WORDS.get(self.grade, "set aside")
            lines += [*_large((str(free.rolled), palette.BRIGHT), (words, ink)), self._bar(free)]
        effects = self.understood()
        lines.append(effects if effects else Content.styled("No effect unless you type one.", palette.LABEL))
        return Content("\n").join(part for part in (*lines, self.moved()) if part)

    def known(self) -> list[Section]:
        """Without the words that it is a free move: the dialog is of nothing else, and what is argued stands higher."""
        return [each for each in super().known() if [line.plain for line in each.lines] != ["A free move"]]

    @property
    def field_rows(self) -> int:
        return 3 if self.step == "public" else 1

    @property
    def offer_rows(self) -> int:
        """The dice are read from the back of the room."""
        thrown = self.free is not None and self.free.rolled is not None
        return 4 if self.step == "dice" or (self.step == "public" and thrown) else 1 if self.step == "odds" else 0

    def _bar(self, free: FreeMove) -> Content:
        """The odds over the whole line, and where the dice lie on it."""
        odds = free.odds or 0.0
        side = "at or under" if free.rolled is None or free.rolled <= odds else "over"
        words = f"  {side} {odds:.0f} succeeds" if free.rolled is None else f"  rolled {free.rolled}, {side} {odds:.0f}"
        line = bar(odds, self.inner - len(words), palette.ACCENT, marker=free.rolled)
        return Content.assemble(line, (words, palette.LABEL))

    def _advice(self) -> Content:
        """What estimates and reasons would say; control decides."""
        free = self.free
        assert free is not None
        net = max(-3, min(3, free.reasons + free.pros - free.cons))
        advice = []
        middle = median_estimate(free)
        if middle is not None:
            advice.append(f"median of estimates: {middle:.0f} %")
        word = find_word(self.typed("odds"))
        if word:
            advice.append(f"{word.word}: {word.low:.0f} to {word.high:.0f} %, rolled at {word.middle:.0f}")
        said = Content.styled(" · ".join(advice), palette.LABEL)
        return Content("\n").join(part for part in (*two_dice(net), said) if part)

    def confirm(self) -> list[Move] | str:
        match self.step:
            case "odds":
                return self._odds()
            case "dice":
                return self._dice()
        return self.ruling(self.grade, "matrix" if self.free and self.free.rolled is not None else "")

    def _odds(self) -> list[Move] | str:
        text = self.typed("odds").removesuffix("%").strip().replace(",", ".")
        if find_word(text):
            return [Odds(seat="control", move=self.item.ref, word=text.lower())]
        try:
            chance = float(text)
        except ValueError:
            return "Give the odds in per cent, or a word of the scale."
        if not 0 <= chance <= 100:
            return "Odds are 0 to 100 per cent."
        return [Odds(seat="control", move=self.item.ref, chance=chance)]

    def _dice(self) -> list[Move] | str:
        text = self.typed("dice")
        if not text:
            return [Roll(seat="control", move=self.item.ref)]
        if not text.isdecimal() or not 1 <= int(text) <= 100:
            return "Dice show 1 to 100; leave the field empty for the keyed roll."
        return [Roll(seat="control", move=self.item.ref, dice=int(text))]

    def action_set_aside(self) -> None:
        if self.step == "public" and self.grade == "set-aside":
            self.decide(self.ruling("set-aside"))
            return
        self.grade = "set-aside"
        self.turn_to("public")

    def action_grade(self) -> None:
        """The next of the four grades: by judgement, or another than the dice gave."""
        if self.grade in GRADES:
            self.grade = GRADES[(GRADES.index(self.grade) + 1) % len(GRADES)]
        else:
            middle = median_estimate(self.free) if self.free else None
            self.grade = "yes-but" if (middle or 0.0) > 50 else "no-but"
        self.turn_to("public")
