"""Why a score moved: its causes adding up, over this turn, an earlier one, or since the start."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.model.account import Account
from tabletop.model.figures.forms import CAPITAL, DETERRENCE, MARGIN, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.table.moment import Moment
from tabletop.table.port import Table
from tabletop.tui.charts.waterfall import Waterfall, WaterfallRow
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.effects import mark
from tabletop.tui.kit.keyline import Key, fitted
from tabletop.tui.kit.keys import bind
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.review.standings import standing_rows, standing_title
from tabletop.words import marks
from tabletop.words.causes import LEVELS, CauseBar, cause_bars, over_turns, term_name, terms
from tabletop.words.names import better, score_name
from tabletop.words.sentences import moves_by_number

_LIST = 40
_NARROW_LIST = 32
_NARROW = 100
_ROOMY = 160
"""Columns from which the move behind a cause stands beside its bar."""


class WhyScreen(TableScreen):
    """Scores at the left, the waterfall of one of them at the right, what stands behind a cause below it."""

    ACTIONS = OF_CONTROL
    TITLE = "Why"
    HELP = (
        "Each bar is a cause; together they make the change from before to after. [ and ] go a turn back and on, 0 "
        "shows all since the start. d changes the detail: the main causes, every cause, or the terms they worked "
        "through. Below the bars stands the move behind the cause under the cursor, with control's reason if any; a "
        "shows there what stands in a theatre, area by area, against what would be enough."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("left_square_bracket", "turn(-1)", "the turn before"),
        bind("right_square_bracket", "turn(1)", "the next turn"),
        bind("0", "since_start", "since the start, or one turn"),
        bind("d", "detail", "more or less detail"),
        bind("a", "areas", "what stands in a theatre, area by area"),
        bind("1", "focus('#scores')", "to the scores"),
        bind("2", "focus('#causes')", "to the causes"),
        bind("R", "replay", "step through the record"),
    ]

    def __init__(self, table: Table, score: str = "deterrence", turn: int = 0) -> None:
        """`turn`: the one shown first; 0 for the last in which anything has moved."""
        super().__init__(table)
        self.score = score
        self.level = 0
        self.whole = False
        self.areas = False
        self.at = turn or self.view.last_moved
        self._rows: list[CauseBar] = []

    def body(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(id="scores", classes="framed", markup=False)
            with Vertical(id="why"):
                yield Waterfall(id="causes", classes="framed")
                yield Static(id="behind", classes="framed", markup=False)

    def on_mount(self) -> None:
        self.query_one("#causes").focus()

    def on_resize(self) -> None:
        super().on_resize()
        self.set_class(self.app.size.width < _NARROW, "narrow")
        self.draw()

    def keys(self) -> list[Key]:
        keys = [Key("[ ]", "turn"), Key("0", "one turn" if self.whole else "since the start", "since_start")]
        keys.append(Key("d", LEVELS[self._next_level()], "detail"))
        if self.theatre:
            keys.append(Key("a", "behind it" if self.areas else "what stands", "areas"))
        return [*keys, Key("1", "scores", "focus('#scores')"), Key("R", "replay", "replay"), self.key("back")]

    def end_of(self, turn: int) -> Moment:
        """The end of a turn, or now."""
        return self.view if turn == self.view.world.turn else self.view.ends.get(turn, self.view.ends[0])

    @property
    def theatre(self) -> str:
        """The theatre whose deterrence or margin is looked at, or ""."""
        head, _, theatre = self.score.partition("/")
        return theatre if head in ("deterrence", "margin") else ""

    def explained(self) -> Account:
        """The change of the chosen score over the chosen turns."""
        turns = range(1, self.view.world.turn + 1) if self.whole else (self.at,)
        return over_turns([self.end_of(turn).explained(self.score) for turn in turns])

    def draw(self) -> None:
        """Writes the list of scores and the waterfall."""
        self._draw_scores()
        self._draw_causes()

    def _draw_scores(self) -> None:
        world, now = self.end_of(self.at).world, self.end_of(self.at).scores
        names = _shown(world)
        listed = self.query_one("#scores", OptionList)
        room = self._list - 5
        before = self.end_of(1).scores if self.whole else {}
        told = world.history[self.at - 1] if self.at - 1 < len(world.history) else {}
        opening = self.view.world.history[0] if self.whole and self.view.world.history else told
        options = []
        for score in names:
            was = opening.get(score, before.get(score, now[score]))
            change = marks.moved(was, now[score]) if isinstance(was, float | int) else 0.0
            name = score_name(world.scenario, score, world.seats, short=True)
            ink = mark(score, change, world.scenario)[1]
            options.append(Option(_score_row(name, now[score], change, ink, room), id=score))
        listed.set_options(options)
        listed.border_title = "1 Scores"
        if self.score in names:
            with self.prevent(OptionList.OptionHighlighted):
                listed.highlighted = names.index(self.score)

    def _draw_causes(self) -> None:
        world = self.view.world
        told = self.explained()
        by_number = moves_by_number(self.view.lines)
        self._rows = cause_bars(told, self.level, by_number, world.scenario, world.seats)
        name = score_name(world.scenario, self.score, world.seats)
        waterfall = self.query_one("#causes", Waterfall)
        when = "since the start" if self.whole else f"turn {self.at}, {world.scenario.period(self.at)}"
        roomy = self.app.size.width >= _ROOMY
        notes = [row.behind[0] if roomy and row.ref and row.behind else "" for row in self._rows]
        rows = [WaterfallRow(row.label, row.amount, note) for row, note in zip(self._rows, notes, strict=True)]
        waterfall.show(rows, told.before, told.after, f"{name}: {when}", better(world.scenario, self.score))
        waterfall.border_title = frame_title(f"2 {LEVELS[self.level].capitalize()}")
        waterfall.border_subtitle = frame_title(self._sum(told))
        self._draw_behind(0)

    def _sum(self, told: Account) -> str:
        """How many causes add up to what, and through which terms as far as there is room for all of them."""
        world, room = self.view.world, self.app.size.width - self._list - 6
        added = marks.moved(told.before, told.after)
        split = " · ".join(
            f"{term_name(t, world.scenario, world.seats)} {a:+.1f}" for t, a in terms(told).items() if abs(a) >= 0.05
        )
        if not told.causes:
            return ""
        count = f"{len(told.causes)} cause{'' if len(told.causes) == 1 else 's'}"
        plain = f"{count} add{'s' if len(told.causes) == 1 else ''} up to {added:+.1f}"
        tries = [f"{plain}: {split}", f"{count}, {added:+.1f}: {split}", split] if len(terms(told)) > 1 else []
        return next((line for line in (*tries, plain) if len(line) <= room), plain)

    @property
    def _list(self) -> int:
        return _NARROW_LIST if self.has_class("narrow") else _LIST

    def _draw_behind(self, at: int) -> None:
        pane = self.query_one("#behind", Static)
        width = self.app.size.width - self._list - 4
        pane.border_subtitle = ""
        if self.areas and self.theatre:
            pane.border_subtitle = frame_title(standing_title(self.view.world.scenario))
            pane.border_title = frame_title(
                f"What stands, end of turn {self.at}" if self.at < self.view.world.turn else "What stands now"
            )
            pane.update(Content("\n").join(standing_rows(self.end_of(self.at), self.theatre, width)))
            return
        if not self._rows:
            pane.border_title = "Behind it"
            pane.update(Content.styled("Nothing has moved this score in that time.", palette.LABEL))
            return
        row = self._rows[min(at, len(self._rows) - 1)]
        pane.border_title = "Behind it"
        arrow, signed, ink = palette.change_mark(row.amount, 2, better(self.view.world.scenario, self.score))
        head = Content.assemble((row.label, f"bold {palette.BRIGHT}"), (f"  {arrow} {signed}", ink))
        behind = row.behind or ("By itself: no move stands behind it.",)
        lines = [hanging(head, width, 0), *(hanging(Content.styled(line, palette.TEXT), width, 0) for line in behind)]
        pane.update(Content("\n").join(lines))

    def on_cursor_list_moved(self, event: Waterfall.Moved) -> None:
        event.stop()
        self._draw_behind(event.at)

    def on_waterfall_opened(self, event: Waterfall.Opened) -> None:
        """Enter on the smaller causes shows every one."""
        event.stop()
        if self.level != 1:
            self.level = 1
            self.refresh_view()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_id and event.option_id != self.score:
            self.score = event.option_id
            self.level = min(self.level, 1) if self._next_level() == 0 and self.level == 2 else self.level
            self._draw_causes()
            self.frame_lines()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one("#causes").focus()

    def _next_level(self) -> int:
        """The next level that says something else: terms only where there are several."""
        several = len(terms(self.explained())) > 1
        return (self.level + 1) % (len(LEVELS) if several else 2)

    def action_turn(self, by: int) -> None:
        self.whole = False
        self.at = min(max(1, self.at + by), self.view.world.turn)
        self.refresh_view()

    def action_since_start(self) -> None:
        self.whole = not self.whole
        self.refresh_view()

    def action_detail(self) -> None:
        self.level = self._next_level()
        self.refresh_view()

    def action_areas(self) -> None:
        self.areas = not self.areas
        self.refresh_view()

    def action_replay(self) -> None:
        self.program.rooms.replay(self.table)


def _shown(world: World) -> list[str]:
    """Scores that can be explained, in the order of the board."""
    scenario = world.scenario
    own = [path_of(SUPPORT, seat) for seat, state in world.seats.items() if state.members]
    margins = [path_of(MARGIN, theatre) for theatre in scenario.theatres]
    theatres = [path_of(DETERRENCE, theatre) for theatre in scenario.theatres]
    return [*theatres, "deterrence", scenario.names.share, *scenario.tracks, *margins, *own,
            *(path_of(CAPITAL, seat) for seat in world.seats)]  # fmt: skip


def _score_row(name: str, value: float, change: float, ink: str, room: int) -> Content:
    """Name, value, change; where there is little room the arrow alone, before a name is cut at a word."""
    arrow, signed, still = palette.change_mark(change)
    ink = ink if signed else still
    narrow = room < _LIST - 5
    figure = f"{value:4.0f}" if narrow else f"{value:6.1f}"
    moved = f" {arrow}" if narrow else f" {arrow}{signed:>6}"
    space = room - len(figure) - len(moved)
    return Content.assemble(
        (f"{fitted(name, space):<{space}}", palette.LABEL), (figure, f"bold {palette.BRIGHT}"), (moved, ink)
    )
