"""The top two lines of every screen: the marking, then exercise, turn, phase, what is waited for, and the clock."""

from attrs import evolve
from textual.content import Content
from textual.widgets import Static

from tabletop.model.world import Phase, State, World
from tabletop.table.countdown import Countdown
from tabletop.tui.kit.clockface import clock_words
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.look import palette


class Headline(Static):
    """Drawn anew by `show`; the clock is the one bold figure at the right."""

    _lines = Content("")

    def show(self, marking: str, world: World, title: str, who: str, clock: Countdown) -> None:
        """`title` stands in the place of the phases on screens outside play."""
        width = max(20, (self.app.size.width or 80) - 2)
        line = self._line(world, title, who, width, clock)
        lines = Content("\n").join([Content.styled(marking, palette.LABEL), line])
        if not lines.is_same(self._lines):
            self._lines = lines
            self.update(lines, layout=False)

    def _line(self, world: World, title: str, who: str, width: int, clock: Countdown) -> Content:
        left = Content.assemble(
            (world.scenario.title, f"bold {palette.BRIGHT}"),
            ("  Turn ", palette.LABEL),
            (f"{world.turn}/{world.turns}", f"bold {palette.BRIGHT}"),
            (f" · {world.period}", palette.LABEL),
        )
        right = _right(world, who, clock)
        if clock.late and left.cell_length + len(title) + right.cell_length + 4 > width:
            right = _right(world, who, evolve(clock, late=0.0))
        room = width - right.cell_length - 2
        middle = Content.styled(title, f"bold {palette.ACCENT}") if title else _phases(world)
        if left.cell_length + middle.cell_length + 2 > room and not title:
            middle = Content.styled(world.phase.value.upper(), f"bold {palette.ACCENT}")
        if left.cell_length + middle.cell_length + 2 > room:
            left = Content.styled(
                fitted(world.scenario.title, max(0, room - middle.cell_length - 12)), f"bold {palette.BRIGHT}"
            ) + Content.styled(f"  {world.turn}/{world.turns}", palette.LABEL)
        gap = max(2, width - left.cell_length - middle.cell_length - right.cell_length)
        before = gap // 2
        return Content.assemble(left, " " * before, middle, " " * (gap - before), right)


def _phases(world: World) -> Content:
    parts: list[Content | str] = []
    for phase in Phase:
        here = phase is world.phase
        name = phase.value.upper() if here else phase.value.capitalize()
        parts += [Content.styled(name, f"bold {palette.ACCENT}" if here else palette.DIM), " › "]
    return Content.assemble(*parts[:-1])


def _right(world: World, who: str, clock: Countdown) -> Content:
    if world.state is State.PAUSED:
        return Content.styled(" PAUSED ", f"bold {palette.CRISIS_TEXT} on {palette.CRISIS}")
    if world.state is State.ENDED:
        return Content.styled("ENDEX", f"bold {palette.ACCENT}")
    parts: list[tuple[str, str]] = []
    if who:
        parts.append((f"{who}  ", palette.TEXT))
    elif world.phase is Phase.ORDERS:
        sealed = sum(seat.sealed for seat in world.seats.values() if seat.player == "team")
        teams = sum(seat.player == "team" for seat in world.seats.values())
        if teams:
            parts.append((f"{sealed}/{teams} sealed  ", palette.TEXT))
    if clock.late >= 1:
        parts.append((f"{clock.late:.0f} min late  ", palette.LOW))
    parts.append(clock_words(clock))
    return Content.assemble(*parts)
