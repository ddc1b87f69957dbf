"""An inject as a lane of turns: where it was told, is on the table, may still come. For control alone."""

from typing import Final

from textual.content import Content

from tabletop.model.injects import Inject, InjectSpec, InjectState
from tabletop.model.world import World
from tabletop.table.injects import OPEN, WAITING
from tabletop.tui.look import palette

TOLD, OPEN_NOW, DUE, MAYBE, NEVER = "●", "◆", "━", "┄", "·"
_LEGENDS: Final = (
    f"{TOLD} told  {OPEN_NOW} on the table  {DUE} may come  {MAYBE} if another opens it",
    f"{TOLD} told  {OPEN_NOW} open  {DUE} may come  {MAYBE} later",
    f"{TOLD} told  {OPEN_NOW} open  {DUE} may come",
)


def lanes_legend(width: int) -> str:
    """What the signs mean, in the longest form that fits; nothing where none does."""
    return next((words for words in _LEGENDS if len(words) <= width), "")


def lane_of(world: World, name: str, cell: int) -> Content:
    """So many columns a turn: where it was told, is on the table, may come, may come once another opens it, or not."""
    state, spec = world.injects[name], world.scenario.injects.get(name)
    return Content.assemble(*(_cell(world, state, spec, turn, cell) for turn in range(1, world.turns + 1)))


def turns_head(world: World, cell: int) -> Content:
    """The turns over the lanes, the present one lit; single digits where a turn has one column or two."""
    lead = "T" if cell > 2 else ""
    parts = []
    for turn in range(1, world.turns + 1):
        words = f"{lead}{turn}" if len(f"{lead}{turn}") <= cell else str(turn)[-cell:]
        parts.append((f"{words:<{cell}}", f"bold {palette.BRIGHT}" if turn == world.turn else palette.DIM))
    return Content.assemble(*parts)


def _cell(world: World, state: Inject, spec: InjectSpec | None, turn: int, cell: int) -> tuple[str, str]:
    sign, ink = NEVER, palette.EMPTY
    if state.turn == turn:
        sign, ink = (OPEN_NOW, palette.CRISIS_INK) if state.state in OPEN else (TOLD, palette.TEXT)
    elif state.state in WAITING and spec and turn >= world.turn and spec.window[0] <= turn <= spec.window[1]:
        sign, ink = (MAYBE, palette.LABEL) if state.state is InjectState.PLANNED else (DUE, palette.TEXT)
        return (sign * (cell - 1) + " ", ink) if cell > 1 else (sign, ink)
    return f"{sign:<{cell}}", ink
