"""What a seat says that it acts for: one of its own objectives, or a red line of its brief."""

from collections.abc import Iterator

from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.scores.objectives import objectives_of
from tabletop.rules.world.hosts import guests_of

OBJECTIVE, RED_LINE = "objective", "red-line"


def reasons(world: World, seat: str) -> Iterator[str]:
    """What a seat may give as its reason: "objective/ID" and "red-line/N", those of seats that have joined it too."""
    for objective in objectives_of(world, seat):
        yield f"{OBJECTIVE}/{objective.id}"
    specs = [world.scenario.seats[name] for name in (seat, *guests_of(world, seat))]
    for n in range(max((len(spec.brief.red_lines) for spec in specs), default=0)):
        yield f"{RED_LINE}/{n + 1}"


def reason_refusal(world: World, seat: str, why: str) -> Refusal | None:
    """Why a reason can't be given; none needs to be."""
    if not why or why in reasons(world, seat):
        return None
    name = world.seats[seat].name or seat
    return Refusal("why/unknown", f"{name} has no objective and no red line '{why}'; leave 'why' out, or name its own")
