"""Beside the sheet: a seat's own objectives as they stand, and as they would after the sheet, if all else went its way;
scores too where the sheet leaves room.

The turn is rehearsed in the background: a key never waits for it.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from attrs import frozen
from textual.content import Content
from textual.geometry import Size

from tabletop.model.seats import Marked
from tabletop.model.world import Phase
from tabletop.table.levers import Levers
from tabletop.table.port import View
from tabletop.tui.kit.bars import parts_bar
from tabletop.tui.kit.cursor_list import CursorList
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.rows import ends
from tabletop.tui.levers.sheet_scores import FIGURES, moved, score_blocks, whole
from tabletop.tui.look import palette

_HEAD, _EACH = 2, 2
"""Lines over the objectives, and of each."""
_CALM = 0.2
"""Seconds in which no order is given before the turn is rehearsed."""


@frozen
class SheetOutcome:
    """Points of a seat's objectives by id, and scores by path, at the next review under its sheet."""

    points: Mapping[str, float]
    scores: Mapping[str, float]


class Outlook(CursorList):
    """`show` draws what stands at once, and what the sheet would make of it when that is known. Arrows go through the
    objectives: where the figures of the one under the cursor come from can be asked."""

    _about: object = None
    _levers: Levers | None = None
    _after: SheetOutcome | None = None
    _room = 0
    content = Content("")
    """All lines of it, those too that have no room."""

    def show(self, view: View, seat: str, room: int = 0) -> None:
        """As `seat` sees it, with scores as far as `room` lines hold them. The same sheet under the same view is not
        rehearsed again."""
        levers, about, self._room = view.levers(seat), (view.head, view.n, seat), room
        if about != self._about:
            self._about, self._after = about, None
            if view.world.phase is Phase.ORDERS:
                self.set_timer(_CALM, partial(self._rehearse, levers, about))
        self._draw(levers)

    def _rehearse(self, levers: Levers, about: object) -> None:
        if about == self._about:
            self.run_worker(partial(self._count, levers, about), thread=True, exclusive=True, group="outlook")

    def _count(self, levers: Levers, about: object) -> None:
        then = levers.by_review
        after = SheetOutcome({each.objective.id: each.points for each in then.objectives}, then.scores)
        if self.is_attached:
            self.app.call_from_thread(self._counted, levers, about, after)

    def _counted(self, levers: Levers, about: object, after: SheetOutcome) -> None:
        if about == self._about:
            self._after = after
            self._draw(levers)

    def _draw(self, levers: Levers) -> None:
        self._levers = levers
        self.cursor = min(self.cursor, max(0, len(levers.objectives) - 1))
        width, after = self.content_size.width or 36, self._after
        content = outlook_lines(levers.objectives, after.points if after else None, width)
        for block in score_blocks(levers, after.scores if after else None, width):
            longer = Content("\n").join([content, Content(""), *block])
            content = longer if longer.plain.count("\n") < self._room else content
        self.content = content
        self.refresh(layout=content.plain.count("\n") + 1 != self.size.height)

    def on_resize(self) -> None:
        if self._levers is not None:
            self._draw(self._levers)

    @property
    def stops(self) -> Sequence[int]:
        return range(len(self._levers.objectives) if self._levers else 0)

    @property
    def points_at(self) -> str:
        """The objective under the cursor."""
        objectives = self._levers.objectives if self._levers else []
        return row_figure(("objective", objectives[self.cursor].objective.id)) if objectives else ""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self.content.plain.count("\n") + 1

    def render(self) -> Content:
        """From the first line on, or as far down as the cursor needs."""
        lines = self.content.split("\n")
        first = _HEAD + _EACH * self.cursor
        if self.has_focus:
            lit = f"{palette.BRIGHT} on {palette.CURSOR}"
            lines[first : first + 1] = [line.stylize(lit) for line in lines[first : first + 1]]
        return Content("\n").join(lines[max(0, first + _EACH - max(_EACH, self.content_size.height)) :])


def outlook_lines(objectives: list[Marked], after: Mapping[str, float] | None, width: int) -> Content:
    """A head with the whole result, then title and bar of each objective."""
    now = _total(objectives, None)
    then = _total(objectives, after) if after is not None else None
    lines = [ends(Content.styled("Your objectives", f"bold {palette.LABEL}"), moved(now, then, whole), width)]
    lines.append(Content.styled("░ by the review, with your sheet" if after is not None else "", palette.LABEL))
    for each in objectives:
        mark = Content.styled(" secret" if each.objective.secret else "", palette.LOW)
        title = fitted(each.objective.title, width - mark.cell_length)
        lines.append(Content.assemble((title, palette.TEXT), mark))
        points = None if after is None else after.get(each.objective.id, each.points)
        bar = ghost_bar(each.points, points, max(4, width - FIGURES))
        lines.append(ends(bar, moved(each.points, points, whole), width))
    return Content("\n").join(lines)


def ghost_bar(now: float, then: float | None, width: int) -> Content:
    """How far a figure of 0 to 100 is, and in another tint what it would gain or lose."""
    have, come = (min(100.0, max(0.0, value)) for value in (now, now if then is None else then))
    low, high = min(have, come), max(have, come)
    ink = palette.HIGH_TEXT if come > have else palette.LOW
    return parts_bar([(low, "▇", palette.MIDDLE), (high - low, "░", ink), (100 - high, "▁", palette.EMPTY)], width)


def _total(objectives: list[Marked], after: Mapping[str, float] | None) -> float:
    points = ((after or {}).get(each.objective.id, each.points) * each.weight for each in objectives)
    return sum(points) / 100
