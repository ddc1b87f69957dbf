"""ENDEX: three lines of result, what the exercise was for, and, once asked, what each seat had wanted and reached."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.model.moves import Reveal
from tabletop.model.seats import CONTROL
from tabletop.model.survey import SlipWhen
from tabletop.model.world import State
from tabletop.table.owners import teams
from tabletop.table.port import Table, View
from tabletop.table.result import three_lines
from tabletop.table.stage.scene import Scene
from tabletop.table.survey import slips
from tabletop.table.turn_story import all_turns
from tabletop.tui.control.actions import OF_CONTROL, POSTER
from tabletop.tui.control.place import in_control
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.leads import RECORD, why
from tabletop.tui.kit.screen import TableScreen, back
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.review.because import Because
from tabletop.tui.review.endings import objective_lines, seat_lines
from tabletop.tui.review.hotwash import HOTWASH, hotwash_lines
from tabletop.tui.review.own_objectives import objective_rows, objectives_title
from tabletop.tui.review.score_table import scores_part
from tabletop.tui.review.what_if import WHAT_IF
from tabletop.words.names import listed, seat_short

FINGERPRINT: Final = 12
"""Characters of the record's head that are printed and compared."""


def _reveal(screen: "EndexScreen") -> None:
    """Asks once: what is revealed can't be taken back from a room. Who has played alone is asked nothing."""
    if screen.revealed or not screen.reveals:
        return
    if screen.alone:
        screen.reveal()
        return
    rest = " Let the room guess first."
    if _closes_survey(screen):
        rest = f" This closes the survey: {_missing(screen.view)}{rest}"
    words = f"The secret objectives of every seat will stand on this screen.{rest}"
    ask(screen, Confirm("Reveal the objectives?", words, "reveal"), lambda _: _reveal_on_record(screen))


async def _reveal_on_record(screen: "EndexScreen") -> None:
    """On record, where that can be: from then on no survey slip is taken."""
    if _closes_survey(screen):
        await screen.give(Reveal(seat=CONTROL))
    screen.reveal()


async def _next(screen: "EndexScreen") -> None:
    """What comes next in the close: what the seats wanted, what they say of it, then back."""
    await screen.action_do(screen.next_step)


def _closes_survey(screen: "EndexScreen") -> bool:
    """Whether to reveal here is an act on record."""
    return in_control(screen) and screen.enters and not screen.view.world.revealed


def _missing(view: View) -> str:
    """Which teams have handed in no slip at the end."""
    world = view.world
    there = {slip.seat for slip in slips(view.lines) if slip.time.when == SlipWhen.END}
    names = [seat_short(world.scenario, seat, world.seats) for seat in teams(world) if seat not in there]
    if not names:
        return "every seat has handed in a slip."
    return f"no slip at the end has come from {listed(names)}."


def _look(screen: "EndexScreen") -> None:
    from tabletop.tui.control.on_paper import print_looks

    print_looks(screen)


