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
    """Title and how long and how many."""
    if scenario is None:
        return Content.styled(name, palette.TEXT)
    size = f"{'/'.join(str(n) for n in scenario.lengths)} turns, {len(scenario.seats)} seats"
    title = Content.styled(fitted(scenario.title, width - len(size) - 2), palette.TEXT)
    return ends(title, Content.styled(size, palette.LABEL), width)


def last_words(saves: Sequence[SaveSummary]) -> str:
    """The session that was played last: name, turn and date; "" without one that can be gone on with."""
    last = next((save for save in saves if not save.trouble), None)
    return ", ".join(filter(None, (last.path.stem, last.turn, last.date))) if last else ""


def scenario_poster(scenario: "Scenario", width: int) -> Content:
    """What is asked, what it is about, who plays and how long: as on the wall before anybody sits down."""
    question = wrapped(Content.styled(scenario.exercise.question.strip(), f"bold {palette.BRIGHT}"), width)
    about = wrapped(Content.styled(" ".join(scenario.summary.split()), palette.TEXT), width)
    lengths = " or ".join(str(n) for n in scenario.lengths)
    begins = Content.assemble((f"{lengths} turns", palette.TEXT), (f" from {scenario.period(1)}", palette.LABEL))
    head = Content.styled(scenario.title, f"bold {palette.ACCENT}")
    seats = Content.styled(f"{len(scenario.seats)} seats", f"bold {palette.LABEL}")
    blocks = [[head], question, about, [seats, *_seats(scenario, width)], [begins]]
    return Content("\n\n").join(Content("\n").join(block) for block in blocks)


def _seats(scenario: "Scenario", width: int) -> list[Content]:
    """A seat a row, and for whom it speaks."""
    wide = max(len(spec.name) for spec in scenario.seats.values()) + 2
    rows = []
    for spec in scenario.seats.values():
        names = [scenario.members[member].name for member in spec.members if member in scenario.members]
        speaks = fitted(", ".join(names), max(0, width - wide))
        rows.append(Content.assemble((f"{spec.name:<{wide}}", palette.TEXT), (speaks, palette.LABEL)))
    return rows
