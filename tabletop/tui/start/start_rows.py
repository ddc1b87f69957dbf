"""What the start screen says of a choice, a save and a scenario."""

from typing import TYPE_CHECKING

from textual.content import Content

from tabletop.table.saves import SaveSummary
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.look import palette

if TYPE_CHECKING:
    from tabletop.model.scenario import Scenario


def choice_row(title: str, words: str, width: int, *, small: bool) -> Content:
    """What to do, and in grey what it is; `small`: both in one line."""
    head = Content.styled(title, f"bold {palette.BRIGHT}")
    said = Content.styled(fitted(words, width - (len(title) + 3 if small else 1)), palette.LABEL)
    return Content("   " if small else "\n").join([head, said])


def save_row(found: SaveSummary, width: int, marked: bool = False) -> Content:
    """Name, turn, date, and the scores that the scenario calls its own while there is room; a tick when marked."""
    told = f"{found.turn}  {found.date}" if found.turn else found.date
    tick = Content.styled("✓ ", f"bold {palette.ACCENT}") if marked else Content("")
    width -= tick.cell_length
    name = fitted(found.path.stem, width - len(told) - 2)
    if found.trouble:
        trouble = fitted(found.trouble, width - len(name) - 2)
        return Content.assemble(tick, (name, palette.DIM), "  ", (trouble, palette.LOW))
    gap = " " * max(2, width - len(name) - len(told))
    row = Content.assemble(tick, (name, palette.TEXT), gap, (told, palette.LABEL))
    if found.scores and len(found.scores) + 2 <= width:
        return Content("\n").join([row, Content.styled(f"  {found.scores}", palette.DIM)])
    return row


def scenario_row(name: str, read: "Scenario | None", width: int) -> Content:
    """Title and how long and how many."""
    if read is None:
        return Content.styled(name, palette.TEXT)
    told = f"{'/'.join(str(n) for n in read.lengths)} turns, {len(read.seats)} seats"
    title = fitted(read.title, width - len(told) - 2)
    return Content.assemble((title, palette.TEXT), " " * max(2, width - len(title) - len(told)), (told, palette.LABEL))


def scenario_summary(scenario: "Scenario") -> Content:
    """A paragraph on a scenario, how long it is and who plays."""
    seats = ", ".join(spec.name for spec in scenario.seats.values())
    lengths = ", ".join(str(n) for n in scenario.lengths)
    return Content.assemble(
        (f"{scenario.title}\n\n", f"bold {palette.BRIGHT}"),
        (f"{scenario.summary.strip()}\n\n", palette.TEXT),
        ("Turns   ", palette.LABEL),
        (f"{lengths}\n", palette.TEXT),
        ("Seats   ", palette.LABEL),
        (f"{len(scenario.seats)}: {seats}\n", palette.TEXT),
        ("Begins  ", palette.LABEL),
        (f"{scenario.period(1)}", palette.TEXT),
    )
