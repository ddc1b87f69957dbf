"""A force before it is sent: the theatres it may go to with what each does, now or in a turn that is announced."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Status
from tabletop.model.moves import Assign, Deploy, Move
from tabletop.table.levers import Levers
from tabletop.tui.kit.cells import dotted
from tabletop.tui.kit.figure_card import FigureCard
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.pick import Choice
from tabletop.tui.kit.pick_dialog import Choices
from tabletop.tui.levers.pricing import aims_part, effect_part, effects_line
from tabletop.tui.look import palette
from tabletop.words.names import force_name, score_name, theatre_name
from tabletop.words.stations import home_words, part_words

_LEAST = 0.05
"""Points below which a theatre stays as it is."""


class SendDialog(FigureCard[Move]):
    """Up and down choose the theatre, left and right the turn; Enter orders."""

    BINDINGS: ClassVar = bound(
        ("right,plus", "ahead(1)", "a turn later"),
        ("left,minus", "ahead(-1)", "a turn earlier"),
    )

    def __init__(self, levers: Levers, force: str) -> None:
        returns = levers.world.forces[force].status is Status.ELSEWHERE
        verb, keys = ("Deploy", "") if returns else ("Assign", "← → turn · ")
        name = force_name(levers.world.scenario, force)
        super().__init__(f"{verb} {name}", f"↑ ↓ theatre · {keys}Enter orders · y origin · Esc back", "pick priced")
        self.levers, self.force, self.returns = levers, force, returns
        self.ahead = 0

    def body(self) -> ComposeResult:
        yield Static(id="when", classes="words")
        yield Choices(self._choices(), self.take)

    def on_mount(self) -> None:
        self._draw()

    def action_ahead(self, step: int) -> None:
        if self.returns:
            return
        world = self.levers.world
        self.ahead = max(0, min(world.turns - world.turn, self.ahead + step))
        self.query_one(Choices).lay(self._choices())
        self._draw()

    def take(self, n: int) -> None:
        """Orders what stands in row n."""
        self.dismiss(self._moves()[n])

    def _moves(self) -> tuple[Assign | Deploy, ...]:
        packages = self.levers.packages
        if self.returns:
            return packages.deployments(self.force)
        return packages.assignments(self.force, self.levers.world.turn + self.ahead if self.ahead else 0)

    def _choices(self) -> list[Choice[Move]]:
        scenario = self.levers.world.scenario
        return [
            Choice(move, theatre_name(scenario, move.theatre), *self._does(move), about=_there(move))
            for move in self._moves()
        ]

    def _does(self, move: Assign | Deploy) -> tuple[Content, Content]:
        """What it does, in the theatre that it goes to first: a few scores for the row, more of them for below."""
        quote, world = self.levers.quote(move), self.levers.world
        if quote.refusal:
            refused = Content.styled(quote.refusal.message, palette.LOW)
            return refused, refused
        there = path_of(DETERRENCE, move.theatre)
        points = quote.effects.get(there, 0.0)
        unmoved = Content.styled(f"{score_name(world.scenario, there, short=True)} as it is", palette.LABEL)
        first = effect_part(world, there, points) if abs(points) >= _LEAST else unmoved
        rest = {name: amount for name, amount in quote.effects.items() if name != there}
        mine, named = (aims_part(self.levers, quote.aims, brief=brief) for brief in (True, False))
        row = dotted(filter(None, [first, mine, effects_line(world, rest, 1 if mine else 2, move.seat)]))
        all_of_it = dotted(filter(None, [named, first, effects_line(world, rest, 6, move.seat)]))
        return row, Content.assemble((f"By turn {quote.by}: ", palette.LABEL), all_of_it)

    def _draw(self) -> None:
        self.query_one("#when", Static).update(Content.styled(self._when(), palette.LABEL))

    def _when(self) -> str:
        """When it goes, what of it, and what it is worth on its way."""
        world, packages = self.levers.world, self.levers.packages
        lends = home_words(world, self.force, bound=False)
        if self.ahead:
            notice = f"announced now; {packages.notice} turns ahead are notice"
            goes = f"Goes in turn {world.turn + self.ahead}, {notice}."
        else:
            goes = "Goes now, without notice."
        way = f"Counts {part_words(world.scenario.coefficients.transit)} for a turn on its way."
        return " ".join(filter(None, [goes, way, f"It {lends}." if lends else ""]))


def _there(move: Assign | Deploy) -> tuple[str, ...]:
    """Its row tells first what becomes of the theatre."""
    return "figure", path_of(DETERRENCE, move.theatre)
