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
from tabletop.words.said import full
from tabletop.words.why import MOST, Why

_AT_LENGTH: Final = 35
"""Columns of a row from which a change stands in figures and not as an arrow alone."""
_TOLD: Final = 7
"""Columns of an amount before its sentence."""


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
    brief = f"{value:4.1f}" if 0.05 <= abs(value) < 0.5 else f"{abs(value) if abs(value) < 0.5 else value:4.0f}"
    figure = brief if narrow else f"{value:6.1f}"
    shift = f" {arrow}" if narrow else f" {arrow}{signed:>6}"
    space = room - len(figure) - len(shift)
    return Content.assemble(
        (f"{fitted(name, space):<{space}}", palette.LABEL), (figure, f"bold {palette.BRIGHT}"), (shift, ink)
    )


def sum_words(account: Account, rows: int, world: World, room: int) -> str:
    """How many causes in how many rows add up to what, and through which terms where there is room for all."""
    if not account.causes:
        return ""
    causes, through = len(account.causes), terms(account)
    added = marks.moved(account.before, account.after)
    count = f"{causes} cause{'' if causes == 1 else 's'}"
    count += f" in {rows} rows" if rows < causes else ""
    plain = f"{count} add{'s' if causes == 1 else ''} up to {added:+.1f}"
    split = " · ".join(
        f"{term_name(t, world.scenario, world.seats)} {a:+.1f}" for t, a in through.items() if abs(a) >= 0.05
    )
    tries = [f"{plain}: {split}"] if len(through) > 1 else []
    return next((line for line in (*tries, plain) if len(line) <= room), plain)


def told_lines(
    told: Sequence[Why], tenths: Sequence[int], better: str, width: int, most: int, strands: int = MOST
) -> list[Content]:
    """The largest `strands` as sentences, as many as `most` rows hold: the amount, who did what, then luck and what
    would have avoided it. Where three have no room with all that, the first keeps it, or none, or they are told in
    short."""
    felt = [(each, amount) for each, amount in list(zip(told, tenths, strict=True))[:strands] if amount]
    if not felt:
        return [Content.styled("Nothing has moved this score in that time.", palette.LABEL)]
    whole = [_told(each, _aside(each), amount, better, width) for each, amount in felt]
    bare = [_told(each, (full(each.words),), amount, better, width) for each, amount in felt]
    short = [_told(each, (full(each.label),), amount, better, width) for each, amount in felt]
    tries = [whole, [whole[0], *bare[1:]], bare, [bare[0], *short[1:]], short]
    chosen = next((lines for lines in tries if _rows_of(lines) <= most), tries[-1])
    while len(chosen) > 1 and _rows_of(chosen) > most:
        chosen = chosen[:-1]
    return chosen


def _rows_of(blocks: Sequence[Content]) -> int:
    return sum(block.plain.count("\n") + 1 for block in blocks)


def _aside(each: Why) -> tuple[str, ...]:
    """A sentence, what of it is luck, what would have avoided it."""
    return tuple(filter(None, (full(each.words), each.luck, each.avoided)))


def _told(each: Why, said: Sequence[str], tenths: int, better: str, width: int) -> Content:
    arrow, signed, ink = palette.change_mark(tenths / 10, better=better)
    content = Content(" ").join(
        Content.styled(text, palette.LABEL if place else palette.TEXT) for place, text in enumerate(said)
    )
    return hanging(content, width, _TOLD, Content.styled(f"{arrow}{signed:>5}", f"bold {ink}"))


def behind(row: CauseBar | None, score: str, world: World, width: int, most: int) -> Content:
    """A cause and what stands behind it, in at most so many rows."""
    if row is None:
        return Content.styled("Nothing has moved this score in that time.", palette.LABEL)
    arrow, signed, ink = palette.change_mark(row.amount, 2, better(world.scenario, score))
    first = Content.assemble((f"{arrow} {signed}  ", f"bold {ink}"), (row.sentence or full(row.label), palette.TEXT))
    blocks = [hanging(first, width, 0)]
    for line in row.behind or ("By itself: no move stands behind it.",):
        block = hanging(Content.styled(line, palette.LABEL), width, 0)
        if _rows_of([*blocks, block]) <= most:
            blocks.append(block)
    return Content("\n").join(blocks)
