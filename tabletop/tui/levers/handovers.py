"""What a handover asks and does: who must agree, the dip while it runs, what stays. Pure."""

from attrs import evolve
from textual.content import Content

from tabletop.model.moves import ProposeHandover
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.ahead.project import expected
from tabletop.rules.turn.posts import agreed, parties
from tabletop.tui.kit.choose import Choice
from tabletop.tui.levers.pricing import effect, effects_line, joined
from tabletop.tui.look import palette
from tabletop.words.names import listed, member_name, post_name, seat_name


def candidates(world: World, seat: str, post: str) -> list[Choice]:
    """Every handover of a post that a seat may propose, with its price."""
    made = []
    for member in world.scenario.posts[post].may_hold:
        move = ProposeHandover(seat=seat, post=post, to=member)
        if check(world, move) is None:
            does = Content.styled(must_agree(world, post, member), palette.LABEL)
            made.append(Choice(move, member_name(world.scenario, member), does, told(world, post, member)))
    return made


def imagined(world: World, post: str) -> list[Choice]:
    """The same for nobody's eyes in particular: every member that could be given a held post, to look at."""
    state = world.posts[post]
    if state.status != "held":
        return []
    seat = world.seat_of(state.holder)
    return [
        Choice(
            ProposeHandover(seat=seat, post=post, to=member),
            member_name(world.scenario, member),
            Content.styled(must_agree(world, post, member), palette.LABEL),
            told(world, post, member),
        )
        for member in world.scenario.posts[post].may_hold
        if member != state.holder
    ]


def must_agree(world: World, post: str, to: str) -> str:
    """ "Berlin and Warsaw must agree"."""
    names = [seat_name(world.scenario, seat, world.seats) for seat in parties(world, post, to)]
    if world.scenario.posts[post].agreed == to:
        return "agreed already; begins with the turn"
    return f"{listed(names)} must agree" if names else "nobody need agree"


def told(world: World, post: str, to: str) -> Content:
    """The dip while it runs, then what comes after."""
    spec, scenario = world.scenario.posts[post], world.scenario
    turns = f"{spec.transition} turn{'s' if spec.transition != 1 else ''}"
    during = Content.assemble(
        (f"In transition for {turns}: ", palette.LABEL), effects_line(scenario, dip(world, post, to), 3)
    )
    left = afterwards(world, post, to)
    parts = [effect(scenario, name, amount) for name, amount in left.items()]
    if world.posts[post].holder == scenario.names.anchor and spec.protected:
        parts.append(Content.styled("barred by law: costs political capital every turn", palette.LOW))
    if to == scenario.names.anchor or world.posts[post].holder == scenario.names.anchor:
        parts.append(Content.styled(f"the {scenario.names.own} part in command changes", palette.LABEL))
    after = joined(parts) if parts else Content.styled("nothing but the name on the door", palette.LABEL)
    return Content.assemble(during, "\n", ("Then: ", palette.LABEL), after)


def dip(world: World, post: str, to: str) -> dict[str, float]:
    """By how much each score differs at the next review with the transition begun."""
    state = world.posts[post]
    held = evolve(state, status="held", to="", consents=())
    begun = evolve(state, status="proposed", to=to, consents=parties(world, post, to))
    without = expected(evolve(world, posts=world.posts | {post: held}))
    with_it = expected(evolve(world, posts=world.posts | {post: begun}))
    return {name: with_it[name] - value for name, value in without.items()}


def afterwards(world: World, post: str, to: str) -> dict[str, float]:
    """Points that fall due when the handover is complete, by track."""
    names, spec = world.scenario.names, world.scenario.posts[post]
    holder = world.posts[post].holder
    if holder == names.anchor and to != names.anchor:
        left = {names.commitment: spec.commitment + spec.anchor, names.cohesion: spec.cohesion}
    elif holder != names.anchor and to == names.anchor:
        left = {names.commitment: -(spec.commitment + spec.anchor) / 2}
    else:
        left = {names.cohesion: spec.cohesion / 3}
    return {name: amount for name, amount in left.items() if amount}


def status_words(world: World, post: str, codes: bool = False) -> Content:
    """Where a post stands: held, agreed and not begun, proposed, in transition. `codes`: members by their id."""
    scenario, state = world.scenario, world.posts[post]
    to = called(world, state.to, codes)
    match state.status:
        case "transition":
            turns = f"{state.left} turn{'s' if state.left != 1 else ''}"
            return Content.styled(f"to {to}, {turns}", palette.LOW)
        case "proposed":
            if agreed(world, post):
                return Content.styled(f"▸ to {to}: all agree", f"bold {palette.BRIGHT}")
            return Content.styled(f"▸ to {to}?", f"bold {palette.BRIGHT}")
    if scenario.posts[post].agreed and scenario.posts[post].agreed != state.holder:
        name = called(world, scenario.posts[post].agreed, codes)
        return Content.styled(f"agreed for {name}", palette.LABEL)
    return Content.styled("held", palette.DIM)


def called(world: World, member: str, codes: bool) -> str:
    """A member's name, or its code where there is no room."""
    return member.upper() if codes else member_name(world.scenario, member)


def waits_for(world: World, post: str) -> str:
    """ ", waits for Berlin": the parties of a proposal that have not agreed."""
    state = world.posts[post]
    left = [
        seat_name(world.scenario, seat, world.seats)
        for seat in parties(world, post, state.to)
        if seat not in state.consents
    ]
    return f", waits for {listed(left)}" if left and not agreed(world, post) else ""


def title(world: World, post: str) -> str:
    return f"Hand over {post_name(world.scenario, post)}"
