"""Where one may jump to in a record, and what stands on the line of it: turns, injects, notes, bookmarks, branches."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from attrs import define, frozen

from tabletop.model.moves import Bookmark, FireInject, Move, Note, WriteInject
from tabletop.model.record import Line
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.words.names import inject_name, seat_name
from tabletop.words.sentences import line_line


@frozen
class Mark:
    """`kind`: bookmark, inject or note; `n` the number of its entry."""

    kind: str
    n: int


@define(eq=False)
class Place:
    """Somewhere to jump to: after line `n`, in `turn` (0: in none). `kind`: turn, inject, note, bookmark, branch or
    move; `seat` who moved.

    `about`: an inject's id, chain and storyline, by which it is found too. `text` is made when it is first asked for:
    of thousands of places only those on screen are ever read.
    """

    n: int
    kind: str
    _text: str | Line
    seat: str = ""
    _say: Callable[[Line], str] | None = None
    about: str = ""
    turn: int = 0

    @property
    def text(self) -> str:
        if not isinstance(self._text, str):
            self._text = self._say(self._text) if self._say else ""
        return self._text


def places(
    record: Sequence[Line], world: World, turns: Mapping[int, int], branches: Sequence[Place] = ()
) -> list[Place]:
    """Every place to jump to in the order of the record: turns, injects, notes, bookmarks, branches, moves."""
    scenario, seats = world.scenario, world.seats
    say = partial(line_line, scenario=scenario, seats=seats)
    record_places = [Place(n, "turn", f"turn {turn}, {scenario.period(turn)}", turn=turn) for turn, n in turns.items()]
    for line in record:
        inject = getattr(line.move, "inject", "")
        about = _about(scenario, inject) if inject else ""
        record_places.append(Place(line.n, place_kind(line.move), line, line.move.seat, say, about, line.turn))
    for inject, state in world.injects.items():
        if state.turn and not state.ref and state.turn in turns:
            text = f'"{inject_name(scenario, inject)}" is delivered'
            record_places.append(
                Place(turns[state.turn], "inject", text, about=_about(scenario, inject), turn=state.turn)
            )
    return sorted([*record_places, *branches], key=lambda place: (place.n, place.kind != "turn"))


def _about(scenario: Scenario, inject: str) -> str:
    spec = scenario.injects.get(inject)
    return f"{inject} {spec.chain} {spec.storyline}".lower() if spec else inject.lower()


def place_kind(move: Move) -> str:
    """turn, inject, note, bookmark or move."""
    match move:
        case FireInject() | WriteInject():
            return "inject"
        case Note():
            return "note"
        case Bookmark():
            return "bookmark"
    return "move"


def marks(record: Sequence[Line], turns: Mapping[int, int], world: World) -> list[Mark]:
    """What stands on the scrubber: injects, those that came by themselves too, notes and bookmarks."""
    by_hand = [Mark(kind, line.n) for line in record if (kind := place_kind(line.move)) != "move"]
    by_itself = {turns[state.turn] for state in world.injects.values() if not state.ref and state.turn in turns}
    return [*by_hand, *(Mark("inject", n) for n in sorted(by_itself))]


def matching(every: Sequence[Place], typed: str, world: World) -> list[Place]:
    """Places whose words all occur in what is typed: a number is a move, "t3" a turn, else kinds, seats and text."""
    typed = typed.strip().lower()
    if typed.isdecimal():
        return [place for place in every if place.n == int(typed)]
    if typed[:1] == "t" and typed[1:].isdecimal():
        return [place for place in every if place.kind == "turn" and place.text.startswith(f"turn {typed[1:]},")]
    words = typed.split()
    names = {seat: seat_name(world.scenario, seat, world.seats).lower() for seat in world.seats}

    def fits(place: Place) -> bool:
        text = f"{place.kind} {place.text.lower()} {names.get(place.seat, place.seat)} {place.about}"
        return all(word in text for word in words)

    return [place for place in every if (fits(place) if words else place.kind != "move")]
