"""The review of a turn: story first, numbers after. Space reveals orders, results, scores, then what was expected."""

from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tabletop.model.moves import Advance, Sitrep
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, State
from tabletop.table.moment import Moment
from tabletop.table.port import Table, View
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.form import asked_story
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.leads import RECORD, why
from tabletop.tui.kit.screen import TableScreen, back
from tabletop.tui.look.titles import frame_title
from tabletop.tui.review.ledgers import score_lines
from tabletop.tui.review.turn_parts import expected_part, orders_part, results_part, told_story
from tabletop.words.turns import report_on

STEPS: Final = ("the orders", "the results", "the scores", "what was expected")
_SECTIONS: Final = ("story", "results", "scores", "expected")


def turns(view: View) -> tuple[Moment, Moment]:
    """The end of the turn before the one reviewed, and the end of that, or now."""
    over = view.world.phase is Phase.REVIEW
    reviewed = view.world.turn if over else view.world.turn - 1
    opening = view.ends[0]
    before = view.ends.get(reviewed - 1, opening)
    return before, view if over or not reviewed else view.ends.get(reviewed, opening)


async def _next(screen: "ReviewScreen") -> None:
    """Reveals the next part; after the last, goes on to the next turn's brief or to the end."""
    if screen.step < len(STEPS):
        _reveal(screen, screen.step + 1)
        part = screen.query_one(f"#{_SECTIONS[screen.step - 1]}")
        screen.call_after_refresh(screen.query_one("#parts").scroll_to_widget, part, animate=False, top=True)
        return
    if not screen.may_go_on or await screen.give(Advance(seat=CONTROL)):
        return
    if screen.view.world.state is State.ENDED:
        screen.program.rooms.close(screen.table.at(CONTROL), instead=True)
    else:
        back(screen)


def _reveal(screen: "ReviewScreen", step: int) -> None:
    screen.step = max(1, step)
    screen.refresh_view()


def _write(screen: "ReviewScreen") -> None:
    """The story in control's own words; it is kept as the situation report."""
    view = screen.view
    if view.who != CONTROL:
        return
    before, after = (moment.world for moment in turns(view))
    draft = ("\n\n" if report_on(view.lines, after.turn) else " ").join(told_story(before, after, view.lines))
    words = "The story of the turn as you will read it aloud. It is kept on record."
    question = asked_story("Situation report", words, draft, str(after.turn))
    ask(screen, question, lambda text: screen.give(Sitrep(seat=CONTROL, text=text)) if text else None)


class ReviewScreen(TableScreen):
    """Four parts, one below the other; those not revealed yet are not there."""

    TITLE = "Review"
    HELP = (
        "The turn told in order: what was ordered, what came of it, where the scores stand, what each seat had "
        "expected. {Space} reveals the next part and, after the last, opens the next turn. {End} shows all at "
        "once. {w} asks why a score moved."
    )
    ACTIONS = (
        *OF_CONTROL,
        Action("space", "next", "the next part, then the next turn", _next),
        Action("end", "all", "show all at once", partial(_reveal, step=len(STEPS)), first=True),
        why(),
        RECORD,
        Action("W", "edit", "write the situation report", _write, enters=True),
        Action("backspace", "hide", "hide the last part again", lambda screen: _reveal(screen, screen.step - 1)),
    )
    AUTO_FOCUS = "#parts"

    def __init__(self, table: Table, *, alone: bool = False) -> None:
        """`alone`: one plays a seat here with nobody for control, and goes on without it."""
        super().__init__(table)
        self.alone = alone
        self.step = 1

    def body(self) -> ComposeResult:
        with VerticalScroll(id="parts"):
            for n, name in enumerate(_SECTIONS, 1):
                part = Static(id=name, classes="framed", markup=False)
                part.border_title = frame_title(f"{n} {STEPS[n - 1].capitalize()}")
                yield part

    def on_resize(self) -> None:
        self.draw()

    def keys(self) -> list[Key]:
        keys = [self.key("next", self.next_words())] if self.next_words() else []
        keys += [self.key("all")] if self.step < len(STEPS) else []
        keys += [self.key("why"), *([self.key("edit", "story")] if self.view.who == CONTROL else [])]
        return [*keys, self.key("replay"), self.key("back", "board")]

    def next_words(self) -> str:
        """What Space will do, or nothing."""
        world = self.view.world
        if self.step < len(STEPS):
            return STEPS[self.step]
        if not self.may_go_on:
            return ""
        return "end the exercise" if world.turn >= world.turns else f"turn {world.turn + 1}: brief"

    @property
    def may_go_on(self) -> bool:
        """Whether this place can open the next turn."""
        world = self.view.world
        mine = (self.alone or self.view.who == CONTROL) and not self.view.read_only
        return mine and world.phase is Phase.REVIEW and world.state is not State.ENDED

    def draw(self) -> None:
        """Writes every part; those beyond the revealed stay hidden."""
        before, after = turns(self.view)
        lines, width = self.view.lines, min(150, max(40, self.app.size.width - 5))
        parts = (
            orders_part(before.world, after.world, lines, width),
            results_part(before.world, after.world, lines, width),
            score_lines(after, width),
            expected_part(before, after, width),
        )
        for n, (name, content) in enumerate(zip(_SECTIONS, parts, strict=True)):
            part = self.query_one(f"#{name}", Static)
            part.display = n < self.step
            part.update(content)
        title = f"1 Turn {after.world.turn}, {after.world.period}: the orders"
        self.query_one("#story").border_title = frame_title(title)

    def on_taken_back(self) -> None:
        """When the turn's adjudication was taken back, to the board."""
        if self.view.world.phase is not Phase.REVIEW:
            back(self)
