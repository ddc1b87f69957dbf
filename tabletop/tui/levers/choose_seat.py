"""Which seat to take: for whom each speaks, and what its player does; the cursor begins on the scenario's second."""

from collections.abc import Iterable

from textual.content import Content

from tabletop.model.scenario import Scenario
from tabletop.tui.kit.pick import Choice, Pick
from tabletop.tui.look import palette
from tabletop.words.names import listed, member_name


def choose_seat(scenario: Scenario, title: str = "Which seat is yours?", among: Iterable[str] = ()) -> Pick[str]:
    """Gives the seat's id. `among`: those that are to be had, without it all."""
    seats = [*among] or [*scenario.seats]
    choices = [Choice(seat, scenario.seats[seat].name, Content(""), _about(scenario, seat)) for seat in seats]
    keys, at = "↑ ↓ choose · Enter takes it · Esc back", min(1, len(choices) - 1)
    return Pick("seats", title, choices, keys=keys, at=at)


def _about(scenario: Scenario, seat: str) -> Content:
    """For whom it speaks, then what its player does."""
    members = speaks_for(scenario, seat, most=9, the=True)
    first = Content.styled(f"For {members}.\n" if members else "", palette.LABEL)
    return first + Content.styled(scenario.seats[seat].job, palette.TEXT)


def speaks_for(scenario: Scenario, seat: str, most: int = 3, *, the: bool = False) -> str:
    """ "Poland, Czechia, Slovakia and 2 more"; "" for one without members. `the`: inside a sentence."""
    members = scenario.seats[seat].members
    names = [member_name(scenario, each, the=the) for each in members if each in scenario.members]
    if len(names) > most + 1:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return listed(names)
