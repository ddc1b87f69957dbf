"""Bot policies: courses of action for any seat. A policy sees what its seat may see, and nothing else."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

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
from tabletop.analysis.policies.play import follow
from tabletop.model.moves import AcceptHandover, Answer, Consent, Move, RefuseHandover
from tabletop.model.world import World
from tabletop.rules.turn.council import must_agree
from tabletop.rules.turn.posts import parties
from tabletop.rules.world.chance import draw

#: The chance that a seat in mixed play goes along with the room, whose seats talk to each other.
LEANING = 0.5

Policy = Callable[[World, str, str], Iterable[Move]]
"""The orders for a seat of a world, best first; the seed decides where chance does."""


def policy_of(course: Course) -> Policy:
    """The policy that follows a course."""
    return lambda world, seat, seed: follow(world, seat, course)


def mixed(world: World, seat: str, seed: str) -> Iterable[Move]:
    """A sensible course, drawn for the seat and reserve for the whole campaign; some seats go with the room."""
    return follow(world, seat, _course(seed, seat, seat == world.scenario.names.anchor_seat))


@lru_cache(maxsize=64)
def _course(seed: str, seat: str, anchors: bool) -> Course:
    if anchors:
        return _drawn(ANCHOR_COURSES, seed, seat)
    leans = draw(seed, 0, "leans", seat) < LEANING
    return _drawn(OTHER_COURSES, seed, "" if leans else seat)


def _drawn(courses: dict[str, Course], seed: str, who: str) -> Course:
    return list(courses.values())[int(draw(seed, 0, "line", who) * len(courses))]


POLICIES: dict[str, Policy] = {
    "status-quo": policy_of(STATUS_QUO),
    "step-by-step": policy_of(STEP_BY_STEP),
    "free-ride": policy_of(FREE_RIDE),
    "abrupt-exit": policy_of(EXIT),
    "random": play_at_random,
    "own-objectives": policy_of(OWN),
    "mixed": mixed,
}


def awaited(world: World) -> list[str]:
    """Seats that a handover or a vote on the table still waits for, in their order."""
    waits: set[str] = set()
    for name, post in world.posts.items():
        if post.status == "proposed":
            waits.update(set(parties(world, name, post.to)).difference(post.consents))
    for text in world.texts.values():
        if text.state == "open" and world.scenario.texts[text.kind].votes:
            waits.update(set(must_agree(world, text.kind)).difference(text.consents))
    return [seat for seat in world.seats if seat in waits]


def late(policy: Policy, world: World, seat: str, seed: str) -> Iterator[Move]:
    """What a policy answers to proposals that came after the seat's own turn to order. It answers before it orders."""
    for move in policy(world, seat, seed):
        if isinstance(move, AcceptHandover | RefuseHandover | Consent):
            yield move
        elif not isinstance(move, Answer):
            return


__all__ = ["POLICIES", "Course", "Policy", "awaited", "late", "policy_of"]
