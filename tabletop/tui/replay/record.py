"""A save of an earlier edition, stepped through as the record that it is: moves in words, scores as they were recorded.

Refuses to show forces, posts, money or a map of that time: nobody recorded them, and these rules can't know them.
"""

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from tabletop.model.figures.forms import CAPITAL, DETERRENCE, MARGIN, PRESSURE, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.tui.charts.scorelines import ScoreLines
from tabletop.tui.control.leaving import last_key
from tabletop.tui.kit.keyline import Key, fitted
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.rows import Rows
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.tui.replay.replay import ReplayScreen
from tabletop.words.names import score_name

_TURN: Final = 7
"""Columns of a turn."""
_NAME: Final = 34
"""Columns that a name has at most where not all turns stand beside whole names."""
_CORNERS: Final = 6
"""Columns of a border that carry no words."""
_EMPTY: Final = "No turn has ended yet: nothing was recorded but the moves."


class RecordedScores(Rows):
    """A row for each score, a column for each turn that has ended; "-" where it was not recorded."""

    BORDER_TITLE = "Scores as they were recorded at the ends of turns"

    def show(self, world: World) -> None:
        """As far as turns have ended in a world."""
        ended = range(1, len(world.history))
        longest = max((len(score_name(world.scenario, score, world.seats)) + 1 for score in _names(world)), default=0)
        least = min(longest, max(min(_NAME, self.inner // 2), self.inner - _TURN * len(ended)))
        turns = ended[-max(1, (self.inner - least) // _TURN) :]
        name = max(8, min(longest, self.inner - _TURN * len(turns)))
        head = Content.styled(" " * name + "".join(f"{f'T{turn}':>{_TURN}}" for turn in turns), palette.LABEL)
        rows: list[tuple[str, Content]] = [("", head)]
        for score in _names(world):
            values = [world.history[turn].get(score) for turn in turns]
            if any(value is not None for value in values):
                label = fitted(score_name(world.scenario, score, world.seats), name - 1).ljust(name)
                numbers = "".join(f"{_number(value):>{_TURN}}" for value in values)
                rows.append((score, Content.assemble((label, palette.LABEL), (numbers, palette.BRIGHT))))
        self.show_rows(rows if turns else [], _EMPTY)


def _names(world: World) -> Iterator[str]:
    """Scores in the order of the board: the alliance's, then by theatre, then by seat."""
    scenario = world.scenario
    yield from ("deterrence", scenario.names.share, *scenario.tracks)
    for theatre in scenario.theatres:
        yield from (path_of(form, theatre) for form in (DETERRENCE, PRESSURE, MARGIN))
    for seat in world.seats:
        yield from (path_of(form, seat) for form in (SUPPORT, CAPITAL))


def _number(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, int | float) else "-"


class RecordScreen(ReplayScreen):
    """The same line of moves under the scores that stand on it."""

    TITLE = "Record"
    HELP = (
        "An exercise that was played under rules of an earlier edition, as it stands on record: every move in its "
        "words, every score as it was when its turn ended. The version of tabletop that the frame names plays it on "
        "and says why scores moved. Forces, posts and money were not recorded. Left and right step, {Space} plays, "
        "{+} and {-} change the speed, {g} jumps to a turn, an inject, a note, a bookmark or a move. {E} looks "
        "through the eyes of control, the room or a seat. Undone moves are struck through."
    )

    def figures(self) -> ComposeResult:
        yield RecordedScores(classes="framed")

    def begin(self) -> None:
        self.query_one(RecordedScores).focus()

    def fit(self) -> None:
        """The table takes what there is."""

    def show_board(self) -> None:
        table = self.query_one(RecordedScores)
        table.show(self.view.world)
        why, room = self.record.closed, table.size.width - _CORNERS
        table.border_subtitle = frame_title(why if len(why) <= room else why.partition(",")[0])

    def draw_along(self) -> None:
        """The table has every turn's scores."""
        self.query_one(ScoreLines).display = False

    def keys(self) -> list[Key]:
        keys = [self.key("play", "pause" if self.playing.on else "play"), Key("← →", "step"), self.key("jump")]
        return [*keys, self.key("eyes"), Key(shown("plus,minus"), f"{self.playing.speed:g}/s"), last_key(self)]
