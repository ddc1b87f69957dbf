"""What the start screen says of a choice, a save and a scenario."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tabletop.table.saves import SaveSummary
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.kit.rows import ends
from tabletop.tui.look import palette

if TYPE_CHECKING:
    from tabletop.model.scenario import Scenario


def choice_row(title: str, words: str, width: int, *, small: bool) -> Content:
    """What to do, and in grey what it is; `small`: both in one line."""
    head = Content.styled(title, f"bold {palette.BRIGHT}")
    about = Content.styled(fitted(words, width - (len(title) + 3 if small else 1)), palette.LABEL)
    return Content("   " if small else "\n").join([head, about])


def save_row(save: SaveSummary, width: int, marked: bool = False) -> Content:
    """Name, turn, date, and the scores that the scenario calls its own while there is room; a tick when marked."""
    facts = f"{save.turn}  {save.date}" if save.turn else save.date
    tick = Content.styled("✓ ", f"bold {palette.ACCENT}") if marked else Content("")
    width -= tick.cell_length
    name = fitted(save.path.stem, width - len(facts) - 2)
    if save.trouble:
        trouble = fitted(save.trouble, width - len(name) - 2)
        return Content.assemble(tick, (name, palette.DIM), "  ", (trouble, palette.LOW))
    row = tick + ends(Content.styled(name, palette.TEXT), Content.styled(facts, palette.LABEL), width)
    if save.scores and len(save.scores) + 2 <= width:
        return Content("\n").join([row, Content.styled(f"  {save.scores}", palette.DIM)])
    return row


def scenario_row(name: str, scenario: "Scenario | None", width: int) -> Content:
    """Title and how long and how many; of one without a title `name`, which is empty while it is read."""
    if scenario is None:
        return Content.styled(name, palette.TEXT)
    size = f"{counted_lengths(scenario)}, {len(scenario.seats)} seats"
    title = Content.styled(fitted(scenario.title, width - len(size) - 2), palette.TEXT)
    return ends(title, Content.styled(size, palette.LABEL), width)


def last_words(saves: Sequence[SaveSummary]) -> str:
    """The session that was played last: name, turn and date; "" without one that can be gone on with."""
    last = next((save for save in saves if not save.trouble), None)
    return ", ".join(filter(None, (last.path.stem, last.turn, last.date))) if last else ""


def counted_lengths(scenario: "Scenario") -> str:
    """ "3, 4 or 8 turns"."""
    *most, last = [str(n) for n in scenario.lengths]
    return f"{' or '.join(filter(None, [', '.join(most), last]))} turn{'' if scenario.lengths == (1,) else 's'}"


def seats_beside(scenario: "Scenario", room: int, *, apart: bool) -> list[Content]:
    """A seat a row; where there is `room` for it in columns, below each for whom it speaks. `apart`: with free rows."""
    rows = [Content.styled(f"{len(scenario.seats)} seats", f"bold {palette.LABEL}")]
    for spec in scenario.seats.values():
        rows += [Content("")] * apart
        rows.append(Content.styled(spec.name, palette.TEXT))
        names = [scenario.members[member].name for member in spec.members if member in scenario.members]
        if room and names != [spec.name]:
            rows += wrapped(Content.styled(", ".join(names), palette.LABEL), room) if names else []
    return rows


def seats_in_line(scenario: "Scenario", width: int) -> list[Content]:
    """All seats one after another."""
    names = " · ".join(spec.name for spec in scenario.seats.values())
    head = (f"{len(scenario.seats)} seats  ", f"bold {palette.LABEL}")
    return wrapped(Content.assemble(head, (names, palette.TEXT)), width)


def question_rows(scenario: "Scenario", width: int) -> Content:
    """What is asked, for where no poster has room."""
    rows = wrapped(Content.styled(" ".join(scenario.exercise.question.split()), palette.BRIGHT), width)
    return Content("\n").join(rows)
