"""What things are called inside a sentence, with the article that a name takes: the scenario's names, and those that
seats have in this session."""

from attrs import frozen

from tabletop.model.moves import BreakSilence, Footnote, RefuseHandover
from tabletop.model.scenario import Scenario
from tabletop.words import names
from tabletop.words.names import SeatStates
from tabletop.words.reasons import for_what


@frozen
class Namer:
    """`seats`: the world's. `phase`: the one in which what is said was made, "" where nobody knows."""

    scenario: Scenario
    seats: SeatStates | None = None
    phase: str = ""

    def seat(self, seat: str) -> str:
        return names.seat_name(self.scenario, seat, self.seats, the=True)

    def those(self, seats: tuple[str, ...]) -> str:
        """Several seats: "Lyre and Harrow"; "some seats" where none is named."""
        return names.listed([self.seat(seat) for seat in seats]) or "some seats"

    def member(self, member: str) -> str:
        return names.member_name(self.scenario, member, the=True)

    def force(self, force: str) -> str:
        """A force's or a programme's name."""
        return names.force_name(self.scenario, force, the=True)

    def programme(self, programme: str) -> str:
        return names.name_in(self.scenario.programmes, programme)

    def industry(self) -> str:
        """What the scenario calls its track of industry."""
        return self.scenario.tracks[self.scenario.names.industry].name

    def way(self, way: str) -> str:
        """A way to let industry grow."""
        return names.name_in(self.scenario.ways, way)

    def stance(self, stance: str) -> str:
        return names.name_in(self.scenario.stances, stance)

    def theatre(self, theatre: str) -> str:
        return names.theatre_name(self.scenario, theatre, the=True)

    def post(self, post: str) -> str:
        return names.post_name(self.scenario, post, the=True)

    def text(self, text: str) -> str:
        """A council text by its id, with what it is about."""
        return names.text_name(self.scenario, text, self.seats)

    def reason(self, move: Footnote | BreakSilence | RefuseHandover) -> str:
        """What it was said for, in brackets, where the reader may know."""
        return for_what(self.scenario, move.seat, move.why)

    def inject(self, inject: str) -> str:
        return names.inject_name(self.scenario, inject)

    def option(self, inject: str, option: str) -> str:
        return names.option_text(self.scenario, inject, option)

    def thing(self, thing: str) -> str:
        """Whatever has this id; a word that is no id as it reads."""
        return names.thing_name(self.scenario, thing, self.seats, the=True)

    def score(self, score: str, *, short: bool = False) -> str:
        """A score or figure by its path."""
        return names.score_name(self.scenario, score, self.seats, short=short)

    def figure(self, figure: str) -> str:
        """The same in a list, without a comma."""
        return names.figure_words(self.scenario, figure, self.seats)