class EndexScreen(TableScreen):
    """Nothing secret stands here before control has asked for it."""

    TITLE = "Close"
    HELP = (
        "What came of it in three lines, what the exercise was run for, every score from the opening to here, and the "
        "fingerprint of the record. {z} shows it on a page. {S} reveals the objectives of every seat with their points "
        "and closes the survey: {N} types in slips before that. {W} writes down what a seat says in the hotwash. {b} "
        "plays one decision otherwise and lays both lines side by side. {I} puts the quick look on paper, one page "
        "for you and one for the players. {R} steps through the record."
    )
    ACTIONS = (
        *OF_CONTROL,
        Action("space", "next", "the next step, named in the footer", _next),
        Action("S", "reveal", "reveal the seats' objectives", _reveal),
        Action("I", "paper", "the quick look on paper, for control and for players", _look, when=in_control),
        RECORD,
        why(),
        HOTWASH,
        WHAT_IF,
        POSTER,
    )
    AUTO_FOCUS = "#parts"

    def __init__(self, table: Table, *, alone: bool = False) -> None:
        """`alone`: the table of the seat that a player alone has had; what it reached stands first."""
        super().__init__(table)
        self.alone = alone
        self.revealed = False
        self._told = 0, Because(())
        self._over = self.view.world.state is State.ENDED

    def body(self) -> ComposeResult:
        with VerticalScroll(id="parts"):
            for name, title in (
                ("result", "The result"),
                ("mine", "Your objectives"),
                ("aims", "What it was run for"),
                ("scores", "Scores: from the opening to here"),
                ("seats", "What each seat wanted"),
                ("hotwash", "The hotwash"),
                ("record", "The record"),
            ):
                part = Static(id=name, classes="framed", markup=False)
                part.border_title = frame_title(title)
                yield part

    def on_resize(self) -> None:
        self.draw()

    def keys(self) -> list[Key]:
        words = {"reveal": "reveal objectives", "hotwash": "hotwash", "back": "board"}
        keys = [self.key("next", words[self.next_step])]
        if self.view.who == CONTROL:
            keys += [self.key("hotwash", "hotwash")] if self.next_step != "hotwash" else []
            keys += [self.key("what_if", "what if"), self.key("paper", "quick look")]
            if self.view.world.state is State.ENDED:
                keys += [self.key("poster", "on a page")]
        return [*keys, self.key("why"), self.key("replay"), self.key("back", "board")]

    def on_stage(self) -> Scene | None:
        """What the seats wanted, once it stands here."""
        return Scene("reveal") if self.revealed else None

    def draw(self) -> None:
        """Writes all parts; objectives only once they are revealed."""
        view, width = self.view, min(140, max(40, self.app.size.width - 5))
        lines = [hanging(Content.styled(line, palette.BRIGHT), width, 2, f"{n}") for n, line in
                 enumerate(three_lines(view), 1)]  # fmt: skip
        if view.world.state is not State.ENDED:
            lines.insert(0, Content.styled("The exercise has not ended; this is how it stands now.", palette.LOW))
        lines.append(Content.styled("In this model, on this one path: no forecast.", palette.LABEL))
        self.query_one("#result", Static).update(Content("\n").join(lines))
        self._draw_mine(width)
        self.query_one("#aims").display = not self.alone
        self.query_one("#aims", Static).update(objective_lines(view.world, view.lines, width))
        self.query_one("#scores", Static).update(scores_part(view.ends[0], view, self._because(), width))
        once = "." if self.alone else ", once the survey is done and the room has guessed."
        hidden = Content.styled(said(f"{{S}} reveals them{once}"), palette.LABEL)
        wanted = (
            seat_lines(self.table.at(CONTROL).view_now() if self.alone else view, width) if self.revealed else hidden
        )
        self.query_one("#seats", Static).update(wanted)
        self.query_one("#hotwash").display = view.world.state is State.ENDED and view.who == CONTROL
        self.query_one("#hotwash", Static).update(hotwash_lines(view, width))
        self.query_one("#record", Static).update(
            hanging(
                Content.assemble(
                    ("fingerprint ", palette.LABEL), (view.head[:FINGERPRINT], f"bold {palette.BRIGHT}"),
                    (f"   {view.n} moves   {view.saved}", palette.LABEL),
                ),
                width,
                2,
            )
        )  # fmt: skip

    @property
    def next_step(self) -> str:
        """The action that Space does."""
        if self.reveals and not self.revealed:
            return "reveal"
        return "hotwash" if self.view.who == CONTROL and self.view.world.state is State.ENDED else "back"

    @property
    def reveals(self) -> bool:
        """Whether what all seats wanted may stand here: control's to say, and anybody's who has played alone."""
        return self.view.who == CONTROL or (self.alone and self.view.world.state is State.ENDED)

    def _draw_mine(self, width: int) -> None:
        """What the seat of a player alone has reached, and because of what."""
        part, view = self.query_one("#mine", Static), self.view
        part.display = view.who in view.world.seats
        if part.display:
            part.border_title = frame_title(objectives_title(view.ends[0], view, view.who))
            part.update(objective_rows(view.ends[0], view, view.who, self._because(), width))

    def _because(self) -> Because:
        """What moved scores most in all turns; worked out anew when another turn is over."""
        if self._told[0] != len(self.view.world.history):
            self._told = len(self.view.world.history), Because(all_turns(self.view))
        return self._told[1]

    def reveal(self) -> None:
        """Shows what each seat wanted, first of all."""
        self.revealed = True
        self.refresh_view()
        self.call_after_refresh(
            self.query_one("#parts").scroll_to_widget, self.query_one("#seats"), animate=False, top=True
        )

    def on_taken_back(self) -> None:
        """When the end was taken back, to the board."""
        if self._over and self.view.world.state is not State.ENDED:
            back(self)
