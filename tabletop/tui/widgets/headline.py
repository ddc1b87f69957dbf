"""The top two lines of every screen: the marking, then exercise, turn, phase, what is waited for, and the clock."""

from attrs import frozen
from textual.content import Content
from textual.widgets import Static

from tabletop.model.world import Phase, State, World
from tabletop.tui import palette


@frozen
class Clock:
    """Seconds left in the phase (negative: over), None when no countdown runs; `late`: minutes late on the day."""

    left: float | None = None
    late: float = 0.0


class Headline(Static):
    """Drawn anew by `show`; the clock is the one bold figure at the right."""

    DEFAULT_CSS = """
    Headline { dock: top; height: 2; width: 1fr; padding: 0 1; }
    """

    def show(
        self, marking: str, world: World | None, *, title: str = "", who: str = "", clock: Clock | None = None
    ) -> None:
        """`title` stands in the place of the phases on screens outside play."""
        width = max(20, (self.app.size.width or 80) - 2)
        line = self._line(world, title, who, width, clock or Clock()) if world else Content.styled(title, "bold")
        self.update(Content("\n").join([Content.styled(marking, palette.LABEL), line]))

    def _line(self, world: World, title: str, who: str, width: int, clock: Clock) -> Content:
        left = Content.assemble(
            (world.scenario.title, f"bold {palette.BRIGHT}"),
            ("  Turn ", palette.LABEL),
            (f"{world.turn}/{world.turns}", f"bold {palette.BRIGHT}"),
            (f" · {world.period}", palette.LABEL),
        )
        middle = Content.styled(title, palette.ACCENT) if title else _phases(world)
        right = _right(world, who, clock)
        if left.cell_length + middle.cell_length + right.cell_length + 4 > width and not title:
            middle = Content.styled(world.phase.value.upper(), f"bold {palette.ACCENT}")
        gap = max(1, width - left.cell_length - middle.cell_length - right.cell_length)
        before = gap // 2
        return Content.assemble(left, " " * max(1, before), middle, " " * max(1, gap - before), right)


def _phases(world: World) -> Content:
    parts: list[Content | str] = []
    for phase in Phase:
        here = phase is world.phase
        name = phase.value.upper() if here else phase.value.capitalize()
        parts += [Content.styled(name, f"bold {palette.ACCENT}" if here else palette.DIM), " › "]
    return Content.assemble(*parts[:-1])


def _right(world: World, who: str, clock: Clock) -> Content:
    if world.state is State.PAUSED:
        return Content.styled("PAUSED", f"bold {palette.CRISIS_TEXT} on {palette.CRISIS}")
    if world.state is State.ENDED:
        return Content.styled("ENDEX", f"bold {palette.ACCENT}")
    parts: list[tuple[str, str]] = []
    if who:
        parts.append((f"{who}  ", palette.TEXT))
    elif world.phase is Phase.ORDERS:
        sealed = sum(seat.sealed for seat in world.seats.values())
        parts.append((f"{sealed}/{len(world.seats)} sealed  ", palette.TEXT))
    if clock.left is not None:
        sign = "-" if clock.left < 0 else ""
        minutes, seconds = divmod(int(abs(clock.left)), 60)
        colour = palette.LOW if clock.left < 60 else palette.BRIGHT
        parts.append((f"{sign}{minutes:02}:{seconds:02}", f"bold {colour}"))
    return Content.assemble(*parts)
