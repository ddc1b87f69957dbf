"""The review of a turn: story first, numbers after. Space reveals orders, results, scores, then what was expected."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.model.moves import Advance, Sitrep
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, State, World
from tabletop.table.moment import Moment
from tabletop.table.port import Table
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.form import asked_story
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bind
from tabletop.tui.kit.screen import TableScreen, back, enters
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.review.ledgers import expectation_lines, promise_lines, score_lines
from tabletop.words.foreseen import THE_RULE
from tabletop.words.names import seat_name, seat_short
from tabletop.words.sentences import deed_line
from tabletop.words.story import Happening, happenings, headline_story
from tabletop.words.turns import report_on

STEPS = ("the orders", "the results", "the scores", "what was expected")
_WIDE = 100
"""Columns from which seats have their whole names beside their orders."""
_SECTIONS = ("story", "results", "scores", "expected")


class ReviewScreen(TableScreen):
    """Four parts, one below the other; those not revealed yet are not there."""

    ACTIONS = OF_CONTROL
    TITLE = "Review"
    HELP = (
        "The turn told in order: what was ordered, what came of it, where the scores stand, what each seat had "
        "expected. Space reveals the next part and, after the last, opens the next turn. a shows all at once. "
        "w asks why a score moved."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("space", "next", "the next part, then the next turn"),
        bind("a", "all", "show all at once"),
        bind("w", "why", "the causes of a score"),
        bind("R", "replay", "step through the record"),
        bind("e", "edit", "write the situation report"),
        bind("backspace", "hide", "hide the last part again"),
    ]

    def __init__(self, table: Table, *, alone: bool = False) -> None:
        """`alone`: one plays a seat here with nobody for control, and goes on without it."""
        super().__init__(table)
        self.alone = alone
        self.shown = 1

    def body(self) -> ComposeResult:
        with VerticalScroll(id="parts"):
            for n, name in enumerate(_SECTIONS, 1):
                part = Static(id=name, classes="framed", markup=False)
                part.border_title = frame_title(f"{n} {STEPS[n - 1].capitalize()}")
                yield part

    def on_mount(self) -> None:
        self.query_one("#parts").focus()

    def on_resize(self) -> None:
        super().on_resize()
        self.draw()

    def keys(self) -> list[Key]:
        keys = [Key("Space", self.next_words(), "next")] if self.next_words() else []
        if self.shown < len(STEPS):
            keys.append(Key("a", "all", "all"))
        keys += [Key("w", "why", "why"), *([Key("e", "story", "edit")] if self.view.who == CONTROL else [])]
        keys.append(Key("R", "replay", "replay"))
        return [*keys, self.key("back", "board")]

    def next_words(self) -> str:
        """What Space will do, or nothing."""
        world = self.view.world
        if self.shown < len(STEPS):
            return STEPS[self.shown]
        if not self.may_go_on:
            return ""
        return "end the exercise" if world.turn >= world.turns else f"turn {world.turn + 1}: brief"

    @property
    def may_go_on(self) -> bool:
        """Whether this place can open the next turn."""
        world = self.view.world
        mine = (self.alone or self.view.who == CONTROL) and not self.view.read_only
        return mine and world.phase is Phase.REVIEW and world.state is not State.ENDED

    def turns(self) -> tuple[Moment, Moment]:
        """The end of the turn before the one reviewed, and the end of that, or now."""
        view = self.view
        over = view.world.phase is Phase.REVIEW
        reviewed = view.world.turn if over else view.world.turn - 1
        opening = view.ends[0]
        before = view.ends.get(reviewed - 1, opening)
        return before, view if over or not reviewed else view.ends.get(reviewed, opening)

    def draw(self) -> None:
        """Writes every part; those beyond the revealed stay hidden."""
        before, after = self.turns()
        width = min(150, max(40, self.app.size.width - 5))
        told = (
            self._story(before.world, after.world, width),
            self._results(before.world, after.world, width),
            score_lines(after, width),
            self._expected(before, after, width),
        )
        for n, (name, content) in enumerate(zip(_SECTIONS, told, strict=True)):
            part = self.query_one(f"#{name}", Static)
            part.display = n < self.shown
            part.update(content)
        self.query_one("#story").border_title = frame_title(
            f"1 Turn {after.world.turn}, {after.world.period}: the orders"
        )

    def _story(self, before: World, after: World, width: int) -> Content:
        lines = self.view.lines
        sentences = report_on(lines, after.turn) or headline_story(before, after, after.changes, lines)
        told = [hanging(Content.styled(sentence, f"bold {palette.BRIGHT}"), width, 0) for sentence in sentences]
        rows = [Content("\n\n").join(told), Content("")]
        called = seat_name if width >= _WIDE else seat_short
        names = {seat: called(after.scenario, seat, after.seats) for seat in after.seats}
        indent = max(map(len, names.values())) + 2
        for seat, name in names.items():
            orders = _orders(after, seat)
            label = Content.styled(name, f"bold {palette.LABEL}" if orders else palette.DIM)
            rows.append(hanging(orders or Content.styled("no orders", palette.DIM), width, indent, label))
        return Content("\n").join(rows)

    def _results(self, before: World, after: World, width: int) -> Content:
        told = happenings(before, after, after.changes, self.view.lines)
        if not told:
            return Content.styled("Nothing came, went or was agreed this turn.", palette.LABEL)
        return Content("\n").join([hanging(Content(_capital(each.text)), width, 2, _mark(each)) for each in told])

    def _expected(self, before: Moment, after: Moment, width: int) -> Content:
        expected = list(expectation_lines(after, before))
        rule = [Content.styled(THE_RULE, palette.LABEL)] if expected else []
        rows = [*expected, *rule, *promise_lines(before.world, after.world)]
        if not rows:
            return Content.styled("No seat said what it expected, and no promise fell due.", palette.LABEL)
        return Content("\n").join([hanging(row, width, 2) for row in rows])

    async def action_next(self) -> None:
        """Reveals the next part; after the last, goes on to the next turn's brief or to the end."""
        if self.shown < len(STEPS):
            self.shown += 1
            self.refresh_view()
            self.call_after_refresh(self._to_last)
            return
        if self.may_go_on and await self.give(Advance(seat=CONTROL)) is None:
            self._leave()

    def _leave(self) -> None:
        if self.view.world.state is State.ENDED:
            self.program.rooms.close(self.table.at(CONTROL), instead=True)
        else:
            back(self)

    def _to_last(self) -> None:
        part = self.query_one(f"#{_SECTIONS[self.shown - 1]}")
        self.query_one("#parts").scroll_to_widget(part, animate=False, top=True)

    def action_all(self) -> None:
        self.shown = len(STEPS)
        self.refresh_view()

    def action_hide(self) -> None:
        self.shown = max(1, self.shown - 1)
        self.refresh_view()

    def action_why(self) -> None:
        self.program.rooms.why(self.table)

    def action_replay(self) -> None:
        self.program.rooms.replay(self.table)

    @enters
    def action_edit(self) -> None:
        """The story in control's own words; it is kept as the situation report."""
        if self.view.who != CONTROL:
            return
        before, after = (moment.world for moment in self.turns())
        lines = self.view.lines
        draft = "\n\n".join(report_on(lines, after.turn)) or " ".join(
            headline_story(before, after, after.changes, lines)
        )
        words = "The story of the turn as you will read it aloud. It is kept on record."
        ask(self, asked_story("Situation report", words, draft, str(after.turn)), self._keep)

    async def _keep(self, text: str) -> None:
        if text:
            await self.give(Sitrep(seat=CONTROL, text=text))

    def on_taken_back(self) -> None:
        """When the turn's adjudication was taken back, to the board."""
        if self.view.world.phase is not Phase.REVIEW:
            back(self)


def _orders(world: World, seat: str) -> Content:
    """A seat's orders in a row; what control changed or set aside says so."""
    told = []
    for n, order in enumerate(world.seats[seat].orders):
        said = deed_line(order.move, world.scenario, world.seats)
        ruled = world.rulings.get(f"{seat}/{n}")
        if ruled and ruled.outcome in ("amend", "set-aside"):
            word = "amended" if ruled.outcome == "amend" else "set aside"
            told.append(Content.assemble((said, "strike"), (f" ({word} by control)", palette.LABEL)))
        else:
            told.append(Content(said))
    return Content("; ").join(told)


def _mark(each: Happening) -> Content:
    match each.good:
        case True:
            return Content.styled("▲", palette.HIGH_TEXT)
        case False:
            return Content.styled("▼", palette.LOW)
    return Content.styled("·", palette.DIM)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
