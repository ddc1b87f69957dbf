"""The review of a turn: story first, numbers after. Space tells the story sentence by sentence where control tells it,
then reveals orders, results, scores, and what was expected."""

from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.model.moves import Advance, Sitrep
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, State
from tabletop.table.port import Table
from tabletop.table.turn_story import last_turn, story
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.form import asked_story
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.leads import RECORD, why
from tabletop.tui.kit.screen import TableScreen, back
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.review.because import because_of
from tabletop.tui.review.own_objectives import objective_rows, objectives_title
from tabletop.tui.review.score_table import scores_part
from tabletop.tui.review.turn_parts import expected_part, foretold, orders_part, results_part, story_part
from tabletop.tui.review.what_if import WHAT_IF
from tabletop.words.story import told_turn

STEPS: Final = ("the orders", "the results", "the scores", "what was expected")
_SECTIONS: Final = ("orders", "results", "scores", "expected")
_MARKS: Final = "①②③④"


async def _next(screen: "ReviewScreen") -> None:
    """Tells the next sentence, then reveals the next part; after the last, goes on to the next turn's brief or to the
    end."""
    if screen.said < len(screen.sentences):
        screen.said += 1
        screen.refresh_view()
        screen.call_after_refresh(screen.follow_story)
        return
    if screen.step < len(STEPS):
        _reveal(screen, screen.step + 1)
        part = screen.query_one(f"#{_SECTIONS[screen.step - 1]}")
        screen.call_after_refresh(screen.query_one("#parts").scroll_to_widget, part, animate=False, top=True)
        return
    if not screen.may_go_on or await screen.give(Advance(seat=CONTROL)):
        return
    if screen.view.world.state is State.ENDED:
        table = screen.table if screen.alone else screen.table.at(CONTROL)
        screen.program.rooms.close(table, instead=True, alone=screen.alone)
    else:
        back(screen)


def _reveal(screen: "ReviewScreen", step: int) -> None:
    screen.said, screen.step = len(screen.sentences), max(screen.first_step, step)
    screen.refresh_view()


def _hide(screen: "ReviewScreen") -> None:
    """The last part; before there is one, the last sentence."""
    if screen.step > screen.first_step:
        _reveal(screen, screen.step - 1)
    elif not screen.first_step:
        screen.said = max(1, min(screen.said, len(screen.sentences)) - 1)
        screen.refresh_view()


def _write(screen: "ReviewScreen") -> None:
    """The story in control's own words; it is kept as the situation report."""
    view = screen.view
    if view.who != CONTROL:
        return
    turn = last_turn(view)
    if turn is None:
        screen.notify("No turn has been adjudicated yet.")
        return
    words = "The story of the turn as you will read it aloud. It is kept on record."
    question = asked_story("Situation report", words, "\n\n".join(story(view)), str(turn[1].world.turn))
    ask(screen, question, lambda text: screen.give(Sitrep(seat=CONTROL, text=text)) if text else None)


class ReviewScreen(TableScreen):
    """Its story, then four parts one below the other; those not told yet are empty frames."""

    TITLE = "Review"
    STAGE = "story"
    HELP = (
        "The turn told in order: its story sentence by sentence, what was ordered, what came of it, where the scores "
        "stand, what each seat had expected. {Space} tells on and, after the last part, opens the next turn. {End} "
        "shows all at once. {w} asks why a score moved, {W} writes the report, {b} plays one decision otherwise."
    )
    ACTIONS = (
        *OF_CONTROL,
        Action("space", "next", "the next sentence or part, then the next turn", _next),
        Action("end", "all", "show all at once", partial(_reveal, step=len(STEPS)), first=True),
        why(),
        RECORD,
        Action("W", "edit", "write the situation report", _write, enters=True),
        WHAT_IF,
        Action("backspace", "hide", "hide the last part or sentence again", _hide),
    )
    AUTO_FOCUS = "#parts"

    def __init__(self, table: Table, *, alone: bool = False) -> None:
        """`alone`: one plays a seat here with nobody for control, and goes on without it."""
        super().__init__(table)
        self.alone = alone
        self.sentences = story(self.view)
        by_sentence = self.view.who == CONTROL and last_turn(self.view) is not None
        self.first_step = 0 if by_sentence else 1
        """Parts that stand there before anything is told: who reads for itself is not made to wait for its story."""
        self.said = 1 if by_sentence else len(self.sentences)
        self.step = self.first_step

    def body(self) -> ComposeResult:
        with VerticalScroll(id="parts"):
            for name in ("story", "orders", "results", "scores", "objectives", "expected"):
                yield Static(id=name, classes="framed", markup=False)

    def on_resize(self) -> None:
        self.draw()

    def keys(self) -> list[Key]:
        keys = [self.key("next", self.next_words())] if self.next_words() else []
        keys += [self.key("all")] if self.step < len(STEPS) and last_turn(self.view) else []
        keys += [self.key("why"), *([self.key("edit", "story")] if self.view.who == CONTROL else [])]
        return [*keys, self.key("replay"), self.key("back", "board")]

    def next_words(self) -> str:
        """What Space will do, or nothing."""
        world = self.view.world
        if self.said < len(self.sentences) and last_turn(self.view):
            return f"sentence {self.said + 1} of {len(self.sentences)}"
        if self.step < len(STEPS) and last_turn(self.view):
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
        """Writes what is told; the rest has its frame already, so that nothing jumps."""
        view, turn = self.view, last_turn(self.view)
        width = min(170, max(40, self.app.size.width - 5))
        for each in self.query(Static).filter(".framed"):
            each.display = each.id == "story" or (turn is not None and each.id != "objectives")
        if turn is None:
            self._put("story", Content.styled(f"Turn {view.world.turn} is not reviewed yet.", palette.LABEL), "Review")
            return
        before, after = turn
        told = told_turn(before.world, after.world, view.lines)
        because = because_of(told)
        self.sentences = story(view)
        self._put(
            "story",
            story_part(self.sentences, width, self.said),
            f"Turn {after.world.turn}, {after.world.period}: the story",
        )
        parts = (
            orders_part(told, after.world, width),
            results_part(told, after.world, width),
            scores_part(before, after, because, width),
            expected_part(before, after, width),
        )
        for n, (name, content) in enumerate(zip(_SECTIONS, parts, strict=True)):
            self._put(name, content if n < self.step else Content(""), f"{_MARKS[n]} {STEPS[n].capitalize()}")
            self.query_one(f"#{name}").set_class(n >= self.step, "untold")
        self.query_one("#expected").border_subtitle = frame_title(foretold(before, after) if self.step > 3 else "")
        if view.who in view.world.seats:
            self.query_one("#objectives").display = self.step > 2
            rows = objective_rows(before, after, view.who, because, width)
            self._put("objectives", rows, f"{objectives_title(before, after, view.who)}, because")

    def follow_story(self) -> None:
        """The last sentence that is told comes in sight."""
        parts, story = self.query_one("#parts"), self.query_one("#story", Static)
        lines = str(story.content).rstrip().count("\n") + 3
        parts.scroll_to(y=max(0, lines - parts.size.height), animate=False, force=True)

    def _put(self, part: str, content: Content, title: str) -> None:
        widget = self.query_one(f"#{part}", Static)
        widget.update(content)
        widget.border_title = frame_title(title)

    def on_taken_back(self) -> None:
        """When the turn's adjudication was taken back, to the board."""
        if self.view.world.phase is not Phase.REVIEW:
            back(self)
