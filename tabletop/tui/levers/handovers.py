"""A handover as its table and dialog tell it: who must agree, the dip while it runs, what stays."""

from textual.content import Content

from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.cells import dotted
from tabletop.tui.kit.pick import Choice, Pick, priced
from tabletop.tui.levers.pricing import effect_part, effects_line
from tabletop.tui.look import palette
from tabletop.words.handovers import agreement_words, waits_for
from tabletop.words.names import member_name, post_name


def handover(levers: Levers, post: str) -> Pick[Move]:
    """Every handover of a post that the seat may propose, with its price; for nobody every one that can be imagined,
    to look at."""
    scenario = levers.world.scenario
    moves = levers.handovers.candidates(post) if levers.seat else levers.handovers.imagined(post)
    rows = [
        Choice(
            move if levers.seat else None,
            member_name(scenario, move.to),
            Content.styled(who_agrees(levers, post, move.to), palette.LABEL),
            handover_effects(levers, post, move.to),
        )
        for move in moves
    ]
    title = f"Hand over {post_name(scenario, post)}"
    note = "Open to the parties at once; it begins when all of them agree."
    if levers.seat:
        return priced(title, rows, note)
    return priced(title, rows, f"{note} To propose it, take a seat in hand first (6, Enter).", "↑ ↓ · Esc back")


def who_agrees(levers: Levers, post: str, to: str) -> str:
    """ "Berlin and Warsaw must agree"."""
    posts, world = levers.handovers, levers.world
    return agreement_words(posts.parties(post, to), world.scenario, world.seats, settled=posts.settled(post, to))


def who_waits(levers: Levers, post: str) -> str:
    """ ", waits for Berlin": the parties of a proposal that have not agreed."""
    return waits_for(levers.handovers.waits(post), levers.world.scenario, levers.world.seats)


def handover_effects(levers: Levers, post: str, to: str) -> Content:
    """The dip while it runs, then what comes after."""
    world, scenario = levers.world, levers.world.scenario
    spec, state = scenario.posts[post], world.posts[post]
    turns = f"{spec.transition} turn{'s' if spec.transition != 1 else ''}"
    dip = effects_line(scenario, levers.handovers.dip(post, to), 3)
    during = Content.assemble((f"In transition for {turns}: ", palette.LABEL), dip)
    parts = [effect_part(scenario, name, amount) for name, amount in levers.handovers.afterwards(post, to).items()]
    if state.holder == scenario.names.anchor and spec.protected:
        parts.append(Content.styled("barred by law: costs political capital every turn", palette.LOW))
    if to == scenario.names.anchor or state.holder == scenario.names.anchor:
        parts.append(Content.styled(f"the {scenario.names.own} part in command changes", palette.LABEL))
    after = dotted(parts) if parts else Content.styled("nothing but the name on the door", palette.LABEL)
    return Content.assemble(during, "\n", ("Then: ", palette.LABEL), after)


def status_words(levers: Levers, post: str, codes: bool = False) -> Content:
    """Where a post stands: held, agreed and not begun, proposed, in transition. `codes`: members by their id."""
    world = levers.world
    spec, state = world.scenario.posts[post], world.posts[post]
    to = member_called(world, state.to, codes)
    match state.status:
        case "transition":
            turns = f"{state.left} turn{'s' if state.left != 1 else ''}"
            words = "settles in" if state.to == state.holder else f"to {to}"
            return Content.styled(f"{words}, {turns}", palette.LOW)
        case "proposed":
            words = f"▸ to {to}: all agree" if levers.handovers.agreed(post) else f"▸ to {to}?"
            return Content.styled(words, f"bold {palette.BRIGHT}")
    if spec.agreed and spec.agreed != state.holder:
        return Content.styled(f"agreed for {member_called(world, spec.agreed, codes)}", palette.LABEL)
    return Content.styled("held", palette.DIM)


def member_called(world: World, member: str, codes: bool) -> str:
    """A member's name, or its code where there is no room."""
    return member.upper() if codes else member_name(world.scenario, member)
