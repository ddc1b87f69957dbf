"""Playing alone: which seat, how many turns, who plays the others, on which luck. Everything else is as the scenario
has it, and the brief comes next."""

from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tabletop.model.scenario import Scenario
from tabletop.table.begin import SOLO_TURNS, begin_solo, fresh_seed
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.keyline import Key, Keyline
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.rows import Rows
from tabletop.tui.levers.choose_seat import speaks_for
from tabletop.tui.look import palette
from tabletop.tui.start.setup_rows import Term, TermGroup
from tabletop.tui.start.terms import OF_TERMS, TermList, TermsScreen, next_of
from tabletop.words.policies import COMPANY, POLICY_LINES, policy_name

_HIGH: Final = 30
"""Rows from which all kinds of company stand below each other."""
_MIDDLING: Final = 2
"""Place in COMPANY that the cursor begins with."""


class AloneScreen(TermsScreen):
    """Rows change with left and right; the seed is typed."""

    ACTIONS = (
        *OF_TERMS,
        Action("space", "start", "begin", lambda screen: screen.start()),
        Action("ctrl+s", "send", "begin", lambda screen: screen.start()),
    )
    NAME, BEGINS, TYPED = "play alone", "begin", "the seed"
    HELP = (
        "One seat is yours, bots play the others and the model plays the adversary, control's steps and the dice. Who "
        "plays the others makes it easier or harder: all of them see what their seat may see and no more, and the dice "
        "know nobody. Up and down go to a row, left and right change it; {Space} begins."
    )

    def __init__(self, scenario: Scenario, seat: str = "") -> None:
        super().__init__(scenario)
        seats = [*scenario.seats]
        self.seat = seat or seats[min(1, len(seats) - 1)]
        self.turns = SOLO_TURNS if SOLO_TURNS in self.lengths else self.lengths[0]
        self.others = COMPANY[_MIDDLING][0]

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        with Vertical(id="body"):
            with Vertical(id="terms"):
                yield TermList(id="rows")
                with Horizontal(id="typed"):
                    yield Static("seed", classes="label")
                    yield LineInput(fresh_seed(), id="seed", max_length=40)
            with VerticalScroll(id="about", can_focus=False):
                yield Static(id="said")
        yield Keyline(id="keyline")

    def on_mount(self) -> None:
        self.query_one("#rows", Rows).border_title = "Play alone"

    def tell(self) -> None:
        self.query_one("#said", Static).update(self.said())

    def groups(self) -> list[TermGroup]:
        how = dict(COMPANY)[self.others]
        return [
            TermGroup(
                "Terms",
                [
                    Term("seat", "Your seat", self.scenario.seats[self.seat].name),
                    Term("turns", "Turns", str(self.turns)),
                    Term("others", "The others", policy_name(self.others), how),
                ],
            )
        ]

    def said(self) -> Content:
        """What is chosen, in sentences."""
        scenario, spec = self.scenario, self.scenario.seats[self.seat]
        members = speaks_for(scenario, self.seat, most=9, the=True)
        begin, end = scenario.period(1), scenario.period(self.turns)
        cut = "" if self.turns == scenario.turns else " Objectives are cut to that."
        head = Content.assemble(
            (spec.name, f"bold {palette.BRIGHT}"), (f", for {members}" if members else "", palette.LABEL),
            (f"\n{spec.job}\n{self.turns} turns, {begin} to {end}.{cut}", palette.TEXT),
        )  # fmt: skip
        small = self.app.size.height < _HIGH
        title = "The others" if small else "The others, from the easiest company to the hardest"
        shown = [(policy, how) for policy, how in COMPANY if not small or policy == self.others]
        levels = [_level(policy, how, chosen=policy == self.others) for policy, how in shown]
        same = Content.styled("All see what their seat may see and no more, whatever you choose.", palette.LABEL)
        return Content("\n").join([head, Content.styled(title, f"bold {palette.LABEL}"), *levels, same])

    def keys(self) -> list[Key]:
        if self.on_rows:
            return [self.key("start", "begin"), Key("← →", "change"), Key("Tab", "seed"), self.key("back")]
        return [Key("Enter", "begin"), self.key("back", "to the terms")]

    def turn(self, row: str, step: int) -> None:
        match row:
            case "seat":
                self.seat = next_of([*self.scenario.seats], self.seat, step)
            case "turns":
                self.turns = next_of(self.lengths, self.turns, step)
            case "others":
                self.others = next_of([policy for policy, _ in COMPANY], self.others, step)
        self.draw()

    def start(self) -> None:
        """To the brief."""
        seed = self.query_one("#seed", Input).value.strip()
        begin = partial(begin_solo, self.scenario, self.seat, turns=self.turns, others=self.others, seed=seed)
        if exercise := self.program.attempt(begin):
            self.app.pop_screen()
            self.program.exercises.open_seat(exercise, self.seat)


def _level(policy: str, how: str, *, chosen: bool) -> Content:
    """One kind of company: how hard it is, and what its bots do."""
    inks = (palette.BRIGHT, palette.TEXT) if chosen else (palette.LABEL, palette.LABEL)
    words = Content.styled(f"{policy_name(policy)}: {POLICY_LINES[policy]}", inks[1])
    return Content.assemble((f"{'▸' if chosen else ' '} {how:<9}", inks[0]), words)
