"""Texts before the council: whose silence counts, who was not heard, what a text may be about."""

from attrs import frozen

from tabletop.model.moves import TableText
from tabletop.model.world import World
from tabletop.rules.acts.options import subjects
from tabletop.rules.turn.council import must_agree, unheard


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

    @property
    def unheard(self) -> tuple[str, ...]:
        """Open texts, by id, that were tabled when the seat had sealed and to which it has not spoken."""
        open_now = ((name, text) for name, text in self.world.texts.items() if text.state == "open")
        return tuple(name for name, text in open_now if self.seat in unheard(self.world, text))
