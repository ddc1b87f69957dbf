"""Which seat to take; the cursor begins on the scenario's second."""

from textual.content import Content

from tabletop.model.scenario import Scenario
from tabletop.tui.kit.pick import Choice, Pick
from tabletop.tui.look import palette


def choose_seat(scenario: Scenario) -> Pick[str]:
    """Gives the seat's id."""
    members, choices = scenario.members, []
    for seat, spec in scenario.seats.items():
        first = ", ".join(members[m].name for m in spec.members[:4] if m in members)
        choices.append(Choice(seat, Content.assemble((f"{spec.name}  ", palette.BRIGHT), (first, palette.LABEL))))
    keys, at = "↑ ↓ choose · Enter takes it · Esc back", min(1, len(choices) - 1)
    return Pick("seats", "Which seat is yours?", choices, keys=keys, at=at)
