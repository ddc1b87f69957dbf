"""Beside the sheet: a seat's own objectives as they stand, and as they would after the sheet, if all else went its way.

The turn is rehearsed in the background: a key never waits for it.
"""

from collections.abc import Mapping
from functools import partial

from textual.content import Content
from textual.widgets import Static

from tabletop.model.seats import Marked
from tabletop.model.world import Phase
from tabletop.table.levers import Levers
from tabletop.table.port import View
from tabletop.tui.kit.bars import parts_bar
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.rows import ends
from tabletop.tui.look import palette

_FIGURES = 15
"""Columns right of a bar: "62 → 59  ▼-3.1"."""
_CALM = 0.2
"""Seconds in which no order is given before the turn is rehearsed."""


class Outlook(Static):
    """`show` draws what stands at once, and what the sheet would make of it when that is known."""

    _about: object = None
    _levers: Levers | None = None
    _after: Mapping[str, float] | None = None

    def show(self, view: View, seat: str) -> None:
        """As `seat` sees it. The same sheet under the same view is not rehearsed again."""
        levers, about = view.levers(seat), (view.head, view.n, seat)
        if about != self._about:
            self._about, self._after = about, None
            if view.world.phase is Phase.ORDERS:
                self.set_timer(_CALM, partial(self._rehearse, levers, about))
        self._draw(levers)

    def _rehearse(self, levers: Levers, about: object) -> None:
        if about == self._about:
            self.run_worker(partial(self._count, levers, about), thread=True, exclusive=True, group="outlook")

    def _count(self, levers: Levers, about: object) -> None:
        after = {each.objective.id: each.points for each in levers.after_sheet}
        if self.is_attached:
            self.app.call_from_thread(self._counted, levers, about, after)

    def _counted(self, levers: Levers, about: object, after: Mapping[str, float]) -> None:
        if about == self._about:
            self._after = after
            self._draw(levers)

    def _draw(self, levers: Levers) -> None:
        self._levers = levers
        width = self.content_size.width or 36
        self.update(outlook_lines(levers.objectives, self._after, width))

    def on_resize(self) -> None:
        if self._levers is not None:
            self._draw(self._levers)


def outlook_lines(objectives: list[Marked], after: Mapping[str, float] | None, width: int) -> Content:
    """A head with the whole result, then title and bar of each objective."""
    now = _total(objectives, None)
    then = _total(objectives, after) if after is not None else None
    lines = [ends(Content.styled("Your objectives", f"bold {palette.LABEL}"), _figures(now, then), width)]
    lines.append(Content.styled("░ by the review, with your sheet" if after is not None else "", palette.LABEL))
    for each in objectives:
        mark = Content.styled(" secret" if each.objective.secret else "", palette.LOW)
        title = fitted(each.objective.title, width - mark.cell_length)
        lines.append(Content.assemble((title, palette.TEXT), mark))
        points = None if after is None else after.get(each.objective.id, each.points)
        bar = ghost_bar(each.points, points, max(4, width - _FIGURES))
        lines.append(ends(bar, _figures(each.points, points), width))
    return Content("\n").join(lines)


def ghost_bar(now: float, then: float | None, width: int) -> Content:
    """How far a figure of 0 to 100 is, and in another tint what it would gain or lose."""
    have, come = (min(100.0, max(0.0, value)) for value in (now, now if then is None else then))
    low, high = min(have, come), max(have, come)
    ink = palette.HIGH_TEXT if come > have else palette.LOW
    return parts_bar([(low, "▇", palette.MIDDLE), (high - low, "░", ink), (100 - high, "▁", palette.EMPTY)], width)


def _figures(now: float, then: float | None) -> Content:
    """ "62 → 59 ▼-3.1"."""
    if then is None:
        return Content.styled(f"{now:.0f}", f"bold {palette.BRIGHT}")
    arrow, points, ink = palette.change_mark(then - now)
    if not points:
        return Content.assemble((f"{now:.0f}", f"bold {palette.BRIGHT}"), ("  ·", palette.DIM))
    return Content.assemble(
        (f"{now:.0f}", palette.TEXT), (" → ", palette.LABEL), (f"{then:.0f}", f"bold {palette.BRIGHT}"),
        (f" {arrow}{points}", ink),
    )  # fmt: skip


def _total(objectives: list[Marked], after: Mapping[str, float] | None) -> float:
    points = ((after or {}).get(each.objective.id, each.points) * each.weight for each in objectives)
    return sum(points) / 100
