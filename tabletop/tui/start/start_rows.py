"""What the start screen says of a choice, a save and a scenario."""

from typing import TYPE_CHECKING

from textual.content import Content

from tabletop.table.saves import SaveSummary
from tabletop.tui.kit.keyline import fitted
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
