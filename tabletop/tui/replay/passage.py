"""The moves around a moment of a replay: the highlighted one with what it changed, its neighbours on a line each."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from tabletop.model.moves import Redo, Undo
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.table.port import Record
from tabletop.table.record import place_kind
from tabletop.tui.kit.effects import effects_text
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.words.sentences import line_line

_SIGNS: Final = {"bookmark": "▼", "inject": "◆", "note": "•", "move": " "}
_LEAD: Final = 10
_NOTHING: Final = "moved no score by itself"


def passage(record: Record, lines: Sequence[Line], place: int, world: World, rows: int, width: int) -> list[Content]:
    """At most `rows` lines around the line at `place` (-1: the opening), as many before as after where there are; of
    each move all, or nothing."""
    if not lines:
        return [Content.styled("Nothing has been entered yet.", palette.LABEL)]
    here = _here(record, lines, place, world, width)
    before: list[Content] = []
    after: list[Content] = []
    n, m = place - 1, place + 1
    while (left := rows - len(here) - len(before) - len(after)) > 0 and (n >= 0 or m < len(lines)):
        if n >= 0 and (len(before) <= len(after) or m >= len(lines)):
            row = _row(record, lines[n], world, width, palette.LABEL)
            before, n = ([*row, *before], n - 1) if len(row) <= left else (before, -1)
        else:
            row = _row(record, lines[m], world, width, palette.DIM)
            after, m = ([*after, *row], m + 1) if len(row) <= left else (after, len(lines))
    return [*before, *here, *after]


def _here(record: Record, lines: Sequence[Line], place: int, world: World, width: int) -> list[Content]:
    if place < 0:
        how = Content.styled(said("→ goes a move on, {.} a turn on; {Space} plays from here."), palette.LABEL)
        return [
            Content.styled("▶     0   The opening", f"bold {palette.BRIGHT}"),
            *hanging(how, width, _LEAD).split("\n"),
        ]
    line = lines[place]
    void, elsewhere = undone(line), record.left(line.n)
    sentence = line_line(line, world.scenario, world.seats)
    style = f"bold {palette.BRIGHT}" + (" strike" if void and not elsewhere else "")
    lead = Content.styled(f"▶ {line.n:>5} {_SIGNS[place_kind(line.move)]} ", f"bold {palette.ACCENT}")
    state = "left for another branch  " if elsewhere else "undone  "
    struck = Content.styled(state, palette.LOW) if void else Content("")
    by = Content.styled(f"entered by {line.entered_by}  ", palette.DIM) if line.entered_by else Content("")
    changed = record.changed(line.n)
    room = width - _LEAD - 2 - struck.cell_length - by.cell_length
    effects = (
        effects_text(changed, world.scenario, world.seats, room)
        if changed
        else Content.styled(fitted(_NOTHING if not world.played_under else "", room), palette.DIM)
    )
    row = hanging(Content.styled(sentence, style), width, _LEAD, lead).split("\n")
    return [*row, Content.assemble(" " * _LEAD, struck, by, effects)]


def _row(record: Record, line: Line, world: World, width: int, ink: str) -> list[Content]:
    lead = Content.styled(f"  {line.n:>5} {_SIGNS[place_kind(line.move)]} ", palette.DIM)
    struck = undone(line) and not record.left(line.n)
    sentence = Content.styled(line_line(line, world.scenario, world.seats), f"{ink} strike" if struck else ink)
    return hanging(sentence, width, _LEAD, lead).split("\n")


def undone(line: Line) -> bool:
    """Whether a move stands no more: taken back, or on a branch that was left. What takes back is neither."""
    return not line.live and not isinstance(line.move, Undo | Redo)
