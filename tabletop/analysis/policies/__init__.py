"""Bot policies: courses of action for any seat. A policy sees what its seat may see, and nothing else."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from attrs import evolve, frozen

from tabletop.analysis.policies.answers import VOICES
from tabletop.analysis.policies.bargains import courtesy
from tabletop.analysis.policies.chance_play import play_at_random
from tabletop.analysis.policies.course import (
    ANCHOR_COURSES,
    EXIT,
    FREE_RIDE,
    OTHER_COURSES,
    OWN,
    STATUS_QUO,
    STEP_BY_STEP,
    Course,
)
from tabletop.analysis.policies.play import follow, reply
from tabletop.model.moves import (
    AcceptHandover,
    Answer,
    BreakSilence,
    Consent,
    Footnote,
    MakePromise,
    Message,
    Move,
    RefuseHandover,
)
from tabletop.model.world import World
from tabletop.rules.turn.council import must_agree
from tabletop.rules.turn.posts import parties
from tabletop.rules.world.chance import draw

#: The chance that a seat in mixed play goes along with the room, whose seats talk to each other.
LEANING = 0.65

#: What is still answered when a seat has sealed.
_LATE = (AcceptHandover, RefuseHandover, Consent, Footnote, BreakSilence)

Policy = Callable[[World, str, str], Iterable[Move]]
"""The orders for a seat of a world, best first; the seed decides where chance does."""


@frozen
class Follower:
    """A policy that follows a course: `course` says which, of the world, the seat and the seed."""

    course: Callable[[World, str, str], Course]

    def __call__(self, world: World, seat: str, seed: str) -> Iterable[Move]:
        return follow(world, seat, self.course(world, seat, seed), seed)

    def reply(self, world: World, seat: str, seed: str) -> Iterable[Move]:
        """Its answers alone, with no thought for orders."""
        return reply(world, seat, self.course(world, seat, seed), seed)


def policy_of(course: Course) -> Policy:
    """The policy that follows a course."""
    return Follower(lambda world, seat, seed: course)


def _mixed(world: World, seat: str, seed: str) -> Course:
    return _heard(seed, seat, seat == world.scenario.names.anchor_seat)


@lru_cache(maxsize=128)
def _heard(seed: str, seat: str, anchor: bool) -> Course:
    """A sensible course, drawn for the seat and reserve for the whole campaign, and with it whom its capital hears
    first when it is asked a question; some seats go with the room."""
    if anchor:
        course = _drawn(ANCHOR_COURSES, seed, seat)
    else:
        leans = draw(seed, 0, "leans", seat) < LEANING
        course = _drawn(OTHER_COURSES, seed, "" if leans else seat)
    return evolve(course, voice=VOICES[int(draw(seed, 0, "voice", seat) * len(VOICES))])


def _drawn(courses: dict[str, Course], seed: str, who: str) -> Course:
    return list(courses.values())[int(draw(seed, 0, "line", who) * len(courses))]


POLICIES: dict[str, Policy] = {
    "status-quo": policy_of(STATUS_QUO),
    "step-by-step": policy_of(STEP_BY_STEP),
    "free-ride": policy_of(FREE_RIDE),
    "abrupt-exit": policy_of(EXIT),
    "random": play_at_random,
    "own-objectives": policy_of(OWN),
    "mixed": Follower(_mixed),
}


def awaited(world: World) -> list[str]:
    """Seats that a handover, a text or a letter on the table still waits for, in their order."""
    waits: set[str] = set()
    for name, post in world.posts.items():
        if post.status == "proposed":
            waits.update(set(parties(world, name, post.to)).difference(post.consents))
    for text in world.texts.values():
        if text.state == "open":
            waits.update(set(must_agree(world, text.kind)).difference(text.consents, text.footnotes, text.broken))
    waits.update([letter.to for letter in world.letters])
    return [seat for seat in world.seats if seat in waits]


def late(policy: Policy, world: World, seat: str, seed: str) -> Iterator[Move]:
    """What a policy answers to proposals, texts and letters that came after the seat's own turn to order. It answers
    before it orders."""
    if isinstance(policy, Follower):
        yield from policy.reply(world, seat, seed)
        return
    writers = {letter.seat for letter in world.letters if letter.to == seat}
    for move in policy(world, seat, seed):
        if isinstance(move, Message | MakePromise):
            if move.to in writers or (isinstance(move, Message) and move.against):
                yield move
        elif isinstance(move, _LATE):
            yield move
        elif not isinstance(move, Answer):
            return


def write_back(policy: Policy, world: World, seat: str, to: str, seed: str) -> Iterator[Message]:
    """A bot's answer to a letter that asks for nothing in particular."""
    if isinstance(policy, Follower) and policy.course(world, seat, seed).speaks:
        yield from courtesy(world, seat, to, seed)


__all__ = ["POLICIES", "Course", "Follower", "Policy", "awaited", "late", "policy_of", "write_back"]
