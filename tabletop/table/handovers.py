"""What a handover of a post asks and does: who must agree, the dip while it runs, what falls due when it is done."""

from attrs import evolve, frozen

from tabletop.model.moves import ProposeHandover
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.ahead.project import aims_between, rehearsed
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.posts import agreed, overload, parties


@frozen
class Handovers:
    """What one seat may ask of the posts in a world; "" for nobody in particular."""

    world: World
    seat: str

    @property
    def running(self) -> int:
        """Posts in transition at once."""
        return overload(self.world.posts)

    def parties(self, post: str, to: str) -> tuple[str, ...]:
        """Seats that must agree to a member's taking a post: the holder's and the candidate's."""
        return parties(self.world, post, to)

    def settled(self, post: str, to: str) -> bool:
        """Whether it was agreed before the exercise, so that it begins with the turn."""
        return self.world.scenario.posts[post].agreed == to

    def agreed(self, post: str) -> bool:
        """Whether everybody who must has consented to what is proposed for a post."""
        return agreed(self.world, post)

    def waits(self, post: str) -> tuple[str, ...]:
        """Parties of a proposal that have not agreed; none when it goes through without them."""
        state = self.world.posts[post]
        if state.status != "proposed" or agreed(self.world, post):
            return ()
        return tuple(seat for seat in parties(self.world, post, state.to) if seat not in state.consents)

    def asks(self, post: str) -> bool:
        """Whether a proposal asks this seat, which has not agreed."""
        state = self.world.posts[post]
        return self.seat in parties(self.world, post, state.to) and self.seat not in state.consents

    def candidates(self, post: str) -> tuple[ProposeHandover, ...]:
        """Every handover of a post that the seat may propose now."""
        moves = (ProposeHandover(seat=self.seat, post=post, to=m) for m in self.world.scenario.posts[post].may_hold)
        return tuple(move for move in moves if check(self.world, move) is None)

    def imagined(self, post: str) -> tuple[ProposeHandover, ...]:
        """The same for nobody's eyes in particular: every member that could be given a held post, to look at."""
        state = self.world.posts[post]
        if state.status != "held":
            return ()
        seat = self.world.seat_of(state.holder)
        others = (m for m in self.world.scenario.posts[post].may_hold if m != state.holder)
        return tuple(ProposeHandover(seat=seat, post=post, to=member) for member in others)

    def dip(self, post: str, to: str) -> dict[str, float]:
        """By how much each score differs at the next review with the transition begun, points."""
        without, with_it = map(scores, self._begun(post, to))
        return {name: with_it[name] - value for name, value in without.items()}

    def aims(self, post: str, to: str) -> dict[str, float]:
        """By how many points of the seat's whole each of its objectives differs then, by id."""
        return aims_between(*self._begun(post, to), self.seat)

    def _begun(self, post: str, to: str) -> tuple[World, World]:
        """The next review without the transition, and with it begun."""
        state = self.world.posts[post]
        at_rest = evolve(state, status="held", to="", consents=())
        on_its_way = evolve(state, status="proposed", to=to, consents=parties(self.world, post, to))
        here, there = (
            rehearsed(evolve(self.world, posts=self.world.posts | {post: each})) for each in (at_rest, on_its_way)
        )
        return here, there

    def afterwards(self, post: str, to: str) -> dict[str, float]:
        """Points that fall due when the handover is complete, by track."""
        scenario, spec = self.world.scenario, self.world.scenario.posts[post]
        names, k = scenario.names, scenario.coefficients
        holder = self.world.posts[post].holder
        if holder == names.anchor and to != names.anchor:
            points = {names.commitment: spec.commitment + spec.anchor, names.cohesion: spec.cohesion}
        elif holder != names.anchor and to == names.anchor:
            points = {names.commitment: -k.given_back * (spec.commitment + spec.anchor)}
        else:
            points = {names.cohesion: k.own_handover * spec.cohesion}
        return {name: amount for name, amount in points.items() if amount}
