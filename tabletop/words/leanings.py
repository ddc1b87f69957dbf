"""What an option does before its figures are read: who pays, what comes, what rises a little or much."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from tabletop.model.effects import Effect
from tabletop.model.figures.figure import BILLIONS, DAYS, LEVEL, SHARE, THOUSANDS
from tabletop.model.figures.glossary import figure_of, read_path
from tabletop.model.figures.path import ALL
from tabletop.model.scenario import Scenario
from tabletop.words.as_played import as_played
from tabletop.words.forces import set_words
from tabletop.words.names import SeatStates, better, capital, figure_words, listed, seat_short

_LITTLE, _MUCH = 1.2, 3.0
"""Points: under the one a little, from the other on much."""
_COMES = 1.5
"""Points that a force which comes is taken for."""
_POINTS: Final = {BILLIONS: 4.0, DAYS: 2.0, LEVEL: 20.0, SHARE: 60.0, THOUSANDS: 2.0}
"""What one of another unit is taken for, so that little and much mean as much."""
_OF_SEATS: Final = {
    "wallet/SEAT": (("pays", "pay"), ("is paid", "are paid")),
    "capital/SEAT": (("spends {} capital", "spend {} capital"), ("gains {} capital", "gain {} capital")),
    "soldiers/SEAT": (("gives {} soldiers", "give {} soldiers"), ("gains {} soldiers", "gain {} soldiers")),
}
"""What a seat does where a figure of its own falls, and where it rises: of one, of several. How much stands at the
end, or in braces."""
_YOU: Final = "you"
_OF_MANY: Final = {" a little": " a few", " much": " many"}


class Leaning(NamedTuple):
    """One direction in words. `good`: the way that is better, None where neither is."""

    words: str
    good: bool | None


def leanings(
    effects: Iterable[Effect], scenario: Scenario, seats: SeatStates | None = None, seat: str = ""
) -> list[Leaning]:
    """What comes, then what moves, then whom it costs or pays; seats that do the same are named together. `seat`: who
    reads it, by itself and as "you"."""
    comes, moves, does = [], [], dict[tuple[str, str, bool, bool], list[str]]()
    for each in as_played(effects, scenario, seats):
        if each.set:
            comes.append(Leaning(set_words(scenario, each.on, each.set, seats), None))
            continue
        figure, what = read_path(each.on)
        form, up = figure.form if figure else "", each.add > 0
        how = _how(each, scenario)
        if form in _OF_SEATS or form == "support/SEAT":
            mine = bool(seat) and what == (seat,)
            who = _YOU if mine else "all" if what == (ALL,) else seat_short(scenario, what[0], seats)
            does.setdefault((form, how, up, mine), []).append(who)
        else:
            kind = better(scenario, each.on)
            words = capital(f"{figure_words(scenario, each.on, seats)} {'up' if up else 'down'}{how}")
            moves.append(Leaning(words, up == (kind == "high") if kind else None))
    return [*comes, *moves, *(_does(form, how, up, who) for (form, how, up, _), who in does.items())]


def speaker(effects: Iterable[Effect], scenario: Scenario, seat: str, seats: SeatStates | None = None) -> str:
    """Whose case an option is in a seat's capital: of those who gain by it, who gains most."""
    said = dict.fromkeys(("Your treasury", "Your staff", "Your party", "Your diplomats"), 0.0)
    for each in as_played(effects, scenario, seats):
        figure, what = read_path(each.on)
        points = each.add * _POINTS.get(figure.unit if figure else "", 1.0)
        if each.set:
            said["Your staff"] += _COMES
            continue
        match (figure.head if figure else "", what == (seat,)):
            case ("wallet", True):
                said["Your treasury"] += points
            case ("capital", True):
                said["Your treasury"] += points / 2
            case ("support", True):
                said["Your party"] += points
            case ("pressure" | "gap", _):
                said["Your staff"] -= points / 2
            case ("soldiers", True) | ("stock", _):
                said["Your staff"] += points
            case _ if each.on in scenario.tracks:
                better = scenario.tracks[each.on].better
                said["Your diplomats"] += (-points if better == "low" else points) / 2
    return max(said, key=lambda who: said[who])


def _how(effect: Effect, scenario: Scenario) -> str:
    row = figure_of(effect.on, scenario.tracks)
    points = abs(effect.add) * _POINTS.get(row.unit if row else "", 1.0)
    return " a little" if points < _LITTLE else " much" if points >= _MUCH else ""


def _does(form: str, how: str, up: bool, who: list[str]) -> Leaning:
    if form == "support/SEAT":
        whose = {"all": "voters everywhere", _YOU: "your voters"}.get(who[0], f"voters of {listed(who)}")
        return Leaning(capital(f"{whose}{how} {'for' if up else 'against'} it"), up)
    several = len(who) > 1 or who[0] in ("all", _YOU)
    does = _OF_SEATS[form][up][several]
    how = _OF_MANY.get(how, how) if does.endswith("soldiers") else how
    does = does.replace(" {}", how) if "{}" in does else f"{does}{how}"
    return Leaning(f"{capital(listed(who))} {does}", up)
