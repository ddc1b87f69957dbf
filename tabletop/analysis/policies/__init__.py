"""Bot policies: lines that any seat can be played by. A policy sees what its seat may see, and nothing else."""

from collections.abc import Callable, Iterable, Iterator

from tabletop.analysis.policies.chance_line import random_line
from tabletop.analysis.policies.line import (
    ANCHOR_LINES,
    EXIT,
    FREE_RIDE,
    OTHER_LINES,
    OWN,
    STATUS_QUO,
    STEP_BY_STEP,
    Line,
)
from tabletop.analysis.policies.play import play
from tabletop.model.moves import AcceptHandover, Answer, Consent, Move, RefuseHandover
from tabletop.model.world import World
from tabletop.rules.turn.council import must_agree
from tabletop.rules.turn.posts import parties
from tabletop.rules.world.chance import draw

#: The chance that a seat in mixed play goes along with the room, whose seats talk to each other.
LEANING = 0.5

Policy = Callable[[World, str, str], Iterable[Move]]


def of_line(line: Line) -> Policy:
    """The policy that plays a line."""
    return lambda world, seat, seed: play(world, seat, line)


def mixed(world: World, seat: str, seed: str) -> Iterable[Move]:
    """A sensible line, drawn for the seat and kept for the whole campaign; some seats go with the room."""
    if seat == world.scenario.names.anchor_seat:
        return play(world, seat, _drawn(ANCHOR_LINES, seed, seat))
    leans = draw(seed, 0, "leans", seat) < LEANING
    return play(world, seat, _drawn(OTHER_LINES, seed, "" if leans else seat))


def _drawn(lines: dict[str, Line], seed: str, who: str) -> Line:
    return list(lines.values())[int(draw(seed, 0, "line", who) * len(lines))]


POLICIES: dict[str, Policy] = {
    "status-quo": of_line(STATUS_QUO),
    "step-by-step": of_line(STEP_BY_STEP),
    "free-ride": of_line(FREE_RIDE),
    "abrupt-exit": of_line(EXIT),
    "random": random_line,
    "own-objectives": of_line(OWN),
    "mixed": mixed,
}


def choose(policy: str, world: World, seat: str, seed: str) -> Iterable[Move]:
    """The orders a policy gives for a seat, best first. Raises KeyError for an unknown policy."""
    return POLICIES[policy](world, seat, seed)


def asked(world: World) -> list[str]:
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


__all__ = ["POLICIES", "Line", "Policy", "asked", "choose", "late", "of_line"]
