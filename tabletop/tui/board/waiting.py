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
    """`show` draws it from control's world and the story of the last turn."""

    def compose(self) -> ComposeResult:
        yield Static()

    _shown: tuple[World, Sequence[str], bool] | None = None

    def on_resize(self) -> None:
        """What fits is chosen by the size, which is not known before the first layout."""
        if self._shown is not None:
            self.show(*self._shown)

    def show(self, world: World, told: Sequence[str], model_red: bool = False) -> None:
        """`told`: sentences about the last turn, or about the exercise. `model_red`: nobody is asked for Red.

        The panel is never left empty.
        """
        self._shown = world, told, model_red
        lines = waiting(world, model_red)
        over = world.turn if world.phase is Phase.REVIEW else world.turn - 1
        self.border_title = frame_title("Waiting for control" if lines else f"Turn {over}" if over else "The question")
        width, height = max(12, self.size.width - 1), self.size.height
        bullet = Content.styled("•", palette.LOW)
        parts = [hanging(Content.styled(line, palette.TEXT), width, 2, bullet) for line in lines]
        if lines and told:
            parts += [Content(""), Content.styled(f"Turn {over}" if over else "The question", palette.LABEL)]
        room = height - sum(len(part.wrap(width)) or 1 for part in parts)
        kept = fitting(told, width, room) if height > 0 else list(told)
        kept = kept if kept or lines else list(told[:1])
        if lines and not kept:
            parts = parts[: len(lines)]
        parts += [Content.styled(sentence, palette.LABEL if lines else palette.TEXT) for sentence in kept]
        self.query_one(Static).update(Content("\n").join(parts))


def fitting(sentences: Sequence[str], width: int, room: int) -> list[str]:
    """The sentences that fit whole, in their order; the last one (where things stand) goes in first."""
    kept: set[int] = set()
    for n in sorted(range(len(sentences)), key=lambda n: (n != len(sentences) - 1, n)):
        lines = len(Content(sentences[n]).wrap(width))
        if lines <= room:
            kept.add(n)
            room -= lines
    return [sentences[n] for n in sorted(kept)]


def waiting(world: World, model_red: bool = False) -> list[str]:
    """What stands open before control goes on, in a line each."""
    if world.state is State.ENDED:
        return []
    told = []
    teams = [seat for seat, state in world.seats.items() if state.player == "team"]
    asked = [seat for seat in teams if waiting_answers(world, seat)]
    sealed = [seat for seat in asked if world.seats[seat].sealed]
    if world.phase in (Phase.BRIEF, Phase.ORDERS) and asked:
        after = f", {_named(world, sealed)} sealed already" if sealed else ""
        told.append(f"answers of {_named(world, asked)}{after}")
    if world.phase is Phase.ORDERS:
        unsealed = [seat for seat in teams if not world.seats[seat].sealed]
        if unsealed:
            told.append(f"the seal of {_named(world, unsealed)}")
        told += [late_words(world, late) for late in late_texts(world)]
    if world.phase is Phase.RED and world.red is None and not model_red:
        told.append(f"the order of {world.scenario.red.name}, before any order is opened")
    if world.phase is Phase.ADJUDICATE:
        open_moves = sum(f.turn == world.turn and not f.grade and f.rolled is None for f in world.free_moves)
        moves = f", {open_moves} free move{'s' if open_moves > 1 else ''} among them" if open_moves else ""
        told.append(f"results{moves}")
    held = sum(state.state is InjectState.HELD for state in world.injects.values())
    if held:
        told.append(f"{held} inject{'s' if held > 1 else ''} held back")
    due = sum(p.state == "open" and p.due <= world.turn for p in world.promises)
    if due:
        told.append(f"{due} promise{'s' if due > 1 else ''} due")
    return told


def _named(world: World, seats: Sequence[str]) -> str:
    """Up to three by name, more as a number."""
    if len(seats) > 3:
        return f"{len(seats)} seats"
    return ", ".join(seat_short(world.scenario, seat, world.seats) for seat in seats)
