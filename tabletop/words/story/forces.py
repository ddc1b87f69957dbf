"""Forces and posts that came, went, or were held where they are."""

from collections.abc import Iterator, Sequence

from tabletop.model.forces import Force, Status
from tabletop.model.moves import Assign, Deploy
from tabletop.model.world import Change, World
from tabletop.rules.turn.stations import unwelcome
from tabletop.words import names
from tabletop.words.forces import agreed, plural
from tabletop.words.names import listed
from tabletop.words.story.happening import Happening


def forces_told(before: World, after: World, changes: Sequence[Change]) -> Iterator[Happening]:
    """Every force that came or went, is to go, stays after all, moved, or is late."""
    how = {change.figure.removeprefix("supply/"): change.cause.kind for change in changes
           if change.figure.startswith("supply/")}  # fmt: skip
    for force, new in after.forces.items():
        old = before.forces.get(force)
        if old is None or old == new:
            continue
        told = _force(after, force, old, new, sudden=how.get(force) == "left-by-surprise")
        if told is not None:
            yield told


def _force(after: World, force: str, old: Force, new: Force, *, sudden: bool) -> Happening | None:
    name, where = names.force_name(after.scenario, force), names.theatre_name(after.scenario, new.theatre, the=True)
    at, about = (force, new.theatre), (f"force/{force}",)
    match (old.status, new.status):
        case (_, Status.ELSEWHERE) if old.status is not Status.ELSEWHERE:
            matched = after.matched(force)
            how = "matched" if matched else "by surprise" if sudden else "unmatched"
            text = f"{name} {agreed(name, 'leaves')} {where}, {how}"
            short = f"{name} {agreed(name, 'leaves')}, {how}"
            return Happening("left", text, None if matched else False, *at, about=about, short=short)
        case (Status.BUILDING, Status.AVAILABLE):
            text = f"{name} {agreed(name, 'arrives')} in {where}"
            return Happening("arrived", text, True, *at, about=about, short=f"{name} {agreed(name, 'arrives')}")
        case (Status.BUILDING, Status.BUILDING) if old.turn and new.turn > old.turn:
            return Happening(
                "late", f"{name} {agreed(name, 'is')} late, now due in turn {new.turn}", False, about=about
            )
        case (Status.AVAILABLE, Status.LEAVING):
            text = f"{name} {agreed(name, 'is')} to leave {where} in turn {new.turn}"
            return Happening("leaving", text, False, about=about)
        case (Status.LEAVING, Status.AVAILABLE) if not (old.to and unwelcome(after, force, old.to)):
            return Happening("stays", f"{name} {agreed(name, 'stays')} in {where} after all", True, about=about)
        case (Status.ELSEWHERE, Status.AVAILABLE) if after.scenario.forces[force].opens == Status.ELSEWHERE.value:
            text = f"{name} {agreed(name, 'comes')} to {where}"
            return Happening("arrived", text, True, *at, about=about, short=text)
        case (Status.ELSEWHERE, Status.AVAILABLE):
            return Happening("arrived", f"{name} {agreed(name, 'comes')} back to {where}", True, *at, about=about)
        case _ if old.theatre != new.theatre:
            return Happening("moved", f"{name} {agreed(name, 'moves')} to {where}", about=about)
    return None


def unwelcome_told(before: World, after: World) -> Iterator[Happening]:
    """Forces that stay because nobody would have them where they were to go."""
    scenario = after.scenario
    orders = [o.move for seat in after.seats.values() for o in seat.orders if isinstance(o.move, Assign | Deploy)]
    bound = {move.force: move.theatre for move in orders}
    bound |= {force: state.to for force, state in before.forces.items() if state.to and force not in bound}
    for force, theatre in bound.items():
        hosts = unwelcome(after, force, theatre)
        if hosts and after.forces[force].theatre == before.forces[force].theatre and not after.forces[force].lent:
            who = listed([names.seat_name(scenario, seat, after.seats, the=True) for seat in hosts])
            where = names.theatre_name(scenario, theatre, the=True)
            name = names.force_name(scenario, force)
            stays, it = ("stay where they are", "them") if plural(name) else ("stays where it is", "it")
            text = f"{name} {stays}: {who} would not have {it} in {where}"
            yield Happening("unwelcome", text, False, force, about=(f"force/{force}",), who=tuple(hosts))


def posts_told(before: World, after: World) -> Iterator[Happening]:
    """Posts that passed, began to, or did not."""
    scenario = after.scenario
    for post, new in after.posts.items():
        old = before.posts[post]
        name = names.post_name(scenario, post)
        if new.holder != old.holder:
            text = f"{name} passes to {names.member_name(scenario, new.holder, the=True)}"
            yield Happening("post", text, None, post, about=(f"post/{post}",))
        elif new.status == "transition" and old.status != "transition":
            text = f"{name} begins its handover to {names.member_name(scenario, new.to, the=True)}"
            yield Happening("post", text, None, post, about=(f"post/{post}",))
        elif old.status == "proposed" and new.status == "held":
            yield Happening(
                "post",
                f"the handover of {names.post_name(scenario, post, the=True)} is not agreed",
                about=(f"post/{post}",),
            )
