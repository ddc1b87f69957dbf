"""What stands on the why screen, as text: the scores to choose from, the sum of the causes, the move behind one."""

from collections.abc import Mapping, Sequence
from typing import Final

from textual.content import Content

from tabletop.model.account import Account
from tabletop.model.figures.forms import CAPITAL, DETERRENCE, MARGIN, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.table.moment import Moment
from tabletop.tui.kit.effects import effect_arrow
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.words import marks
from tabletop.words.causes import CauseBar, term_name, terms
from tabletop.words.names import better, score_name

_AT_LENGTH: Final = 35
"""Columns of a row from which a change stands in figures and not as an arrow alone."""


def explained_scores(world: World) -> list[str]:
    """Scores that can be explained, in the order of the board."""
    scenario = world.scenario
    own = [path_of(SUPPORT, seat) for seat, state in world.seats.items() if state.members]
    margins = [path_of(MARGIN, theatre) for theatre in scenario.theatres]
    theatres = [path_of(DETERRENCE, theatre) for theatre in scenario.theatres]
    return [*theatres, "deterrence", scenario.names.share, *scenario.tracks, *margins, *own,
            *(path_of(CAPITAL, seat) for seat in world.seats)]  # fmt: skip


def score_rows(moment: Moment, before: Mapping[str, object], room: int) -> dict[str, Content]:
    """Every score at a moment and how far it has moved. `before`: what is known of an earlier one."""
    world, now = moment.world, moment.scores
    rows = {}
    for score in explained_scores(world):
        was = before.get(score, now[score])
        change = marks.moved(was, now[score]) if isinstance(was, float | int) else 0.0
        name = score_name(world.scenario, score, world.seats, short=True)
        rows[score] = _score_row(name, now[score], change, effect_arrow(score, change, world.scenario)[1], room)
    return rows


def _score_row(name: str, value: float, change: float, ink: str, room: int) -> Content:
    """Name, value, change; where there is little room the arrow alone, before a name is cut at a word."""
    arrow, signed, still = palette.change_mark(change)
    ink = ink if signed else still
    narrow = room < _AT_LENGTH
    figure = f"{value:4.0f}" if narrow else f"{value:6.1f}"
    shift = f" {arrow}" if narrow else f" {arrow}{signed:>6}"
    space = room - len(figure) - len(shift)
    return Content.assemble(
        (f"{fitted(name, space):<{space}}", palette.LABEL), (figure, f"bold {palette.BRIGHT}"), (shift, ink)
    )


def sum_words(account: Account, world: World, room: int) -> str:
    """How many causes add up to what, and through which terms as far as there is room for all of them."""
    if not account.causes:
        return ""
    added = marks.moved(account.before, account.after)
    many, through = len(account.causes), terms(account)
    count = f"{many} cause{'' if many == 1 else 's'}"
    plain = f"{count} add{'s' if many == 1 else ''} up to {added:+.1f}"
    split = " · ".join(
        f"{term_name(t, world.scenario, world.seats)} {a:+.1f}" for t, a in through.items() if abs(a) >= 0.05
    )
    tries = [f"{plain}: {split}", f"{count}, {added:+.1f}: {split}", split] if len(through) > 1 else []
    return next((line for line in (*tries, plain) if len(line) <= room), plain)


def behind(rows: Sequence[CauseBar], at: int, score: str, world: World, width: int) -> Content:
    """The cause in row `at`, and the move that stands behind it."""
    if not rows:
        return Content.styled("Nothing has moved this score in that time.", palette.LABEL)
    row = rows[min(at, len(rows) - 1)]
    arrow, signed, ink = palette.change_mark(row.amount, 2, better(world.scenario, score))
    head = Content.assemble((row.label, f"bold {palette.BRIGHT}"), (f"  {arrow} {signed}", ink))
    lines = row.behind or ("By itself: no move stands behind it.",)
    return Content("\n").join(
        [hanging(head, width, 0), *(hanging(Content.styled(line, palette.TEXT), width, 0) for line in lines)]
    )
