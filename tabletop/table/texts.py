"""Texts before the council: whose silence counts, who was not heard, what a text may be about."""

from attrs import frozen

from tabletop.model.forces import Status
from tabletop.model.moves import TableText
from tabletop.model.world import Phase, World
from tabletop.rules.acts.options import subjects
from tabletop.rules.turn.council import must_agree, unheard
from tabletop.rules.world.book import Match
from tabletop.table.packages import Packages


@frozen
class Texts:
    """What one seat may ask of the texts in a world; "" for nobody in particular."""

    world: World
    seat: str

    def must_agree(self, kind: str) -> tuple[str, ...]:
        """Seats whose silence counts for a kind of text."""
        return must_agree(self.world, kind)

    def tabled(self, kind: str) -> tuple[TableText, ...]:
        """Every text of a kind that the seat could table, refused or not; one where it is about nothing in
        particular."""
        about_what = subjects(self.world, self.world.scenario.texts[kind])
        return tuple(TableText(seat=self.seat, kind=kind, about=about) for about in about_what)

    def certified(self, kind: str, about: str) -> Match | None:
        """How the ledger covers what a text certifies: on the day it leaves, as far as this place can foresee, else as
        things stand. None of other texts."""
        world, spec = self.world, self.world.scenario.texts[kind]
        if spec.rule != "certify" or about not in world.forces:
            return None
        packages, state = Packages(world, self.seat), world.forces[about]
        to_come = state.status is Status.LEAVING and state.turn > world.turn and world.phase is not Phase.REVIEW
        return packages.cover_then(about, state.turn) if to_come else packages.cover(about)

    def against_ledger(self, kind: str, about: str) -> bool:
        """Whether a text certifies what the ledger contradicts."""
        match = self.certified(kind, about)
        return match is not None and match.full < self.world.scenario.coefficients.certificate_least

    @property
    def unheard(self) -> tuple[str, ...]:
        """Open texts, by id, that were tabled when the seat had sealed and to which it has not spoken."""
        open_now = ((name, text) for name, text in self.world.texts.items() if text.state == "open")
        return tuple(name for name, text in open_now if self.seat in unheard(self.world, text))
