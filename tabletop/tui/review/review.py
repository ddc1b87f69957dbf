"""The review of a turn: story first, numbers after. Space tells the story sentence by sentence where control tells it,
then reveals orders, results, scores, what was expected, and to a seat what it made of its own objectives."""

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
from tabletop.tui.review.because import Because
from tabletop.tui.review.own_objectives import objective_rows, objectives_title
from tabletop.tui.review.score_table import scores_part
from tabletop.tui.review.turn_parts import expected_part, foretold, orders_part, results_part, story_part
from tabletop.tui.review.what_if import WHAT_IF
from tabletop.words.story import told_turn

STEPS: Final = {
    "orders": "the orders", "results": "the results", "scores": "the scores", "expected": "what was expected",
    "objectives": "your objectives",
}  # fmt: skip
"""The parts in their order; the last is a seat's alone."""
_MARKS: Final = "①②③④⑤"


async def _next(screen: "ReviewScreen") -> None:
    """Tells the next sentence, then reveals the next part; after the last, goes on to the next turn's brief or to the
    end."""
    if screen.said < len(screen.sentences):
        screen.said += 1
        screen.refresh_view()
        screen.call_after_refresh(screen.follow_story)
        return
    if screen.step < len(screen.steps):
        _reveal(screen, screen.step + 1)
        screen.follow(screen.steps[screen.step - 1])
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


def _all(screen: "ReviewScreen") -> None:
    """Shows all; a seat comes to what it made of its objectives, for the next step leads on."""
    _reveal(screen, len(screen.steps))
    if screen.view.who in screen.view.world.seats:
        screen.follow(screen.steps[-1])


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
    """Its story, then its parts one below the other; those not told yet are empty frames."""

    TITLE = "Review"
    STAGE = "story"
    HELP = (
        "The turn told in order: its story sentence by sentence, what was ordered, what came of it, where the scores "
        "stand, what each seat had expected, what you made of your objectives. {Space} tells on and, after the last "
        "part, opens the next turn. {End} "
        "shows all at once. {w} asks why a score moved, {W} writes the report, {b} plays one decision otherwise."
    )
    ACTIONS = (
        *OF_CONTROL,
        Action("space", "next", "the next sentence or part, then the next turn", _next),
        Action("end", "all", "show all at once", _all, first=True),
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
            for name in ("story", *STEPS):
                yield Static(id=name, classes="framed", markup=False)

    def on_resize(self) -> None:
        self.draw()

    def keys(self) -> list[Key]:
        keys = [self.key("next", self.next_words())] if self.next_words() else []
        keys += [self.key("all")] if self.step < len(self.steps) and last_turn(self.view) else []
        keys += [self.key("why"), *([self.key("edit", "story")] if self.view.who == CONTROL else [])]
        return [*keys, self.key("replay"), self.key("back", "board")]

    def next_words(self) -> str:
        """What Space will do, or nothing."""
        world = self.view.world
        if self.said < len(self.sentences) and last_turn(self.view):
            return f"sentence {self.said + 1} of {len(self.sentences)}"
        if self.step < len(self.steps) and last_turn(self.view):
            return STEPS[self.steps[self.step]]
        if not self.may_go_on:
            return ""
        return "end the exercise" if world.turn >= world.turns else f"turn {world.turn + 1}: brief"

    @property
    def steps(self) -> tuple[str, ...]:
        """The parts that are told to who looks."""
        return tuple(STEPS) if self.view.who in self.view.world.seats else tuple(STEPS)[:-1]

    @property
    def may_go_on(self) -> bool:
        """Whether this place can open the next turn."""
        world = self.view.world
        mine = (self.alone or self.view.who == CONTROL) and not self.view.read_only
        return mine and world.phase is Phase.REVIEW and world.state is not State.ENDED

    def draw(self) -> None:
        """Writes what is told; the rest has its frame already, so that nothing jumps."""
        view, turn = self.view, last_turn(self.view)
        width = self.width
        for each in self.query(Static).filter(".framed"):
            each.display = each.id == "story" or (turn is not None and each.id in self.steps)
        if turn is None:
            self._put("story", Content.styled(f"Turn {view.world.turn} is not reviewed yet.", palette.LABEL), "Review")
            return
        before, after = turn
        told = told_turn(before.world, after.world, view.lines)
        because = Because([told])
        self.sentences = story(view)
        self._put(
            "story",
            story_part(self.sentences, width, self.said),
            f"Turn {after.world.turn}, {after.world.period}: the story",
        )
        parts = {
            "orders": partial(orders_part, told, after.world, width),
            "results": partial(results_part, told, after.world, width),
            "scores": partial(scores_part, before, after, because, width),
            "expected": partial(expected_part, before, after, width),
            "objectives": partial(objective_rows, before, after, view.who, because, width),
        }
        for n, name in enumerate(self.steps):
            shown, title = n < self.step, STEPS[name].capitalize()
            if shown and name == "objectives":
                title = f"{objectives_title(before, after, view.who)}, because"
            self._put(name, parts[name]() if shown else Content(""), f"{_MARKS[n]} {title}")
            self.query_one(f"#{name}").set_class(not shown, "untold")
        self.query_one("#expected").border_subtitle = frame_title(foretold(before, after) if self.step > 3 else "")

    def follow(self, part: str) -> None:
        """A part comes in sight, from its top."""
        parts = self.query_one("#parts")
        self.call_after_refresh(parts.scroll_to_widget, self.query_one(f"#{part}"), animate=False, top=True)

    @property
    def width(self) -> int:
        """Columns of a line of its parts."""
        return min(170, max(40, self.app.size.width - 5))

    def follow_story(self) -> None:
        """The last sentence that is told comes in sight."""
        parts = self.query_one("#parts")
        lines = story_part(self.sentences[: self.said], self.width).plain.count("\n") + 3
        parts.scroll_to(y=max(0, lines - parts.size.height), animate=False, force=True)

    def _put(self, part: str, content: Content, title: str) -> None:
        widget = self.query_one(f"#{part}", Static)
        widget.update(content)
        widget.border_title = frame_title(title)

    def on_taken_back(self) -> None:
        """When the turn's adjudication was taken back, to the board."""
        if self.view.world.phase is not Phase.REVIEW:
            back(self)
