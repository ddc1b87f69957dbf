"""What waits for control now, and what the last turn brought: the facilitator's prompt."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.model.injects import InjectState
from tabletop.model.world import Phase, State, World
from tabletop.table.injects import waiting_answers
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.late import late_texts, late_words
from tabletop.words.names import seat_short


class Waiting(VerticalScroll, can_focus=False):
    """`show` draws what waits, and below it the story of the last turn."""

    def compose(self) -> ComposeResult:
        yield Static()

    _state: tuple[World, Sequence[str], Sequence[str]] | None = None
    asks = "Waiting for control"
    """The title where anything waits."""

    def on_resize(self) -> None:
        """What fits is chosen by the size, which is not known before the first layout."""
        if self._state is not None:
            self.show(*self._state)

    def show(self, world: World, lines: Sequence[str], story: Sequence[str]) -> None:
        """`lines`: what waits. `story`: sentences about the last turn, or about the exercise.

        The panel is never left empty.
        """
        self._state = world, lines, story
        over = world.turn if world.phase is Phase.REVIEW else world.turn - 1
        self.border_title = frame_title(self.asks if lines else f"Turn {over}" if over else "The question")
        width, height = max(12, self.size.width - 1), self.size.height
        bullet = Content.styled("•", palette.LOW)
        parts = [hanging(Content.styled(line, palette.TEXT), width, 2, bullet) for line in lines]
        if lines and story:
            parts += [Content(""), Content.styled(f"Turn {over}" if over else "The question", palette.LABEL)]
        room = height - sum(len(part.wrap(width)) or 1 for part in parts)
        sentences = fitting(story, width, room) if height > 0 else list(story)
        if not lines:
            sentences = sentences or list(story[:1])
        elif not sentences:
            parts = parts[: len(lines)]
        parts += [Content.styled(sentence, palette.LABEL if lines else palette.TEXT) for sentence in sentences]
        self.query_one(Static).update(Content("\n").join(parts))


def fitting(sentences: Sequence[str], width: int, room: int) -> list[str]:
    """The sentences that fit whole, in their order; the last one (where things stand) goes in first."""
    fit: set[int] = set()
    for n in sorted(range(len(sentences)), key=lambda n: (n != len(sentences) - 1, n)):
        lines = len(Content(sentences[n]).wrap(width))
        if lines <= room:
            fit.add(n)
            room -= lines
    return [sentences[n] for n in sorted(fit)]


def waiting_line(lines: Sequence[str], width: int) -> Content:
    """What waits in one line: as many as fit whole, and how many more there are, or only how many."""
    fit = Content("")
    for n, line in enumerate(lines):
        part = Content.assemble(("• ", palette.LOW), (line, palette.TEXT))
        longer = Content.assemble(fit, "   " if fit.cell_length else "", part)
        rest = len(lines) - n - 1
        if longer.cell_length + (len("   and 9 more") if rest else 0) > width:
            more = f"   and {rest + 1} more" if n else f"{rest + 1} waiting"
            return Content.assemble(fit, (more, palette.LABEL))
        fit = longer
    return fit


def waiting(world: World, model_red: bool = False, *, seals: bool = True) -> list[str]:
    """What stands open before control goes on, in a line each. `model_red`: nobody is asked for Red. `seals`: those
    as well, which the seats' list has."""
    if world.state is State.ENDED:
        return []
    lines = []
    teams = [seat for seat, state in world.seats.items() if state.player == "team"]
    silent = [seat for seat in teams if waiting_answers(world, seat)]
    sealed = [seat for seat in silent if world.seats[seat].sealed]
    if world.phase in (Phase.BRIEF, Phase.ORDERS) and silent:
        after = f", {_names(world, sealed)} sealed already" if sealed else ""
        lines.append(f"answers of {_names(world, silent)}{after}")
    if world.phase is Phase.ORDERS:
        unsealed = [seat for seat in teams if not world.seats[seat].sealed]
        if unsealed and seals:
            lines.append(f"the seal of {_names(world, unsealed)}")
        lines += [late_words(world, late) for late in late_texts(world)]
    if world.phase is Phase.RED and world.red is None and not model_red:
        lines.append(f"the order of {world.scenario.red.name}, before any order is opened")
    if world.phase is Phase.ADJUDICATE:
        open_moves = sum(f.turn == world.turn and not f.grade and f.rolled is None for f in world.free_moves)
        moves = f", {open_moves} free move{'s' if open_moves > 1 else ''} among them" if open_moves else ""
        lines.append(f"results{moves}")
    back = sum(state.state is InjectState.HELD for state in world.injects.values())
    if back:
        lines.append(f"{back} inject{'s' if back > 1 else ''} held back")
    due = sum(p.state == "open" and p.due <= world.turn for p in world.promises)
    if due:
        lines.append(f"{due} promise{'s' if due > 1 else ''} due")
    return lines


def _names(world: World, seats: Sequence[str]) -> str:
    """Up to three by name, more as a number."""
    if len(seats) > 3:
        return f"{len(seats)} seats"
    return ", ".join(seat_short(world.scenario, seat, world.seats) for seat in seats)
